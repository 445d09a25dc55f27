package import LapakDomain
package import LapakOutside
package import LapakServer
import Synchronization

/// The carrier for development, of every channel: keeps the last messages where /dev/outbox shows them, and sends nothing.
package final class DevOutbox: MailCarrier {
    /// A message as the person would have got it.
    package struct Kept: Sendable {
        package let id: String
        package let channel: Message.Channel
        package let to: String
        /// Of mail only; empty elsewhere.
        package let subject: String
        package let text: String
        /// The same.
        package let html: String
        package let calendar: String?
        /// Empty where the message has none.
        package let code: String
        package let at: Instant
    }
    private let messages = Mutex<[Kept]>([])
    private let clock: Clock
    private static let most = 4000

    package init(clock: Clock) { self.clock = clock }

    package func send(_ mail: Mail) async throws(MailTrouble) {
        let first = mail.subject.prefix(6)
        let isCode = first.utf8.count == 6 && first.utf8.allSatisfy { (48...57).contains($0) }
        keep(
            Kept(
                id: mail.id, channel: .mail, to: mail.to.address.value, subject: mail.subject, text: mail.text, html: mail.html,
                calendar: mail.calendar, code: isCode ? String(first) : "", at: clock.now))
    }

    /// The stand-ins for the channels to phones.
    package var phones: Phones {
        Phones(whatsapp: DevPhone(channel: .whatsapp, outbox: self), sms: DevPhone(channel: .sms, outbox: self))
    }

    /// Newest first.
    package var all: [Kept] { messages.withLock { $0.suffix(Self.most).reversed() } }

    func keep(_ note: PhoneNote, by channel: Message.Channel) {
        keep(
            Kept(
                id: note.attempt, channel: channel, to: note.to.value, subject: "", text: note.text, html: "", calendar: nil,
                code: note.isCode ? note.values[0] : "", at: clock.now))
    }

    private func keep(_ kept: Kept) {
        messages.withLock { messages in
            messages.append(kept)
            // Seldom, and many at once: moving thousands of messages for each new one is felt.
            if messages.count >= 2 * Self.most { messages.removeFirst(messages.count - Self.most) }
        }
    }
}
