package import LapakDomain

/// Which kinds of notice go by which channel, given what the house can use: the one table of it.
///
/// Mail carries everything. The phone gets a short form, which says no more than number and time and holds no secret link:
/// nobody has proven that the number is not mistyped.
package struct Reach: Hashable, Sendable {
    /// How a kind goes to the phone.
    package enum Phone: Hashable, Sendable {
        /// By WhatsApp; by SMS if that fails, does not arrive in time, or is not there.
        case whatsappThenSMS
        /// By WhatsApp alone: good to know, and an SMS costs too much for it.
        case whatsapp
    }
    package let whatsapp: Bool
    package let sms: Bool
    /// A code older than this is not sent any more.
    package let codeLasts: Span

    package init(whatsapp: Bool = false, sms: Bool = false, codeLasts: Span = Policy().codeLasts) {
        self.whatsapp = whatsapp
        self.sms = sms
        self.codeLasts = codeLasts
    }

    package static func phone(for kind: Message.Kind) -> Phone? {
        switch kind {
        case .code, .confirmed, .moved, .cancelled, .offer, .reminder, .returned, .papersMissed, .deadlineMoved, .called, .decided,
            .interviewMissed, .number, .papersToBring, .soon, .comeIn, .numberMissed:
            .whatsappThenSMS
        case .queued, .offerLapsed, .papersComplete: .whatsapp
        // The link itself goes to the address that was proven; a refused file is told on the page, and by mail to who has left.
        case .link, .refusedFile: nil
        }
    }

    /// How long WhatsApp has to deliver before an SMS goes in its place.
    package static func patience(with kind: Message.Kind) -> Span {
        switch kind {
        // The officer waits no longer than some minutes for somebody who was called.
        case .code, .called, .soon, .comeIn: .minutes(1)
        case .confirmed, .moved, .cancelled, .offer, .reminder, .queued, .offerLapsed, .returned, .refusedFile, .papersComplete,
            .papersMissed, .deadlineMoved, .link, .decided, .interviewMissed, .number, .papersToBring, .numberMissed:
            .minutes(30)
        }
    }

    /// The first channel to try on a phone; nil when the kind does not go there.
    package func first(for kind: Message.Kind) -> Message.Channel? {
        guard let phone = Reach.phone(for: kind) else { return nil }
        if whatsapp { return .whatsapp }
        return sms && phone == .whatsappThenSMS ? .sms : nil
    }

    /// Whether an SMS goes where WhatsApp failed.
    func hasSMS(after message: Message, at now: Instant) -> Bool {
        sms && message.channel == .whatsapp && Reach.phone(for: message.kind) == .whatsappThenSMS && !isStale(message, at: now)
    }

    /// A code nobody can use any more.
    func isStale(_ message: Message, at now: Instant) -> Bool { message.kind == .code && now >= message.made + codeLasts }
}
