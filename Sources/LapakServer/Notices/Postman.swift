import LapakDomain
import LapakOutside
import LapakStore
import ServiceLifecycle

/// Carries waiting messages out, a few at once; what fails is tried again later, what fails for good stays visible.
///
/// Each channel has rounds of its own: one that hangs does not hold up the others.
struct Postman: Service {
    let app: App
    let sender: Mailbox

    func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            for channel in Message.Channel.allCases {
                group.addTask { await ChannelRounds(postman: self, channel: channel).rounds() }
            }
        }
    }

    /// Sends what is due by one channel until nothing is.
    fileprivate func rounds(by channel: Message.Channel) async throws {
        if channel == .whatsapp { try await overtake() }
        var size = Postman.least
        while true {
            let begun = ContinuousClock.now
            guard try await deliver(by: channel, most: size) == size else { return }
            size = begun.duration(to: .now) < .seconds(1) ? min(2 * size, Postman.most) : Postman.least
            // Whoever waits for an answer goes before letters that can come a moment later.
            guard (try? await Task.sleep(for: ChannelRounds.rest(after: begun.duration(to: .now)))) != nil else { return }
        }
    }

    /// Messages of one round: taken together, carried side by side, recorded together. More while a channel is quick, so that a
    /// thousand letters cost few commits; few while it is slow, so that a lease never lapses in the round.
    private static let least = 16
    private static let most = 128

    /// Sends what is due by any channel, one round each; answers how many there were.
    func deliver() async throws -> Int {
        try await overtake()
        var count = 0
        for channel in Message.Channel.allCases { count += try await deliver(by: channel, most: Postman.least) }
        return count
    }

    /// Another process may look at the same moment: a message is taken in hand by one alone. Should the application fall between
    /// sending and recording, the messages stay taken: their lease lapses, and each is sent again as often as its channel
    /// bears doubt.
    private func deliver(by channel: Message.Channel, most: Int) async throws -> Int {
        let (reach, begun) = (app.reach, app.clock.now)
        let due = try await app.store.read { try $0.messages(dueAt: begun, by: channel, limit: most) }
        guard !due.isEmpty else { return 0 }
        let taken = try await app.store.write(in: app.context(at: begun), needing: due.map { .row(Message.self, $0) }) { work in
            try due.map { try work.take($0, reach: reach) }
        }
        // Ends with this round: whoever falls says no more that it is still at it.
        async let _ = hold(taken.compactMap(\.self).filter(\.kind.isAwaited))
        let letters = try await letters(taken, at: begun)
        let ends = await withTaskGroup(of: (Int, Handover).self) { group in
            for (index, letter) in letters.enumerated() {
                guard let letter else { continue }
                group.addTask { (index, await carry(letter.message, letter: letter)) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        let needs = taken.compactMap { $0.map { Need.row(Message.self, $0.id) } }
        try await app.store.write(in: app.context(at: app.clock.now), needing: needs) { work in
            for (index, end) in ends {
                guard let message = taken[index] else { continue }
                try work.settle(message.id, attempt: message.attempts, end, reach: reach)
            }
        }
        return due.count
    }

    /// Says again and again that these are in hand, until the round is over.
    private func hold(_ messages: [Message]) async {
        guard !messages.isEmpty else { return }
        while (try? await Task.sleep(for: .milliseconds(Message.shortLease.milliseconds / 3))) != nil {
            let needs = messages.map { Need.row(Message.self, $0.id) }
            // Should this fail, they are sent once more at worst.
            try? await app.store.write(in: app.context(at: app.clock.now), needing: needs) { work in
                for message in messages { try work.hold(message.id, attempt: message.attempts) }
            }
        }
    }

    /// Sends an SMS where WhatsApp has not delivered in time.
    private func overtake() async throws {
        let (now, reach) = (app.clock.now, app.reach)
        for id in try await app.store.read({ try $0.messages(overdueAt: now, limit: Postman.least) }) {
            try await app.store.write(in: app.context(at: now), .row(Message.self, id)) { work in
                try work.overtake(id, reach: reach)
            }
        }
    }

    private func carry(_ message: Message, letter: Letter) async -> Handover {
        switch message.channel {
        case .mail:
            guard let mail = letter.mail(from: sender) else { return .moot("nothing was left to say") }
            return await app.carrier.handOver(mail)
        case .whatsapp: return await carry(letter.note(), by: app.phones.whatsapp)
        case .sms: return await carry(letter.note(), by: app.phones.sms)
        }
    }

    private func carry(_ note: PhoneNote?, by carrier: (any PhoneCarrier)?) async -> Handover {
        guard let note else { return .moot("nothing was left to say") }
        return await carrier?.send(note) ?? .refused("this channel is no longer set up")
    }

    /// What each of them says, read in one picture; nil for those that were not taken.
    private func letters(_ messages: [Message?], at now: Instant) async throws -> [Letter?] {
        let (app, availability) = (app, app.availability)
        return try await app.store.read { connection in
            let rows = try LetterRows(of: messages.compactMap(\.self), connection)
            return try messages.map { message in
                try message.map { try Letter($0, rows, connection, availability, app, at: now) }
            }
        }
    }
}

/// The rounds of one channel.
private struct ChannelRounds: Rounds {
    let postman: Postman
    let channel: Message.Channel
    let pace = Pace.changes(orEvery: .seconds(1))
    /// Under load letters gather meanwhile and share questions and commits, and leave three quarters of the database's time to whoever
    /// waits for an answer; a lone one leaves at once.
    func rest(after spent: Duration) -> Duration { Self.rest(after: spent) }
    static func rest(after spent: Duration) -> Duration { min(.milliseconds(500), max(.milliseconds(50), spent * 3)) }

    var app: App { postman.app }
    var name: String { "post.\(channel.rawValue)" }
    func tick() async throws { try await postman.rounds(by: channel) }
}

extension MailCarrier {
    /// How the attempt ended. A lost answer counts as none: the letter is known by its Message-ID when it comes twice.
    fileprivate func handOver(_ mail: Mail) async -> Handover {
        do throws(MailTrouble) {
            try await send(mail)
            return .taken()
        } catch {
            switch error {
            case .temporary(let why): return .postponed(why)
            case .permanent(let why): return .refused(why)
            }
        }
    }
}
