import HTTPTypes
import LapakDomain
import LapakOutside
import LapakStore
import LapakWeb

/// The sentences of this page.
private enum Say {
    static let goOn = Words("Lanjut", "Continue")
    static let card = Words("Nomor peserta (KPJ)", "Membership number (KPJ)")
    static let cardHint = Words(
        "\(KPJ.length) angka pada Kartu Peserta atau aplikasi JMO.", "\(KPJ.length) digits on your card or in the JMO app.")
    static let name = Words("Nama lengkap sesuai KTP", "Full name as on your identity card")
}

/// M4: the membership and what the policy asks beside it.
struct MembershipPage {
    var kpj = ""
    var name = ""
    var birth = ""
    var mother = ""
    var faults = Faults()
    /// It was compared with the registry, and differs.
    var isCompared = false

    static func routes(_ routes: Routes) {
        routes.get("/daftar/peserta") { call in
            let registration = try await call.registration()
            var page = MembershipPage(
                kpj: registration.kpj?.digits ?? "", name: registration.name ?? "", birth: registration.birth.map(typed) ?? "",
                mother: registration.mother ?? "")
            if let comparison = registration.comparison, registration.proven != nil { page.tell(comparison) }
            return page.reply(call, status: page.faults.isEmpty ? .ok : .unprocessableContent)
        }
        routes.post("/daftar/peserta") { call in
            try call.meansOwnForm()
            var page = MembershipPage(
                kpj: call.form["kpj"], name: call.form["nama"], birth: call.form["lahir"], mother: call.form["ibu"])
            let policy = call.policy.identity
            let kpj = KPJ(page.kpj)
            let name = PersonName(page.name)
            let birth = Day(typed: page.birth)
            let mother = PersonName(page.mother)
            if kpj == nil { page.faults.add("kpj", Digits.fault(page.kpj, of: KPJ.subject, length: KPJ.length)) }
            if name == nil {
                page.faults.add("nama", Words("Tulis nama lengkap sesuai KTP.", "Write your full name as on your identity card."))
            }
            if policy.asksBirth, birth == nil {
                page.faults.add("lahir", Words("Tulis tanggal lahir, contoh 17-08-1990.", "Write your birth date, for example 17-08-1990."))
            }
            if policy.asksMother, mother == nil { page.faults.add("ibu", Words("Tulis nama ibu kandung.", "Write your mother's name.")) }
            guard page.faults.isEmpty, let kpj, let name else { return page.reply(call, status: .unprocessableContent) }
            let step = try await call.change { work, registration in
                try registration.state(kpj: kpj, name: name.value, birth: birth, mother: mother?.value)
                work.update(registration)
                return registration.step
            }
            if step == .reason, let key = call.registrationKey { await call.compareSoon(key.pass) }
            return .redirect(step.path)
        }
    }

    /// After the comparison: which fields differ from the registry, and how to correct them, where that may be told. Otherwise only that
    /// something differs; in both cases an officer can help.
    private mutating func tell(_ comparison: Comparison) {
        guard comparison.finding != .matched else { return }
        for field in comparison.differing { faults.add(field.input, field.remedy) }
        if comparison.differing.isEmpty { faults = Faults(.identity(comparison.finding), field: "kpj") }
        isCompared = true
    }

    private static func typed(_ day: Day) -> String {
        let (year, month, dayOfMonth) = day.date
        return "\(dayOfMonth < 10 ? "0" : "")\(dayOfMonth)-\(month < 10 ? "0" : "")\(month)-\(year)"
    }

    func reply(_ call: Call, status: HTTPResponse.Status = .ok) -> Reply {
        let title = call.say("Data kepesertaan Anda", "Your membership")
        let policy = call.policy.identity
        let birth = Field(
            name: "lahir", label: call.say("Tanggal lahir", "Date of birth"), hint: call.say("Contoh: 17-08-1990", "Example: 17-08-1990"),
            value: self.birth,
            inputmode: "numeric", autocomplete: "bday", isPrivate: true)
        let mother = Field(name: "ibu", label: call.say("Nama ibu kandung", "Mother's name"), value: self.mother, isPrivate: true)
        let card = Field(
            name: "kpj", label: call.say(Say.card), hint: call.say(Say.cardHint), value: kpj, inputmode: "numeric", isPrivate: true,
            style: "n16")
        let fullName = Field(name: "nama", label: call.say(Say.name), value: name, autocomplete: "name")
        let questions = form(
            call, action: "/daftar/peserta", id: "f-peserta", button: call.say(Say.goOn),
            """
            \(card.html(call, faults))\(fullName.html(call, faults))\
            \(when(policy.asksBirth, birth.html(call, faults)))\(when(policy.asksMother, mother.html(call, faults)))
            """)
        return Page(
            title: title, back: "/daftar/nik",
            body: "\(faults.summary(call))<h1>\(title)</h1>\(questions)\(when(isCompared, ComparePage.wayOut(call)))",
            hasErrors: !faults.isEmpty
        ).reply(to: call, status: status)
    }
}
