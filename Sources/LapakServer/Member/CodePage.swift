import HTTPTypes
import LapakDomain
import LapakOutside
import LapakStore
import LapakWeb

/// The sentences of this page.
private enum Say {
    static let sentAgain = Words(
        "Kode baru sudah dikirim. Kode lama tidak berlaku lagi.", "A new code was sent. The old one no longer works.")
    static let goOn = Words("Lanjut", "Continue")
    static let noCode = Words("Kode tidak datang?", "No code?")
    static let sendAgain = Words("Kirim kode lagi", "Send another code")
    static let changeMail = Words("Ganti alamat e-mail", "Change the e-mail address")
    static let sixDigits = Words("Kode harus 6 angka.", "The code has 6 digits.")

    static func sentTo(_ address: String, lasting minutes: Int64) -> Words {
        Words(
            "Kami mengirimnya ke \(address). Berlaku \(minutes) menit. Periksa juga folder spam.",
            "We sent it to \(address). It lasts \(minutes) minutes. Check the spam folder too.")
    }
}

/// M6: the six digits that prove the contact.
struct CodePage {
    let email: EmailAddress?
    /// The mail server refused the newest code for good.
    let isRefused: Bool
    var faults = Faults()
    var resent = false

    /// The page as it stands for a registration.
    private static func of(_ registration: Registration, _ call: Call, faults: Faults = Faults(), resent: Bool = false) async throws
        -> CodePage
    {
        let source = Call.codeSource(registration)
        let isRefused = try await call.app.store.read { try $0.isRefused(source) }
        return CodePage(email: registration.email, isRefused: isRefused, faults: faults, resent: resent && !isRefused)
    }

    static func routes(_ routes: Routes) {
        routes.get("/daftar/kode") { call in
            let registration = try await call.registration()
            guard registration.email != nil else { return .redirect(registration.step.path) }
            return try await of(registration, call, resent: call.query("ulang") != nil).reply(call)
        }
        routes.post("/daftar/kode") { call in
            let digits = Digits.only(call.form["kode"]) ?? ""
            guard digits.utf8.count == 6 else {
                return try await of(try await call.registration(), call, faults: Faults(.invalid(field: "kode", Say.sixDigits))).reply(
                    call, status: .unprocessableContent)
            }
            let (proof, key) = try await call.proveContact(digits)
            guard let refusal = proof.refusal else {
                if proof.step == .reason { await call.compareSoon(key.pass) }
                let email = try await call.app.store.read { try $0.find(Registration.self, key.id)?.email }
                let known = email.map { call.knownDevice.remembering(KnownDevice.mailbox($0), call.app.secrets).asCookie }
                return .redirect(
                    proof.step.path, cookies: [Cookie(Call.registrationCookie, key.word), known].compactMap(\.self))
            }
            return try await of(try await call.registration(), call, faults: Faults(refusal, field: "kode")).reply(
                call, status: refusal.status)
        }
        routes.post("/daftar/kode/ulang") { call in
            do {
                try call.pay(.code)
                try await call.change { work, registration in
                    guard let email = registration.email else { throw Refusal.stepMissing }
                    try call.sendCode(to: email, for: &registration, work) { registration, hash throws(Refusal) in
                        try registration.resend(codeHash: hash, policy: call.policy, at: call.now)
                    }
                }
                return .redirect("/daftar/kode?ulang=1")
            } catch let refusal as Refusal {
                let registration = try await call.registration()
                return try await of(registration, call, faults: Faults(refusal, field: "kode"))
                    .reply(call, status: refusal.status).waiting(refusal, at: call.now)
            }
        }
    }

    func reply(_ call: Call, status: HTTPResponse.Status = .ok) -> Reply {
        let title = call.say("Masukkan kode 6 angka", "Enter the 6-digit code")
        let field = Field(
            name: "kode", label: title,
            hint: isRefused ? nil : call.say(Say.sentTo(email?.value ?? "", lasting: call.policy.codeLasts.minutes)),
            inputmode: "numeric", autocomplete: "one-time-code", isHeading: true, isPrivate: true, style: "n16")
        let question = form(call, action: "/daftar/kode", id: "f-kode", button: call.say(Say.goOn), field.html(call, faults))
        let another = form(call, action: "/daftar/kode/ulang", id: "f-ulang", button: call.say(Say.sendAgain), style: "alt", "")
        return Page(
            title: title, back: "/daftar/kontak",
            body: """
                \(faults.summary(call))\
                \(when(resent, "<div class=\"box i\" role=\"status\">\(call.say(Say.sentAgain))</div>"))\
                \(isRefused ? RefusedMail.box(email?.value ?? "", mend: "/daftar/kontak", call) : "<div data-kode-ke></div>")\(question)\
                <h2>\(call.say(Say.noCode))</h2>\(another)\
                <p><a href="/daftar/kontak">\(call.say(Say.changeMail))</a></p>
                """, assets: isRefused ? [] : ["code.js"], hasErrors: !faults.isEmpty
        ).reply(to: call, status: status)
    }
}
