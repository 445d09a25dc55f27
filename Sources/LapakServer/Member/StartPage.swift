import LapakDomain
import LapakStore
import LapakWeb

/// M1: what this is, the nearest free time, what to have at hand.
struct StartPage {
    let next: Availability.Opening?
    let free: Int
    let branches: Int

    static func routes(_ routes: Routes) {
        routes.get("/") { call in
            let availability = call.house.availability
            let near = call.cookies["kantor"].flatMap { call.atlas[$0]?.id }
            let page = StartPage(
                next: availability.openings.first { near == nil || $0.branch == near } ?? availability.openings.first,
                free: availability.free(), branches: Set(availability.openings.map(\.branch)).count)
            return page.page(call).reply(to: call)
        }
    }

    func page(_ call: Call) -> Page {
        Page(
            title: call.say("Ajukan klaim JHT", "Claim your JHT savings"),
            body: """
                <h1>\(call.say("Ajukan klaim Jaminan Hari Tua (JHT)", "Claim your old-age savings (JHT)"))</h1>\
                <p>\(call.say("Anda dapat mengajukan klaim dari rumah. Petugas menghubungi Anda lewat panggilan video.", "You can claim from home. An officer talks to you by video call."))</p>\
                \(nearest(call))\
                <p><a class="btn" href="/jadwal">\(call.say("Pilih jadwal", "Choose a time"))</a></p>\
                <p><a href="/hari-ini">\(call.say("Datang ke kantor hari ini: ambil nomor dari rumah", "Come to a branch today: take a number at home"))</a></p>\
                <p><a href="/klaim">\(call.say("Lanjutkan atau periksa pengajuan", "Continue or check a claim"))</a></p>\
                <h2>\(call.say("Siapkan sebelum mulai", "Have these at hand"))</h2>\
                <ul>\(papers.html { "<li>\(call.say($0))</li>" })</ul>\
                <p>\(call.say("Mengisi data kira-kira 5 menit. Foto dokumen dapat dikirim belakangan, paling lambat satu hari sebelum wawancara.", "Filling in takes about 5 minutes. Photos of papers can be sent later, at the latest one day before the interview."))</p>
                """)
    }

    private func nearest(_ call: Call) -> HTML {
        guard let next, let branch = call.atlas[next.branch] else {
            return """
                <div class="box w"><strong>\(call.say("Semua tempat sudah terisi saat ini.", "Every place is taken right now."))</strong><br>\
                \(call.say("Anda tidak perlu mencoba berulang kali: masuk daftar tunggu, nomor urut Anda tidak berubah.", "There is no need to keep trying: join the waiting list, your number in line stays."))</div>
                """
        }
        let age = (call.now - call.house.availability.made).textAgo(call.language)
        return """
            <div class="box i"><strong>\(call.say("Waktu wawancara terdekat:", "Next interview time:")) \(next.start.text(in: branch.zone, call.language)), \(branch.name)</strong><br>\
            \(call.say("Sisa \(free.grouped(.id)) tempat di \(branches) kantor. Diperbarui \(age).", "\(free.grouped(.en)) places left at \(branches) branches. Updated \(age)."))</div>
            """
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
