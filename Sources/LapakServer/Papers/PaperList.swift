import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the list, and of what the papers mean.
private enum Say {
    static let title = Words("Berkas Anda", "Your papers")
    static let signOut = Words("Keluar dari ponsel ini", "Sign out on this phone")
    static let automaticCheck = Words(
        "Pemeriksaan otomatis biasanya selesai dalam satu menit.", "The automatic check usually takes less than a minute.")
    static let seeResult = Words("Lihat hasilnya", "See the result")

    static let inTime = Words("Semua dokumen masuk tepat waktu", "Every paper came in time")
    static let placeSafe = Words(
        "Pemeriksaan di pihak kami belum selesai. Tempat Anda aman; Anda tidak perlu melakukan apa-apa.",
        "Our own check is not done yet. Your place is safe; there is nothing you need to do.")
    static let late = Words("Batas waktu dokumen sudah lewat", "The papers' deadline has passed")
    static let statusSays = Words(
        "Dokumen belum lengkap pada batas waktu. Dalam satu menit halaman status mengatakan langkah berikutnya.",
        "The papers were not complete at the deadline. In a minute the status page says what comes next.")
    static let mayPrepare = Words("Anda boleh menyiapkan dokumen sekarang", "You may prepare your papers now")
    static let stillInLine = Words(
        """
        Anda masih di daftar tunggu, jadi belum ada batas waktu. \
        Dokumen yang sudah lengkap membuat Anda dapat mengambil tempat yang lebih dekat.
        """,
        "You are still in the waiting list, so there is no deadline yet. With complete papers you can take an earlier place.")
    static let over = Words("Wawancara sudah selesai", "The interview is over")
    static let noMorePapers = Words("Dokumen tidak perlu dikirim lagi.", "No more papers have to be sent.")
    static let cancelled = Words("Pengajuan ini dibatalkan", "This claim was cancelled")
    static let mayFileNew = Words(
        "Dokumen tidak dapat dikirim lagi. Anda dapat mengajukan klaim baru kapan saja.",
        "Papers can no longer be sent. You may file a new claim at any time.")
    static let deadline = Words("Batas waktu:", "Deadline:")
    static let ifMissing = Words(
        "Bila belum lengkap, tempat wawancara Anda untuk orang lain; nomor urut Anda tetap.",
        "If papers are missing then, your interview place goes to someone else; your number in line stays.")
    static let extended = Words(
        "Batas ini kami undur karena ada gangguan di pihak kami.", "We moved it because something failed on our side.")
    static let allIn = Words("Semua dokumen wajib sudah masuk", "Every required paper is in")
    static let complete = Words("Dokumen lengkap", "Your papers are complete")
    static let notComplete = Words("Dokumen belum lengkap pada batas waktu", "The papers were not complete at the deadline")
    static let lostNowComplete = Words(
        """
        Tempat Anda untuk orang lain; nomor urut Anda tetap, tanpa antre ulang dari belakang. \
        Sekarang semua dokumen wajib sudah ada: tinggal menunggu tempat berikutnya.
        """,
        """
        Your place went to someone else; your number in line stays, without queueing again from the back. \
        Every required paper is here now: what remains is the next place.
        """)
    static let lostSendNow = Words(
        """
        Tempat Anda untuk orang lain; nomor urut Anda tetap, tanpa antre ulang dari belakang. \
        Dokumen yang sudah dikirim tetap tersimpan. Kirim yang kurang sekarang, sebelum tempat berikutnya datang.
        """,
        """
        Your place went to someone else; your number in line stays, without queueing again from the back. \
        What you sent is kept. Send what is missing now, before the next place comes.
        """)

