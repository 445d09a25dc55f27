import HTTPTypes
import LapakDomain
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// Who may press nothing at a console; what its pages show, stories tell.
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
}
