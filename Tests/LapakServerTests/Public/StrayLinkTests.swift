import HTTPTypes
import LapakDomain
import LapakNation
import Testing

@testable import LapakDevelopment
@testable import LapakServer

@Suite("Links out of letters") struct StrayLinkTests {
    @Test("open with whatever was copied along", arguments: [".", ",", ")", "%22", "%E2%80%9D.", "%20"])
    func copied(mark: String) async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.book(site.cast.siti)
        try await site.settle()
        let origin = site.app.settings.address
        let links = site.outbox.all.flatMap { $0.text.split(whereSeparator: \.isWhitespace) }.filter { $0.hasPrefix(origin) }
            .map { String($0.dropFirst(origin.count)) }
        #expect(links.contains { $0.hasPrefix("/berkas/buka/") } && links.contains { $0.hasPrefix("/klaim?nomor=") })
        for link in Set(links.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }) {
            for method in [HTTPRequest.Method.get, .head] {
                let answer = try await site.answer(method, link + mark)
                #expect(answer.status == 303 && answer.headers[.location] == link, "\(link + mark)")
            }
            let meant = try await site.answer(.get, link)
            #expect(meant.status != 404, "\(link)")
        }
        #expect(try await site.answer(.post, "/klaim.").status == 404, "only what is looked at")
        #expect(try await site.answer(.get, "/api/v1/branches.").status == 404, "programs write what they mean")
    }
}
