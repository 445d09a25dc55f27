import HTTPTypes
import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

@Suite("The picture of free places") struct MadeUpSlotTests {
    @Test(
        "is not drawn anew for slots that nobody was shown",
        arguments: [
            "1", "-1", "9223372036854775807", "-9223372036854775808", "0", "8589934592",
        ])
    func unknown(slot: String) async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.book(site.cast.siti)
        let number = site.app.pictureNumber
        for path in ["/jadwal", "/klaim/ubah"] {
            let answer = try await phone.post(path, [("slot", slot)], following: false)
            #expect((400..<500).contains(answer.status), "\(path) \(answer.status)")
        }
        #expect(site.app.pictureNumber == number)
    }

    @Test func `is drawn anew for a place that it shows and that is gone`() async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.open("/jadwal")
        let slot = try require(site.app.availability.openings.first?.slot)
        _ = try await site.app.store.maintain { try $0.execute("UPDATE slot SET taken = capacity WHERE id = $1", slot) }
        let number = site.app.pictureNumber
        site.clock.advance(.seconds(1))
        #expect(try await phone.post("/jadwal", [("slot", "\(slot.rawValue)")], following: false).status == 409)
        #expect(site.app.pictureNumber > number && !site.app.availability.openings.contains { $0.slot == slot })
    }
}
