import HTTPTypes
import LapakDomain
import LapakStore
import Testing

@testable import LapakServer

/// The officer's console without a script: the door, seats at every phase, refusals, and the manager's figures.
@Suite("The pages of the console") struct ConsolePageTests {
    /// People in the seats of the officer's open session.
    private func console(
        _ people: Int, unchecked: Bool = false
    ) async throws -> (site: Site, desk: Browser, officer: Desk, seated: [Interview]) {
        let site = try await Site.open()
        let (browser, desk) = try await site.desk(1)
        var seated: [Interview] = []
        for number in 0..<people {
            let names = ["Siti Aminah", "Budi Santoso", "Maria Rumbiak", "Hasan Basri"]
            seated.append(
                try await site.test.enter(
                    try await site.test.ready(Int64(number + 1), name: names[number % 4], unchecked: unchecked)))
        }
        try await browser.open("/kantor/konsol")
        try await browser.press("f-buka", ["jumlah": "4"])
        if people > 0 { try await site.test.seat(desk) }
        return (site, browser, desk, seated)
    }

    @Test func `the door, an empty session, and its end`() async throws {
        let site = try await Site.open()
        let (desk, _) = try await site.desk(1)
        try await desk.see("Console/door", at: "/kantor/konsol")
        let wrong = try await desk.post("/kantor/konsol/buka", [("jumlah", "9")])
        #expect(wrong.status >= 400 && wrong.status < 500)
        try await desk.see("Console/door-wrong", status: wrong.status)
        try await desk.open("/kantor/konsol")
        try await desk.press("f-buka", ["jumlah": "2"])
        try await desk.see("Console/empty")
        try await desk.press("f-panggil")
        try await desk.see("Console/nobody-to-call", status: 422)
        try await desk.press("f-kursi", ["jumlah": "5"])
        try await desk.see("Console/five-seats")
        try await desk.press("f-tutup")
        #expect(desk.page.says("Buka sesi"))
    }

    @Test func `a seat at each phase`() async throws {
        let (site, desk, _, seated) = try await console(1)
        let id = seated[0].id
        try await desk.see("Console/called", at: "/kantor/konsol?kursi=1")
        let now = site.clock.now
        func step(_ change: @escaping @Sendable (inout Interview) throws -> [Event]) async throws {
            _ = try await site.app.store.write(in: site.app.context(by: .clock, at: now)) { try $0.step(id, change) }
        }
        _ = try await site.app.store.write(in: site.app.context(at: now)) { try $0.answer(id, chance: 7) }
        try await desk.see("Console/filling", at: "/kantor/konsol?kursi=1")
        try await step { try $0.ask(.help, at: now).map { [$0] } ?? [] }
        try await desk.see("Console/stuck", at: "/kantor/konsol?kursi=1")
        try await step { [try $0.confirmData(at: now)] }
        try await desk.see("Console/originals", at: "/kantor/konsol?kursi=1")
        try await site.test.play(id)
        try await desk.see("Console/shown", at: "/kantor/konsol?kursi=1")
        try await desk.post("/kantor/konsol/lanjut", [("kursi", "\(id.rawValue)")])
        #expect(desk.page.status == 409)
        try await desk.see("Console/row-open", status: 409)
        let subjects = InterviewCheck.Subject.rows
        for subject in subjects {
            try await desk.post("/kantor/konsol/tanda", [("kursi", "\(id.rawValue)"), ("tanda", "\(subject.name):1")])
        }
        try await desk.post("/kantor/konsol/lanjut", [("kursi", "\(id.rawValue)")])
        #expect(try await site.test.interview(id).phase == .summary)
        try await desk.see("Console/summary", at: "/kantor/konsol?kursi=1")
        try await site.test.play(id)
        try await desk.see("Console/agreed", at: "/kantor/konsol?kursi=1")
        try await desk.post("/kantor/konsol/lanjut", [("kursi", "\(id.rawValue)")])
        #expect(try await site.test.interview(id).phase == .deciding)
        try await desk.see("Console/deciding", at: "/kantor/konsol?kursi=1")
        try await desk.post("/kantor/konsol/urung", [("kursi", "\(id.rawValue)")])
        #expect(try await site.test.interview(id).phase == .agreed)
    }

