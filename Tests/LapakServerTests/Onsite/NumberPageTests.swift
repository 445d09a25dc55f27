import HTTPTypes
import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// The keys of a number, beside what its stories show.
@Suite("The pages of a number") struct NumberPageTests {
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
}
