import LapakDomain
import LapakStore
import Logging
import ServiceLifecycle

/// Carries waiting messages out, a few at once; what fails is tried again later, what fails for good stays visible.
struct Postman: Service {
    let house: House
    let sender: Mailbox

    func run() async throws {
        let bells = house.store.bells()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in bells.cancelOnGracefulShutdown() { await round() } }
            group.addTask { for await _ in every(.seconds(1)).cancelOnGracefulShutdown() { await round() } }
        }
    }

    private func round() async {
        do { while try await deliver() == 50 {} } catch { house.log.error("post stands still", metadata: ["error": "\(error)"]) }
    }

    /// Sends what is due, up to fifty; answers how many there were. Another process may send the same one at the same
    /// moment: letters carry their message's id, so the reader's server can tell.
    func deliver() async throws -> Int {
        let now = house.clock.now
        let due = try await house.store.read { try $0.messages(dueAt: now, limit: 50) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, message) in due.enumerated() {
                if index >= 8 { try await group.next() }
                group.addTask { try await deliver(message, at: now) }
            }
            try await group.waitForAll()
        }
        return due.count
    }

    private func deliver(_ message: Message, at now: Instant) async throws {
        let taken = try await house.store.write(.row(Message.self, message.id)) { work in
            guard var current = try work.find(Message.self, message.id), current.phase == .waiting, current.due <= now else { return false }
            current.claim(for: .minutes(2), at: now)
            work.save(current)
            return true
        }
        guard taken else { return }
        var failure: (String, forGood: Bool)?
        if let mail = try await letter(message, at: now).mail(from: sender) {
            do throws(MailTrouble) { try await house.carrier.send(mail) } catch {
                switch error {
                case .temporary(let why): failure = (why, false)
                case .permanent(let why): failure = (why, true)
                }
            }
        }
        let (failed, moment) = (failure, house.clock.now)
        try await house.store.write(.row(Message.self, message.id)) { work in
            guard var current = try work.find(Message.self, message.id) else { return }
            if let failed { current.failed(failed.0, forGood: failed.forGood, at: moment) } else { current.delivered(at: moment) }
            work.save(current)
        }
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
