import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb
import Testing

@testable import LapakServer

@Suite("What member and officer write to each other") struct InterviewWritingTests {
    private func seated() async throws -> (TestApp, TestMember, Console, Desk) {
        let test = try await TestApp.make()
        let (member, ani) = (try await TestMember.one(in: test), try await test.staff(1))
        try await member.enter(rung: "text")
        _ = try await member.sit(with: ani)
        try await member.press(.answer)
        return (test, member, Console(), ani)
    }

    @Test("both read what the other wrote; the database holds it sealed, and the journal not at all") func both() async throws {
        let (test, member, console, ani) = try await seated()
        try await member.press(.write, ["tulisan": "Nama+ibu+saya+Ratna", "kunci": "k1"])
        try await member.press(.write, ["tulisan": "Nama+ibu+saya+Ratna", "kunci": "k1"])
        #expect(try await member.interview.stuck == .wrote)
        let panel = try await console.pieces(test.consoleCall("isi", script: true), ani).body
        #expect(panel.contains("Nama ibu saya Ratna") && panel.contains("menulis pesan"))
        let id = "\(try await member.interview.id.rawValue)"
        try await test.press(console, .write, ani, ["kursi": id, "tulisan": "Terima kasih <b>"])
        #expect(try await member.interview.stuck == nil)
        let page = try await member.page()
        #expect(page.contains("Terima kasih &lt;b&gt;") && page.contains("data-dari=\"petugas\""))
        let kept = try await test.app.store.read { connection in
            try connection.query("SELECT box FROM writing", []).map { try $0.text(0) }
                + connection.query("SELECT body FROM journal", []).map { try $0.text(0) }
                + connection.query("SELECT body FROM interview", []).map { try $0.text(0) }
                + connection.query("SELECT body FROM answer", []).map { try $0.text(0) }
        }
        #expect(!kept.contains { $0.contains("Ratna") || $0.contains("Terima") })
        let told = try await test.lines().map(\.event).compactMap {
            if case .interview(.written(_, _, _, let by)) = $0 { by?.rawValue ?? 0 } else { nil }
        }
        #expect(told == [0, ani.staff.id.rawValue])
    }

    @Test("nothing and too much are said at the field, with the words still in it") func refused() async throws {
        let (_, member, _, _) = try await seated()
        let long = String(repeating: "a", count: 501)
        let reply = try await member.press(.write, ["tulisan": long])
        #expect(reply.status.code == 422 && reply.body.contains("Pesan paling panjang 500 huruf") && reply.body.contains(long))
        #expect(reply.body.contains("aria-invalid=\"true\"") && reply.body.contains("<details id=\"tulis\" open>"))
        await #expect(throws: Refusal.self) { try await member.press(.write, ["tulisan": " "], script: true) }
    }

    @Test("each side has a budget, so that nobody floods the other") func budget() async throws {
        let (test, member, console, ani) = try await seated()
        for _ in 1...Writing.most { try await member.press(.write, ["tulisan": "halo"]) }
        #expect(try await member.press(.write, ["tulisan": "halo"]).status.code == 429)
        let id = "\(try await member.interview.id.rawValue)"
        try await test.press(console, .write, ani, ["kursi": id, "tulisan": "satu-satu"])
    }

    @Test("where nobody is there to answer nothing can be written") func nobody() async throws {
        let test = try await TestApp.make()
        let member = try await TestMember.one(in: test)
        try await member.enter(rung: "text")
        #expect(!(try await member.page()).contains("name=\"tulisan\""))
        #expect(try await member.press(.write, ["tulisan": "halo"]).location == "/wawancara")
        #expect(try await test.app.store.read { try $0.query("SELECT id FROM writing", []) }.isEmpty)
    }

    @Test("without the claim's key the words cannot be read any more") func destroyed() async throws {
        let (test, member, console, ani) = try await seated()
        try await member.press(.write, ["tulisan": "Ratna"])
        let claim = member.claim
        try await test.app.store.write { work in
            var kept = try work.get(KeptKey.self, claim)
            kept.wrapped = ""
            work.update(kept)
        }
        let panel = try await console.pieces(test.consoleCall("isi", script: true), ani).body
        #expect(!panel.contains("Ratna") && panel.contains("tidak dapat dibaca lagi"))
    }
}
