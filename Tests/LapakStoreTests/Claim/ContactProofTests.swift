import LapakDomain
import Testing

@testable import LapakStore

/// What goes to a contact before it is proven (its own code), and after.
@Suite struct ContactProofTests {
    private static let reach = Reach(whatsapp: true, sms: true)
    private static let now = World.morning

    private func begin(_ world: World, _ claim: Claim, at now: Instant = now) async throws -> Pass<ReturnVisit> {
        let pass = Pass<ReturnVisit>(id: world.source.id(), hash: "secret")
        try await world.store.write(in: world.context(at: now)) { work in
            try work.begin(
                pass, to: claim.id, codes: VisitCodes(mail: ("111111", "mail"), phone: ("222222", "phone")), number: claim.number,
                reach: Self.reach)
        }
        return pass
    }

    private func claim(_ world: World, _ id: ID<Claim>) async throws -> Claim {
        try await world.store.read { try $0.find(Claim.self, id)! }
    }

    private func messages(_ world: World) async throws -> [Message] {
        try await world.store.read { try $0.query("SELECT \(Message.table.columnList) FROM message ORDER BY id").map(Message.init) }
    }

    private func ask(_ world: World, _ id: ID<Claim>, _ address: ContactAddress, at now: Instant = now) async throws {
        try await world.store.write(in: world.context(at: now)) { work in
            try work.askProof(of: address, for: try work.get(Claim.self, id), code: "333333", codeHash: "right", reach: Self.reach)
        }
    }

    private func prove(_ world: World, _ id: ID<Claim>, _ way: Contacts.Way, _ hash: String = "right", at now: Instant = now) async throws
        -> Refusal?
    {
        try await world.store.write(in: world.context(at: now)) { work in
            var claim = try work.get(Claim.self, id)
            return try work.proveContact(way, of: &claim, codeHash: hash, linkSecret: "next", reach: Self.reach)
        }
    }

    @Test(arguments: Databases.shared)
    func `the code of a visit goes to no phone that was not proven, and to each contact its own once it is`(
        database: Databases
    ) async throws {
        try await World.on(database) { world in
            let filed = try await world.queue(1)
            let claim = try await claim(world, filed.claim)
            #expect(claim.contacts[.mail].proven == Self.now && claim.contacts[.phone].proven == nil)
            _ = try await begin(world, claim)
            #expect(try await messages(world).map(\.channel) == [.mail])
            try await ask(world, filed.claim, .phone(claim.phone))
            #expect(try await messages(world).dropFirst().map(\.kind) == [.proof])
            #expect(try await prove(world, filed.claim, .phone, "wrong") == .codeWrong(left: world.nation.policy.codeTries - 1))
            #expect(try await prove(world, filed.claim, .phone) == nil)
            #expect(try await prove(world, filed.claim, .phone) == nil, "sent twice it is proven once")
            let later = Self.now + .minutes(1)
            _ = try await begin(world, claim, at: later)
            let codes = try await messages(world).filter { $0.kind == .code && $0.made == later }
            #expect(codes.map(\.channel) == [.mail, .whatsapp] && codes.map(\.details) == ["111111", "222222"])
        }
    }

    @Test(arguments: Databases.shared)
    func `a changed address ends the link and the code that lie in the old mailbox, and tells it`(database: Databases) async throws {
        try await World.on(database) { world in
            let filed = try await world.book(1, world.slot(world.siak, 9))
            let claim = try await claim(world, filed.claim)
            _ = try await world.store.write(in: world.context(at: Self.now)) { try $0.issueLink(to: claim, secret: "old") }
            let visit = try await begin(world, claim)
            let next = EmailAddress("baru@example.com")!
            let later = Self.now + .minutes(2)
            try await ask(world, filed.claim, .mail(next), at: later)
            #expect(try await self.claim(world, filed.claim).email == claim.email, "nothing changes before the proof")
            #expect(try await prove(world, filed.claim, .mail, at: later) == nil)
            let changed = try await self.claim(world, filed.claim)
            #expect(changed.email == next && changed.contacts.rests(.mail, at: later))
            let link = try await world.store.read { try $0.find(UploadLink.self, UploadLink.identity(of: claim.id)) }
            #expect(link?.secret == "next" && link?.exchanged == nil)
            let told = try #require(try await messages(world).last)
            #expect(told.kind == .contactChanged && told.recipient == .mail(claim.email!) && told.claim == nil)
            let refusal = try await world.store.write(in: world.context(at: later)) {
                try $0.prove(visit, codeHash: "mail", secret: visit.hash, ending: BrowserKeys())
            }
            #expect(refusal == .codeExpired(after: world.nation.policy.codeLasts))
            // A link is not mailed there while it rests, and is afterwards.
            await #expect(throws: Refusal.contactRests(world.nation.policy.contactRest)) {
                try await world.store.write(in: world.context(at: later)) { try $0.resendLink(to: changed, secret: "again") }
            }
        }
    }

    @Test(arguments: Databases.shared)
    func `whoever comes by a contact that was changed a moment ago alone does not cancel; by the other one they do`(
        database: Databases
    ) async throws {
        try await World.on(database) { world in
            let filed = try await world.queue(1)
            try await ask(world, filed.claim, .phone(PhoneNumber("0813 1111 2222")!))
            #expect(try await prove(world, filed.claim, .phone) == nil)
            let claim = try await claim(world, filed.claim)
            let later = Self.now + .minutes(5)
            let rest = world.nation.policy.contactRest
            for (hash, refusal) in [("phone", Refusal.contactRests(rest)), ("mail", nil)] {
                let visit = try await begin(world, claim, at: later)
                #expect(
                    try await world.store.write(in: world.context(at: later)) {
                        try $0.prove(visit, codeHash: hash, secret: visit.hash, ending: BrowserKeys())
                    } == nil)
                let found = try await world.store.write(in: world.context(at: later)) { work -> Refusal? in
                    #expect(try work.claim(of: BrowserKeys(visit: visit)).id == claim.id, "the claim itself is seen")
                    do { _ = try work.claim(of: BrowserKeys(visit: visit), asOwner: true) } catch let refusal as Refusal { return refusal }
                    return nil
                }
                #expect(found == refusal)
            }
            // Afterwards the new one is as good as the other.
            let end = Self.now + rest
            let visit = try await begin(world, claim, at: end)
            #expect(
                try await world.store.write(in: world.context(at: end)) {
                    try $0.prove(visit, codeHash: "phone", secret: visit.hash, ending: BrowserKeys())
                } == nil)
            #expect(
                try await world.store.write(in: world.context(at: end)) { try $0.claim(of: BrowserKeys(visit: visit), asOwner: true).id }
                    == claim.id)
        }
    }

    @Test(arguments: Databases.shared)
    func `eight codes an hour go to one number, for whatever claim`(database: Databases) async throws {
        try await World.on(database) { world in
            let phone = ContactAddress.phone(PhoneNumber("0813 1111 2222")!)
            for person in 1...ContactProof.mostCodes { try await ask(world, try await world.queue(person).claim, phone) }
            let next = try await world.queue(ContactProof.mostCodes + 1).claim
            await #expect(throws: Refusal.spent(until: Self.now + ContactProof.mostCodesWithin)) { try await ask(world, next, phone) }
            try await ask(world, next, phone, at: Self.now + ContactProof.mostCodesWithin)
        }
    }
}
