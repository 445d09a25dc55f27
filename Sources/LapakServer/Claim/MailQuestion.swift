import LapakDomain
import LapakWeb

/// The sentences of the question.
private enum Say {
    static func meant(_ address: EmailAddress) -> Words { Words("Maksud Anda \(address.value)?", "Did you mean \(address.value)?") }
    static func yes(_ address: EmailAddress) -> Words { Words("Ya, \(address.value)", "Yes, \(address.value)") }
    static func no(_ address: EmailAddress) -> Words {
        Words("Bukan. Alamat saya memang \(address.value)", "No. My address is really \(address.value)")
    }
    static let choose = Words("Pilih salah satu, lalu lanjutkan.", "Choose one of the two, then go on.")
}

/// An e-mail address that was typed, and the question whether another one was meant: asked, never refused.
struct MailQuestion {
    let typed: String

    init(_ typed: String) { self.typed = typed }

    /// What the form says.
    enum Answer {
        /// No address.
        case none
        /// It looks like a slip, and nobody has answered the question about it.
        case ask
        case address(EmailAddress)
    }

    func answer(_ form: Form) -> Answer {
        guard let address = EmailAddress(typed) else { return .none }
        guard let meant = address.meant else { return .address(address) }
        switch EmailAddress(form["maksud"]) {
        case meant: return .address(meant)
        case address: return .address(address)
        default: return .ask
        }
    }

    /// The two answers; nil where there is nothing to ask.
    func html(_ call: Call) -> HTML? {
        guard let address = EmailAddress(typed), let meant = address.meant else { return nil }
        return """
            <div class="box w" role="alert"><fieldset><legend><strong>\(call.say(Say.meant(meant)))</strong></legend>\
            <p>\(call.say(Say.choose))</p>\
            \(radio("maksud", value: meant.value, id: "maksud", "\(call.say(Say.yes(meant)))"))\
            \(radio("maksud", value: address.value, "\(call.say(Say.no(address)))"))</fieldset></div>
            """
    }
}
