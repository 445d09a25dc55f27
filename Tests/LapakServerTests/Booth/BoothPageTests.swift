import HTTPTypes
import LapakDomain
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// Who is no booth, beside what the stories show.
@Suite("The pages of a booth") struct BoothPageTests {
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
