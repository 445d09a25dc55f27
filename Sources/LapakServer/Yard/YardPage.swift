import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the tablet's first page, and of what hangs hidden in it.
private enum Say {
    static let title = Words("Periksa berkas di halaman", "Check papers in the yard")
    static let find = Words("Cari", "Find")
    static let scan = Words("Pindai tiket", "Scan the ticket")
    static let camera = Words("Kamera", "Camera")
    static let point = Words("Arahkan ke kode QR pada tiket.", "Point at the QR code of the ticket.")
    static let closeCamera = Words("Tutup kamera", "Close the camera")
    static let somebodyNew = Words("Orang baru tanpa tiket", "Somebody new without a ticket")
    static let ticketOrCard = Words("Tiket atau KTP", "Ticket or identity card")
    static let scanOrType = Words(
        "Pindai tiket, atau tulis nomor (A-017) atau NIK 16 angka.",
        "Scan the ticket, or type its number (A-017) or the NIK of 16 digits.")

    static let noConnection = Words(
        "Tanpa sambungan. Pemeriksaan berjalan terus di tablet ini.",
        "No connection. Checks go on with this tablet.")
    static let onTablet = Words("Di tablet ini", "On this tablet")
    static let keptOnTablet = Words(
        """
        Yang disimpan di tablet: hasil pemeriksaan dan foto yang belum terkirim, serta nomor cadangan. \
        Setelah diterima pusat, semuanya dihapus dari tablet.
        """,
        "Kept on the tablet: checks and photos that were not sent yet, and spare numbers. Once they have arrived, all of it is wiped.")
    static let sendNow = Words("Kirim sekarang", "Send now")

    static let checkOffline = Words("Periksa tanpa sambungan", "Check without a connection")
    static let comparedLater = Words(
        "Data orang ini dicocokkan setelah sambungan kembali. Nomor yang Anda beri tetap miliknya.",
        "This person's data are compared once the connection is back. The number that you give stays theirs.")
    static let numberOnTicket = Words("Nomor tiket, bila sudah punya", "Number on the ticket, if there is one")
    static let photographPaper = Words("Foto satu berkas", "Photograph a paper")
    static let photo = Words("Foto berkas", "Photo of a paper")
    static let whichPaper = Words("Foto ini dokumen apa?", "Which paper is this photo of?")
    static let complete = Words("Lengkap: beri nomor antrean", "Complete: give a number")
    static let notComplete = Words(
        "Belum lengkap: beri nomor, catat yang kurang",
        "Not complete: give a number, note what is missing")
    static let queueNumber = Words("Nomor antrean", "Queue number")
    static let nextPerson = Words("Orang berikutnya", "Next person")

    static let today = Words("Hari ini", "Today")
    static let numbersLeft = Words("nomor tersisa", "numbers left")
    static let waitingOutside = Words("menunggu di luar", "waiting outside")
    static let usedUp = Words(
        "Nomor hari ini habis. Yang datang sekarang masuk daftar tunggu kantor ini: tetap periksa berkasnya.",
        "Today's numbers are used up. Whoever comes now joins this branch's waiting list: still check the papers.")

