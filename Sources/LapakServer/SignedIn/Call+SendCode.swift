import LapakDomain
import LapakStore

extension Call {
    /// Makes a code, keeps its hash by `keep`, and puts the letter into the outbox in the same transaction.
    ///
    /// It goes by mail alone: links to papers go there later, so it is the address that must be proven and not the phone.
    /// One address gets at most eight codes an hour, whoever asks.
    func sendCode(
        to email: EmailAddress, for registration: inout Registration, _ work: Work,
        keeping keep: (inout Registration, String) throws(Refusal) -> Void
    ) throws {
        let code = app.secrets.code()
        try keep(&registration, app.secrets.hash(code: code, for: registration.id.rawValue))
        try work.spend("code:\(email.value)", most: 8, per: .hours(1))
        let notice = Notice(
            source: "code:\(registration.id.rawValue):\(registration.codes)", kind: .code, mail: email, phone: nil, language: language,
            details: code)
        work.post(notice, reach: app.reach)
        work.update(registration)
    }
}
