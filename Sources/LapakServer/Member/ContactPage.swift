import HTTPTypes
import LapakDomain
import LapakOutside
import LapakStore
import LapakWeb

/// The sentences of this page.
private enum Say {
    static let whereToReach = Words("Ke mana kami mengirim kabar?", "Where do we reach you?")
    static let mail = Words("Alamat e-mail", "E-mail address")
    static let mailHint = Words(
        "Kami kirim kode ke sini, lalu jadwal dan tautan dokumen.",
        "We send a code here, then the appointment and the link for papers.")
    static let phone = Words("Nomor WhatsApp atau HP", "WhatsApp or mobile number")
    static let phoneHint = Words(
        "Petugas menelepon ke sini bila video tidak jalan. Kabar lewat WhatsApp atau SMS dikirim setelah nomor ini dibuktikan.",
        "The officer calls here if video does not work. News comes by WhatsApp or SMS once the number is proven.")
    static let send = Words("Kirim kode", "Send the code")
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
            try call.meansOwnForm()
            var page = ContactPage(email: call.form["email"], phone: call.form["telepon"])
            let (answer, phone) = (MailQuestion(page.email).answer(call.form), PhoneNumber(page.phone))
            if case .none = answer {
                page.faults.add(
                    "email", Words("Tulis alamat e-mail, contoh nama@contoh.id.", "Write an e-mail address, for example name@example.id."))
            }
            if phone == nil {
                page.faults.add(
                    "telepon", Words("Tulis nomor HP, contoh 0812 3456 7890.", "Write a mobile number, for example 0812 3456 7890."))
            }
            guard page.faults.isEmpty, case .address(let email) = answer, let phone else {
                return page.reply(call, status: .unprocessableContent)
            }
            do {
                try call.payForCode(to: KnownDevice.mailbox(email), call.knownDevice)
                let step = try await call.change { work, registration in
                    if registration.proven != nil, registration.email == email {
                        try registration.correct(phone: phone)
                        work.update(registration)
                        return registration.step
                    }
                    try call.sendCode(to: email, for: &registration, work) { registration, hash throws(Refusal) in
                        try registration.reach(email: email, phone: phone, codeHash: hash, policy: call.policy, at: call.now)
                    }
                    return registration.step
                }
                return .redirect(step.path)
            } catch let refusal as Refusal {
                guard refusal != .registrationGone else { throw refusal }
                page.faults = Faults(refusal, field: "email")
                return page.reply(call, status: refusal.status).waiting(refusal, at: call.now)
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
            "\(mail.html(call, faults))\(MailQuestion(email).html(call))\(mobile.html(call, faults))")
        return Page(
            title: title, back: "/daftar/peserta", body: "\(faults.summary(call))<h1>\(title)</h1>\(questions)", hasErrors: !faults.isEmpty
        ).reply(to: call, status: status)
    }
}
