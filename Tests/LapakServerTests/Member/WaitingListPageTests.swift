import HTTPTypes
import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// In line, beside what its stories show.
@Suite("The pages of the waiting list") struct WaitingListPageTests {
    @Test func `before the draw the place is not known yet`() async throws {
        let site = try await Site.open()
        let phone = try await Line.of(1, on: site).waiting[0]
        let claim = try await site.claim(numbered: try phone.number)
        let ticket = try #require(try await site.test.find(Ticket.self, require(claim.ticket)))
        #expect(ticket.drawn, "an ordinary day draws nobody")
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
}
