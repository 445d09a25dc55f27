import HTTPTypes
import LapakDevelopment
import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakServer

/// In line: the wish, the place, an offer, and what becomes of it.
@Suite("The pages of the waiting list") struct WaitingListPageTests {
    /// Siti has the first place, and so many wait for that branch.
    private func line(_ count: Int) async throws -> (site: Site, first: Browser, waiting: [Browser]) {
        let site = try await Site.open()
        let first = try await Browser(site)
        try await first.book(site.cast.siti, at: site.branch.code)
        var waiting: [Browser] = []
        for person in [site.cast.budi, site.cast.made, site.cast.maria].prefix(count) {
            let phone = try await Browser(site)
            try await phone.open("/jadwal?kantor=\(site.branch.code)")
            try await phone.press("tunggu")
            try await phone.identify(person)
            try await phone.sayReason(person)
            if waiting.isEmpty { try await phone.see("Member/wish") }
            try await phone.press("f-pilihan", ["kantor": site.branch.code])
            if waiting.isEmpty { try await phone.see("Member/check-waiting") }
            try await phone.agree()
            waiting.append(phone)
        }
        try await site.settle()
        return (site, first, waiting)
    }

    /// The first place becomes free, and is offered.
    private func offer(_ site: Site, _ first: Browser, to email: String) async throws -> String {
        try await first.open("/klaim/batal")
        try await first.press("f-batal")
        try await site.settle()
        let words = try await site.message(to: email).text.split { $0.isWhitespace }
        let link = try #require(words.first { $0.contains("/tawaran/") })
        return String(link[try #require(link.firstRange(of: "/tawaran/")).lowerBound...])
    }

    @Test func `who waits sees the place in line, and a status without an appointment`() async throws {
        let (_, _, waiting) = try await line(1)
        let phone = waiting[0]
        try await phone.see("Member/filed-waiting", at: "/daftar/selesai")
        try await phone.see("Member/status-waiting", at: "/klaim/status")
        try await phone.see("Papers/list-in-line", at: "/berkas")
        try await phone.see("Member/cancel-waiting", at: "/klaim/batal")
        try await phone.see("Member/change-waiting", at: "/klaim/ubah")
    }

    @Test func `before the draw the place is not known yet`() async throws {
        let (site, _, waiting) = try await line(1)
        let claim = try await site.claim(numbered: try waiting[0].number)
        let ticket = try #require(try await site.test.find(Ticket.self, require(claim.ticket)))
        #expect(ticket.drawn, "an ordinary day draws nobody")
    }

    @Test(
        "a wish that says nothing, or too much, is explained and kept",
        arguments: [
            ("none", [("mulai", "")], "kantor"), ("date", [("kantor", "semua"), ("mulai", "esok")], "mulai"),
        ])
    func wishes(name: String, typed: [(String, String)], field: String) async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.open("/jadwal")
        try await phone.press("tunggu")
        try await phone.identify(site.cast.siti)
        try await phone.sayReason(site.cast.siti)
        let form = try PageForm(id: "f-pilihan", in: phone.page).filled(typed)
        try await phone.post(form.action, form.fields)
        try await phone.see("Member/wish-\(name)", status: 422)
        #expect(phone.page.markup.all("a").contains { $0["href"] == "#\(field)" })
    }

    @Test func `a wish with days, times and a date is read back on the next page`() async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.open("/jadwal")
        try await phone.press("tunggu")
        try await phone.identify(site.cast.siti)
        try await phone.sayReason(site.cast.siti)
        try await phone.press("f-pilihan", ["kantor": "semua", "hari": "2", "waktu": "pagi", "mulai": "2026-07-01"])
        try await phone.see("Member/check-wish")
        #expect(phone.page.says("petugas mana saja") && phone.page.says("mulai Rabu, 1 Juli 2026"))
        try await phone.open("/daftar/pilihan")
        let held = try PageForm(id: "f-pilihan", in: phone.page).filled([]).fields
        #expect(held.contains { $0 == ("waktu", "pagi") } && held.contains { $0 == ("mulai", "2026-07-01") })
    }

    @Test func `an offer is opened by scanners without an answer, taken once, and then is the appointment`() async throws {
        let (site, first, waiting) = try await line(1)
        let path = try await offer(site, first, to: site.cast.budi.email)
        for _ in 0..<3 { #expect(try await site.answer(.get, path).status == 200) }
        let phone = waiting[0]
        try await phone.see("Member/status-offered", at: "/klaim/status")
        try await phone.see("Member/offer", at: path)
        let before = try await site.claim(numbered: try await number(phone))
        #expect(before.phase == .waiting)
        try await phone.open(path)
        try await phone.press("f-jawab", button: "terima")
        try await phone.see("Member/offer-taken")
        try await phone.post(path, [("jawab", "terima")])
        #expect(phone.page.status == 200, "taken twice is taken once")
        #expect(try await site.claim(numbered: before.number.value).phase == .booked)
    }

    @Test func `a declined offer goes to the next in line, and the place in line stays`() async throws {
        let (site, first, waiting) = try await line(2)
        let path = try await offer(site, first, to: site.cast.budi.email)
        try await waiting[0].open(path)
        try await waiting[0].press("f-jawab", button: "tolak")
        try await waiting[0].see("Member/offer-gone")
        try await site.settle()
        #expect(try await site.message(to: site.cast.made.email).text.contains("/tawaran/"))
        #expect(try await site.claim(numbered: try await number(waiting[0])).phase == .waiting)
    }

    @Test func `silence passes the offer on`() async throws {
        let (site, first, waiting) = try await line(2)
        let path = try await offer(site, first, to: site.cast.budi.email)
        try await site.wait(.hours(23))
        try await waiting[0].open(path)
        #expect(waiting[0].page.says("Tawaran ini sudah lewat"))
        let late = try await waiting[0].post(path, [("jawab", "terima")])
        #expect(late.status == 409)
        try await waiting[0].see("Member/offer-refused", status: 409)
        #expect(try await site.message(to: site.cast.made.email).text.contains("/tawaran/"))
    }

    @Test(
        "an address that is no offer is not there",
        arguments: ["/tawaran/x", "/tawaran/1.abcdef0123456789", "/tawaran/zz.00000000000000000000000000000000"])
    func unknown(path: String) async throws {
        let phone = try await Browser(try await Site.open())
        #expect(try await phone.open(path).status == 404)
        #expect(phone.page.says("Halaman tidak ditemukan"))
        #expect(try await phone.post(path, [("jawab", "terima")]).status == 404)
    }

    private func number(_ phone: Browser) async throws -> String {
        try await phone.open("/klaim/status")
        return try require(phone.page.markup.all("strong").first { $0["class"] == "num" }?.words)
    }
}