    static func send(_ name: String) -> Words { Words("Kirim: \(name)", "Send: \(name)") }
    static func sendAgain(_ name: String) -> Words { Words("Kirim ulang: \(name)", "Send again: \(name)") }
    static func officerChecks(_ view: PaperView) -> Words {
        Words(
            """
            Petugas memeriksanya sebelum wawancara. Bila ada yang perlu difoto ulang, kami kirim pesan. \
            Penggantinya dapat dikirim sampai \(view.lastMinute(.id) ?? "").
            """,
            """
            An officer checks them before the interview. If one has to be taken again, we send a message. \
            It can be replaced until \(view.lastMinute(.en) ?? "").
            """)
    }
    static func interview(at time: String) -> Words {
        Words(
            "Berikutnya: wawancara pada \(time). Siapkan dokumen asli dan ponsel yang terisi penuh.",
            "Next: the interview on \(time). Have the originals and a charged phone at hand.")
    }
}

/// M9: every paper with its state, what is wrong with it and what to do, the first unfinished one as the main action.
struct PaperList {
    let view: PaperView
    let call: Call
    var faults = Faults()

    var page: Page {
        let title = call.say(Say.title)
        let rows = view.dossier.rows.html { PaperRow(row: $0, view: view, call: call).html }
        var page = Page(
            title: title, back: call.visitKey == nil && call.registrationKey == nil ? nil : "/klaim/status",
            body: """
                \(faults.summary(call))<h1>\(title)</h1><div id="daftar"\(attribute: "data-segar", when: view.isMoving)>\
                \(PaperStanding(view: view, call: call).html)\(action)<p><strong>\(call.say(view.dossier.progress))</strong></p>\
                <ul class="tl">\(rows)</ul>\(again)</div>\
                <p class="sr" role="status" id="warta"></p>\(PhotoPage.sending(view, call))\
                <a class="btn alt" href="/klaim/keluar">\(call.say(Say.signOut))</a>
                """, hasErrors: !faults.isEmpty)
        page.assets = ["papers.js"]
        return page
    }

    private var action: HTML? {
        guard let next = view.next else { return nil }
        let name = next.name(call.language)
        let words = call.say(next.state == .missing ? Say.send(name) : Say.sendAgain(name))
        return "<p><a class=\"btn\" href=\"\(url: next.path)\">\(words)</a></p>"
    }

    /// Without a script the page does not look again by itself.
    private var again: HTML? {
        guard view.isMoving else { return nil }
        return """
            <p>\(call.say(Say.automaticCheck))\
             <a href="/berkas">\(call.say(Say.seeResult))</a></p>
            """
    }
}

/// What the papers mean for the appointment now, and by when: never silent.
struct PaperStanding {
    let view: PaperView
    let call: Call

    var html: HTML {
        switch view.standing {
        case .open(let until): view.dossier.isSent ? sent : due(until)
        case .checking: note(.info, Say.inTime, Say.placeSafe)
        case .late: note(.warning, Say.late, Say.statusSays)
        case .ready: ready
        case .inLine: note(.info, Say.mayPrepare, Say.stillInLine)
        case .lostPlace: note(.warning, Say.notComplete, view.dossier.isSent ? Say.lostNowComplete : Say.lostSendNow)
        case .decided: note(.info, Say.over, Say.noMorePapers)
        case .cancelled: note(.warning, Say.cancelled, Say.mayFileNew)
        }
    }

    private func due(_ until: Instant) -> HTML {
        box(
            .info,
            """
            <p>\(call.say(Say.deadline)) <strong>\(view.lastMinute(call.language) ?? "")</strong> \
            (<time data-until="\(until.utcISO)">\((until - call.now).textLeft(call.language))</time>).\(extended)</p>\
            <p>\(call.say(Say.ifMissing))</p>
            """)
    }

    private var sent: HTML { note(.info, Say.allIn, Say.officerChecks(view)) }

    private var ready: HTML {
        let time = view.slot.map { $0.start.text(in: view.zone, call.language) } ?? ""
        return note(.info, Say.complete, Say.interview(at: time))
    }

    private var extended: HTML { when(view.isExtended, " \(call.say(Say.extended))") }

    private func note(_ kind: BoxKind, _ title: Words, _ text: Words) -> HTML {
        box(kind, "<h2>\(call.say(title))</h2><p>\(call.say(text))</p>")
    }
}
