import LapakDomain
import LapakNation
import Testing

@testable import LapakStore

/// What guards the member registry from guessing: each wrong try is paid for by the NIK, the mailbox and the domain.
@Suite struct ComparingTests {
    /// Somebody proven who says to be `person`, from a mailbox, with this mother's name.
    private static func stranger(
        _ person: Int, _ world: World, mail: String, mother: String? = nil, at now: Instant = World.morning
    ) async throws -> ID<Registration> {
        let member = world.people.member(person)
        let registration = Registration(
            id: world.source.id(), secret: "hash", language: .id, queues: true, nik: member.nik, kpj: member.memberships.first?.kpj,
            name: member.name, birth: member.birth, mother: mother ?? member.mother, email: EmailAddress(mail),
            phone: PhoneNumber("081200001234"), proven: now, due: now + .days(2))
        try await world.store.write(in: world.context(at: now)) { $0.insert(registration) }
        return registration.id
    }

    /// One comparison as the server makes it: paid, looked up, kept.
    private static func compare(_ id: ID<Registration>, _ world: World, at now: Instant = World.morning) async throws -> Comparison? {
        let context = world.context(at: now)
        let (identity, look) = try await world.store.write(in: context) { work in
            let registration = try work.get(Registration.self, id)
            return (try #require(registration.identity), try work.payForComparison(of: registration))
        }
        let people = world.people
        let member = (0..<40).map { people.member($0) }.first { $0.nik == look.nik }
        return try await world.store.write(in: context) { work in
            var registration = try work.get(Registration.self, id)
            try work.keep(look, of: identity, found: member, for: &registration)
            return registration.comparison
        }
    }

    @Test(arguments: Databases.all)
    func `when a NIK's tries are used up the right answer is refused like a wrong one`(database: Databases) async throws {
        try await World.on(database) { world in
            let most = world.nation.policy.identity.triesPerNIK
            for number in 0..<most {
                let wrong = try await Self.stranger(1, world, mail: "a\(number)@gmail.com", mother: "Nama Tebakan \(number)")
                #expect(try await Self.compare(wrong, world)?.finding == .mismatch([.mother]))
            }
            let until = World.morning + .days(1)
            for mother in [nil, "Nama Lain"] {
                let next = try await Self.stranger(
                    1, world, mail: "b\(mother ?? "benar")@gmail.com".replacing(" ", with: ""), mother: mother)
                #expect(await refusal { _ = try await Self.compare(next, world) } == .spent(until: until))
                #expect(try await world.find(Registration.self, next).comparison == nil)
            }
            // Nobody else is touched, and a day later neither is this one.
            let other = try await Self.stranger(2, world, mail: "c@gmail.com")
            #expect(try await Self.compare(other, world)?.finding == .matched)
            let later = try await Self.stranger(1, world, mail: "d@gmail.com", at: until)
            #expect(try await Self.compare(later, world, at: until)?.finding == .matched)
        }
    }

    @Test(arguments: Databases.all)
    func `a mailbox has one budget however its address is spelt`(database: Databases) async throws {
        try await World.on(database) { world in
            let most = world.nation.policy.identity.triesPerMailbox
            for number in 0..<most {
                let spelling = ["penebak+\(number)@gmail.com", "Pene.bak@googlemail.com", "p.e.n.e.b.a.k@gmail.com"][number % 3]
                let wrong = try await Self.stranger(1 + number, world, mail: spelling, mother: "Nama Tebakan")
                #expect(try await Self.compare(wrong, world)?.finding == .mismatch([.mother]))
            }
            let next = try await Self.stranger(30, world, mail: "penebak+lagi@gmail.com")
            #expect(await refusal { _ = try await Self.compare(next, world) } == .spent(until: World.morning + .days(1)))
        }
    }

    @Test(arguments: Databases.all)
    func `whoever owns a domain has one budget for all its addresses`(database: Databases) async throws {
        var policy = Policy()
        policy.identity.triesPerDomain = 5
        try await World.on(database, policy: policy) { world in
            for number in 0..<5 {
                let wrong = try await Self.stranger(1 + number, world, mail: "x\(number)@tangkap-semua.id", mother: "Nama Tebakan")
                #expect(try await Self.compare(wrong, world)?.finding == .mismatch([.mother]))
            }
            let next = try await Self.stranger(20, world, mail: "baru@tangkap-semua.id")
            #expect(await refusal { _ = try await Self.compare(next, world) } == .spent(until: World.morning + .days(1)))
            let elsewhere = try await Self.stranger(20, world, mail: "baru@gmail.com")
            #expect(try await Self.compare(elsewhere, world)?.finding == .matched)
        }
    }

    @Test(arguments: Databases.all)
    func `who is right uses nothing up, and one registration cannot ask for ever`(database: Databases) async throws {
        try await World.on(database) { world in
            let rules = world.nation.policy.identity
            let right = try await Self.stranger(1, world, mail: "siti@gmail.com")
            for _ in 0..<rules.looksPerRegistration { #expect(try await Self.compare(right, world)?.finding == .matched) }
            #expect(await refusal { _ = try await Self.compare(right, world) } == .spent(until: World.morning + .days(1)))
            let again = try await Self.stranger(1, world, mail: "siti@gmail.com")
            #expect(try await Self.compare(again, world)?.finding == .matched)
        }
    }

    @Test(arguments: Databases.all)
    func `many at once get no more tries than one after the other`(database: Databases) async throws {
        try await World.on(database) { world in
            let most = world.nation.policy.identity.triesPerNIK
            let answers = try await together(most * 2) { number in
                let wrong = try await Self.stranger(1, world, mail: "a\(number)@gmail.com", mother: "Nama Tebakan \(number)")
                return await refusal { _ = try await Self.compare(wrong, world) } == nil
            }
            #expect(answers.count { $0 } == most)
        }
    }

    @Test(arguments: Databases.all)
    func `only the first tries hear which fields differ, from one mailbox or from many`(database: Databases) async throws {
        try await World.on(database) { world in
            for (person, mails) in [(1, ["a@gmail.com"]), (2, ["b@gmail.com", "c@gmail.com", "d@gmail.com", "e@gmail.com"])] {
                for number in 0..<5 {
                    let wrong = try await Self.stranger(person, world, mail: mails[number % mails.count], mother: "Nama Tebakan \(number)")
                    let told = try await Self.compare(wrong, world)?.differing
                    #expect(told == (number < world.nation.policy.identity.triesNamed ? [.mother] : []))
                }
            }
        }
    }

    @Test(arguments: Databases.all)
    func `what is said anew is compared anew`(database: Databases) async throws {
        try await World.on(database) { world in
            let id = try await Self.stranger(1, world, mail: "siti@gmail.com")
            _ = try await Self.compare(id, world)
            var registration = try await world.find(Registration.self, id)
            #expect(registration.isMatched)
            try registration.state(kpj: try #require(registration.kpj), name: "Orang Lain", birth: nil, mother: nil)
            #expect(registration.comparison == nil && !registration.isMatched)
            registration = try await world.find(Registration.self, id)
            try registration.state(nik: world.people.member(2).nik)
            #expect(registration.comparison == nil && !registration.isMatched && registration.proven == nil)
        }
    }
}
