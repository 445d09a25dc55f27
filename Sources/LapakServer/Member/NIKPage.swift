import HTTPTypes
import LapakDomain
import LapakOutside
import LapakStore
import LapakWeb

/// M3: the NIK, one question on its page.
struct NIKPage {
    var value = ""
    var faults = Faults()

    static func routes(_ routes: Routes) {
        routes.get("/daftar/nik") { call in
            let registration = try await call.registration()
            return NIKPage(value: registration.nik?.digits ?? "").reply(call)
        }
        routes.post("/daftar/nik") { call in
            try call.meansOwnForm()
            let typed = call.form["nik"]
            guard let nik = NIK(typed) else {
                return NIKPage(value: typed, faults: Faults(.invalid(field: "nik", fault(typed)))).reply(
                    call, status: .unprocessableContent)
            }
            let step = try await call.change { work, registration in
                try work.state(nik: nik, for: &registration)
                work.update(registration)
                return registration.step
            }
            return .redirect(step.path)
        }
    }

    private static func fault(_ typed: String) -> Words {
        guard Digits.only(typed)?.utf8.count == NIK.length else { return Digits.fault(typed, of: NIK.subject, length: NIK.length) }
        return Words(
            "NIK ini tidak mungkin benar. Periksa lagi angka pada KTP Anda.",
            "This cannot be a NIK. Check the digits on your identity card again.")
    }

    func reply(_ call: Call, status: HTTPResponse.Status = .ok) -> Reply {
        let title = call.say("Berapa NIK Anda?", "What is your NIK?")
        let field = Field(
            name: "nik", label: title,
            hint: call.say("16 angka pada KTP. Boleh memakai spasi.", "16 digits on your identity card. Spaces are fine."),
            value: value, inputmode: "numeric", isHeading: true, isPrivate: true, style: "n16")
        let question = form(call, action: "/daftar/nik", id: "f-nik", button: call.say("Lanjut", "Continue"), field.html(call, faults))
        return Page(
            title: title, back: "/jadwal", body: "\(faults.summary(call))\(question)", hasErrors: !faults.isEmpty
        ).reply(to: call, status: status)
    }
}
