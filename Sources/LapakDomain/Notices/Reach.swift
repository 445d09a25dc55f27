/// Which channels there are, and so by which one a notice goes.
package struct Reach: Hashable, Sendable {
    package let whatsapp: Bool
    package let sms: Bool
    /// A code older than this is not sent any more.
    package let codeLasts: Span

    package init(whatsapp: Bool = false, sms: Bool = false, codeLasts: Span = Policy().codeLasts) {
        self.whatsapp = whatsapp
        self.sms = sms
        self.codeLasts = codeLasts
    }

    /// The first channel to try on a phone; nil when the kind does not go there.
    package func first(for kind: Message.Kind) -> Message.Channel? {
        guard let phone = kind.phone else { return nil }
        if whatsapp { return .whatsapp }
        return sms && phone == .whatsappThenSMS ? .sms : nil
    }

    /// Whether an SMS goes where WhatsApp failed.
    package func hasSMS(after message: Message, at now: Instant) -> Bool {
        sms && message.channel == .whatsapp && message.kind.phone == .whatsappThenSMS && !isStale(message, at: now)
    }

    /// A code nobody can use any more.
    package func isStale(_ message: Message, at now: Instant) -> Bool { message.kind.isCode && now >= message.made + codeLasts }
}
