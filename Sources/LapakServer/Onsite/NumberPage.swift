import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let connectionBroke = Words(
        "Sambungan terputus. Halaman ini mencoba lagi sendiri.", "The connection broke. This page tries again by itself.")
    static let updated = Words("Terakhir diperbarui", "Last updated")
    static let queueNumber = Words("Nomor antrean", "Queue number")
    static let printTicket = Words("Cetak karcis", "Print the ticket")
    static let giveUp = Words("Batalkan nomor ini", "Give this number up")
    static let seeClaim = Words("Lihat pengajuan saya", "See my claim")
    static let keepPage = Words(
        "Simpan halaman ini: siapa pun yang membukanya dapat mengikuti nomor ini.",
        "Keep this page: whoever opens it can follow the number.")

    static let showNumber = Words(
        """
        Tunjukkan nomor ini kepada petugas di halaman kantor. \
        Bila Anda datang sesudah waktu itu, Anda dilayani sesudah yang sudah ada.
        """,
        "Show this number to the officer in the yard. If you come after that time, you are served after those who are there.")
    static let bring = Words("Bawa dokumen asli:", "Bring the originals:")
    static let incomplete = Words("Dokumen Anda belum lengkap", "Your papers are not complete")
    static let dataDiffer = Words(
        "Data Anda belum cocok dengan data kepesertaan. Petugas di halaman membantu memperbaikinya.",
        "Your data do not match the membership data yet. The officer in the yard helps to mend them.")
    static let bringToday = Words(
        "Bawa hari ini kepada petugas di halaman; nomor Anda tetap:",
        "Bring today to the officer in the yard; your number stays:")
    static let youAreNext = Words("Anda berikutnya", "You are next")
    static let comeIn = Words("Silakan masuk sekarang", "Please come in now")
    static let watchScreen = Words(
        "Masuk dan perhatikan layar: nomor Anda dipanggil ke bilik.",
        "Come in and watch the screen: your number is called to a booth.")
    static let followScreen = Words("Ikuti petunjuk di layar bilik.", "Follow the screen in the booth.")
    static let missed = Words("Panggilan Anda terlewat", "Your calls passed")
    static let mayReturn = Words(
        """
        Anda boleh kembali hari ini: lapor kepada petugas di halaman dengan nomor yang sama. \
        Anda berdiri sesudah yang sudah menunggu.
        """,
        "You may return today: tell the officer in the yard, with the same number. You stand behind those who wait.")
    static let ifNot = Words(
        "Bila tidak, besok Anda di daftar tunggu dan kami mencarikan tempat.",
        "If not, you are in the waiting list tomorrow and we look for a place.")
    static let finished = Words("Selesai", "Finished")
    static let interviewOver = Words(
        "Wawancara Anda sudah selesai. Hasilnya ada di halaman pengajuan.",
        "Your interview is over. Its result is on the claim's page.")
    static let otherDay = Words("Nomor ini berlaku untuk hari lain", "This number was for another day")
    static let oneDay = Words(
        "Nomor antrean berlaku satu hari. Yang terjadi dengan pengajuan Anda ada di halaman pengajuan.",
        "A queue number lasts one day. What happens with your claim is on the claim's page.")
    static let notUsed = Words("Nomor ini tidak dipakai lagi", "This number is no longer used")
    static let claimStays = Words(
        "Anda membatalkannya, atau hari pelayanan sudah selesai. Pengajuan Anda tetap ada.",
        "You gave it up, or the day is over. Your claim stays.")

    static func renews(every seconds: Int) -> Words {
        Words("Halaman ini memperbarui diri setiap \(seconds) detik.", "This page renews itself every \(seconds) seconds.")
    }
    static func comeBetween(_ view: WalkInView) -> Words {
        Words("Datang \(view.arrival(.id))", "Come between \(view.arrival(.en))")
    }
    static func before(people ahead: Int) -> Words {
        Words(
            "\(ahead.grouped(.id)) orang sebelum Anda",
            ahead == 1 ? "1 person before you" : "\(ahead.grouped(.en)) people before you")
    }
    static func waitAnywhere(told minutes: Int64) -> Words {
        Words(
            """
            Anda boleh menunggu di luar atau di tempat lain. Kami kirim pesan kira-kira \(minutes) menit sebelumnya, dan lagi \
            saat Anda boleh masuk.
            """,
            "You may wait outside or elsewhere. We send a message about \(minutes) minutes before, and again when you may come in.")
    }
    static func goTo(booth: Int) -> Words { Words("Silakan ke bilik \(booth)", "Please go to booth \(booth)") }
    static func officerWaits(_ setBack: Words) -> Words {
        Words("Petugas menunggu Anda. \(setBack.id)", "The officer waits for you. \(setBack.en)")
    }
    static func sits(in booth: Int) -> Words { Words("Anda di bilik \(booth)", "You are in booth \(booth)") }
}

/// The phone page of a number: the number, what it means now, what to do, and when.
struct NumberPage {
    let view: WalkInView
    let call: Call

    var title: String { call.say("Nomor \(view.walkIn.number.text)", "Number \(view.walkIn.number.text)") }

