import HTTPTypes
import LapakDomain
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// Who is no booth, beside what the stories show.
@Suite("The pages of a booth") struct BoothPageTests {
    @Test func `who guesses codes is stopped, and every booth elsewhere is still paired`() async throws {
        let site = try await Site.open()
        let (guesser, screen) = (try await Browser(site), try await Browser(site))
        (guesser.peer, screen.peer) = ("203.0.113.7", "203.0.113.8")
        for _ in 0..<site.app.policy.sources.pairings.burst {
            try await guesser.post("/bilik/pasang", [("kode", "ABCD2345")])
            #expect(guesser.page.status == 422)
        }
        for _ in 0..<120 { try await guesser.post("/bilik/pasang", [("kode", "ABCD2345")]) }
        #expect(guesser.page.status == 429 && guesser.page.headers[.retryAfter] == "60")
        try await screen.post("/bilik/pasang", [("kode", "ABCD2345")])
        #expect(screen.page.status == 422 && screen.page.says("Kode ini salah"))
        site.clock.advance(.seconds(60))
        try await guesser.post("/bilik/pasang", [("kode", "ABCD2345")])
        #expect(guesser.page.status == 422)
    }

    @Test(
        "a browser that is no booth can do nothing there",
        arguments: ["nomor", "jawab", "pergi", "kamera", "data", "setuju", "bantuan", "foto"])
    func strangers(verb: String) async throws {
        let answer = try await Browser(try await Site.open()).post("/bilik/\(verb)", [("nomor", "A-001")], following: false)
        #expect([303, 403].contains(answer.status))
    }
}
