import LapakDomain
import LapakStore
import LapakWeb

/// The phone page of a number: the number, what it means now, what to do, and when.
struct NumberPage {
    let picture: VisitPicture
    let call: Call

    var title: String { call.say("Nomor \(picture.visit.number.text)", "Number \(picture.visit.number.text)") }

    /// Whoever waits may give the number up; who sits in a booth tells the officer.
    static func mayGiveUp(_ picture: VisitPicture, _ call: Call) -> Bool {
        picture.visit.phase.isLive && !picture.isOver(at: call.now)
            && [nil, .lobby, .called].contains(picture.interview.map(\.phase))
    }

    var body: HTML {
        let (path, seconds) = (picture.path(call), 30)
        let renewal = call.say("Halaman ini memperbarui diri setiap \(seconds) detik.", "This page renews itself every \(seconds) seconds.")
        return """
            <div id="nomor" data-alamat="\(path)" data-putus="\(call.say("Sambungan terputus. Halaman ini mencoba lagi sendiri.", "The connection broke. This page tries again by itself."))" data-umur="\(call.say("Terakhir diperbarui", "Last updated"))">\
            <p id="galat" class="box w" role="status" hidden></p>\(fragment)</div>\
            <noscript><meta http-equiv="refresh" content="\(seconds)"><p>\(renewal)</p></noscript>
            """
    }

    /// What is fetched anew when something changed.
    var fragment: HTML {
        let (visit, path) = (picture.visit, picture.path(call))
        let live = visit.phase.isLive && !picture.isOver(at: call.now)
        let ways: HTML =
            live
            ? """
            <p><a class="btn alt" href="\(url: path)/karcis">\(call.say("Cetak karcis", "Print the ticket"))</a></p>\
            \(Self.mayGiveUp(picture, call) ? "<p><a href=\"\(url: "\(path)/batal")\">\(call.say("Batalkan nomor ini", "Give this number up"))</a></p>" as HTML : "")
            """ : "<p><a class=\"btn alt\" href=\"/klaim\">\(call.say("Lihat pengajuan saya", "See my claim"))</a></p>"
        return """
            <div id="isi-nomor" data-keadaan="\(state)" data-kini="\(call.now.utcISO)"><h1 class="nomor-saya"><span>\(call.say("Nomor antrean", "Queue number"))</span> <b class="num">\(visit.number.text)</b></h1>\
            <p class="hint">\(picture.branch.name), \(visit.day.text(call.language))</p>\
            <div class="box \(isUrgent ? "w" : "i")" id="kabar" role="status"><h2>\(call.say(headline))</h2>\(lines.html { "<p>\(call.say($0))</p>" })\(missing)</div>\
            \(live ? "<p class=\"hint\">\(call.say(TicketPaper.numbersOnly)) \(call.say("Simpan halaman ini: siapa pun yang membukanya dapat mengikuti nomor ini.", "Keep this page: whoever opens it can follow the number."))</p>" as HTML : "")\(ways)</div>
            """
    }

    /// Stable name for scripts and tests.
    private var state: String {
        guard !picture.isOver(at: call.now) else { return "over" }
        guard picture.visit.phase == .inside, let phase = picture.interview?.phase else { return picture.visit.phase.rawValue }
        return phase == .lobby ? "inside" : phase == .called ? "called" : "seated"
    }
    private var isUrgent: Bool { ["inside", "called", "incomplete", "missed"].contains(state) }

    private var headline: Words {
        switch state {
        case "expected": Words("Datang \(picture.arrival(.id))", "Come between \(picture.arrival(.en))")
        case "incomplete": Words("Dokumen Anda belum lengkap", "Your papers are not complete")
        case "waiting":
            switch picture.forecast?.ahead ?? 0 {
            case 0: Words("Anda berikutnya", "You are next")
            case let ahead:
                Words(
                    "\(ahead.grouped(.id)) orang sebelum Anda",
                    ahead == 1 ? "1 person before you" : "\(ahead.grouped(.en)) people before you")
            }
        case "inside": Words("Silakan masuk sekarang", "Please come in now")
        case "called": Words("Silakan ke bilik \(picture.booth ?? 0)", "Please go to booth \(picture.booth ?? 0)")
        case "seated": Words("Anda di bilik \(picture.booth ?? 0)", "You are in booth \(picture.booth ?? 0)")
        case "missed": Words("Panggilan Anda terlewat", "Your calls passed")
        case "done": Words("Selesai", "Finished")
        case "over": Words("Nomor ini berlaku untuk hari lain", "This number was for another day")
        default: Words("Nomor ini tidak dipakai lagi", "This number is no longer used")
        }
    }

