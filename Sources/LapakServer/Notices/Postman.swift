import LapakDomain
import LapakStore
import Logging
import ServiceLifecycle

/// Carries waiting messages out, a few at once; what fails is tried again later, what fails for good stays visible.
///
/// Each channel has rounds of its own: one that hangs does not hold up the others.
struct Postman: Service {
    let house: House
    let sender: Mailbox

    func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            for channel in Message.Channel.allCases {
                let bells = house.store.bells()
                group.addTask { for await _ in bells.cancelOnGracefulShutdown() { await rounds(by: channel) } }
                group.addTask { for await _ in every(.seconds(1)).cancelOnGracefulShutdown() { await rounds(by: channel) } }
            }
        }
    }

    private func rounds(by channel: Message.Channel) async {
        do {
            if channel == .whatsapp { try await overtake() }
            while try await deliver(by: channel) == Postman.most {}
        } catch { house.log.error("post stands still", metadata: ["channel": "\(channel)", "error": "\(error)"]) }
    }

    private static let most = 50

    /// Sends what is due by any channel, up to fifty each; answers how many there were.
    func deliver() async throws -> Int {
        try await overtake()
        var count = 0
        for channel in Message.Channel.allCases { count += try await deliver(by: channel) }
        return count
    }

    /// Another process may look at the same moment: a message is taken in hand by one alone.
    private func deliver(by channel: Message.Channel) async throws -> Int {
        let now = house.clock.now
        let due = try await house.store.read { try $0.messages(dueAt: now, by: channel, limit: Postman.most) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, message) in due.enumerated() {
                if index >= 8 { try await group.next() }
                group.addTask { try await deliver(message.id) }
            }
            try await group.waitForAll()
        }
        return due.count
    }

    /// Sends an SMS where WhatsApp has not delivered in time.
    private func overtake() async throws {
        let (now, reach) = (house.clock.now, house.reach)
        for id in try await house.store.read({ try $0.messages(overdueAt: now, limit: Postman.most) }) {
            let successor: ID<Message> = house.chance.id(at: now)
            try await house.store.write(.row(Message.self, id)) { work in
                try work.overtake(id, reach: reach, successor: successor, at: now)
            }
        }
    }

    /// Should the house fall between sending and recording, the message stays taken: its lease lapses, and it is sent
    /// again as often as its channel bears doubt.
    private func deliver(_ id: ID<Message>) async throws {
        let (reach, begun) = (house.reach, house.clock.now)
        let successor: ID<Message> = house.chance.id(at: begun)
        let taken = try await house.store.write(.row(Message.self, id)) { work in
            try work.take(id, reach: reach, successor: successor, at: begun)
        }
        guard let taken else { return }
        let end = await carry(taken, letter: try await letter(taken, at: begun))
        let ended = house.clock.now
        try await house.store.write(.row(Message.self, id)) { work in
            try work.settle(id, attempt: taken.attempts, end, reach: reach, successor: successor, at: ended)
        }
    }

    private func carry(_ message: Message, letter: Letter) async -> Handover {
        switch message.channel {
        case .mail:
            guard let mail = letter.mail(from: sender) else { return .moot("nothing was left to say") }
            return await house.carrier.handOver(mail)
        case .whatsapp: return await carry(letter.note(), by: house.phones.whatsapp)
        case .sms: return await carry(letter.note(), by: house.phones.sms)
        }
    }

    private func carry(_ note: PhoneNote?, by carrier: (any PhoneCarrier)?) async -> Handover {
        guard let note else { return .moot("nothing was left to say") }
        return await carrier?.send(note) ?? .refused("this channel is no longer set up")
    }

    private func letter(_ message: Message, at now: Instant) async throws -> Letter {
        let (house, availability) = (house, house.availability)
        return try await house.store.read { connection in
            let claim = try message.claim.flatMap { try connection.find(Claim.self, $0) }
            let ticket = try claim?.ticket.flatMap { try connection.find(Ticket.self, $0) }
            let offered = message.kind == .offer || message.kind == .offerLapsed ? Int64(message.details).map { ID<Booking>($0) } : nil
            return Letter(
                message: message, claim: claim, slot: try claim?.slot.flatMap { try connection.find(Slot.self, $0) },
                offer: try offered.flatMap { try connection.find(Booking.self, $0) },
                forecast: try ticket.flatMap { try WaitingList.forecast(for: $0, in: availability, connection) }, house: house, now: now)
        }
    }
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
