import HTTPTypes
import LapakDomain
import LapakNation
import LapakServer

/// A first place that somebody has, and those who wait for that branch.
struct Line {
    let site: Site
    let first: Browser
    let waiting: [Browser]

    /// Siti has the first place; so many wait for it. The first of them shows the pages of the way.
    static func of(_ count: Int, on site: Site, shows: Bool = false) async throws -> Line {
        let first = try await Browser(site)
        try await first.book(site.cast.siti, at: site.branch.code)
        try await site.takeEveryPlace()
        var waiting: [Browser] = []
        for person in [site.cast.budi, site.cast.made, site.cast.maria].prefix(count) {
            let phone = try await Browser(site)
            try await phone.open("/jadwal?kantor=\(site.branch.code)")
            try await phone.press("tunggu")
            try await phone.identify(person)
            try await phone.sayReason(person)
            if shows, waiting.isEmpty { try await phone.show("Member/wish") }
            try await phone.press("f-pilihan", ["kantor": site.branch.code])
            if shows, waiting.isEmpty { try await phone.show("Member/check-waiting") }
            try await phone.agree()
            waiting.append(phone)
        }
        try await site.settle()
        return Line(site: site, first: first, waiting: waiting)
    }

    /// The first place becomes free, and is offered; the offer's address.
    func offer(to email: String) async throws -> String {
        try await first.open("/klaim/batal")
        try await first.press("f-batal")
        try await site.settle()
        return try await site.link("/tawaran/", to: email)
    }
}

extension Site {
    /// The address of this kind in the newest message to somebody.
    func link(_ kind: String, to recipient: String) async throws -> String {
        let words = try await message(to: recipient).text.split { $0.isWhitespace }
        let link = try words.first { $0.contains(kind) }.found("a link \(kind)")
        return String(link[try link.firstRange(of: kind).found().lowerBound...])
    }
}

extension Story {
    /// In line: the wish, the place, an offer, and what becomes of it.
    static let waitingList = [
        Story("who waits sees the place in line, and a status without an appointment") { site in
            let phone = try await Line.of(1, on: site, shows: true).waiting[0]
            try await phone.show("Member/filed-waiting", at: "/daftar/selesai")
            try await phone.show("Member/status-waiting", at: "/klaim/status")
            try await phone.show("Papers/list-in-line", at: "/berkas")
            try await phone.show("Member/cancel-waiting", at: "/klaim/batal")
            try await phone.show("Member/change-waiting", at: "/klaim/ubah")
        },
        wrongWish("none", [("mulai", "")], at: "kantor"),
        wrongWish("date", [("kantor", "semua"), ("mulai", "esok")], at: "mulai"),
        Story("a wish with days, times and a date is read back on the next page") { site in
            let phone = try await Browser(site)
            try await phone.wish(as: site.cast.siti)
            try await phone.press("f-pilihan", ["kantor": "semua", "hari": "2", "waktu": "pagi", "mulai": "2026-07-01"])
            try await phone.show("Member/check-wish")
            try hold(phone.page.says("petugas mana saja") && phone.page.says("mulai Rabu, 1 Juli 2026"))
            try await phone.open("/daftar/pilihan")
            let held = try PageForm(id: "f-pilihan", in: phone.page).filled([]).fields
            try hold(held.contains { $0 == ("waktu", "pagi") } && held.contains { $0 == ("mulai", "2026-07-01") })
        },
        Story("an offer is opened by scanners without an answer, taken once, and then is the appointment") { site in
            let line = try await Line.of(1, on: site)
            let path = try await line.offer(to: site.cast.budi.email)
            for _ in 0..<3 { try await hold(site.answer(.get, path).status == 200) }
            let phone = line.waiting[0]
            try await phone.show("Member/status-offered", at: "/klaim/status")
            try await phone.show("Member/offer", at: path)
            let before = try await site.claim(numbered: try await phone.statusNumber())
            try hold(before.phase == .waiting)
            try await phone.open(path)
            try await phone.press("f-jawab", button: "terima")
            try await phone.show("Member/offer-taken")
            try await phone.post(path, [("jawab", "terima")])
            try hold(phone.page.status == 200, "taken twice is taken once")
            try await hold(site.claim(numbered: before.number.value).phase == .booked)
        },
        Story("a declined offer goes to the next in line, and the place in line stays") { site in
            let line = try await Line.of(2, on: site)
            let path = try await line.offer(to: site.cast.budi.email)
            try await line.waiting[0].open(path)
            try await line.waiting[0].press("f-jawab", button: "tolak")
            try await line.waiting[0].show("Member/offer-declined")
            try hold(line.waiting[0].page.says("Anda menolak tawaran ini"))
            try await line.waiting[0].post(path, [("jawab", "terima")])
            try hold(line.waiting[0].page.status == 409 && !line.waiting[0].page.says("sudah lewat"))
            try await site.settle()
            try await hold(site.message(to: site.cast.made.email).text.contains("/tawaran/"))
            let number = try await line.waiting[0].statusNumber()
            try await hold(site.claim(numbered: number).phase == .waiting)
        },
        Story("who waits gets a free place offered at once, and may take another one that suits nobody before them") { site in
            let phone = try await Line.of(1, on: site).waiting[0]
            try await PlannerService(app: site.app).plan()
            try await site.settle()
            try await phone.show("Member/status-offered-free", at: "/klaim/status")
            try hold(phone.page.says("Ada tempat untuk Anda"))
            try await phone.show("Member/change-of-the-line", at: "/klaim/ubah")
            let slot = phone.page.markup.all("input").filter { $0["name"] == "slot" }.compactMap { $0["value"] }.last
            try await phone.press("f-ubah", ["slot": slot.found("a free time")])
            try hold(phone.page.path == "/klaim/status" && phone.page.says("Wawancara Anda sudah terjadwal"))
            let claim = try await site.claim(numbered: try await phone.statusNumber())
            try hold(claim.phase == .booked && claim.slot.map { "\($0.rawValue)" } == slot)
        },
        Story("silence passes the offer on") { site in
            let line = try await Line.of(2, on: site)
            let path = try await line.offer(to: site.cast.budi.email)
            try await site.wait(.hours(23))
            try await line.waiting[0].open(path)
            try await line.waiting[0].show("Member/offer-gone")
            try hold(line.waiting[0].page.says("Tawaran ini sudah lewat"))
            try await line.waiting[0].post(path, [("jawab", "terima")])
            try await line.waiting[0].show("Member/offer-refused", status: 409)
            try await hold(site.message(to: site.cast.made.email).text.contains("/tawaran/"))
        },
    ]

    /// A wish that says nothing, or too much, is explained and kept.
    private static func wrongWish(_ name: String, _ typed: [(String, String)], at field: String) -> Story {
        Story("a wish with a wrong \(field)") { site in
            let phone = try await Browser(site)
            try await phone.wish(as: site.cast.siti)
            let form = try PageForm(id: "f-pilihan", in: phone.page).filled(typed)
            try await phone.post(form.action, form.fields)
            try await phone.show("Member/wish-\(name)", status: 422)
            try hold(phone.page.markup.all("a").contains { $0["href"] == "#\(field)" })
        }
    }
}

extension Browser {
    /// To the page of the wish.
    fileprivate func wish(as person: CastMember) async throws {
        try await open("/jadwal")
        try await press("tunggu")
        try await identify(person)
        try await sayReason(person)
    }

    /// The claim's number as its status says it.
    fileprivate func statusNumber() async throws -> String {
        try await open("/klaim/status")
        return try page.markup.all("strong").first { $0["class"] == "num" }.found("the claim's number").words
    }
}
