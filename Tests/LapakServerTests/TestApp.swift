import LapakDomain
import LapakNation
import LapakOutside
import LapakStore
import Logging
import Synchronization

@testable import LapakDevelopment
@testable import LapakServer

/// An application of its own for one test: a database in memory, a clock that stands still, a carrier that the test commands.
struct TestApp {
    let app: App
    let carrier: TestCarrier
    let clock: Clock
    /// Tuesday 9 June 2026, 10.00 WIB.
    static let moment = Site.moment

    static func make(phones: Phones = Phones()) async throws -> TestApp {
        let store = try Store.open("sqlite::memory:")
        try await Schema.migrate(store)
        try await Site.fill(store, at: moment)
        var settings = Settings()
        settings.database = "sqlite::memory:"
        let clock = Clock(at: moment)
        let carrier = TestCarrier()
        let secrets = Secrets(secret: try settings.secretBytes())
        let app = try App(
            settings: settings, store: store, nation: try await store.read { try Nation.load($0) }, clock: clock,
            registry: EmbeddedRegistry(store: store), carrier: carrier, phones: phones, secrets: secrets,
            papers: try PaperVault.onThisMachine(settings, store: store, secrets: secrets),
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await PlannerService(app: app).plan()
        return TestApp(app: app, carrier: carrier, clock: clock)
    }

    /// A proven registration of this person with this reason, filed in the first free slot of the first branch. The phone is proven,
    /// too, unless it is said.
    func book(
        _ person: CastMember, phone: String? = nil, onLastDay: Bool = false, provesPhone: Bool = true
    ) async throws -> Claim {
        let now = clock.now
        let openings = app.availability.openings
        let slot = try require((onLastDay ? openings.last : openings.first)?.slot)
        let id: ID<Registration> = app.ids.next(at: now)
        return try await app.store.write(in: app.context(at: now)) { work in
            var registration = Registration(
                id: id, secret: "", language: .id, slot: slot, nik: person.member.nik, kpj: person.member.memberships[0].kpj,
                name: person.member.name, email: EmailAddress(person.email), phone: PhoneNumber(phone ?? person.phone), proven: now,
                reason: person.reason,
                member: person.member.id, due: now + .hours(2))
            work.insert(registration)
            var claim = try work.file(&registration)
            if provesPhone {
                _ = try claim.prove(.phone(claim.phone), policy: app.policy, at: now)
                work.update(claim)
            }
            return claim
        }
    }

    /// Lets the follower of the journal make the messages that are due.
    func follow() async throws {
        let follower = NoticeFollower(secrets: app.secrets, clock: clock, reach: app.reach)
        let service = FollowerService(follower: follower, app: app)
        while try await service.step() {}
    }

    func messages() async throws -> [Message] {
        try await app.store.read { try $0.query("SELECT \(Message.table.columnList) FROM message ORDER BY id").map(Message.init) }
    }
}

/// What `#require` is, for helpers outside a test's own body.
func require<T>(_ value: T?) throws -> T {
    guard let value else { throw Missing() }
    return value
}
struct Missing: Error {}

/// Fails as often as it is told, then delivers.
final class TestCarrier: MailCarrier {
    private struct State {
        var failures: [MailTrouble] = []
        var delivered: [Mail] = []
    }
    private let state = Mutex(State())

    func fail(_ troubles: [MailTrouble]) { state.withLock { $0.failures = troubles } }
    var delivered: [Mail] { state.withLock { $0.delivered } }

    func send(_ mail: Mail) async throws(MailTrouble) {
        let trouble = state.withLock { state -> MailTrouble? in
            if !state.failures.isEmpty { return state.failures.removeFirst() }
            state.delivered.append(mail)
            return nil
        }
        if let trouble { throw trouble }
    }
}