    /// Whoever waits may give the number up; who sits in a booth tells the officer.
    static func mayGiveUp(_ view: WalkInView, _ call: Call) -> Bool {
        view.walkIn.phase.isLive && !view.isOver(at: call.now)
            && [nil, .lobby, .called].contains(view.interview.map(\.phase))
    }

    /// Seconds after which the page loads itself anew, unless its script renews what changed.
    static let renewsAfter = 30

    var body: HTML {
        """
        <div id="nomor" data-alamat="\(view.path(call))" \
        data-putus="\(call.say(Say.connectionBroke))" data-umur="\(call.say(Say.updated))">\
        <p id="galat" class="box w" role="status" hidden></p>\(fragment)</div>\
        <noscript><p>\(call.say(Say.renews(every: Self.renewsAfter)))</p></noscript>
        """
    }

    /// What is fetched anew when something changed.
    var fragment: HTML {
        let walkIn = view.walkIn
        return """
            <div id="isi-nomor" data-keadaan="\(state)" data-kini="\(call.now.utcISO)">\
            <h1 class="nomor-saya"><span>\(call.say(Say.queueNumber))</span> <b class="num">\(walkIn.number.text)</b></h1>\
            <p class="hint">\(view.branch.name), \(walkIn.day.text(call.language))</p>\
            \(news)\(walkIn.phase.isLive && !view.isOver(at: call.now) ? ways : claimLink)</div>
            """
    }

    private var news: HTML {
        """
        <div class="box \(isUrgent ? "w" : "i")" id="kabar" role="status"><h2>\(call.say(headline))</h2>\
        \(lines.html { "<p>\(call.say($0))</p>" })\(missing)</div>
        """
    }

    /// What can be done with a number that still counts.
    private var ways: HTML {
        let path = view.path(call)
        let giveUp: HTML = "<p><a href=\"\(url: "\(path)/batal")\">\(call.say(Say.giveUp))</a></p>"
        return """
            <p class="hint">\(call.say(NumberSlip.numbersOnly)) \(call.say(Say.keepPage))</p>\
            <p><a class="btn alt" href="\(url: path)/karcis">\(call.say(Say.printTicket))</a></p>\
            \(when(Self.mayGiveUp(view, call), giveUp))
            """
    }

    private var claimLink: HTML { "<p><a class=\"btn alt\" href=\"/klaim\">\(call.say(Say.seeClaim))</a></p>" }

    /// Stable name for scripts and tests.
    private var state: String {
        guard !view.isOver(at: call.now) else { return "over" }
        guard view.walkIn.phase == .inside, let phase = view.interview?.phase else { return view.walkIn.phase.rawValue }
        return phase == .lobby ? "inside" : phase == .called ? "called" : "seated"
    }

    private var isUrgent: Bool { ["inside", "called", "incomplete", "missed"].contains(state) }

    private var headline: Words {
        switch state {
        case "expected": Say.comeBetween(view)
        case "incomplete": Say.incomplete
        case "waiting":
            switch view.forecast?.ahead ?? 0 {
            case 0: Say.youAreNext
            case let ahead: Say.before(people: ahead)
            }
        case "inside": Say.comeIn
        case "called": Say.goTo(booth: view.booth ?? 0)
        case "seated": Say.sits(in: view.booth ?? 0)
        case "missed": Say.missed
        case "done": Say.finished
        case "over": Say.otherDay
        default: Say.notUsed
        }
    }

    private var lines: [Words] {
        let onsite = call.policy.onsite
        return switch state {
        case "expected": [Say.showNumber, Say.bring]
        case "incomplete": [view.walkIn.claim == nil ? Say.dataDiffer : Say.bringToday]
        case "waiting": forecast + [Say.waitAnywhere(told: onsite.comesSoon.minutes)]
        case "inside": [Say.watchScreen] + forecast
        case "called": [Say.officerWaits(onsite.setBackWords)]
        case "seated": [Say.followScreen]
        case "missed": [Say.mayReturn, Say.ifNot]
        case "done": [Say.interviewOver]
        case "over": [Say.oneDay]
        default: [Say.claimStays]
        }
    }

    /// A range, never a minute; and what it rests on.
    private var forecast: [Words] {
        guard let forecast = view.forecast else { return [] }
        let zone = view.branch.zone
        let text = { (language: Language) in forecast.text(at: call.now, in: zone, language) }
        guard forecast.seats > 0 else { return [Words(text(.id), text(.en))] }
        return [Words(text(.id), text(.en)), forecast.basis]
    }

    private var missing: HTML? {
        let papers: [Words] =
            switch state {
            case "expected": view.bring
            case "incomplete" where view.walkIn.claim != nil: view.walkIn.missing.map(\.yardWords)
            default: []
            }
        return papers.isEmpty ? nil : "<ul>\(papers.html { "<li>\(call.say($0))</li>" })</ul>"
    }
}

extension LobbyForecast {
    /// What the expectation rests on.
    var basis: Words {
        let minutes = max(1, Int((sitting.seconds + 30) / 60))
        return Words(
            "Perkiraan dari \(seats) kursi yang buka, rata-rata \(minutes) menit tiap orang. Dapat berubah.",
            "Estimated from \(seats) open seats, \(minutes) minutes a person on average. It may change.")
    }
}
