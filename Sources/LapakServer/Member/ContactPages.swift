import HTTPTypes
import LapakDomain
import LapakStore

/// The sentences of both pages.
private enum Say {
    static let whereToReach = Words("Ke mana kami mengirim kabar?", "Where do we reach you?")
    static let mail = Words("Alamat e-mail", "E-mail address")
    static let mailHint = Words(
        "Kami kirim kode ke sini, lalu jadwal dan tautan dokumen.",
        "We send a code here, then the appointment and the link for papers.")
    static let phone = Words("Nomor WhatsApp atau HP", "WhatsApp or mobile number")
    static let phoneHint = Words(
        "Kabar jadwal dikirim ke nomor ini lewat WhatsApp atau SMS; petugas menelepon ke sini bila video tidak jalan.",
        "News of your appointment goes to this number by WhatsApp or SMS; the officer calls here if video does not work.")
    static let send = Words("Kirim kode", "Send the code")
    static let sentAgain = Words(
        "Kode baru sudah dikirim. Kode lama tidak berlaku lagi.", "A new code was sent. The old one no longer works.")
    static let goOn = Words("Lanjut", "Continue")
    static let noCode = Words("Kode tidak datang?", "No code?")
    static let sendAgain = Words("Kirim kode lagi", "Send another code")
    static let changeMail = Words("Ganti alamat e-mail", "Change the e-mail address")
}

/// M5: where to reach the person; a code is sent there.
struct ContactPage {
    var email = ""
    var phone = ""
    var faults = Faults()

    static func routes(_ routes: Routes) {
        routes.get("/daftar/kontak") { call in
            let registration = try await call.registration()
            return ContactPage(email: registration.email?.value ?? "", phone: registration.phone?.text ?? "").reply(call)
        }
        routes.post("/daftar/kontak") { call in
            var page = ContactPage(email: call.form["email"], phone: call.form["telepon"])
            let (email, phone) = (EmailAddress(page.email), PhoneNumber(page.phone))
            if email == nil {
                page.faults.add(
                    "email", Words("Tulis alamat e-mail, contoh nama@contoh.id.", "Write an e-mail address, for example name@example.id."))
            }
            if phone == nil {
                page.faults.add(
                    "telepon", Words("Tulis nomor HP, contoh 0812 3456 7890.", "Write a mobile number, for example 0812 3456 7890."))
            }
            guard page.faults.isEmpty, let email, let phone else { return page.reply(call, status: .unprocessableContent) }
            do {
                let step = try await call.change { work, registration in
                    if registration.proven != nil, registration.email == email { return registration.step }
                    try call.sendCode(to: email, for: &registration, work) { registration, hash throws(Refusal) in
                        try registration.reach(email: email, phone: phone, codeHash: hash, policy: call.policy, at: call.now)
                    }
                    return registration.step
                }
                return .redirect(step.path)
            } catch let refusal as Refusal {
                guard refusal != .registrationGone else { throw refusal }
                page.faults = Faults(refusal, field: "email")
                return page.reply(call, status: refusal.status)
            }
        }
    }

    func reply(_ call: Call, status: HTTPResponse.Status = .ok) -> Reply {
        let title = call.say(Say.whereToReach)
        let mail = Field(
            name: "email", label: call.say(Say.mail), hint: call.say(Say.mailHint), value: email, type: "email", autocomplete: "email")
        let mobile = Field(
            name: "telepon", label: call.say(Say.phone), hint: call.say(Say.phoneHint), value: phone, type: "tel", autocomplete: "tel")
        let questions = form(
            call, action: "/daftar/kontak", id: "f-kontak", button: call.say(Say.send),
            "\(mail.html(call, faults))\(mobile.html(call, faults))")
        return Page(
            title: title, back: "/daftar/peserta", body: "\(faults.summary(call))<h1>\(title)</h1>\(questions)", hasErrors: !faults.isEmpty
        ).reply(to: call, status: status)
    }
}

/// M6: the six digits that prove the contact.
struct CodePage {
    let email: EmailAddress?
    var faults = Faults()
    var resent = false

    static func routes(_ routes: Routes) {
        routes.get("/daftar/kode") { call in
            let registration = try await call.registration()
            guard registration.email != nil else { return .redirect(registration.step.path) }
            return CodePage(email: registration.email, resent: call.query("ulang") != nil).reply(call)
        }
        routes.post("/daftar/kode") { call in
            let digits = Digits.only(call.form["kode"]) ?? ""
            guard digits.utf8.count == 6 else {
                let words = Words("Kode harus 6 angka.", "The code has 6 digits.")
                return CodePage(email: try await call.registration().email, faults: Faults(.invalid(field: "kode", words))).reply(
                    call, status: .unprocessableContent)
            }
            let (atlas, chance) = (call.atlas, call.house.chance)
            let (booking, quiet) = (chance.id(at: call.now) as ID<Booking>, chance.quiet(call.policy))
            let (refusal, registration) = try await call.change { work, registration in
                let refusal = try work.prove(
                    &registration, codeHash: chance.hash(code: digits, for: registration.id.rawValue), booking: booking, in: atlas,
                    quiet: quiet,
                    at: call.now)
                return (refusal, registration)
            }
            guard let refusal else { return .redirect(registration.step.path) }
            return CodePage(email: registration.email, faults: Faults(refusal, field: "kode")).reply(call, status: refusal.status)
        }
        routes.post("/daftar/kode/ulang") { call in
            do {
                try await call.change { work, registration in
                    guard let email = registration.email else { throw Refusal.stepMissing }
                    try call.sendCode(to: email, for: &registration, work) { registration, hash throws(Refusal) in
                        try registration.resend(codeHash: hash, policy: call.policy, at: call.now)
                    }
                }
                return .redirect("/daftar/kode?ulang=1")
            } catch let refusal as Refusal {
                let registration = try await call.registration()
                return CodePage(email: registration.email, faults: Faults(refusal, field: "kode")).reply(call, status: refusal.status)
            }
        }
    }

    func reply(_ call: Call, status: HTTPResponse.Status = .ok) -> Reply {
        let title = call.say("Masukkan kode 6 angka", "Enter the 6-digit code")
        let field = Field(
            name: "kode", label: title,
            hint: call.say(
                "Kami mengirimnya ke \(email?.value ?? ""). Berlaku \(call.policy.codeLasts.minutes) menit. Periksa juga folder spam.",
                "We sent it to \(email?.value ?? ""). It lasts \(call.policy.codeLasts.minutes) minutes. Check the spam folder too."),
            inputmode: "numeric", autocomplete: "one-time-code", isHeading: true, isPrivate: true, style: "n16")
        let question = form(call, action: "/daftar/kode", id: "f-kode", button: call.say(Say.goOn), field.html(call, faults))
        let another = form(call, action: "/daftar/kode/ulang", id: "f-ulang", button: call.say(Say.sendAgain), style: "alt", "")
        return Page(
            title: title, back: "/daftar/kontak",
            body: """
                \(faults.summary(call))\
                \(when(resent, "<div class=\"box i\" role=\"status\">\(call.say(Say.sentAgain))</div>"))\
                \(question)\
                <h2>\(call.say(Say.noCode))</h2>\(another)\
                <p><a href="/daftar/kontak">\(call.say(Say.changeMail))</a></p>
                """, hasErrors: !faults.isEmpty
        ).reply(to: call, status: status)
    }
}
