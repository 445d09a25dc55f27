import LapakDomain
import LapakWeb

/// The sentences of the foot and of the help.
private enum Say {
    static let space = Words("Spasi", "Space")
    static let next = Words("Berikutnya", "Next")
    static let shortcuts = Words("Pintasan satu tombol", "One-key shortcuts")
    static let keys = Words("Tombol", "Keys")
    static let call175 = Words("Bantuan 175", "Help 175")
    static let stillHere = Words("Saya masih di sini", "I am still here")
    static let noScript = Words(
        "Tanpa skrip, tekan ini atau tombol lain tiap menit; video tidak tampil.",
        "Without scripts, press this or anything else every minute; video is not shown.")
    static let title = Words("Tombol konsol", "Keys of the console")
    static let canBeOff = Words(
        "Pintasan satu tombol dapat dimatikan di kaki halaman; semua tindakan juga ada sebagai tombol.",
        "One-key shortcuts can be switched off at the foot of the page; every action is a button, too.")
    static let close = Words("Tutup", "Close")

    /// What each key does, in one or two words.
    static let short: [(key: String, words: Words)] = [
        ("Spasi", Words("berikutnya", "next")), ("Enter", Words("terima + lanjut", "accept + next")), ("J", Words("cocok", "fits")),
        ("K", Words("tidak", "does not")), ("1–9", Words("alasan", "reason")), ("F", Words("foto", "photo")),
        ("T", Words("bicara", "talk")), ("B", Words("semua", "all")), ("M", Words("pesan", "message")), ("W", Words("tulis", "write")),
        ("P", Words("tunda", "park")),
        ("R", Words("ulang", "again")), ("N", Words("panggil", "call")), ("Z", Words("urung", "undo")), ("1–6", Words("kursi", "seat")),
    ]

    /// What each key does, in a sentence.
    static func full(undo: Span) -> [(key: String, words: Words)] {
        [
            ("Spasi", nextPerson), ("Enter", acceptAll), ("J · K", fits),
            ("F · L", photoAndLight),
            ("T · B", Words("tahan untuk bicara · tahan untuk bicara kepada semua", "hold to talk · hold to talk to everybody")),
            ("M", Words("pesan cepat 1–9", "quick messages 1–9")),
            ("W", Words("tulis kepada peserta; Ctrl+Enter mengirim", "write to the member; Ctrl+Enter sends")),
            ("P · R · N", Words("tunda · panggil lagi · panggil berikutnya", "park · call again · call the next")),
            ("Z", Words("urungkan langkah terakhir, \(undo.seconds) detik", "undo the last step, \(undo.seconds) seconds")),
            ("+ − C", Words("perbesar, perkecil, cerahkan kedua gambar", "enlarge, shrink, brighten both pictures")),
            ("1–6", Words("pilih kursi", "choose a seat")), ("Esc", Words("kembali ke daftar", "back to the list")),
        ]
    }
    private static let nextPerson = Words(
        "orang berikutnya yang memerlukan Anda (baris pertama daftar)", "the next person who needs you (the list's first row)")
    private static let acceptAll = Words(
        """
        terima semua yang cocok otomatis, kerjakan satu langkah berikut, pindah ke orang berikutnya; \
        ditolak bila ada butir yang belum diperiksa
        """,
        "accept everything that matches by itself, take the one next step, go to the next person; refused while a row is open")
    private static let photoAndLight = Words(
        "foto asli di perangkat peserta · minta lebih terang", "a still on the member's device · ask for more light")
    private static let fits = Words(
        "butir berikutnya cocok · tidak cocok (lalu 1–9 alasan)", "the next row fits · does not fit (then 1–9 for the reason)")
}

// The foot of the console and its help.
extension ConsolePage {
    var keys: HTML {
        let words = Say.short.prefix(view.mayAct ? 20 : 1).html { key, words -> HTML in
            "<span><kbd>\(name(key))</kbd> \(call.say(words))</span> "
        }
        return """
            <footer class="keys"><p class="tuts">\(words)</p>\
            <p><button class="btn alt" type="button" data-tekan=" " hidden>\
            \(call.say(Say.next)) <kbd>\(call.say(Say.space))</kbd></button> \
            <button class="btn alt" type="button" id="pintasan" aria-pressed="true" hidden>\(call.say(Say.shortcuts))</button> \
            <button class="btn alt" type="button" data-tekan="?" hidden>\(call.say(Say.keys)) <kbd>?</kbd></button> \
            <span id="jalur" class="tag" role="status"></span> \
            <a href="\(url: desk.address(desk.home))">\(desk.staff.name), \(desk.branch.name)</a> · \
            <a href="/bantuan">\(call.say(Say.call175))</a></p>\
            \(when(view.mayAct, withoutScript))</footer>
            """
    }

    /// The key as its cap says it.
    private func name(_ key: String) -> String { key == "Spasi" ? call.say(Say.space) : key }

    /// Without the script nobody tells the server that the officer is still there.
    private var withoutScript: HTML {
        let button: HTML = "<button class=\"btn alt\">\(call.say(Say.stillHere))</button> \(call.say(Say.noScript))"
        return "<noscript>\(post(.live, id: "f-hidup", button))</noscript>"
    }

    var help: HTML {
        let rows = Say.full(undo: call.policy.interviews.undo).html { key, words -> HTML in
            "<div><dt><kbd>\(name(key))</kbd></dt><dd>\(call.say(words))</dd></div>"
        }
        return """
            <dialog id="bantuan" aria-labelledby="b-h"><h2 id="b-h">\(call.say(Say.title))</h2>\
            <dl>\(rows)</dl>\
            <p>\(call.say(Say.canBeOff))</p>\
            <form method="dialog"><button class="btn">\(call.say(Say.close))</button></form></dialog>
            """
    }
}
