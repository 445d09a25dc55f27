import HTTPTypes
import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakServer

/// A number of today: taken at home, followed, printed, given up; the hall's display and the poster.
@Suite("The pages of a number") struct NumberPageTests {
    @Test func `a number is taken at home, and every page speaks of the branch`() async throws {
        let site = try await Site.open()
        let (phone, siti) = (try await Browser(site), site.cast.siti)
        try await phone.see("Onsite/branches", at: "/hari-ini")
        try await phone.press("/hari-ini", ["kantor": site.branch.code])
        #expect(phone.page.path == "/hari-ini/\(site.branch.code)")
        try await phone.see("Onsite/numbers")
        try await phone.press("f-hari-ini")
        try await phone.see("Onsite/numbers-nothing-chosen", status: 422)
        try await phone.press("f-hari-ini", ["slot": phone.firstSlot])
        try await phone.identify(siti)
        try await phone.sayReason(siti)
        try await phone.see("Onsite/check")
        try await phone.agree()
        try await phone.see("Onsite/filed")
        #expect(phone.page.says("Bawa dokumen asli") && !phone.page.markup.main.lowercased().contains("panggilan video"))
        try await phone.see("Onsite/status", at: "/klaim/status")
        #expect(phone.page.markup.all("a").allSatisfy { !["/klaim/ubah", "/wawancara"].contains($0["href"] ?? "") })
        try await phone.see("Onsite/change", at: "/klaim/ubah")
        try await phone.see("Onsite/proof", at: "/klaim/bukti")
        let calendar = try await phone.open("/klaim/kalender.ics").text.replacing("\r\n ", with: "")
        #expect(calendar.contains("Datang ke") && !calendar.contains("Panggilan video"))
        try await phone.open("/hari-ini/\(site.branch.code)")
        #expect(phone.page.markup.one(id: "kantor") == nil)
    }

    @Test func `a day without numbers leads to the waiting list, an unknown branch nowhere`() async throws {
        let site = try await Site.open()
        try await site.shut()
        let phone = try await Browser(site)
        try await phone.see("Onsite/numbers-none", at: "/hari-ini/\(site.branch.code)")
        try await phone.press("tunggu")
        #expect(phone.page.path == "/daftar/nik")
        #expect(try await phone.open("/hari-ini/tidak-ada").status == 404)
        #expect(try await phone.post("/hari-ini/tidak-ada", [("slot", "1")]).status == 404)
    }

