import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let title = Words("Ajukan klaim JHT", "Claim your JHT savings")
    static let heading = Words("Ajukan klaim Jaminan Hari Tua (JHT)", "Claim your old-age savings (JHT)")
    static let fromHome = Words(
        "Anda dapat mengajukan klaim dari rumah. Petugas menghubungi Anda lewat panggilan video.",
        "You can claim from home. An officer talks to you by video call.")
    static let choose = Words("Pilih jadwal", "Choose a time")
    static let comeToday = Words(
        "Datang ke kantor hari ini: ambil nomor dari rumah", "Come to a branch today: take a number at home")
    static let goOn = Words("Lanjutkan atau periksa pengajuan", "Continue or check a claim")
    static let prepare = Words("Siapkan sebelum mulai", "Have these at hand")
    static let howLong = Words(
        "Mengisi data kira-kira 5 menit. Foto dokumen dapat dikirim belakangan, paling lambat satu hari sebelum wawancara.",
        "Filling in takes about 5 minutes. Photos of papers can be sent later, at the latest one day before the interview.")
    static let allTaken = Words("Semua tempat sudah terisi saat ini.", "Every place is taken right now.")
    static let noNeedToTry = Words(
        "Anda tidak perlu mencoba berulang kali: masuk daftar tunggu, nomor urut Anda tidak berubah.",
        "There is no need to keep trying: join the waiting list, your number in line stays.")
    static let nearest = Words("Waktu wawancara terdekat:", "Next interview time:")

    static func left(_ free: Int, at branches: Int, updated age: String) -> Words {
        Words(
            "Sisa \(free.grouped(.id)) tempat di \(branches) kantor. Diperbarui \(age).",
            "\(free.grouped(.en)) places left at \(branches) branches. Updated \(age).")
    }
}

/// M1: what this is, the nearest free time, what to have at hand.
struct StartPage {
    let next: Availability.Opening?
    let free: Int
    let branches: Int

    static func routes(_ routes: Routes) {
        routes.get("/") { call in
            let availability = call.app.availability
            let near = call.cookies["kantor"].flatMap { call.nation[$0]?.id }
            let page = StartPage(
                next: availability.openings.first { near == nil || $0.branch == near } ?? availability.openings.first,
                free: availability.free(), branches: Set(availability.openings.map(\.branch)).count)
            return page.page(call).reply(to: call)
        }
    }

    func page(_ call: Call) -> Page {
        Page(
            title: call.say(Say.title),
            body: """
                <h1>\(call.say(Say.heading))</h1>\
                <p>\(call.say(Say.fromHome))</p>\
                \(nearest(call))\
                <p><a class="btn" href="/jadwal">\(call.say(Say.choose))</a></p>\
                <p><a href="/hari-ini">\(call.say(Say.comeToday))</a></p>\
                <p><a href="/klaim">\(call.say(Say.goOn))</a></p>\
                <h2>\(call.say(Say.prepare))</h2>\
                <ul>\(papers.html { "<li>\(call.say($0))</li>" })</ul>\
                <p>\(call.say(Say.howLong))</p>
                """)
    }

    private func nearest(_ call: Call) -> HTML {
        guard let next, let branch = call.nation[next.branch] else {
            return box(.warning, "<strong>\(call.say(Say.allTaken))</strong><br>\(call.say(Say.noNeedToTry))")
        }
        let when = next.start.text(in: branch.zone, call.language)
        let age = (call.now - call.app.availability.made).textAgo(call.language)
        return box(
            .info,
            """
            <strong>\(call.say(Say.nearest)) \(when), \(branch.name)</strong><br>\
            \(call.say(Say.left(free, at: branches, updated: age)))
            """)
    }

    private var papers: [Words] {
        [
            Words("KTP elektronik", "Electronic identity card (KTP)"),
            Words("Kartu Peserta BPJS Ketenagakerjaan", "BPJS Ketenagakerjaan membership card"),
            Words("Surat keterangan berhenti bekerja", "Employer's letter that you stopped working"),
            Words("Buku tabungan atas nama Anda", "Bank book in your own name"),
            Words("NPWP, jika punya", "Tax number (NPWP), if you have one"),
        ]
    }
}
