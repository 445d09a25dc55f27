import LapakDomain
import LapakStore

extension Call {
    /// Makes a code, keeps its hash by `keep`, and puts the letter into the outbox in the same transaction.
    ///
    /// It goes by mail alone: links to papers go there later, so it is the address that must be proven and not the phone.
    /// One address gets only so many codes an hour; strangers cannot use up those of a browser that proved it before.
    func sendCode(
        to email: EmailAddress, for registration: inout Registration, _ work: Work,
        keeping keep: (inout Registration, String) throws(Refusal) -> Void
    ) throws {
        let code = app.secrets.code()
        try keep(&registration, app.secrets.hash(code: code, for: registration.id.rawValue))
        let whom = KnownDevice.mailbox(email)
        try work.payForCode(to: whom, isKnown: knownDevice.knows(whom, app.secrets))
        work.post(
            Notice.to(.mail(email), source: Self.codeSource(registration), kind: .code, language: language, details: code), reach: app.reach
        )
        work.update(registration)
    }

    /// What the message with a registration's newest code is caused by.
    static func codeSource(_ registration: Registration) -> String { "code:\(registration.id.rawValue):\(registration.codes)" }
}
