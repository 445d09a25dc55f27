import LapakDomain
import LapakNation
import LapakOutside
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// Contacts at home: what is sent to whom before and after a proof, and how one is changed.
@Suite("A member's own contacts") struct OwnContactTests {
    private func sent(_ site: Site, to recipient: String) async throws -> [DevOutbox.Kept] {
        try await site.settle()
        return site.outbox.all.filter { $0.to == recipient }
    }

    private func whatsApp(_ number: String) throws -> String { try require(PhoneNumber(number)).value }

    private func claim(_ site: Site, _ claim: Claim) async throws -> Claim {
        try await site.app.store.read { try require(try $0.find(Claim.self, claim.id)) }
    }

    /// Signs in with a code that came to this recipient.
    private func signIn(_ site: Site, _ claim: Claim, by recipient: String) async throws -> Browser {
        site.clock.advance(.minutes(1))
        let browser = try await Browser(site)
        try await browser.open("/klaim?nomor=\(claim.number.value)")
        try await browser.press("f-nomor")
        try await browser.press("f-kode", ["kode": site.code(to: recipient)])
        return browser
    }

    /// The review's own input: who holds a mistyped number opens nothing, and learns nothing.
    @Test func `nothing at all goes to a phone that was not proven, from the filing to the end`() async throws {
        let site = try await Site.open()
        let (phone, claim) = try await site.booked()
        let siti = site.cast.siti
        let stranger = try whatsApp(siti.phone)
        try await site.settle()
        try await phone.open("/klaim/ubah")
        try await phone.press("f-ubah", ["slot": phone.firstSlot])
        try await site.settle()
        let visitor = try await Browser(site)
        try await visitor.open("/klaim?nomor=\(claim.number.value)")
        try await visitor.press("f-nomor")
        try await site.settle()
        try await phone.open("/klaim/batal")
        try await phone.press("f-batal")
        #expect(try await sent(site, to: stranger).isEmpty)
        #expect(try await sent(site, to: siti.email).count >= 5, "the mail has the code, the time, the new time, the visit's code, the end")
    }

    @Test func `the place in line and an offer go to no unproven phone`() async throws {
        let site = try await Site.open()
        let line = try await Line.of(1, on: site)
        _ = try await line.offer(to: site.cast.budi.email)
        #expect(try await sent(site, to: try whatsApp(site.cast.budi.phone)).isEmpty)
        #expect(try await sent(site, to: site.cast.budi.email).count >= 3, "the code, the place in line, the offer")
    }

