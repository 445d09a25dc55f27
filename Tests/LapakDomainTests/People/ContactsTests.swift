import LapakDomain
import Testing

@Suite struct ContactsTests {
    private static let now = Instant(milliseconds: 1_780_000_000_000)
    private static let mail = EmailAddress("siti@example.id")!
    private static let phone = PhoneNumber("0812 3456 7890")!
    private static let other = PhoneNumber("0813 1111 2222")!

    private func claim(mail: Bool = false, phone: Bool = false, phase: Claim.Phase = .booked) -> Claim {
        Claim(
            id: ID(1), number: ClaimNumber(chance: 1), member: ID(2), reason: .resignation, rules: .permenaker4Of2022, phase: phase,
            name: "Siti", nik: NIK("3173055204929981")!, email: Self.mail, phone: Self.phone, language: .id, filed: Self.now,
            mail: Contacts.Standing(proven: mail ? Self.now : nil), mobile: Contacts.Standing(proven: phone ? Self.now : nil))
    }

    private func message(_ kind: Message.Kind, to recipient: Recipient) -> Message {
        Message(id: ID(1), source: "s", kind: kind, recipient: recipient, language: .id, at: Self.now)
    }

    @Test(arguments: Message.Kind.allCases)
    func `no news of any kind goes to a contact that was not proven`(kind: Message.Kind) {
        let none = Notice.about(claim(), source: "s", kind: kind)
        #expect(none.mail == nil && none.phone == nil)
        let mailed = Notice.about(claim(mail: true), source: "s", kind: kind)
        #expect(mailed.mail == Self.mail && mailed.phone == nil)
        let phoned = Notice.about(claim(phone: true), source: "s", kind: kind)
        #expect(phoned.mail == nil && phoned.phone == Self.phone)
        let both = Notice.about(claim(mail: true, phone: true), source: "s", kind: kind)
        #expect(both.mail == Self.mail && both.phone == Self.phone)
        #expect(Notice.about(claim(mail: true, phone: true), source: "s", kind: kind, but: .phone).phone == nil)
        #expect(Notice.about(claim(mail: true, phone: true), source: "s", kind: kind, only: .phone).mail == nil)
    }

    @Test func `a letter that waited goes to nobody whose contact is none of the claim any more`() throws {
        var claim = claim(mail: true, phone: true)
        let (whatsapp, sms) = (message(.confirmed, to: .whatsapp(Self.phone)), message(.offer, to: .sms(Self.phone)))
        #expect(claim.contacts.admits(whatsapp) && claim.contacts.admits(sms))
        _ = try claim.prove(.phone(Self.other), policy: Policy(), at: Self.now + .hours(1))
        #expect(!claim.contacts.admits(whatsapp) && !claim.contacts.admits(sms))
        #expect(claim.contacts.admits(message(.contactChanged, to: .sms(Self.phone))), "the former one is told that it is none any more")
        #expect(claim.contacts.admits(message(.confirmed, to: .sms(Self.other))))
    }

    @Test func `a contact that was proven as it was filed opens everything; one that was changed rests first`() throws {
        let policy = Policy()
        var claim = claim(mail: true)
        #expect(
            try claim.prove(.phone(Self.phone), policy: policy, at: Self.now)
                == .claim(.contactProven(claim: ID(1), contact: .phone, changed: false)))
        #expect(claim.contacts.holdsKeys(.phone, at: Self.now) && !claim.contacts.rests(.phone, at: Self.now))
        let changed = try claim.prove(.mail(EmailAddress("baru@example.id")!), policy: policy, at: Self.now)
        #expect(changed == .claim(.contactProven(claim: ID(1), contact: .mail, changed: true)))
        let end = Self.now + policy.contactRest
        #expect(!claim.contacts.holdsKeys(.mail, at: end - .seconds(1)) && claim.contacts.rests(.mail, at: end - .seconds(1)))
        #expect(claim.contacts.holdsKeys(.mail, at: end) && !claim.contacts.rests(.mail, at: end))
        // Proving the new one once more does not shorten its rest.
        _ = try claim.prove(.mail(EmailAddress("baru@example.id")!), policy: policy, at: Self.now + .hours(1))
        #expect(claim.contacts.rests(.mail, at: end - .seconds(1)))
    }

    @Test(arguments: [Claim.Phase.cancelled, .rejected])
    func `a claim that is over keeps its contacts`(phase: Claim.Phase) {
        var claim = claim(mail: true, phase: phase)
        #expect(throws: Refusal.wrongPhase(phase)) { try claim.prove(.phone(Self.other), policy: Policy(), at: Self.now) }
        #expect(claim.phone == Self.phone)
    }

    @Test func `codes that prove a contact have the pause, the tries and the number that other codes have`() throws {
        let policy = Policy()
        var proof = ContactProof.begin(for: ID(1), .phone(Self.phone), policy: policy, at: Self.now)
        var now = Self.now
        for round in 1...policy.codesPerRegistration {
            try proof.send(to: .phone(Self.phone), codeHash: "right\(round)", policy: policy, at: now)
            #expect(throws: Refusal.notYet(now + policy.codePause)) {
                try proof.send(to: .phone(Self.other), codeHash: "x", policy: policy, at: now + policy.codePause - .seconds(1))
            }
            now = now + policy.codePause
        }
        #expect(throws: Refusal.tooManyCodes) { try proof.send(to: .phone(Self.other), codeHash: "x", policy: policy, at: now) }
        for left in (0..<policy.codeTries).reversed() {
            #expect(throws: Refusal.codeWrong(left: left)) { try proof.check(codeHash: "right1", policy: policy, at: now) }
        }
        #expect(throws: Refusal.codeSpent) { try proof.check(codeHash: "right\(policy.codesPerRegistration)", policy: policy, at: now) }
        // The next day there are codes again; an old one is none.
        now = Self.now + policy.registrationLasts
        try proof.send(to: .phone(Self.other), codeHash: "new", policy: policy, at: now)
        #expect(throws: Refusal.codeExpired(after: policy.codeLasts)) {
            try proof.check(codeHash: "new", policy: policy, at: now + policy.codeLasts)
        }
    }

    @Test func `a visit knows by which contact somebody came, and a code to a contact that was replaced is too old`() throws {
        let policy = Policy()
        var claim = claim(mail: true, phone: true)
        let asked = Self.now + .minutes(1)
        let visit = ReturnVisit(
            id: ID(5), secret: "", claim: ID(1), code: OneTimeCode(hash: "mail", sent: asked, until: asked + policy.codeLasts),
            phoneHash: "phone", due: asked + policy.visitLasts)
        for (hash, way) in [("mail", Contacts.Way.mail), ("phone", .phone)] {
            var visit = visit
            #expect(
                try visit.prove(codeHash: hash, for: claim.contacts, secret: "", policy: policy, at: asked)
                    == .claim(.visited(claim: ID(1), by: way, known: false)))
            #expect(visit.provenBy == way && visit.provenClaim(at: asked) == ID(1))
        }
        _ = try claim.prove(.phone(Self.other), policy: policy, at: asked + .seconds(10))
        var late = visit
        #expect(throws: Refusal.codeExpired(after: policy.codeLasts)) {
            try late.prove(codeHash: "phone", for: claim.contacts, secret: "", policy: policy, at: asked + .seconds(20))
        }
        #expect(late.provenClaim(at: asked + .seconds(20)) == nil)
    }
}
