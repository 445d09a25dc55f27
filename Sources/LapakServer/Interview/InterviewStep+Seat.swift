import LapakDomain
import LapakWeb

// At the officer's seat: data, the officer's touches, the summary.
extension InterviewStep {
    var filling: Content {
        let rows: [(String, String)?] = [
            (call.say("Nama", "Name"), claim.name), ("NIK", claim.nik.masked),
            picture.birth.map {
                (call.say("Tanggal lahir", "Date of birth"), String($0.text(call.language).drop { $0 != "," }.dropFirst(2)))
            },
            (call.say("Sebab klaim", "Reason"), call.say(claim.reason.words)),
            (call.say("Telepon", "Phone"), claim.phone.masked),
            (call.say("E-mail", "E-mail"), claim.email?.masked ?? call.say("tidak ada", "none")),
            (call.say("Kantor", "Branch"), picture.branch?.name ?? "-"),
        ]
        let returned: HTML? = picture.interview?.returned.first { !$0.subject.isOriginal }.map(reason)
        return Content(
            title: call.say("Periksa data Anda", "Check your data"),
            head: """
                \(returned)<dl class="kv">\(rows.compactMap(\.self).html { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>\
                \(form(call, action: "\(face.path)/data", id: "f-data", button: call.say("Data saya benar", "My data are right"), ""))\(objection)
                """)
    }

    /// Something is wrong: the officer comes and asks.
    private var objection: HTML {
        form(
            call, action: "\(face.path)/bantuan", id: "f-salah", button: call.say("Ada yang salah", "Something is wrong"), style: "alt",
            "<input type=\"hidden\" name=\"sebab\" value=\"objection\">")
    }

    /// Why something came back, and what to do.
    func reason(_ returned: Interview.Returned) -> HTML {
        "<div class=\"box w\"><p>\(call.say(returned.reason.words)) \(call.say(returned.reason.next))</p></div>"
    }

    private func waits(_ title: String, _ words: String) -> Content { Content(title: title, head: "<p>\(words)</p>\(phone)") }

    /// On the lowest rung: who will ring, and at which number.
    private var phone: HTML? {
        guard picture.rung == .phone else { return nil }
        let officer = picture.officer ?? ""
        return """
            <div class="box i"><p>\(call.say("Petugas \(officer) menelepon \(claim.phone.masked). Ia menyebut kata sandi \(codeWord). Biarkan halaman ini terbuka.", "Officer \(officer) phones \(claim.phone.masked) and says the code word \(codeWord). Leave this page open."))</p></div>
            """
    }

    var ready: Content {
        waits(
            call.say("Petugas memeriksa data Anda", "The officer checks your data"),
            call.say(
                "Siapkan dokumen asli di meja. Anda memotretnya setelah ini.", "Lay the originals on the table. You photograph them next."))
    }

    var shown: Content {
        Content(
            title: call.say("Petugas melihat dokumen Anda", "The officer looks at your papers"),
            head: """
                <p>\(call.say("Tetap di depan kamera. Petugas menyapa Anda dan mungkin meminta foto lagi.", "Stay in front of the camera. The officer will greet you and may ask for another photo."))</p>\(phone)
                """, foot: papers)
    }

    var summary: Content {
        let amount = claim.facts.balance
        let rows: [(String, String)?] = [
            (call.say("Nomor pengajuan", "Claim number"), claim.number.description), (call.say("Nama", "Name"), claim.name),
            (call.say("Sebab klaim", "Reason"), call.say(claim.reason.words)),
            amount > Rupiah(0) ? (call.say("Saldo JHT (perkiraan)", "JHT balance (estimate)"), amount.text) : nil,
            (
                call.say("Dokumen asli", "Originals"),
                picture.originals.filter { picture.interview?.capture(of: .paper($0)) != nil }.map { call.say($0.words) }.joined(
                    separator: "; ")
            ),
            (call.say("Dibayar ke", "Paid to"), call.say("rekening atas nama Anda sendiri", "an account in your own name")),
        ]
        return Content(
            title: call.say("Baca ringkasan", "Read the summary"),
            head: """
                <dl class="kv">\(rows.compactMap(\.self).html { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>\
                <p>\(call.say("Jumlah akhir dihitung saat pembayaran, setelah hasil pengembangan dan pajak bila ada.", "The final amount is computed at payment, after returns and tax, if any."))</p>\
                <p>\(call.say("Dengan menekan Setuju, Anda menyatakan data dan dokumen ini benar dan mengajukan klaim ini sendiri.", "By pressing Agree you declare that these data and papers are true and that you yourself file this claim."))</p>\
                \(form(call, action: "\(face.path)/setuju", id: "f-setuju", button: call.say("Setuju", "Agree"), ""))\(objection)
                """)
    }

    var agreed: Content {
        waits(
            call.say("Menunggu keputusan petugas", "Waiting for the officer's decision"),
            call.say(
                "Terima kasih. Petugas memutuskan sebentar lagi. Tetap di halaman ini.",
                "Thank you. The officer decides in a moment. Stay on this page."))
    }

    var deciding: Content {
        waits(
            call.say("Petugas menyimpan keputusan", "The officer saves the decision"),
            call.say("Hasilnya tampil di halaman ini beberapa detik lagi.", "The result appears on this page in a few seconds."))
    }
}
