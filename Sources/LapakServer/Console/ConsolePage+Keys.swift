import LapakDomain
import LapakWeb

// The foot of the console and its help.
extension ConsolePage {
    private static let all: [(key: String, words: Words)] = [
        ("Spasi", Words("berikutnya", "next")), ("Enter", Words("terima + lanjut", "accept + next")), ("J", Words("cocok", "fits")),
        ("K", Words("tidak", "does not")), ("1–9", Words("alasan", "reason")), ("F", Words("foto", "photo")),
        ("T", Words("bicara", "talk")), ("B", Words("semua", "all")), ("M", Words("pesan", "message")), ("W", Words("tulis", "write")),
        ("P", Words("tunda", "park")),
        ("R", Words("ulang", "again")), ("N", Words("panggil", "call")), ("Z", Words("urung", "undo")), ("1–6", Words("kursi", "seat")),
    ]

    var keys: HTML {
        """
        <footer class="keys"><p class="tuts">\(ConsolePage.all.prefix(picture.mayAct ? 20 : 1).html { "<span><kbd>\($0.key == "Spasi" ? call.say("Spasi", "Space") : $0.key)</kbd> \(call.say($0.words))</span> " })</p>\
        <p><button class="btn alt" type="button" data-tekan=" " hidden>\(call.say("Berikutnya", "Next")) <kbd>\(call.say("Spasi", "Space"))</kbd></button> \
        <button class="btn alt" type="button" id="pintasan" aria-pressed="true" hidden>\(call.say("Pintasan satu tombol", "One-key shortcuts"))</button> \
        <button class="btn alt" type="button" data-tekan="?" hidden>\(call.say("Tombol", "Keys")) <kbd>?</kbd></button> \
        <span id="jalur" class="tag" role="status"></span> <a href="\(url: desk.address(desk.home))">\(desk.staff.name), \(desk.branch.name)</a> · <a href="/bantuan">\(call.say("Bantuan 175", "Help 175"))</a></p>\
        \(picture.mayAct ? withoutScript : "")</footer>
        """
    }

    /// Without the script nobody tells the server that the officer is still there.
    private var withoutScript: HTML {
        """
        <noscript>\(post(.live, id: "f-hidup", "<button class=\"btn alt\">\(call.say("Saya masih di sini", "I am still here"))</button> \(call.say("Tanpa skrip, tekan ini atau tombol lain tiap menit; video tidak tampil.", "Without scripts, press this or anything else every minute; video is not shown."))"))</noscript>
        """
    }

    var help: HTML {
        let undo = call.policy.interviews.undo.seconds
        let rows: [(String, Words)] = [
            (
                "Spasi",
                Words(
                    "orang berikutnya yang memerlukan Anda (baris pertama daftar)", "the next person who needs you (the list's first row)")
            ),
            (
                "Enter",
                Words(
                    "terima semua yang cocok otomatis, kerjakan satu langkah berikut, pindah ke orang berikutnya; ditolak bila ada butir yang belum diperiksa",
                    "accept everything that matches by itself, take the one next step, go to the next person; refused while a row is open")
            ),
            (
                "J · K",
                Words(
                    "butir berikutnya cocok · tidak cocok (lalu 1–9 alasan)", "the next row fits · does not fit (then 1–9 for the reason)")
            ),
            ("F · L", Words("foto asli di perangkat peserta · minta lebih terang", "a still on the member's device · ask for more light")),
            ("T · B", Words("tahan untuk bicara · tahan untuk bicara kepada semua", "hold to talk · hold to talk to everybody")),
            ("M", Words("pesan cepat 1–9", "quick messages 1–9")),
            ("W", Words("tulis kepada peserta; Ctrl+Enter mengirim", "write to the member; Ctrl+Enter sends")),
            ("P · R · N", Words("tunda · panggil lagi · panggil berikutnya", "park · call again · call the next")),
            ("Z", Words("urungkan langkah terakhir, \(undo) detik", "undo the last step, \(undo) seconds")),
            ("+ − C", Words("perbesar, perkecil, cerahkan kedua gambar", "enlarge, shrink, brighten both pictures")),
            ("1–6", Words("pilih kursi", "choose a seat")), ("Esc", Words("kembali ke daftar", "back to the list")),
        ]
        return """
            <dialog id="bantuan" aria-labelledby="b-h"><h2 id="b-h">\(call.say("Tombol konsol", "Keys of the console"))</h2>\
            <dl>\(rows.html { "<div><dt><kbd>\($0.0 == "Spasi" ? call.say("Spasi", "Space") : $0.0)</kbd></dt><dd>\(call.say($0.1))</dd></div>" })</dl>\
            <p>\(call.say("Pintasan satu tombol dapat dimatikan di kaki halaman; semua tindakan juga ada sebagai tombol.", "One-key shortcuts can be switched off at the foot of the page; every action is a button, too."))</p>\
            <form method="dialog"><button class="btn">\(call.say("Tutup", "Close"))</button></form></dialog>
            """
    }
}
