import LapakDomain
import LapakGround
import LapakStore
import LapakWeb
import Synchronization

/// The three files of the feed as they were at one moment.
struct Feed: Sendable {
    struct File: Sendable {
        let text: String
        let tag: String
        init(_ lines: [JSON]) {
            text = lines.map { $0.text + "\n" }.joined()
            tag = Reply.tag(of: text)
        }
    }

    let made: Instant
    let locations: File
    let schedules: File
    let slots: File

    init(_ availability: Availability, nation: Nation, address: String) {
        made = availability.made
        locations = File(nation.branches.map(Feed.location))
        schedules = File(nation.branches.map(Feed.schedule))
        slots = File(availability.openings.compactMap { opening in nation[opening.branch].map { Feed.slot(opening, $0, address) } })
    }

    /// Younger than twenty seconds.
    func isFresh(at now: Instant) -> Bool { (Span.zero..<Span.seconds(20)).contains(now - made) }

    private static func location(_ branch: Branch) -> JSON {
        [
            "resourceType": "Location", "id": .string(branch.code), "name": .string(branch.name),
            "address": ["city": .string(branch.city), "country": "ID"],
            "position": ["latitude": .number(branch.latitude), "longitude": .number(branch.longitude)],
        ]
    }

    private static func schedule(_ branch: Branch) -> JSON {
        [
            "resourceType": "Schedule", "id": .string(branch.code), "actor": [["reference": "Location/\(branch.code)"]],
            "serviceType": [["text": "JHT claim interview by video"]],
        ]
    }

    private static func slot(_ opening: Availability.Opening, _ branch: Branch, _ address: String) -> JSON {
        let end = opening.start + .minutes(opening.minutes)
        let day = branch.zone.day(of: opening.start).iso
        return [
            "resourceType": "Slot", "id": "\(opening.slot.rawValue)", "schedule": ["reference": "Schedule/\(branch.code)"],
            "status": "free", "start": .string(opening.start.iso(in: branch.zone)), "end": .string(end.iso(in: branch.zone)),
            "extension": [
                ["url": "\(extensions)/slot-capacity", "valueInteger": JSON(opening.free)],
                ["url": "\(extensions)/booking-deep-link", "valueUrl": "\(address)/jadwal?kantor=\(branch.code)&hari=\(day)"],
            ],
        ]
    }

    private static let extensions = "http://fhir-registry.smarthealthit.org/StructureDefinition"
}

/// Draws the feed at most every twenty seconds, when someone asks: it is large, and its readers are many and patient.
final class FeedKeeper: Sendable {
    private let kept = Mutex<Feed?>(nil)

    func feed(_ call: Call) -> Feed {
        let availability = call.app.availability
        if let feed = kept.withLock({ $0 }), feed.isFresh(at: call.now) || feed.made == availability.made { return feed }
        let feed = Feed(availability, nation: call.nation, address: call.app.settings.address)
        kept.withLock { $0 = feed }
        return feed
    }
}