    private var soon: Int64 { call.policy.onsite.comesSoon.minutes }

    private var lines: [Words] {
        switch state {
        case "expected":
            [
                Words(
                    "Tunjukkan nomor ini kepada petugas di halaman kantor. Bila Anda datang sesudah waktu itu, Anda dilayani sesudah yang sudah ada.",
                    "Show this number to the officer in the yard. If you come after that time, you are served after those who are there."),
                Words("Bawa dokumen asli:", "Bring the originals:"),
            ]
        case "incomplete":
            [
                picture.visit.claim == nil
                    ? Words(
                        "Data Anda belum cocok dengan data kepesertaan. Petugas di halaman membantu memperbaikinya.",
                        "Your data do not match the membership data yet. The officer in the yard helps to mend them.")
                    : Words(
                        "Bawa hari ini kepada petugas di halaman; nomor Anda tetap:",
                        "Bring today to the officer in the yard; your number stays:")
            ]
        case "waiting":
            forecast + [
                Words(
                    """
                    Anda boleh menunggu di luar atau di tempat lain. Kami kirim pesan kira-kira \(soon) menit sebelumnya, dan lagi \
                    saat Anda boleh masuk.
                    """,
                    "You may wait outside or elsewhere. We send a message about \(soon) minutes before, and again when you may come in."
                )
            ]
        case "inside":
            [
                Words(
                    "Masuk dan perhatikan layar: nomor Anda dipanggil ke bilik.",
                    "Come in and watch the screen: your number is called to a booth.")
            ]
                + forecast
        case "called":
            [
                Words(
                    "Petugas menunggu Anda. \(call.policy.onsite.setBackWords.id)",
                    "The officer waits for you. \(call.policy.onsite.setBackWords.en)")
            ]
        case "seated": [Words("Ikuti petunjuk di layar bilik.", "Follow the screen in the booth.")]
        case "missed":
            [
                Words(
                    "Anda boleh kembali hari ini: lapor kepada petugas di halaman dengan nomor yang sama. Anda berdiri sesudah yang sudah menunggu.",
                    "You may return today: tell the officer in the yard, with the same number. You stand behind those who wait."),
                Words(
                    "Bila tidak, besok Anda di daftar tunggu dan kami mencarikan tempat.",
                    "If not, you are in the waiting list tomorrow and we look for a place."),
            ]
        case "done":
            [
                Words(
                    "Wawancara Anda sudah selesai. Hasilnya ada di halaman pengajuan.",
                    "Your interview is over. Its result is on the claim's page.")
            ]
        case "over":
            [
                Words(
                    "Nomor antrean berlaku satu hari. Yang terjadi dengan pengajuan Anda ada di halaman pengajuan.",
                    "A queue number lasts one day. What happens with your claim is on the claim's page.")
            ]
        default:
            [
                Words(
                    "Anda membatalkannya, atau hari pelayanan sudah selesai. Pengajuan Anda tetap ada.",
                    "You gave it up, or the day is over. Your claim stays.")
            ]
        }
    }

    /// A range, never a minute; and what it rests on.
    private var forecast: [Words] {
        guard let forecast = picture.forecast else { return [] }
        let zone = picture.branch.zone
        let text = { (language: Language) in forecast.text(at: call.now, in: zone, language) }
        guard forecast.seats > 0 else { return [Words(text(.id), text(.en))] }
        return [Words(text(.id), text(.en)), forecast.basis]
    }

    private var missing: HTML? {
        let papers: [Words] =
            switch state {
            case "expected": picture.bring
            case "incomplete" where picture.visit.claim != nil: picture.visit.missing.map(\.yardWords)
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