    static func inside(atMost limit: Int) -> Words {
        Words("di dalam, paling banyak \(limit)", "inside, at most \(limit)")
    }
}

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
        let (board, quota) = try await call.app.store.read {
            (try HallBoard.load(branch, on: day, policy, $0, at: now), try DayQuota.load(branch, on: day, $0, at: now))
        }
        let faults = Faults(fault.map { .invalid(field: "cari", $0) })
        return YardPage(typed: typed, faults: faults, board: board, quota: quota).reply(call, desk)
    }

    private func reply(_ call: Call, _ desk: Desk) -> Reply {
        let newPerson = desk.address("\(Yard.path)/orang")
        return desk.page(
            call, call.say(Say.title), at: Yard.path,
            """
            \(Self.tablet(call, desk))\
            <form method="post" action="\(url: desk.address(Yard.path))" id="f-cari" novalidate>\(field(call))\
            <button class="btn">\(call.say(Say.find))</button></form>\
            <p><button type="button" class="btn alt" id="pindai" hidden>\(call.say(Say.scan))</button></p>\
            \(camera(call))\
            <p><a class="btn alt" id="baru" href="\(url: newPerson)">\(call.say(Say.somebodyNew))</a></p>\
            \(offline(call, desk))<div id="hari-ini">\(today(call, desk))</div>
            """, faults: faults, assets: Self.assets, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    static let assets = ["yard.css", "yard.js"]

    private func field(_ call: Call) -> HTML {
        Field(name: "cari", label: call.say(Say.ticketOrCard), hint: call.say(Say.scanOrType), value: typed, isPrivate: true)
            .html(call, faults)
    }

    private func camera(_ call: Call) -> HTML {
        """
        <div id="kamera" class="box" hidden>\
        <video id="gambar" playsinline muted aria-label="\(call.say(Say.camera))"></video>\
        <p role="status" id="lihat">\(call.say(Say.point))</p>\
        <button type="button" class="btn alt" id="tutup">\(call.say(Say.closeCamera))</button></div>
        """
    }

    /// What the tablet holds, filled in by the script; on every page of the yard.
    static func tablet(_ call: Call, _ desk: Desk) -> HTML {
        let policy = call.policy
        let (today, offset) = (desk.branch.zone.day(of: call.now).iso, desk.branch.zone.offset)
        return """
            <section id="tablet" class="box" aria-labelledby="tablet-judul" hidden \
            data-cabang="\(desk.branch.code)" data-blok="\(policy.onsite.block)" \
            data-hari="\(today)" data-geser="\(offset)" data-sisi="1800" data-terbesar="\(policy.files.mostBytes)" \
            data-alamat="\(desk.address(Yard.path))" data-luring="\(call.say(Say.noConnection))">\
            <h2 id="tablet-judul">\(call.say(Say.onTablet))</h2><p id="hitung" role="status"></p>\
            <p class="hint">\(call.say(Say.keptOnTablet))</p>\
            <ul id="perkara" class="tl"></ul>\
            <p><button type="button" class="btn alt" id="kirim-lagi" hidden>\(call.say(Say.sendNow))</button></p></section>
            """
    }

    /// The check without a network: the same questions, answered from the tablet's own block of numbers.
    private func offline(_ call: Call, _ desk: Desk) -> HTML {
        let number = Field(name: "nomor", label: call.say(Say.numberOnTicket), isPrivate: true)
        return """
            <section id="luring-periksa" aria-labelledby="luring-judul" hidden>\
            <h2 id="luring-judul" tabindex="-1">\(call.say(Say.checkOffline))</h2>\
            <p class="box w">\(call.say(Say.comparedLater))</p>\
            <p class="err" id="luring-galat" role="alert"></p>\
            <form id="f-luring" novalidate>\
            \(number.html(call, Faults()))\
            \(YardPersonPage.inputs(YardForm(), call, Faults(), prefix: "l-"))\
            \(YardPersonPage.choices(YardForm(), call, Faults(), prefix: "l-"))\
            <div id="l-daftar"></div>\
            \(offlinePhotos(call))\
            <div class="dua"><button class="btn" value="lengkap">\(call.say(Say.complete))</button>\
            <button class="btn alt" value="kurang">\(call.say(Say.notComplete))</button></div></form>\
            \(ClaimReason.allCases.html { YardRows.template($0, call) })</section>\
            \(offlineNumber(call))
            """
    }

    private func offlinePhotos(_ call: Call) -> HTML {
        """
        <p><button type="button" class="btn alt" id="l-foto">\(call.say(Say.photographPaper))</button></p>\
        <ul id="l-foto-daftar"></ul>\
        <input type="file" id="l-berkas" accept="image/*" capture="environment" aria-label="\(call.say(Say.photo))" hidden>\
        <div class="fld" id="l-untuk" hidden><label for="l-dokumen">\(call.say(Say.whichPaper))</label>\
        <select class="in" id="l-dokumen"></select></div>
        """
    }

    private func offlineNumber(_ call: Call) -> HTML {
        """
        <section id="luring-hasil" class="done" aria-labelledby="l-nomor" hidden><h2>\(call.say(Say.queueNumber))</h2>\
        <p class="nomor" id="l-nomor" tabindex="-1"></p>\
        <p id="l-pesan"></p><ul id="l-kurang"></ul>\
        <button type="button" class="btn alt" id="l-berikut">\(call.say(Say.nextPerson))</button></section>
        """
    }

    private func today(_ call: Call, _ desk: Desk) -> HTML {
        """
        <h2>\(call.say(Say.today))</h2><dl class="angka">\
        \(figure(call.say(Say.numbersLeft), "\(quota.left) / \(quota.places)"))\
        \(figure(call.say(Say.waitingOutside), "\(board.waiting)"))\
        \(figure(call.say(Say.inside(atMost: desk.branch.roomLimit)), "\(board.inside)"))</dl>\
        <p>\(board.forecast.text(at: call.now, in: desk.branch.zone, call.language))</p>\
        \(when(quota.left == 0, "<p class=\"box w\">\(call.say(Say.usedUp))</p>"))
        """
    }

    private func figure(_ name: String, _ value: String) -> HTML { "<div><dt>\(name)</dt><dd>\(value)</dd></div>" }
}
