import LapakDomain
import LapakStore
import LapakWeb

/// M9: every paper with its state, what is wrong with it and what to do, the first unfinished one as the main action.
struct PaperList {
    let picture: PaperPicture
    let call: Call
    var faults = Faults()

    var page: Page {
        let title = call.say("Berkas Anda", "Your papers")
        let rows = picture.dossier.rows.html { PaperRow(row: $0, picture: picture, call: call).html }
        var page = Page(
            title: title, back: call.visitKey == nil && call.registrationKey == nil ? nil : "/klaim/status",
            body: """
                \(faults.summary(call))<h1>\(title)</h1><div id="daftar"\(picture.isMoving ? " data-segar" : "" as HTML)>\
                \(PaperStanding(picture: picture, call: call).html)\(action)<p><strong>\(call.say(picture.dossier.progress))</strong></p>\
                <ul class="tl">\(rows)</ul>\(again)</div>\
                <p class="sr" role="status" id="warta"></p>\(PhotoPage.sending(picture, call))\
                <form method="post" action="/klaim/keluar"><button class="btn alt">\(call.say("Keluar dari ponsel ini", "Sign out on this phone"))</button></form>
                """, hasErrors: !faults.isEmpty)
        page.assets = ["papers.js"]
        return page
    }

    private var action: HTML? {
        guard let next = picture.next else { return nil }
        let name = next.name(call.language)
        let words =
            next.state == .missing ? call.say("Kirim: \(name)", "Send: \(name)") : call.say("Kirim ulang: \(name)", "Send again: \(name)")
        return "<p><a class=\"btn\" href=\"\(url: next.path)\">\(words)</a></p>"
    }

    /// Without a script the page does not look again by itself.
    private var again: HTML? {
        guard picture.isMoving else { return nil }
        return """
            <p>\(call.say("Pemeriksaan otomatis biasanya selesai dalam satu menit.", "The automatic check usually takes less than a minute."))\
             <a href="/berkas">\(call.say("Lihat hasilnya", "See the result"))</a></p>
            """
    }
}

/// What the papers mean for the appointment now, and by when: never silent.
struct PaperStanding {
    let picture: PaperPicture
    let call: Call

    var html: HTML {
        switch picture.standing {
        case .open(let until): picture.dossier.isSent ? sent(until) : due(until)
        case .checking:
            box(
                "i", call.say("Semua dokumen masuk tepat waktu", "Every paper came in time"),
                call.say(
                    "Pemeriksaan di pihak kami belum selesai. Tempat Anda aman; Anda tidak perlu melakukan apa-apa.",
                    "Our own check is not done yet. Your place is safe; there is nothing you need to do."))
        case .late:
            box(
                "w", call.say("Batas waktu dokumen sudah lewat", "The papers' deadline has passed"),
                call.say(
                    "Dokumen belum lengkap pada batas waktu. Dalam satu menit halaman status mengatakan langkah berikutnya.",
                    "The papers were not complete at the deadline. In a minute the status page says what comes next."))
        case .ready: ready
        case .inLine:
            box(
                "i", call.say("Anda boleh menyiapkan dokumen sekarang", "You may prepare your papers now"),
                call.say(
                    "Anda masih di daftar tunggu, jadi belum ada batas waktu. Dokumen yang sudah lengkap membuat Anda dapat mengambil tempat yang lebih dekat.",
                    "You are still in the waiting list, so there is no deadline yet. With complete papers you can take an earlier place."))
        case .lostPlace: lostPlace
        case .decided:
            box(
                "i", call.say("Wawancara sudah selesai", "The interview is over"),
                call.say("Dokumen tidak perlu dikirim lagi.", "No more papers have to be sent."))
        case .cancelled:
            box(
                "w", call.say("Pengajuan ini dibatalkan", "This claim was cancelled"),
                call.say(
                    "Dokumen tidak dapat dikirim lagi. Anda dapat mengajukan klaim baru kapan saja.",
                    "Papers can no longer be sent. You may file a new claim at any time."))
        }
    }

    private func due(_ until: Instant) -> HTML {
        """
        <div class="box i"><p>\(call.say("Batas waktu:", "Deadline:")) <strong>\(picture.lastMinute(call.language) ?? "")</strong> \
        (<time data-until="\(until.utcISO)">\((until - call.now).textLeft(call.language))</time>).\(extended)</p>\
        <p>\(call.say("Bila belum lengkap, tempat wawancara Anda untuk orang lain; nomor urut Anda tetap.", "If papers are missing then, your interview place goes to someone else; your number in line stays."))</p></div>
        """
    }

    private func sent(_ until: Instant) -> HTML {
        box(
            "i", call.say("Semua dokumen wajib sudah masuk", "Every required paper is in"),
            call.say(
                "Petugas memeriksanya sebelum wawancara. Bila ada yang perlu difoto ulang, kami kirim pesan. Penggantinya dapat dikirim sampai \(picture.lastMinute(.id) ?? "").",
                "An officer checks them before the interview. If one has to be taken again, we send a message. It can be replaced until \(picture.lastMinute(.en) ?? "")."
            ))
    }

    private var ready: HTML {
        let when = picture.slot.map { $0.start.text(in: picture.zone, call.language) } ?? ""
        return box(
            "i", call.say("Dokumen lengkap", "Your papers are complete"),
            call.say(
                "Berikutnya: wawancara pada \(when). Siapkan dokumen asli dan ponsel yang terisi penuh.",
                "Next: the interview on \(when). Have the originals and a charged phone at hand."))
    }

    private var lostPlace: HTML {
        box(
            "w", call.say("Dokumen belum lengkap pada batas waktu", "The papers were not complete at the deadline"),
            picture.dossier.isSent
                ? call.say(
                    "Tempat Anda untuk orang lain; nomor urut Anda tetap, tanpa antre ulang dari belakang. Sekarang semua dokumen wajib sudah ada: tinggal menunggu tempat berikutnya.",
                    "Your place went to someone else; your number in line stays, without queueing again from the back. Every required paper is here now: what remains is the next place."
                )
                : call.say(
                    "Tempat Anda untuk orang lain; nomor urut Anda tetap, tanpa antre ulang dari belakang. Dokumen yang sudah dikirim tetap tersimpan. Kirim yang kurang sekarang, sebelum tempat berikutnya datang.",
                    "Your place went to someone else; your number in line stays, without queueing again from the back. What you sent is kept. Send what is missing now, before the next place comes."
                ))
    }

    private var extended: HTML? {
        guard picture.isExtended else { return nil }
        return
            " \(call.say("Batas ini kami undur karena ada gangguan di pihak kami.", "We moved it because something failed on our side."))"
    }

    private func box(_ style: StaticString, _ title: String, _ words: String) -> HTML {
        "<div class=\"box \(style.description)\"><h2>\(title)</h2><p>\(words)</p></div>"
    }
}