    @Test func `a row that does not fit is given back with its reason`() async throws {
        let (site, desk, _, seated) = try await console(1)
        let id = seated[0].id
        try await site.test.play(id)
        try await desk.post("/kantor/konsol/tanda", [("kursi", "\(id.rawValue)"), ("tanda", "identity:0")])
        try await desk.see("Console/row-differs", at: "/kantor/konsol?kursi=1")
        try await desk.post("/kantor/konsol/kembali", [("kursi", "\(id.rawValue)"), ("butir", "identity")])
        try await desk.see("Console/no-reason", status: 422)
        try await desk.post("/kantor/konsol/kembali", [("kursi", "\(id.rawValue)"), ("butir", "identity"), ("alasan", "illegible")])
        #expect(try await site.test.interview(id).returned.map(\.reason) == [.illegible])
        try await desk.see("Console/given-back", at: "/kantor/konsol?kursi=1")
    }

    @Test func `several seats at once, and who needs the officer first`() async throws {
        let (site, desk, _, seated) = try await console(4)
        try await site.test.play(seated[0].id)
        let now = site.clock.now
        _ = try await site.app.store.write(in: site.app.context(at: now)) { try $0.answer(seated[1].id, chance: 7) }
        let third = seated[2].id
        _ = try await site.app.store.write(in: site.app.context(at: now)) { try $0.answer(third, chance: 7) }
        _ = try await site.app.store.write(in: site.app.context(by: .clock, at: now)) {
            try $0.step(third) { try $0.ask(.objection, at: now).map { [$0] } ?? [] }
        }
        try await desk.see("Console/four-seats", at: "/kantor/konsol")
        let whole = try await desk.open("/kantor/konsol").markup
        let pieces = try await desk.open("/kantor/konsol/isi").markup
        for id in ["panel", "banding"] { #expect(whole.one(id: id)?.words == pieces.one(id: id)?.words) }
    }

    @Test func `papers that nobody looked at are a row of their own`() async throws {
        let (site, desk, _, seated) = try await console(1, unchecked: true)
        try await site.test.play(seated[0].id)
        try await desk.see("Console/unchecked", at: "/kantor/konsol?kursi=1")
    }

    @Test("every press that names nobody, or somebody else's seat, is refused with a page", arguments: ConsoleVerb.allCases)
    func strangers(verb: ConsoleVerb) async throws {
        let (site, _, _, seated) = try await console(1)
        let (other, _) = try await site.desk(2)
        let quiet: Set<ConsoleVerb> = [.open, .call, .seats, .close, .live, .attend]
        guard !quiet.contains(verb) else { return }
        try await other.post("/kantor/konsol/buka", [("jumlah", "1")])
        let before = try await site.test.interview(seated[0].id)
        for seat in ["\(seated[0].id.rawValue)", "1", "x", ""] {
            let answer = try await other.post(
                "/kantor/konsol/\(verb.rawValue)",
                [("kursi", seat), ("tanda", "face:1"), ("butir", "face"), ("alasan", "illegible"), ("putusan", "reject"), ("pesan", "x")])
            #expect(answer.status >= 400 && answer.status < 500 && answer.isDocument, "\(verb) \(seat): \(answer.status)")
        }
        #expect(try await site.test.interview(seated[0].id) == before)
    }

    @Test func `without a session nothing can be pressed`() async throws {
        let site = try await Site.open()
        let (desk, _) = try await site.desk(1)
        for verb in ConsoleVerb.allCases where verb != .open {
            let answer = try await desk.post("/kantor/konsol/\(verb.rawValue)", [("kursi", "1")])
            #expect(answer.status >= 400 && answer.status < 500 && answer.isDocument, "\(verb): \(answer.status)")
        }
        let script = try await site.answer(
            .get, "/kantor/konsol/isi", headers: [.cookie: "meja=\(desk.cookies["meja"] ?? "")", .accept: "application/json"])
        #expect(script.status == 409 && script.type == "application/problem+json")
    }

    @Test func `the manager sees the figures and looks on without buttons`() async throws {
        let (site, _, _, seated) = try await console(2)
        try await site.test.play(seated[0].id)
        let (manager, _) = try await site.desk(5, .manager)
        try await manager.see("Console/sessions", at: "/kantor/sesi")
        let link = try #require(manager.page.markup.all("a").compactMap { $0["href"] }.first { $0.hasPrefix("/kantor/konsol?sesi=") })
        try await manager.see("Console/watched", at: link)
        let seats = manager.page.markup.all("form").filter { ($0["action"] ?? "").hasPrefix("/kantor/konsol/") }
        #expect(!seats.isEmpty && seats.allSatisfy { $0.all("button").isEmpty })
        let (empty, _) = try await site.desk(6, .manager, at: site.app.nation.branches[1].id)
        try await empty.see("Console/sessions-none", at: "/kantor/sesi")
        #expect(try await empty.open(link).status == 404, "another branch's session is not there")
    }
}
