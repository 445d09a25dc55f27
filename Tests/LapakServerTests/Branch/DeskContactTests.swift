import LapakDomain
import LapakGround
import LapakNation
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// Contacts of somebody who is here: the same steps and rules, with an officer.
@Suite("Contacts at a desk") struct DeskContactTests {
    @Test func `somebody without mail proves the phone at the tablet, and only then hears anything by it`() async throws {
        let site = try await Site.open()
        let (yard, siti) = (try await site.desk(as: .officer), site.cast.siti)
        try await yard.open("/kantor/halaman/orang")
        try await yard.describe(siti)
        try await yard.check(yard.boxes, "lengkap")
        try await site.settle()
        let number = try require(PhoneNumber(siti.phone))
        #expect(!site.outbox.all.contains { $0.to == number.value }, "the number's message would go to whoever has that phone")
        let link = try #require(yard.page.markup.all("a").first { $0["href"]?.hasPrefix("/kantor/kontak/") == true }?["href"])
        try await yard.open(link)
        #expect(!yard.page.says(number.text) && yard.page.says(number.masked))
        try await yard.press("f-bukti-phone")
        try await yard.press("f-kode", ["kode": site.code(to: number.value)])
        #expect(yard.page.path == link)
        let claim = try await site.app.store.read { try $0.query("SELECT \(Claim.table.columnList) FROM claim").map(Claim.init)[0] }
        #expect(claim.contacts[.phone].proven != nil && !claim.contacts.rests(.phone, at: site.clock.now))
        let authors = try await site.app.store.read {
            try $0.query("SELECT author FROM journal WHERE body LIKE '%claimContactProven%'").map { try $0.text(0) }
        }
        #expect(authors == ["staff:1"])
    }

    @Test func `an officer changes the mail of a person who is here, the old address is told, and it rests as at home`() async throws {
        let site = try await Site.open()
        let officer = try await site.desk(2, as: .officer)
        let found = try await site.walkIns(2)
        var visitors: [Claim] = []
        for one in found { visitors.append(try await site.claim(numbered: one.text("claimNumber"))) }
        let claim = try require(visitors.first { $0.email != nil })
        let old = try require(claim.email)
        try await officer.open("/kantor/kontak/\(claim.id.rawValue)")
        try await officer.press("f-ganti-mail", ["email": "baru@contoh.id"])
        try await officer.press("f-kode", ["kode": site.code(to: "baru@contoh.id")])
        let changed = try await site.claim(numbered: claim.number.value)
        #expect(changed.email?.value == "baru@contoh.id" && changed.contacts.rests(.mail, at: site.clock.now))
        try await site.settle()
        #expect(site.outbox.all.contains { $0.to == old.value && $0.subject.contains("diganti") })
        #expect(site.outbox.all.contains { $0.to == claim.phone.value && $0.text.contains("alamat e-mail") }, "and so is the phone")
    }

    @Test func `the claim of somebody who is not here, and another branch's visitor, are not found`() async throws {
        let site = try await Site.open()
        let (_, claim) = try await site.booked()
        let found = try await site.walkIns(1)
        let visitor = try await site.claim(numbered: found[0].text("claimNumber"))
        let here = try await site.desk(2, as: .officer)
        let elsewhere = try await site.desk(3, as: .manager, at: site.app.nation.branches[1].id)
        for (desk, id, status) in [(here, claim.id, 404), (here, visitor.id, 200), (elsewhere, visitor.id, 404)] {
            #expect(try await desk.open("/kantor/kontak/\(id.rawValue)").status == status)
            if status == 404 {
                let answer = try await desk.post("/kantor/kontak/\(id.rawValue)/kirim", [("kontak", "mail"), ("email", "x@contoh.id")])
                #expect(answer.status == 404)
            }
        }
    }
}