    @Test func `the receipt offers to prove the phone; then news and the code of a visit go there, and the mail is told`() async throws {
        let site = try await Site.open()
        let (phone, claim) = try await site.booked()
        let (siti, number) = (site.cast.siti, try whatsApp(site.cast.siti.phone))
        try await phone.press("f-hp")
        #expect(phone.page.path.hasPrefix("/klaim/kontak/kode"))
        let proof = try await sent(site, to: number)
        #expect(proof.count == 1 && proof[0].code.utf8.count == 6 && !proof[0].text.contains(claim.number.description))
        try await phone.press("f-kode", ["kode": "12"])
        #expect(phone.page.status == 422)
        try await phone.press("f-kode", ["kode": proof[0].code])
        #expect(phone.page.path.hasPrefix("/klaim/kontak") && phone.page.status == 200)
        let told = try await sent(site, to: siti.email).first
        #expect(told?.subject.contains("dibuktikan atau diganti") == true)
        let browser = try await signIn(site, claim, by: number)
        #expect(browser.page.path == "/klaim/status")
        #expect(
            try await sent(site, to: siti.email).contains { $0.subject.contains("perangkat baru") },
            "the other contact hears of the sign-in")
        try await browser.open("/klaim/batal")
        try await browser.press("f-batal")
        #expect(try await self.claim(site, claim).phase == .cancelled, "a contact that was never changed may do everything")
    }

    @Test func `the browser that filed is known: coming back there tells nobody`() async throws {
        let site = try await Site.open()
        let (phone, claim) = try await site.booked()
        let (siti, number) = (site.cast.siti, try whatsApp(site.cast.siti.phone))
        try await phone.press("f-hp")
        try await phone.press("f-kode", ["kode": site.code(to: number)])
        site.clock.advance(.minutes(1))
        try await phone.open("/klaim?nomor=\(claim.number.value)")
        try await phone.press("f-nomor")
        try await phone.press("f-kode", ["kode": site.code(to: number)])
        #expect(phone.page.path == "/klaim/status")
        #expect(try await !sent(site, to: siti.email).contains { $0.subject.contains("perangkat baru") })
    }

    @Test func `a changed address gets the appointment without the link, the old one is told, and alone it cannot cancel for a day`()
        async throws
    {
        let site = try await Site.open()
        let (phone, claim) = try await site.booked()
        let siti = site.cast.siti
        try await site.settle()
        let before = try await sent(site, to: siti.email).count
        site.clock.advance(.minutes(2))
        try await phone.open("/klaim/kontak")
        try await phone.press("f-ganti-mail", ["email": "baru@contoh.id"])
        #expect(phone.page.path.hasPrefix("/klaim/kontak/kode"))
        #expect(try await self.claim(site, claim).email?.value == siti.email)
        try await phone.press("f-kode", ["kode": site.code(to: "baru@contoh.id")])
        #expect(try await self.claim(site, claim).email?.value == "baru@contoh.id")
        let old = try await sent(site, to: siti.email)
        #expect(old.count == before + 1 && old[0].subject.contains("diganti") && !old[0].text.contains(claim.number.description))
        let new = try await sent(site, to: "baru@contoh.id")
        let confirmation = try #require(new.first { $0.calendar != nil })
        #expect(confirmation.text.contains(claim.number.description) && !confirmation.text.contains("/berkas/buka/"))
        // Who only has the new mailbox sees the claim and sends papers, and can neither cancel nor change contacts.
        let browser = try await signIn(site, claim, by: "baru@contoh.id")
        #expect(browser.page.path == "/klaim/status")
        try await browser.open("/klaim/batal")
        try await browser.press("f-batal")
        #expect(browser.page.status == 403)
        try await browser.open("/klaim/kontak")
        #expect(browser.page.status == 403)
        #expect(try await self.claim(site, claim).phase == .booked)
        // The browser that filed may, and after a day so may the new mailbox.
        try await phone.open("/klaim/kontak")
        #expect(phone.page.status == 200)
        site.clock.advance(site.app.policy.contactRest)
        let later = try await signIn(site, claim, by: "baru@contoh.id")
        try await later.open("/klaim/kontak")
        #expect(later.page.status == 200)
    }

    @Test func `a message that waited for the old address is not sent there any more, and its link is dead`() async throws {
        let test = try await TestApp.make()
        let claim = try await test.book(Cast(on: Zone.wib.day(of: TestApp.moment)).siti)
        try await test.follow()
        test.carrier.fail([.temporary("450 later")])
        let post = Postman(app: test.app, sender: try #require(Mailbox("Lapak Asik <lapak@example.id>")))
        _ = try await post.deliver()
        let now = test.clock.now
        try await test.app.store.write(in: test.app.context(at: now)) { work in
            var claim = try work.get(Claim.self, claim.id)
            _ = try claim.prove(.mail(EmailAddress("baru@contoh.id")!), policy: test.app.policy, at: now)
            work.update(claim)
        }
        test.clock.advance(.minutes(5))
        _ = try await post.deliver()
        #expect(test.carrier.delivered.isEmpty)
        #expect(try await test.messages().filter { $0.channel == .mail }.map(\.phase) == [.moot])
    }

    @Test func `an open offer is sent again to the new contact, and opens there as in the old mailbox`() async throws {
        let site = try await Site.open()
        let line = try await Line.of(1, on: site)
        let path = try await line.offer(to: site.cast.budi.email)
        let phone = line.waiting[0]
        try await phone.open("/klaim/kontak")
        try await phone.press("f-ganti-mail", ["email": "baru@contoh.id"])
        try await phone.press("f-kode", ["kode": site.code(to: "baru@contoh.id")])
        #expect(try await site.link("/tawaran/", to: "baru@contoh.id") == path)
        let mailbox = try await Browser(site)
        try await mailbox.open(path)
        #expect(mailbox.page.status == 200 && mailbox.page.markup.one(id: "f-jawab") != nil)
    }

    @Test func `another's claim is not reached: the contacts' pages are for this browser's own`() async throws {
        let site = try await Site.open()
        _ = try await site.booked()
        let stranger = try await Browser(site)
        for path in ["/klaim/kontak", "/klaim/kontak/kode?kontak=phone"] {
            try await stranger.open(path)
            #expect(stranger.page.path == "/klaim")
        }
        try await stranger.post("/klaim/kontak/kirim", [("kontak", "mail"), ("email", "pencuri@contoh.id")])
        #expect(stranger.page.path == "/klaim")
        #expect(try await sent(site, to: "pencuri@contoh.id").isEmpty)
    }

    @Test func `a phone that was mistyped in the form is mended before filing, without another proof of the mail`() async throws {
        let site = try await Site.open()
        let (phone, siti) = (try await Browser(site), site.cast.siti)
        try await phone.choose()
        try await phone.identify(siti)
        try await phone.open("/daftar/kontak")
        try await phone.press("f-kontak", ["telepon": "0813 1111 2222"])
        #expect(phone.page.path == "/daftar/sebab")
        try await phone.sayReason(siti)
        try await phone.agree()
        let claim = try await site.claim(numbered: try phone.number)
        #expect(claim.phone == PhoneNumber("0813 1111 2222"))
    }
}
