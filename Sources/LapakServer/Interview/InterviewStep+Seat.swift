import LapakDomain
import LapakWeb

/// The sentences of these steps.
private enum Say {
    static let checkData = Words("Periksa data Anda", "Check your data")
    static let dataRight = Words("Data saya benar", "My data are right")
    static let wrong = Words("Ada yang salah", "Something is wrong")

    static let officerChecks = Words("Petugas memeriksa data Anda", "The officer checks your data")
    static let layOriginals = Words(
        "Siapkan dokumen asli di meja. Anda memotretnya setelah ini.",
        "Lay the originals on the table. You photograph them next.")

    static let officerLooks = Words("Petugas melihat dokumen Anda", "The officer looks at your papers")
    static let stayInFront = Words(
        "Tetap di depan kamera. Petugas menyapa Anda dan mungkin meminta foto lagi.",
        "Stay in front of the camera. The officer will greet you and may ask for another photo.")

    static let readSummary = Words("Baca ringkasan", "Read the summary")
    static let finalAmount = Words(
        "Jumlah akhir dihitung saat pembayaran, setelah hasil pengembangan dan pajak bila ada.",
        "The final amount is computed at payment, after returns and tax, if any.")
    static let declaration = Words(
        "Dengan menekan Setuju, Anda menyatakan data dan dokumen ini benar dan mengajukan klaim ini sendiri.",
        "By pressing Agree you declare that these data and papers are true and that you yourself file this claim.")
    static let agree = Words("Setuju", "Agree")

    static let awaitsDecision = Words("Menunggu keputusan petugas", "Waiting for the officer's decision")
    static let decidesSoon = Words(
        "Terima kasih. Petugas memutuskan sebentar lagi. Tetap di halaman ini.",
        "Thank you. The officer decides in a moment. Stay on this page.")
    static let savesDecision = Words("Petugas menyimpan keputusan", "The officer saves the decision")
    static let resultSoon = Words(
        "Hasilnya tampil di halaman ini beberapa detik lagi.", "The result appears on this page in a few seconds.")

    static func rings(_ officer: String, at phone: String, with codeWord: String) -> Words {
        Words(
            "Petugas \(officer) menelepon \(phone). Ia menyebut kata sandi \(codeWord). Biarkan halaman ini terbuka.",
            "Officer \(officer) phones \(phone) and says the code word \(codeWord). Leave this page open.")
    }
}

// At the officer's seat: data, the officer's touches, the summary.
extension InterviewStep {
    var filling: Content {
        let rows: [(String, String)?] = [
            (call.say("Nama", "Name"), claim.name), ("NIK", claim.nik.masked),
            view.birth.map {
                (call.say("Tanggal lahir", "Date of birth"), String($0.text(call.language).drop { $0 != "," }.dropFirst(2)))
            },
            (call.say("Sebab klaim", "Reason"), call.say(claim.reason.words)),
            (call.say("Telepon", "Phone"), claim.phone.masked),
            (call.say("E-mail", "E-mail"), claim.email?.masked ?? call.say("tidak ada", "none")),
            (call.say("Kantor", "Branch"), view.branch?.name ?? "-"),
        ]
        let returned: HTML? = view.interview?.returned.first { !$0.subject.isOriginal }.map(reason)
        let confirming = form(call, action: "\(face.path)/data", id: "f-data", button: call.say(Say.dataRight), "")
        return Content(
            title: call.say(Say.checkData),
            head: "\(returned)\(pairs(rows))\(confirming)\(objection)")
    }

    private func pairs(_ rows: [(String, String)?]) -> HTML {
        "<dl class=\"kv\">\(rows.compactMap(\.self).html { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>"
    }

    /// Something is wrong: the officer comes and asks.
    private var objection: HTML {
        form(
            call, action: "\(face.path)/bantuan", id: "f-salah", button: call.say(Say.wrong), style: "alt",
            hidden("sebab", "objection"))
    }

    /// Why something came back, and what to do.
    func reason(_ returned: Interview.Returned) -> HTML {
        "<div class=\"box w\"><p>\(call.say(returned.reason.words)) \(call.say(returned.reason.next))</p></div>"
    }

    private func waits(_ title: Words, _ words: Words) -> Content {
        Content(title: call.say(title), head: "<p>\(call.say(words))</p>\(phone)")
    }

    /// On the lowest rung: who will ring, and at which number.
    private var phone: HTML? {
        guard view.rung == .phone else { return nil }
        let officer = view.officer ?? ""
        return box(.info, "<p>\(call.say(Say.rings(officer, at: claim.phone.masked, with: codeWord)))</p>")
    }

    var ready: Content { waits(Say.officerChecks, Say.layOriginals) }

    var shown: Content {
        Content(
            title: call.say(Say.officerLooks), head: "<p>\(call.say(Say.stayInFront))</p>\(phone)", foot: papers)
    }

    var summary: Content {
        let amount = claim.facts.balance
        let rows: [(String, String)?] = [
            (call.say("Nomor pengajuan", "Claim number"), claim.number.description), (call.say("Nama", "Name"), claim.name),
            (call.say("Sebab klaim", "Reason"), call.say(claim.reason.words)),
            amount > Rupiah(0) ? (call.say("Saldo JHT (perkiraan)", "JHT balance (estimate)"), amount.text) : nil,
            (
                call.say("Dokumen asli", "Originals"),
                view.originals.filter { view.interview?.capture(of: .paper($0)) != nil }.map { call.say($0.words) }.joined(
                    separator: "; ")
            ),
            (call.say("Dibayar ke", "Paid to"), call.say("rekening atas nama Anda sendiri", "an account in your own name")),
        ]
        return Content(
            title: call.say(Say.readSummary),
            head: """
                \(pairs(rows))\
                <p>\(call.say(Say.finalAmount))</p>\
                <p>\(call.say(Say.declaration))</p>\
                \(form(call, action: "\(face.path)/setuju", id: "f-setuju", button: call.say(Say.agree), ""))\(objection)
                """)
    }

    var agreed: Content { waits(Say.awaitsDecision, Say.decidesSoon) }

    var deciding: Content { waits(Say.savesDecision, Say.resultSoon) }
}
