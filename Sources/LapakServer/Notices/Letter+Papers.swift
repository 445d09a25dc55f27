import LapakDomain
import LapakStore

// What is said about papers: where to send them, what is missing, what was given back, and what the deadline did.
extension Letter {
    /// `Kirim dokumen`, with the personal link; the status page where no link can be used.
    var send: Link? {
        guard let link, let claim, claim.phase.hasPlace else { return status }
        return (say("Kirim dokumen", "Send papers"), "\(app.settings.address)/berkas/buka/\(link.key(app.secrets).word)")
    }

    /// The last minute in which papers may arrive.
    var due: String {
        guard let moment = claim?.papersDue ?? slot?.papersDue(in: zone) else { return "" }
        return (moment - .minutes(1)).text(in: zone, language)
    }

    /// What the member still has to send, in one sentence; or that it is nothing.
    var missing: String {
        guard let rows = dossier?.missing, !rows.isEmpty else {
            return say("Semua dokumen wajib sudah kami terima.", "We have received every required paper.")
        }
        let titles = rows.map { $0.title[language] }.joined(separator: "; ")
        return say("Yang harus dikirim: \(titles).", "Still to send: \(titles).")
    }

    var reminder: Content? {
        guard let claim, claim.phase.hasPlace, slot != nil else { return nil }
        let days = Int(message.details) ?? 1
        let isOpen = claim.phase == .booked && !(dossier?.missing.isEmpty ?? true)
        let name = branch?.name ?? ""
        return Content(
            days == 1
                ? say("Besok wawancara Anda: \(when)", "Your interview is tomorrow: \(when)")
                : say("\(days) hari lagi wawancara Anda: \(when)", "Your interview is in \(days) days: \(when)"),
            [
                say("Petugas \(name) menghubungi Anda pada \(when).", "An officer of \(name) calls you on \(when)."), lobby, missing,
                isOpen
                    ? say(
                        """
                        Kirim paling lambat \(due). Bila belum lengkap, tempat ini untuk orang lain, dan Anda kembali ke daftar \
                        tunggu dengan urutan yang sama.
                        """,
                        """
                        Send it by \(due). If it is not complete then, the place goes to someone else, and you return to the \
                        waiting list with the same rank.
                        """)
                    : say("Siapkan dokumen asli dan ponsel yang terisi penuh.", "Have the originals and a charged phone at hand."),
            ], isOpen ? send : status
        )
    }

    var returned: Content? {
        guard let document, document.phase == .returned, let reason = document.reason, claim?.phase.isLive ?? false else { return nil }
        let paper = document.paper.words[language]
        return Content(
            say("\(paper): perlu dikirim ulang", "\(paper): please send it again"),
            [
                say(
                    "Petugas belum dapat menerima dokumen ini. \(reason.words[.id])",
                    "The officer could not accept it. \(reason.words[.en])"),
                document.note.map { say("Catatan petugas: \($0)", "The officer's note: \($0)") } ?? "",
                reason.next[language], say("Kirim paling lambat \(due).", "Send it by \(due)."),
            ].filter { !$0.isEmpty }, send
        )
    }

    var refusedFile: Content? {
        guard let document, document.phase == .refused, let fault = document.fault, claim?.phase.isLive ?? false else { return nil }
        let paper = document.paper.words[language]
        return Content(
            say("\(paper): berkas tidak dapat diterima", "\(paper): the file could not be taken"),
            [fault.words[language], say("Dokumen Anda yang lain tidak berubah.", "Your other papers are not affected.")], send
        )
    }

    var papersComplete: Content? {
        guard claim?.phase == .ready else { return nil }
        return Content(
            say("Dokumen lengkap. Wawancara Anda: \(when)", "Papers complete. Your interview: \(when)"),
            [
                say(
                    "Semua dokumen wajib untuk pengajuan \(number) sudah kami terima.",
                    "We have received every required paper of claim \(number)."),
                say("Siapkan dokumen asli pada \(when).", "Have the originals at hand on \(when)."),
            ], status
        )
    }

    var papersMissed: Content? {
        guard claim?.phase == .waiting else { return nil }
        return Content(
            say("Dokumen belum lengkap, nomor urut Anda tetap", "Papers not complete, your rank stays"),
            [
                say(
                    "Sampai batas waktu, dokumen pengajuan \(number) belum lengkap. Tempat itu sekarang untuk orang lain.",
                    "At the deadline the papers of claim \(number) were not complete. The place is someone else's now."),
                say(
                    "Anda di daftar tunggu dengan urutan lama, tanpa antre dari belakang. Dokumen yang sudah dikirim tetap tersimpan.",
                    "You are in the waiting list with your former rank, not at its end. The papers that you sent are kept."), missing,
                say(
                    "Lengkapi sekarang: begitu ada tempat, kami kirim tawaran.",
                    "Complete them now: as soon as there is a place, we send an offer."),
            ], status, calendar: removal
        )
    }

    var deadlineMoved: Content? {
        guard claim?.phase == .booked else { return nil }
        return Content(
            say("Batas waktu dokumen diundur: \(due)", "The deadline for your papers has moved: \(due)"),
            [
                say(
                    "Sistem kami sempat terganggu, jadi batas waktu Anda diundur selama gangguan itu. Batas baru: \(due).",
                    "Our system failed for a while, so your deadline moves by that long. It is now \(due)."), missing,
            ], send, calendar: calendar
        )
    }

    var newLink: Content? {
        guard link != nil, claim?.phase.hasPlace ?? false else { return nil }
        return Content(
            say("Tautan berkas Anda", "Your link for papers"),
            [
                say(
                    "Ini tautan baru seperti yang diminta. Tautan lama tidak berlaku lagi.",
                    "This is the new link that was asked for. The old one no longer works."),
                say("Kirim dokumen paling lambat \(due).", "Send your papers by \(due)."),
                say("Bila bukan Anda yang meminta, abaikan pesan ini.", "If you did not ask for it, ignore this message."),
            ], send
        )
    }
}