    @Test func `when the numbers are used up the page says so and leads to the waiting list`() async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.open("/hari-ini/\(site.branch.code)")
        let words = phone.page.markup.main
        let left = try #require(words.firstMatch(of: #/Sisa (\d+) dari \d+ nomor/#).flatMap { Int($0.1) })
        _ = try await site.walkIns(left)
        try await phone.see("Onsite/numbers-used-up", at: "/hari-ini/\(site.branch.code)")
        #expect(phone.page.says("Nomor hari ini sudah habis") && phone.page.says("Sisa 0 dari"))
    }

    @Test("the number on one's own phone says in plain words where it stands", arguments: ["expected", "incomplete", "waiting"])
    func following(papers: String) async throws {
        let site = try await Site.open()
        let walkIn = try #require(try await site.walkIns(papers: papers).first)
        let phone = try await Browser(site)
        let path = "/nomor/\(walkIn.text("key"))"
        try await phone.see("Onsite/number-\(papers)", at: path)
        #expect(phone.page.headers[HTTPField.Name("X-Robots-Tag")!] == "noindex" && phone.page.headers[.cacheControl] == "no-store")
        for secret in [walkIn.text("name"), walkIn.text("nik"), walkIn.text("claimNumber")] { #expect(!phone.page.text.contains(secret)) }
        let whole = phone.page.markup.main
        let piece = try await phone.open("\(path)/isi")
        let news = try #require(piece.markup.one(id: "kabar")?.words)
        #expect(!piece.isDocument && whole.contains(news))
        try await phone.see("Onsite/ticket-at-home-\(papers)", at: "\(path)/karcis")
        try await phone.see("Onsite/give-up-\(papers)", at: "\(path)/batal")
    }

    @Test func `a number is followed into the hall and to the booth`() async throws {
        let site = try await Site.open()
        _ = try await TestBooth.paired(1, in: site.test)
        let people = try await TestVisitor.admitted(2, in: site.test)
        let phone = try await Browser(site)
        try await phone.see("Onsite/number-inside", at: "/nomor/\(people[0].key)")
        let desk = try await site.test.staff(1)
        try await site.test.callIn(desk, seats: 2)
        try await phone.see("Onsite/number-called", at: "/nomor/\(people[0].key)")
        let (manager, _) = try await site.desk(2, .manager)
        try await manager.see("Onsite/hall-address", at: "/kantor/layar")
        let hall = try await Browser(site)
        try await hall.see("Onsite/hall-called", at: HallPages.path(site.branch, site.app))
        let piece = try await hall.open(HallPages.path(site.branch, site.app) + "/isi")
        #expect(!piece.isDocument && piece.text.contains(people[0].number) && !piece.text.contains(people[0].name))
    }

    @Test func `an empty hall says so`() async throws {
        let site = try await Site.open()
        try await Browser(site).see("Onsite/hall-empty", at: HallPages.path(site.branch, site.app))
    }

    @Test func `a number that is given up leaves the claim in line`() async throws {
        let site = try await Site.open()
        let walkIn = try #require(try await site.walkIns(papers: "expected").first)
        let phone = try await Browser(site)
        try await phone.open("/nomor/\(walkIn.text("key"))/batal")
        try await phone.press("f-batal")
        try await phone.see("Onsite/number-given-up")
        let claim = try await site.claim(numbered: walkIn.text("claimNumber"))
        #expect(claim.phase == .waiting && claim.booking == nil && claim.ticket != nil)
        try await phone.post("/nomor/\(walkIn.text("key"))/batal")
        #expect(phone.page.status == 200 || phone.page.status == 409)
    }

    @Test func `an appointment is exchanged for today`() async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.book(site.cast.siti, at: site.branch.code)
        try await phone.open("/klaim/status")
        #expect(phone.page.markup.all("a").contains { $0["href"] == "/klaim/hari-ini" })
        try await phone.see("Onsite/come-today", at: "/klaim/hari-ini")
        try await phone.press("f-hari-ini")
        try await phone.see("Onsite/come-today-nothing-chosen", status: 422)
        try await phone.press("f-hari-ini", ["slot": phone.firstSlot])
        try await phone.see("Onsite/status-exchanged")
        #expect(try await phone.open("/klaim/hari-ini").path == "/klaim/status", "once is enough")
    }

    @Test("a wrong key is nothing", arguments: ["", "/isi", "/karcis", "/batal"])
    func wrongKeys(page: String) async throws {
        let site = try await Site.open()
        let walkIns = try await site.walkIns(2)
        let (one, other) = (walkIns[0].text("key").split(separator: "."), walkIns[1].text("key").split(separator: "."))
        for key in ["\(other[0]).\(one[1])", "\(one[0]).0000000000000000", String(one[0]), "x"] {
            #expect(try await site.answer(.get, "/nomor/\(key)\(page)").status == 404, "\(key)")
        }
        let hall = HallPages.path(site.branch, site.app)
        #expect(try await site.answer(.get, String(hall.dropLast()) + "x").status == 404)
    }

    @Test func `the poster at the door leads to today's numbers`() async throws {
        let site = try await Site.open()
        let (desk, _) = try await site.desk(1)
        try await desk.see("Onsite/poster", at: "/kantor/pintu")
        #expect(desk.page.says("/hari-ini/\(site.branch.code)"))
    }
}
