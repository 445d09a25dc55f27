package import LapakDomain

/// A notice to a phone: what it says, not yet by which channel.
package struct PhoneNote: Hashable, Sendable {
    /// Our message and the attempt; comes back in what the channel tells later.
    package let name: AttemptName
    package let to: PhoneNumber
    package let language: Language
    package let template: NoticeTemplate
    /// What stands in the template's places, in order; without line ends.
    package let values: [String]

    /// The whole text, as an SMS has it.
    package var text: String { template.text(language, values) }
}

/// The carriers to phones that the house has.
package struct Phones: Sendable {
    package let whatsapp: (any PhoneCarrier)?
    package let sms: (any PhoneCarrier)?

    package init(whatsapp: (any PhoneCarrier)? = nil, sms: (any PhoneCarrier)? = nil) {
        self.whatsapp = whatsapp
        self.sms = sms
    }
}

extension Phones {
    /// What the settings say; in development the outbox stands in for the rest. Each carrier has threads of its own, so that
    /// WhatsApp cannot hold up the SMS that goes in its place.
    static func open(
        _ settings: Settings, whatsapp: WhatsAppSettings?, outbox: DevOutbox?, threads: () -> CurlThreads
    ) throws(OutsideSettingTrouble) -> Phones {
        let standIn = settings.development ? outbox : nil
        let hasGateway = settings.smsURL != nil || settings.smsToken != nil
        return Phones(
            whatsapp: whatsapp.map { WhatsApp($0, threads: threads()) } ?? standIn?.phone(.whatsapp),
            sms: hasGateway ? try SMSGateway(settings, threads: threads()) : standIn?.phone(.sms))
    }
}

/// Carries notices to phones, by one channel.
package protocol PhoneCarrier: Sendable {
    /// Tries once, and says what came of it; never throws, because an unknown end is an end, too.
    func send(_ note: PhoneNote) async -> Handover
}
