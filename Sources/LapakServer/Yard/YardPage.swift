import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// Where the tablet begins with everybody: scan, type, or somebody new. The page itself knows nobody, so that it may be kept
/// on the tablet; what the script needs without a network hangs hidden in it.
struct YardPage {
    let typed: String
    var faults = Faults()
    let board: HallBoard
    let quota: DayQuota

    static func show(_ call: Call, _ desk: Desk, typed: String = "", fault: Words? = nil) async throws -> Reply {
        let (branch, policy, now) = (desk.branch, call.policy, call.now)
        let day = branch.zone.day(of: now)
        let (board, quota) = try await call.house.store.read {
            (try HallBoard.load(branch, on: day, policy, $0, at: now), try DayQuota.load(branch, on: day, $0, at: now))
        }
        let faults = Faults(fault.map { .invalid(field: "cari", $0) })
        return YardPage(typed: typed, faults: faults, board: board, quota: quota).reply(call, desk)
    }

    private func reply(_ call: Call, _ desk: Desk) -> Reply {
        desk.page(
            call, call.say("Periksa berkas di halaman", "Check papers in the yard"), at: Yard.path,
            """
            \(Self.tablet(call, desk))\
            <form method="post" action="\(url: desk.address(Yard.path))" id="f-cari" novalidate>\(field(call))\
            <button class="btn">\(call.say("Cari", "Find"))</button></form>\
            <p><button type="button" class="btn alt" id="pindai" hidden>\(call.say("Pindai tiket", "Scan the ticket"))</button></p>\
            <div id="kamera" class="box" hidden><video id="gambar" playsinline muted aria-label="\(call.say("Kamera", "Camera"))"></video>\
            <p role="status" id="lihat">\(call.say("Arahkan ke kode QR pada tiket.", "Point at the QR code of the ticket."))</p>\
            <button type="button" class="btn alt" id="tutup">\(call.say("Tutup kamera", "Close the camera"))</button></div>\
            <p><a class="btn alt" id="baru" href="\(url: desk.address("\(Yard.path)/orang"))">\(call.say("Orang baru tanpa tiket", "Somebody new without a ticket"))</a></p>\
            \(offline(call, desk))<div id="hari-ini">\(today(call, desk))</div>
            """, faults: faults, assets: Self.assets, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    static let assets = ["yard.css", "yard.js"]

    private func field(_ call: Call) -> HTML {
        Field(
            name: "cari", label: call.say("Tiket atau KTP", "Ticket or identity card"),
            hint: call.say(
                "Pindai tiket, atau tulis nomor (A-017) atau NIK 16 angka.",
                "Scan the ticket, or type its number (A-017) or the NIK of 16 digits."),
            value: typed, isPrivate: true
        ).html(call, faults)
    }

    /// What the tablet holds, filled in by the script; on every page of the yard.
    static func tablet(_ call: Call, _ desk: Desk) -> HTML {
        let policy = call.policy
        return """
            <section id="tablet" class="box" aria-labelledby="tablet-judul" hidden data-cabang="\(desk.branch.code)" data-blok="\(policy.onsite.block)" \
            data-hari="\(desk.branch.zone.day(of: call.now).iso)" data-geser="\(desk.branch.zone.offset)" data-sisi="1800" data-terbesar="\(policy.files.mostBytes)" \
            data-alamat="\(desk.address(Yard.path))" data-luring="\(call.say("Tanpa sambungan. Pemeriksaan berjalan terus di tablet ini.", "No connection. Checks go on with this tablet."))">\
            <h2 id="tablet-judul">\(call.say("Di tablet ini", "On this tablet"))</h2><p id="hitung" role="status"></p>\
            <p class="hint">\(call.say("Yang disimpan di tablet: hasil pemeriksaan dan foto yang belum terkirim, serta nomor cadangan. Setelah diterima pusat, semuanya dihapus dari tablet.", "Kept on the tablet: checks and photos that were not sent yet, and spare numbers. Once they have arrived, all of it is wiped."))</p>\
            <ul id="perkara" class="tl"></ul><p><button type="button" class="btn alt" id="kirim-lagi" hidden>\(call.say("Kirim sekarang", "Send now"))</button></p></section>
            """
    }

    /// The check without a network: the same questions, answered from the tablet's own block of numbers.
    private func offline(_ call: Call, _ desk: Desk) -> HTML {
        """
        <section id="luring-periksa" aria-labelledby="luring-judul" hidden><h2 id="luring-judul" tabindex="-1">\(call.say("Periksa tanpa sambungan", "Check without a connection"))</h2>\
        <p class="box w">\(call.say("Data orang ini dicocokkan setelah sambungan kembali. Nomor yang Anda beri tetap miliknya.", "This person's data are compared once the connection is back. The number that you give stays theirs."))</p>\
        <p class="err" id="luring-galat" role="alert"></p>\
        <form id="f-luring" novalidate>\
        \(Field(name: "nomor", label: call.say("Nomor tiket, bila sudah punya", "Number on the ticket, if there is one"), isPrivate: true).html(call, Faults()))\
        \(YardPersonPage.inputs(YardForm(), call, Faults(), prefix: "l-"))\(YardPersonPage.choices(YardForm(), call, Faults(), prefix: "l-"))\
        <div id="l-daftar"></div>\
        <p><button type="button" class="btn alt" id="l-foto">\(call.say("Foto satu berkas", "Photograph a paper"))</button></p><ul id="l-foto-daftar"></ul>\
        <input type="file" id="l-berkas" accept="image/*" capture="environment" aria-label="\(call.say("Foto berkas", "Photo of a paper"))" hidden>\
        <div class="fld" id="l-untuk" hidden><label for="l-dokumen">\(call.say("Foto ini dokumen apa?", "Which paper is this photo of?"))</label>\
        <select class="in" id="l-dokumen"></select></div>\
        <div class="dua"><button class="btn" value="lengkap">\(call.say("Lengkap: beri nomor antrean", "Complete: give a number"))</button>\
        <button class="btn alt" value="kurang">\(call.say("Belum lengkap: beri nomor, catat yang kurang", "Not complete: give a number, note what is missing"))</button></div></form>\
        \(ClaimReason.allCases.html { YardRows.template($0, call) })</section>\
        <section id="luring-hasil" class="done" aria-labelledby="l-nomor" hidden><h2>\(call.say("Nomor antrean", "Queue number"))</h2><p class="nomor" id="l-nomor" tabindex="-1"></p>\
        <p id="l-pesan"></p><ul id="l-kurang"></ul><button type="button" class="btn alt" id="l-berikut">\(call.say("Orang berikutnya", "Next person"))</button></section>
        """
    }

    private func today(_ call: Call, _ desk: Desk) -> HTML {
        """
        <h2>\(call.say("Hari ini", "Today"))</h2><dl class="angka">\
        \(figure(call.say("nomor tersisa", "numbers left"), "\(quota.left) / \(quota.places)"))\
        \(figure(call.say("menunggu di luar", "waiting outside"), "\(board.waiting)"))\
        \(figure(call.say("di dalam, paling banyak \(desk.branch.roomLimit)", "inside, at most \(desk.branch.roomLimit)"), "\(board.inside)"))</dl>\
        <p>\(board.forecast.text(at: call.now, in: desk.branch.zone, call.language))</p>\
        \(quota.left == 0 ? "<p class=\"box w\">\(call.say("Nomor hari ini habis. Yang datang sekarang masuk daftar tunggu kantor ini: tetap periksa berkasnya.", "Today's numbers are used up. Whoever comes now joins this branch's waiting list: still check the papers."))</p>" as HTML : nil)
        """
    }

    private func figure(_ name: String, _ value: String) -> HTML { "<div><dt>\(name)</dt><dd>\(value)</dd></div>" }
}
