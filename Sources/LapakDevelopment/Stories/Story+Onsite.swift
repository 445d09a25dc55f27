import HTTPTypes
import LapakDomain
import LapakNation

extension Story {
    /// A number of today: taken at home, followed, printed, given up; the hall's display and the poster.
    static let onsite =
        [
            Story("a number is taken at home, and every page speaks of the branch") { site in
                let (phone, siti) = (try await Browser(site), site.cast.siti)
                try await phone.show("Onsite/branches", at: "/hari-ini")
                try await phone.press("/hari-ini", ["kantor": site.branch.code])
                try hold(phone.page.path == "/hari-ini/\(site.branch.code)")
                try await phone.show("Onsite/numbers")
                try await phone.press("f-hari-ini")
                try await phone.show("Onsite/numbers-nothing-chosen", status: 422)
                try await phone.press("f-hari-ini", ["slot": phone.firstSlot])
                try await phone.identify(siti)
                try await phone.sayReason(siti)
                try await phone.show("Onsite/check")
                try await phone.agree()
                try await phone.show("Onsite/filed")
                try hold(phone.page.says("Bawa dokumen asli") && !phone.page.markup.main.lowercased().contains("panggilan video"))
                try await phone.show("Onsite/status", at: "/klaim/status")
                try hold(phone.page.markup.all("a").allSatisfy { !["/klaim/ubah", "/wawancara"].contains($0["href"] ?? "") })
                try await phone.show("Onsite/change", at: "/klaim/ubah")
                try await phone.show("Onsite/proof", at: "/klaim/bukti")
                let calendar = try await phone.open("/klaim/kalender.ics").text.replacing("\r\n ", with: "")
                try hold(calendar.contains("Datang ke") && !calendar.contains("Panggilan video"))
                try await phone.open("/hari-ini/\(site.branch.code)")
                try hold(phone.page.markup.one(id: "kantor") == nil)
            },
            Story("a day without numbers leads to the waiting list, an unknown branch nowhere") { site in
                try await site.shut()
                let phone = try await Browser(site)
                try await phone.show("Onsite/numbers-none", at: "/hari-ini/\(site.branch.code)")
                try await phone.press("tunggu")
                try hold(phone.page.path == "/daftar/nik")
                try await hold(phone.open("/hari-ini/tidak-ada").status == 404)
                try await hold(phone.post("/hari-ini/tidak-ada", [("slot", "1")]).status == 404)
            },
            Story("when the numbers are used up the page says so and leads to the waiting list") { site in
                let phone = try await Browser(site)
                try await phone.open("/hari-ini/\(site.branch.code)")
                let left = phone.page.markup.main.firstMatch(of: #/Sisa (\d+) dari \d+ nomor/#).flatMap { Int($0.1) }
                _ = try await site.walkIns(left.found("how many numbers are left"))
                try await phone.show("Onsite/numbers-used-up", at: "/hari-ini/\(site.branch.code)")
                try hold(phone.page.says("Nomor hari ini sudah habis") && phone.page.says("Sisa 0 dari"))
            },
            Story("a number is followed into the hall and to the booth") { site in
                let hall = try await Hall.open(on: site, booths: 1, people: 0)
                let people = try await site.walkIns(2)
                try await site.settle()
                let phone = try await Browser(site)
                let path = "/nomor/\(people[0].text("key"))"
                try await phone.show("Onsite/number-inside", at: path)
                try await hall.officer.openSession(seats: 2)
                try await hall.officer.callNext()
                try await phone.show("Onsite/number-called", at: path)
                let manager = try await site.desk(2, as: .manager)
                try await manager.show("Onsite/hall-address", at: "/kantor/layar")
                let display = try await Browser(site)
                let address = try manager.page.hall
                try await display.show("Onsite/hall-called", at: address)
                let piece = try await display.open("\(address)/isi")
                try hold(!piece.isDocument && piece.text.contains(people[0].text("number")) && !piece.text.contains(people[0].text("name")))
            },
            Story("an empty hall says so") { site in
                let manager = try await site.desk(as: .manager)
                try await manager.open("/kantor/layar")
                try await Browser(site).show("Onsite/hall-empty", at: manager.page.hall)
            },
            Story("a number that is given up leaves the claim in line") { site in
                let walkIn = try await site.walkIns(papers: "expected")[0]
                let finder = try await Browser(site)
                try await finder.show("Onsite/number-not-yours", at: "/nomor/\(walkIn.text("key"))/batal", status: 403)
                try await hold(finder.post("/nomor/\(walkIn.text("key"))/batal").status == 403, "a ticket follows, and nothing more")
                let claimed = try await site.claim(numbered: walkIn.text("claimNumber"))
                let phone = try await site.browser(visiting: claimed)
                try await phone.show("Onsite/number-give-up", at: "/nomor/\(walkIn.text("key"))/batal")
                try await phone.press("f-batal")
                try await phone.show("Onsite/number-given-up")
                let claim = try await site.claim(numbered: walkIn.text("claimNumber"))
                try hold(claim.phase == .waiting && claim.booking == nil && claim.ticket != nil)
                try await phone.post("/nomor/\(walkIn.text("key"))/batal")
                try hold(phone.page.status == 200 || phone.page.status == 409)
            },
            Story("an appointment is exchanged for today") { site in
                let phone = try await Browser(site)
                try await phone.book(site.cast.siti, at: site.branch.code)
                try await phone.open("/klaim/status")
                try hold(phone.page.markup.all("a").contains { $0["href"] == "/klaim/hari-ini" })
                try await phone.show("Onsite/come-today", at: "/klaim/hari-ini")
                try await phone.press("f-hari-ini")
                try await phone.show("Onsite/come-today-nothing-chosen", status: 422)
                try await phone.press("f-hari-ini", ["slot": phone.firstSlot])
                try await phone.show("Onsite/status-exchanged")
                try await hold(phone.open("/klaim/hari-ini").path == "/klaim/status", "once is enough")
            },
            Story("the poster at the door leads to today's numbers") { site in
                let desk = try await site.desk(as: .officer)
                try await desk.show("Onsite/poster", at: "/kantor/pintu")
                try hold(desk.page.says("/hari-ini/\(site.branch.code)"))
            },
        ] + ["expected", "incomplete", "waiting"].map(following)

    /// The number on one's own phone says in plain words where it stands.
    private static func following(_ papers: String) -> Story {
        Story("a number that is \(papers), on one's own phone") { site in
            let walkIn = try await site.walkIns(papers: papers)[0]
            let phone = try await Browser(site)
            let path = "/nomor/\(walkIn.text("key"))"
            try await phone.show("Onsite/number-\(papers)", at: path)
            try hold(phone.page.headers[.robots] == "noindex" && phone.page.headers[.cacheControl] == "no-store")
            for secret in [walkIn.text("name"), walkIn.text("nik"), walkIn.text("claimNumber")] {
                try hold(!phone.page.text.contains(secret))
            }
            let whole = phone.page.markup.main
            let piece = try await phone.open("\(path)/isi")
            try hold(!piece.isDocument && whole.contains(piece.markup.one(id: "kabar").found("the news").words))
            try await phone.show("Onsite/ticket-at-home-\(papers)", at: "\(path)/karcis")
            let claim = try await site.claim(numbered: walkIn.text("claimNumber"))
            try await site.browser(visiting: claim).show("Onsite/give-up-\(papers)", at: "\(path)/batal")
        }
    }
}

extension Answer {
    /// The address of the hall's display, as the manager's page says it.
    fileprivate var hall: String {
        get throws {
            let address = try text.firstMatch(of: #/\/layar\/[a-z0-9]+\.[a-f0-9]+/#).found("the address of the display")
            return String(address.0)
        }
    }
}

extension HTTPField.Name {
    fileprivate static let robots = HTTPField.Name("X-Robots-Tag")!
}
