import Synchronization

@testable import LapakDomain
@testable import LapakStore

/// Messages of one person in an empty database, with verbs that read like what happens to them.
struct Tray: Sendable {
    static let now = World.morning
    static let everything = Reach(whatsapp: true, sms: true)

    let store: Store
    let reach: Reach
    private let numbers: Numbers

    init(_ store: Store, reach: Reach = everything) { self.init(store, reach: reach, numbers: Numbers()) }

    private final class Numbers: Sendable {
        private let last = Atomic<Int64>(1000)
        func next() -> ID<Message> { ID(last.wrappingAdd(1, ordering: .relaxed).newValue) }
    }

    /// The same messages through another door, as another process has it.
    func through(_ store: Store) -> Tray { Tray(store, reach: reach, numbers: numbers) }
    private init(_ store: Store, reach: Reach, numbers: Numbers) {
        self.store = store
        self.reach = reach
        self.numbers = numbers
    }

    func context(at now: Instant) -> Context {
        let numbers = numbers
        return Context(
            at: now, by: .clock, in: Nation(branches: []),
            fresh: Fresh(id: { _ in numbers.next().rawValue }, number: { ClaimNumber(chance: 0) }, quiet: { $0.quietAtLeast }))
    }

    /// Posts a notice and gives the message that goes to the phone, or else the mail.
    @discardableResult func post(_ kind: Message.Kind = .confirmed, details: String = "", source: String = "journal:1") async throws -> ID<
        Message
    > {
        let reach = reach
        let (mail, phone) = (EmailAddress("rina@example.id")!, PhoneNumber("0812 3456 7788")!)
        try await store.write(in: context(at: Tray.now)) { work in
            let notice = Notice(source: source, kind: kind, mail: mail, phone: phone, language: .id, details: details)
            work.post(notice, reach: reach)
        }
        let all = try await all()
        return (all.last { $0.channel != .mail } ?? all[0]).id
    }

    func hold(_ id: ID<Message>, attempt: Int, at now: Instant) async throws {
        try await store.write(in: context(at: now)) { try $0.hold(id, attempt: attempt) }
    }

    @discardableResult func take(_ id: ID<Message>, at now: Instant = now) async throws -> Message? {
        let reach = reach
        return try await store.write(in: context(at: now)) { try $0.take(id, reach: reach) }
    }

    func settle(_ id: ID<Message>, _ end: Handover, attempt: Int = 1, at now: Instant = now) async throws {
        let reach = reach
        try await store.write(in: context(at: now)) { try $0.settle(id, attempt: attempt, end, reach: reach) }
    }

    func hear(_ news: News, of id: ID<Message>, attempt: Int = 1, at now: Instant = now) async throws {
        let reach = reach
        try await store.write(in: context(at: now)) { try $0.hear(news, of: id, attempt: attempt, reach: reach) }
    }

    func overtake(_ id: ID<Message>, at now: Instant) async throws {
        let reach = reach
        try await store.write(in: context(at: now)) { try $0.overtake(id, reach: reach) }
    }

    func find(_ id: ID<Message>) async throws -> Message { try await store.read { try $0.find(Message.self, id)! } }

    func all() async throws -> [Message] {
        try await store.read { try $0.query("SELECT \(Message.table.columnList) FROM message ORDER BY id").map(Message.init) }
    }

    func channels() async throws -> [Message.Channel] { try await all().map(\.channel) }
}
