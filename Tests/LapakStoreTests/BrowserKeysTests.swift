import LapakDomain
import Testing

@testable import LapakStore

/// Whose browser it is, when keys to several people's claims lie in it.
@Suite("The keys of one browser") struct BrowserKeysTests {
    private static let morning = World.morning

    /// One key of one of two people.
    private enum Arrival: CaseIterable {
        case visitA, formA, linkA, visitB, formB, linkB

        var isA: Bool { [.visitA, .formA, .linkA].contains(self) }
        var kind: Int { (Arrival.allCases.firstIndex(of: self) ?? 0) % 3 }
    }

    private static func claim(_ id: Int64, filed: Instant) -> Claim {
        Claim(
            id: ID(id), number: ClaimNumber(chance: UInt64(id)), member: ID(id), reason: .resignation,
            rules: .permenaker4Of2022, phase: .booked, name: "Siti Aminah", nik: NIK("3273056010900009")!, email: nil,
            phone: PhoneNumber("081234567788")!, language: .id, filed: filed, papersDue: morning + .days(9))
    }

    /// What lies in the jar after these arrivals, one a minute, each overwriting an older one of its kind.
    private static func holder(after arrivals: [Arrival], apart: Span = .minutes(1)) -> KeyHolder? {
        var rows = BrowserKeys.Rows()
        var filed: [Int64: Instant] = [1: morning, 2: morning]
        for (place, arrival) in arrivals.enumerated() {
            let (id, at): (Int64, Instant) = (arrival.isA ? 1 : 2, morning + Span(milliseconds: apart.milliseconds * Int64(place + 1)))
            switch arrival.kind {
            case 0:
                rows.visit = ReturnVisit(id: ID(id), secret: "", claim: ID(id), code: nil, proven: at, due: morning + .days(1))
            case 1:
                rows.registration = Registration(id: ID(id), secret: "", language: .id, claim: ID(id), due: morning + .days(1))
                filed[id] = at
            default:
                rows.link = UploadLink(id: ID(id), claim: ID(id), secret: "", sent: morning, exchanged: at, session: "s")
            }
        }
        return BrowserKeys().holder(rows, at: morning + .hours(1)) { id in
            filed[id.rawValue].map { claim(id.rawValue, filed: $0) }
        }
    }

    private static func orders(of rest: [Arrival]) -> [[Arrival]] {
        guard !rest.isEmpty else { return [[]] }
        return rest.flatMap { first in orders(of: rest.filter { $0 != first }).map { [first] + $0 } }
    }

    @Test func `whoever came last has the browser, in every order in which keys of two people can arrive`() {
        var seen = 0
        for some in 1..<(1 << Arrival.allCases.count) {
            let keys = Arrival.allCases.enumerated().filter { some & (1 << $0.offset) != 0 }.map(\.element)
            for order in Self.orders(of: keys) {
                let holder = Self.holder(after: order)
                #expect(holder?.claim.id == ID(order.last?.isA ?? true ? 1 : 2), "\(order)")
                seen += 1
            }
        }
        #expect(seen == 1956)
    }

    @Test func `keys of two people that came in one moment open nothing, and a link alone opens no claim`() {
        #expect(Self.holder(after: [.visitA, .formB], apart: .zero) == nil)
        #expect(Self.holder(after: [.visitA, .formA], apart: .zero)?.opensClaim == true)
        #expect(Self.holder(after: [.linkA])?.opensClaim == false)
        #expect(Self.holder(after: [.visitB, .linkA])?.opensClaim == false, "the other's visit lends nothing to the link")
        #expect(Self.holder(after: [.visitA, .linkA])?.opensClaim == true)
    }

    @Test(arguments: Databases.all)
    func `a new registration ends every older key, with the place of a form that was not sent`(database: Databases) async throws {
        try await World.on(database, places: 3) { world in
            let (first, second) = (try await world.book(1, world.slot(world.siak, 9)), try await world.register(2, proven: false))
            try await world.choose(world.slot(world.siak, 10), for: second)
            let visit = ReturnVisit(
                id: world.source.id(), secret: "v", claim: first.claim, code: nil, proven: World.morning, due: World.morning + .hours(2))
            let link = UploadLink(
                id: UploadLink.identity(of: first.claim), claim: first.claim, secret: "x", sent: World.morning, exchanged: World.morning,
                session: "s")
            try await world.store.write { work in
                work.insert(visit)
                work.insert(link)
            }
            let keys = BrowserKeys(
                visit: Pass(id: visit.id, hash: "v"), registration: Pass(id: second, hash: "hash"), link: Pass(id: link.id, hash: "s"))
            #expect(try await world.store.read { try $0.holder(of: keys, at: World.morning) }?.claim.id == first.claim)
            #expect(try await world.store.read { try $0.openDevices(of: first.claim, besides: BrowserKeys(), at: World.morning) } == 3)
            let forged = BrowserKeys(visit: Pass(id: visit.id, hash: "other"), link: Pass(id: link.id, hash: "other"))
            try await world.store.write(in: world.context()) { try $0.end(forged) }
            #expect(
                try await world.store.read { try $0.holder(of: keys, at: World.morning) } != nil, "who does not know a key ends nothing")
            try await world.store.write(in: world.context()) { try $0.end(keys) }
            #expect(try await world.store.read { try $0.holder(of: keys, at: World.morning) } == nil)
            #expect(try await world.find(UploadLink.self, link.id).session == nil)
            #expect(try await world.find(Slot.self, world.slot(world.siak, 10)).taken == 0, "the held place is free again")
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `signing out everywhere ends what other devices hold`(database: Databases) async throws {
        try await World.on(database) { world in
            let claim = try await world.book(1, world.slot(world.siak, 9)).claim
            let visits = (0..<3).map { _ in
                ReturnVisit(
                    id: world.source.id(), secret: "v", claim: claim, code: nil, proven: World.morning, due: World.morning + .hours(2))
            }
            try await world.store.write { work in for visit in visits { work.insert(visit) } }
            try await world.store.write(in: world.context()) { try $0.endEverywhere(claim) }
            for visit in visits {
                let keys = BrowserKeys(visit: Pass(id: visit.id, hash: "v"))
                #expect(try await world.store.read { try $0.holder(of: keys, at: World.morning) } == nil)
            }
            #expect(try await world.store.read { try $0.openDevices(of: claim, besides: BrowserKeys(), at: World.morning) } == 0)
        }
    }
}
