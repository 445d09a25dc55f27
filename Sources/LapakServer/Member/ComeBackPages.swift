import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// M12's door: number, then code.
enum ComeBackPages {
    static func routes(_ routes: Routes) {
        routes.get("/klaim") { call in numberPage(call, value: call.query("nomor") ?? "").reply(to: call) }
        routes.post("/klaim") { call in
            guard let number = ClaimNumber(call.form["nomor"]) else {
                let words = Words(
                    "Nomor pengajuan terdiri dari 8 huruf atau angka, contoh 7K4M-92QX. Periksa lagi.",
                    "A claim number has 8 letters or digits, for example 7K4M-92QX. Check it again.")
                return numberPage(call, value: call.form["nomor"], faults: Faults(.invalid(field: "nomor", words))).reply(
                    to: call, status: .unprocessableContent)
            }
            do {
                let visit = try await call.beginVisit(to: number, once: call.requestKey("kunjungan"))
                return .redirect("/klaim/kode", cookies: [Cookie(Call.visitCookie, visit.word)])
            } catch let refusal as Refusal {
                return numberPage(call, value: call.form["nomor"], faults: Faults(refusal, field: "nomor")).reply(
                    to: call, status: refusal.status
                ).waiting(refusal, at: call.now)
            }
        }
        routes.get("/klaim/kode") { call in codePage(call).reply(to: call) }
        routes.post("/klaim/kode") { call in
            guard let key = call.visitKey else { return .redirect("/klaim") }
            let digits = Digits.only(call.form["kode"]) ?? ""
            let next = call.app.secrets.proven(key.id)
            let refusal: Refusal? =
                digits.utf8.count == 6
                ? try await call.proveVisit(key, code: digits, next: next, once: call.requestKey("kode/\(key.id.rawValue)"))
                : .invalid(field: "kode", Words("Kode harus 6 angka.", "The code has 6 digits."))
            guard let refusal else {
                let cookies = [Cookie(Call.visitCookie, next.word)] + (try await known(next, call))
                return .redirect("/klaim/status", cookies: cookies)
            }
            return codePage(call, faults: Faults(refusal, field: "kode")).reply(to: call, status: refusal.status)
        }
    }

    /// The browser is known from now on: strangers who ask for codes do not keep it out.
    private static func known(_ key: Key<ReturnVisit>, _ call: Call) async throws -> [Cookie] {
        let claim = try await call.visitedClaim(key)
        let number = try await call.app.store.read { try $0.find(Claim.self, claim)?.number }
        return number.map { [call.knownDevice.remembering(KnownDevice.claim($0), call.app.secrets).asCookie] } ?? []
    }

    private static func numberPage(_ call: Call, value: String, faults: Faults = Faults()) -> Page {
        let title = call.say("Nomor pengajuan Anda", "Your claim number")
        let field = Field(
            name: "nomor", label: title,
            hint: call.say("Contoh: 7K4M-92QX. Ada di e-mail konfirmasi.", "For example 7K4M-92QX. It is in the confirmation e-mail."),
            value: value, isHeading: true, style: "n16")
        let send = call.say("Kirim kode", "Send the code")
        let question = form(call, action: "/klaim", id: "f-nomor", button: send, field.html(call, faults))
        return Page(title: title, back: "/", body: "\(faults.summary(call))\(question)", hasErrors: !faults.isEmpty)
    }

    private static func codePage(_ call: Call, faults: Faults = Faults()) -> Page {
        let (title, minutes) = (call.say("Masukkan kode 6 angka", "Enter the 6-digit code"), call.policy.codeLasts.minutes)
        let field = Field(
            name: "kode", label: title,
            hint: call.say(
                "Bila nomor itu benar, kami mengirim kode ke e-mail atau HP yang sudah Anda buktikan. Berlaku \(minutes) menit.",
                "If the number is right, we sent a code to the e-mail address or phone that you have proven. It lasts \(minutes) minutes."
            ), inputmode: "numeric",
            autocomplete: "one-time-code", isHeading: true, isPrivate: true, style: "n16")
        let goOn = call.say("Lanjut", "Continue")
        let question = form(call, action: "/klaim/kode", id: "f-kode", button: goOn, field.html(call, faults))
        let noCode = call.say("Kode tidak datang? Periksa nomornya dan minta lagi.", "No code? Check the number and ask again.")
        return Page(
            title: title, back: "/klaim", body: "\(faults.summary(call))\(question)<p><a href=\"/klaim\">\(noCode)</a></p>",
            hasErrors: !faults.isEmpty)
    }
}
