import HTTPTypes
import LapakDomain
import LapakStore
import Testing

@testable import LapakServer

/// What a booth shows at each step, and the manager's page of booths.
@Suite("The pages of a booth") struct BoothPageTests {
    /// Booths 1 to `booths`, people who are called to them.
    private func branch(booths: Int, people: Int) async throws -> (
        site: Site, booths: [(browser: Browser, test: TestBooth)], people: [TestVisitor], desk: Desk
    ) {
        let site = try await Site.open()
        var paired: [(browser: Browser, test: TestBooth)] = []
        for number in 1...booths {
            let booth = try await TestBooth.paired(number, in: site.test)
            paired.append((try await Browser(site, cookies: [Call.boothCookie: booth.cookie]), booth))
        }
        let visitors = try await TestVisitor.admitted(people, in: site.test)
        let desk = try await site.test.staff(1)
        if people > 0 { try await site.test.callIn(desk, seats: people) }
        return (site, paired, visitors, desk)
    }

    @Test func `a screen becomes a booth with a code of the manager`() async throws {
        let site = try await Site.open()
        let (manager, _) = try await site.desk(1, .manager)
        try await manager.see("Booth/booths-none", at: "/kantor/bilik")
        try await manager.press("f-bilik", ["bilik": "x"])
        try await manager.see("Booth/booths-wrong", status: 422)
        try await manager.press("f-bilik", ["bilik": "1"])
        let code = try #require(manager.page.markup.one(id: "kode-bilik")?.words)
        #expect(manager.page.status == 200)
        let screen = try await Browser(site)
        try await screen.see("Booth/pairing", at: "/bilik")
        try await screen.press("f-pasang", ["kode": "12"])
        try await screen.see("Booth/pairing-short", status: 422)
        try await screen.press("f-pasang", ["kode": "ABCD2345"])
        try await screen.see("Booth/pairing-wrong", status: 422)
        try await screen.press("f-pasang", ["kode": code.lowercased()])
        #expect(screen.page.path == "/bilik" && screen.page.status == 200)
        try await screen.see("Booth/empty")
        try await manager.see("Booth/booths-one", at: "/kantor/bilik")
        try await manager.press("f-tutup-1")
        try await manager.see("Booth/booths-closed")
        try await screen.see("Booth/closed", at: "/bilik")
        try await manager.press("f-buka-1")
        #expect(manager.page.says("Siap"))
        try await manager.press("f-kode-1")
        let next = try #require(manager.page.markup.one(id: "kode-bilik")?.words)
        #expect(next != code)
        try await screen.open("/bilik")
        #expect(screen.page.says("Bilik kosong"), "the former browser goes on until the new code is used")
    }

    @Test func `from the call to the receipt`() async throws {
        let (site, booths, people, _) = try await branch(booths: 2, people: 2)
        let (screen, booth, person) = (booths[0].browser, booths[0].test, people[0])
        let names = people.map(\.name)
        func see(_ name: String, status: Int = 200) async throws {
            if screen.page.status == 0 || status == 200 { try await screen.open("/bilik") }
            try await screen.see("Booth/\(name)", status: status)
        }
        try await see("called")
        #expect(!names.contains { screen.page.says($0) }, "nothing of the person is shown before the number is")
        try await screen.press("f-nomor", ["nomor": people[1].number])
        try await screen.see("Booth/called-elsewhere", status: 422)
        try await screen.press("f-nomor", ["nomor": "A-900"])
        try await screen.see("Booth/called-not-yet", status: 422)
        try await screen.press("f-nomor", ["nomor": "apa"])
        try await screen.see("Booth/called-unreadable", status: 422)
        try await screen.press("f-nomor", ["nomor": person.number])
        try await see("consent")
        try await screen.press("f-jawab")
        try await see("filling")
        try await screen.press("f-data")
        for paper in try await person.interview.wanted {
            try await see("original-\(paper.rawValue)")
            try await booth.photograph(paper)
        }
        try await see("shown")
        try await screen.press("f-bantuan")
        try await see("help-is-coming")
        let (id, policy, now) = (try await person.interview.id, site.app.policy, site.clock.now)
        _ = try await site.app.store.write(in: site.app.context(by: .clock, at: now)) {
            try $0.step(id) { try $0.accept([], by: ID(1), policy: policy, at: now) }
        }
        try await see("summary")
        try await screen.press("f-setuju")
        try await see("agreed")
        _ = try await site.app.store.write(in: site.app.context(by: .clock, at: now)) {
            try $0.step(id) { try $0.decide(.approve, by: ID(1), policy: policy, at: now) }
        }
        try await see("deciding")
        site.clock.advance(.seconds(7))
        let later: Instant = site.clock.now
        _ = try await site.app.store.write(in: site.app.context(at: later)) { try $0.settle(id) }
        try await see("receipt")
        try await screen.press("f-pergi")
        #expect(screen.page.says("Bilik kosong") && !screen.page.text.contains(person.number))
    }

    @Test func `whoever walks away is hidden, and a broken camera sends the person on`() async throws {
        let (site, booths, people, _) = try await branch(booths: 3, people: 2)
        let (one, three) = (booths[0], booths[2])
        for (person, booth) in zip(people, booths) {
            try await booth.browser.open("/bilik")
            try await booth.browser.press("f-nomor", ["nomor": person.number])
            try await booth.browser.press("f-jawab")
        }
        try await one.test.leave()
        try await one.browser.see("Booth/left", at: "/bilik")
        #expect(!one.browser.page.says(people[0].name))
        try await one.browser.press("f-nomor", ["nomor": people[0].number])
        try await one.test.camera(works: false)
        try await one.browser.see("Booth/camera-broken", at: "/bilik")
        try await three.browser.see("Booth/taken-over", at: "/bilik")
        try await one.test.camera(works: true)
        try await one.browser.see("Booth/empty-after-moving", at: "/bilik")
        // Nowhere to go for the other one.
        try await booths[1].test.camera(works: false)
        try await booths[1].browser.see("Booth/camera-broken-and-full", at: "/bilik")
        let (manager, _) = try await site.desk(9, .manager)
        try await manager.see("Booth/booths-busy", at: "/kantor/bilik")
    }

    @Test func `a code that is guessed too often is counted`() async throws {
        let site = try await Site.open()
        let screen = try await Browser(site)
        try await screen.open("/bilik")
        for _ in 0..<PairingCode.most { try await screen.post("/bilik/pasang", [("kode", "ABCD2345")]) }
        try await screen.post("/bilik/pasang", [("kode", "ABCD2345")])
        #expect(screen.page.status == 429 && screen.page.says("Coba lagi dalam 15 menit"))
    }

    @Test(
        "a browser that is no booth can do nothing there",
        arguments: ["nomor", "jawab", "pergi", "kamera", "data", "setuju", "bantuan", "foto"])
    func strangers(verb: String) async throws {
        let answer = try await Browser(try await Site.open()).post("/bilik/\(verb)", [("nomor", "A-001")], following: false)
        #expect([303, 403].contains(answer.status))
    }
}
