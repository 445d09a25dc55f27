import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of these pages.
private enum Say {
    static let receiptFile = Words("Berkas untuk printer struk", "File for a receipt printer")
    static let poster = Words("Poster pintu", "Door poster")
    static let printIt = Words(
        "Cetak dan tempel di pintu: orang mengambil nomor dengan ponselnya, tanpa antre.",
        "Print it and put it on the door: people take a number with their phones, without queueing.")
    static let takeNumber = Words("Ambil nomor di sini", "Take your number here")
    static let scan = Words(
        "Pindai dengan kamera ponsel, pilih waktu datang, dan ikuti nomor Anda.",
        "Scan with your phone, choose a time to come, and follow your number.")
    static let noPhone = Words(
        "Tidak punya ponsel? Petugas di halaman memberi nomor.", "No phone? The officer in the yard gives you a number.")
    static let display = Words("Layar ruang tunggu", "Hall display")
    static let openThere = Words(
        """
        Buka alamat ini di layar ruang tunggu, dengan peramban layar penuh. \
        Layar hanya menampilkan nomor dan bilik, tanpa nama.
        """,
        "Open this address on the display in the hall, in a full-screen browser. It shows numbers and booths only, no names.")
    static let openDisplay = Words("Buka layar", "Open the display")
    static let displayCode = Words("Kode QR ke layar ruang tunggu", "QR code to the hall display")
    static let secret = Words(
        "Alamat ini rahasia kantor: siapa pun yang memilikinya melihat nomor yang dipanggil.",
        "The address is the branch's secret: whoever has it sees the numbers that are called.")
    static let sound = Words(
        """
        Suara: izinkan bunyi otomatis untuk alamat ini di peramban (kebijakan AutoplayAllowlist), \
        atau tekan Nyalakan suara sekali.
        """,
        "Sound: allow it for this address in the browser (policy AutoplayAllowlist), or press Turn the sound on once.")

    static func ticket(_ number: QueueNumber) -> Words { Words("Karcis \(number.text)", "Ticket \(number.text)") }
    static func numbersCode(_ branch: Branch) -> Words {
        Words("Kode QR ke nomor hari ini di \(branch.name)", "QR code to today's numbers at \(branch.name)")
    }
}

/// What a branch prints and hangs up: the poster at the door, the address of its hall display, the tickets of its visitors.
enum DoorPages {
    static let doorPath = DeskPath.door
    static let screenPath = DeskPath.screen

    static func routes(_ routes: Routes) {
        routes.get(doorPath, needs: .workYard) { call, desk in poster(call, desk) }
        routes.get(screenPath, needs: .showHall) { call, desk in screen(call, desk) }
        routes.get("/kantor/nomor/{id}/karcis", needs: .workYard) { call, desk in
            let view = try await view(call, desk)
            return ticket(view, call, desk)
        }
        routes.get("/kantor/nomor/{id}/struk.bin", needs: .workYard) { call, desk in
            let view = try await view(call, desk)
            var reply = Reply(type: "application/octet-stream")
            reply.bytes = view.paper(call).receipt(call.language).bytes
            reply.fields.append((.contentDisposition, "attachment; filename=\"\(view.walkIn.number.text).bin\""))
            return reply
        }
    }

    /// A walk-in to this desk's own branch. Refuses every other one with `notFound`.
    private static func view(_ call: Call, _ desk: Desk) async throws -> WalkInView {
        guard let id = call.parameters.get("id").flatMap({ Int64($0) }) else { throw Refusal.notFound }
        let view = try await WalkInView.load(ID(id), call)
        guard view.branch.id == desk.branch.id else { throw Refusal.notFound }
        return view
    }

    private static func ticket(_ view: WalkInView, _ call: Call, _ desk: Desk) -> Reply {
        let title = call.say(Say.ticket(view.walkIn.number))
        let receipt = "/kantor/nomor/\(Int64(view.walkIn.id.rawValue))/struk.bin"
        return Page(
            title: title, back: desk.address(desk.home),
            body: """
                <h1 class="layar-saja">\(title)</h1>\(view.paper(call).html(call))\(NumberPages.printHint(call))\
                <p><a class="btn alt" href="\(receipt)" download>\(call.say(Say.receiptFile))</a></p>
                """, assets: ["number.css"]
        ).reply(to: call)
    }

    private static func poster(_ call: Call, _ desk: Desk) -> Reply {
        let address = call.app.settings.address + TodaysNumbersPage.path(desk.branch)
        let title = call.say(Say.poster)
        return Page(
            title: "\(title) - \(desk.branch.name)", back: desk.address(desk.home),
            body: """
                <h1 class="layar-saja">\(title)</h1><p class="layar-saja">\(call.say(Say.printIt))</p>\
                <article class="poster"><p class="judul">\(call.say(Say.takeNumber))</p><p>\(desk.branch.name)</p>\
                \(QRCode(address)?.svg(label: call.say(Say.numbersCode(desk.branch))))\
                <p>\(call.say(Say.scan))</p><p class="alamat">\(address)</p>\
                <p>\(call.say(Say.noPhone))</p></article>
                """, assets: ["number.css"]
        ).reply(to: call)
    }

    private static func screen(_ call: Call, _ desk: Desk) -> Reply {
        let path = HallPages.path(desk.branch, call.app)
        return desk.page(
            call, call.say(Say.display), at: screenPath,
            """
            <p>\(call.say(Say.openThere))</p>\
            <p><a class="btn" href="\(url: path)">\(call.say(Say.openDisplay))</a></p>\
            <p>\(QRCode(call.app.settings.address + path)?.svg(label: call.say(Say.displayCode)))</p>\
            <p>\(call.say(Say.secret))</p>\
            <p>\(call.say(Say.sound))</p>
            """, assets: ["number.css"])
    }
}
