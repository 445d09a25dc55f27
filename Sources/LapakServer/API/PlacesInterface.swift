import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// Branches, and what is free at them: one picture in memory, whoever asks.
enum PlacesInterface {
    static var endpoints: [Endpoint] { [branches, availability] }

    private static var branches: Endpoint {
        Endpoint(
            method: .get, path: "/api/v1/branches", name: "listBranches", summary: "All branches",
            answer: Endpoint.Answer(schema: branchList.schema, description: "Every branch of the nation.", isShared: true)
        ) { asked in
            kept("branches", asked, seconds: 300) { branchList.json(asked.call.nation) }
        }
    }

    private static var availability: Endpoint {
        Endpoint(
            method: .get, path: "/api/v1/availability", name: "getAvailability", summary: "Free places, soonest first",
            details: """
                A picture that is redrawn within a second of a change: `generatedAt` says how old it is. A slot may be taken before you \
                ask for it.
                """,
            expects: [.query(.branch), .query(.day), .query(.limit)],
            answer: Endpoint.Answer(schema: view.schema, description: "What is free now.", isShared: true), refuses: [.notFound]
        ) { asked in
            let nation = asked.call.nation
            let branch = try asked.ifAny(.branch).map { code in
                guard let branch = nation[code] else { throw Refusal.notFound }
                return branch
            }
            let (day, limit) = (try asked.ifAny(.day), try asked.ifAny(.limit) ?? 200)
            return kept("free/\(branch?.code ?? "")/\(day?.iso ?? "")/\(limit)", asked, seconds: 20) {
                let availability = asked.call.app.availability
                let openings = availability.openings(at: branch.map { [$0.id] }, on: day, in: nation)
                let waiting = branch.map { availability.waiting[$0.id, default: 0] + availability.waiting[LineCount.anywhere, default: 0] }
                return view.json(
                    View(
                        made: availability.made, openings: openings, limit: limit,
                        waiting: waiting ?? availability.waiting.values.reduce(0, +), nation: nation))
            }
        }
    }

    /// The answer under this name, drawn once for each picture of free places and branches.
    private static func kept(_ name: String, _ asked: Asked, seconds: Int, draw: () -> JSON) -> Reply {
        let app = asked.call.app
        let kept = app.keptTexts.drawing(name, of: app.pictureNumber) { SharedText(draw().text) }
        return .shared(kept ?? SharedText(draw().text), seconds: seconds, to: asked.call)
    }

    private struct View: Sendable {
        let made: Instant
        let openings: [Availability.Opening]
        let limit: Int
        let waiting: Int
        let nation: Nation
    }

    private static let view = Shape<View>(
        "Availability",
        .init("generatedAt", JSONSchema.moment.with("How old this is.")) { .string($0.made.utcISO) },
        .init("free", JSONSchema.count.with("Free places, those beyond `limit` too."), number: { $0.openings.reduce(0) { $0 + $1.free } }),
        .init("waiting", JSONSchema.count.with("People in the waiting list for these branches."), number: \.waiting),
        .init("isComplete", JSONSchema.bool.with("False when there are more slots than `limit`.")) { .bool($0.openings.count <= $0.limit) },
        .init("slots", .list(of: slot.schema)) { view in
            slot.json(view.openings.prefix(view.limit).compactMap { opening in view.nation[opening.branch].map { (opening, $0) } })
        })

    private static let slot = Shape<(opening: Availability.Opening, branch: Branch)>(
        "FreeSlot",
        .init("id", .id, text: { "\($0.opening.slot.rawValue)" }),
        .init("branch", Input<String>.branch.schema, text: \.branch.code),
        .init("start", JSONSchema.moment.with("With the branch's own offset."), text: { $0.opening.start.iso(in: $0.branch.zone) }),
        .init("startLocal", .localTime, text: { $0.opening.start.local(in: $0.branch.zone) }),
        .init("zone", .zone, text: \.branch.zone.rawValue),
        .init("timeZone", .timeZone, text: \.branch.zone.identifier),
        .init("minutes", .integer(1...1440), number: \.opening.minutes),
        .init("free", .integer(1...100_000), number: \.opening.free))

    private static let branchList = Shape<Nation>("Branches", .init("branches", .list(of: branch.schema)) { branch.json($0.branches) })

    private static let branch = Shape<Branch>(
        "Branch",
        .init("code", Input<String>.branch.schema, text: \.code),
        .init("name", .string(), text: \.name),
        .init("city", .string(), text: \.city),
        .init("zone", .zone, text: \.zone.rawValue),
        .init("timeZone", .timeZone, text: \.zone.identifier),
        .init("latitude", .number) { .number($0.latitude) },
        .init("longitude", .number) { .number($0.longitude) },
        .init("opens", .clock, text: { $0.hours.opens.text(.en) }),
        .init("closes", .clock, text: { $0.hours.closes.text(.en) }))
}

extension JSONSchema {
    static let zone = words(Zone.allCases.map(\.rawValue))
    static let timeZone = words(Zone.allCases.map(\.identifier)).with("The zone's name in the IANA database.")
    static let clock = string(pattern: "^[0-2][0-9]:[0-5][0-9]$").with("By the branch's own clock.", example: "08:00")
    static let localTime = string(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$").with(
        "By the branch's own clock, without an offset.", example: "2026-06-15T10:15")
}

extension Instant {
    /// As a clock on the branch's wall shows it: `2026-06-15T10:15`.
    func local(in zone: Zone) -> String { String(iso(in: zone).prefix(16)) }
}
