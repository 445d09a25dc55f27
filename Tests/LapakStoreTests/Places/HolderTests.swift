import LapakDomain
import LapakNation
import Testing

@testable import LapakStore

/// One live hold for a person, a mailbox and a phone: places are neither hoarded nor handed on.
@Suite struct HolderTests {
    /// A registration as far as it came: contact proven or not, known to the registry or not.
    private static func somebody(
        _ person: Int, _ world: World, mail: String? = nil, phone: String? = nil, proven: Bool = true, matched: Bool = true
    ) async throws -> ID<Registration> {
        let member = world.people.member(person)
        let registration = Registration(
            id: world.source.id(), secret: "hash", language: .id, nik: member.nik, kpj: member.memberships.first?.kpj, name: member.name,
            birth: member.birth, mother: member.mother, email: EmailAddress(mail ?? "orang\(person)@gmail.com"),
            phone: PhoneNumber(phone ?? "0812\(20_000_000 + person)"), proven: proven ? World.morning : nil,
            reason: matched ? .resignation : nil, member: matched ? member.id : nil, due: World.morning + .days(1))
        try await world.store.write(in: world.context()) { $0.insert(registration) }
        return registration.id
    }

    private static func hold(_ id: ID<Registration>, _ world: World) async throws -> Booking? {
        guard let booking = try await world.find(Registration.self, id).booking else { return nil }
        let found = try await world.find(Booking.self, booking)
        return found.phase == .held ? found : nil
    }

    @Test(arguments: Databases.all)
    func `sixteen proven addresses of one domain, with a NIK that matches nobody, hold no more than a third`(
        database: Databases
    ) async throws {
        try await World.on(database, places: 24) { world in
            let slot = world.slot(world.siak, 9)
            for number in 0..<8 {
                try await world.choose(slot, for: Self.somebody(number, world, proven: false, matched: false))
            }
            for number in 0..<16 {
                let id = try await Self.somebody(1, world, mail: "x\(number)@tangkap-semua.id", matched: false)
                try await world.choose(slot, for: id)
                if let held = try await Self.hold(id, world) { #expect(held.due == World.morning + world.nation.policy.holdUnproven) }
            }
            let kept = try await world.find(Slot.self, slot)
            #expect((kept.taken, kept.unproven) == (8, 8))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `one person, one mailbox in any spelling, one phone: one hold`(database: Databases) async throws {
        try await World.on(database, places: 9) { world in
            let pairs = [
                (
                    try await Self.somebody(1, world, mail: "a@gmail.com", phone: "081230000001"),
                    try await Self.somebody(1, world, mail: "b@gmail.com", phone: "081230000002")
                ),
                (
                    try await Self.somebody(2, world, mail: "budi@gmail.com"),
                    try await Self.somebody(3, world, mail: "bu.di+lagi@googlemail.com")
                ),
                (try await Self.somebody(4, world, phone: "0812 3000 0003"), try await Self.somebody(5, world, phone: "+62 812-3000-0003")),
                (
                    try await Self.somebody(6, world, mail: "joko@contoh.id", matched: false),
                    try await Self.somebody(7, world, mail: "JOKO+2@contoh.id", matched: false)
                ),
            ]
            for (first, second) in pairs {
                try await world.choose(world.slot(world.siak, 9), for: first)
                try await world.choose(world.slot(world.siak, 10), for: second)
                #expect(try await Self.hold(first, world) != nil)
                #expect(try await Self.hold(second, world) == nil)
                #expect(try await world.find(Registration.self, second).slot == world.slot(world.siak, 10))
            }
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `a family with one phone files one after the other, and nobody is turned away`(database: Databases) async throws {
        try await World.on(database, places: 3) { world in
            let slot = world.slot(world.siak, 9)
            var family: [ID<Registration>] = []
            for person in 1...3 { family.append(try await Self.somebody(person, world, phone: "081230000001")) }
            for person in family { try await world.choose(slot, for: person) }
            #expect(try await world.find(Slot.self, slot).taken == 1)
            let second = try await world.find(Registration.self, family[1])
            let until = try await world.store.read { try $0.heldElsewhere(second, at: World.morning) }
            #expect(until == World.morning + world.nation.policy.holdProven)
            // The second is faster than the first: filing needs no hold.
            _ = try await world.file(family[1])
            _ = try await world.file(family[0])
            try await world.choose(world.slot(world.siak, 10), for: family[2])
            #expect(try await Self.hold(family[2], world) != nil, "the phone is free again")
            _ = try await world.file(family[2])
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `another NIK ends a hold that is somebody's, and not one that is nobody's yet`(database: Databases) async throws {
        try await World.on(database, places: 9) { world in
            for (proven, matched, stays) in [(true, true, false), (true, false, false), (false, false, true)] {
                let id = try await Self.somebody(1, world, proven: proven, matched: matched)
                try await world.choose(world.slot(world.siak, 9), for: id)
                #expect(try await Self.hold(id, world) != nil)
                let nik = world.people.member(2).nik
                try await world.store.write(in: world.context()) { work in
                    var registration = try work.get(Registration.self, id)
                    try work.state(nik: nik, for: &registration)
                    work.update(registration)
                }
                #expect(try await (Self.hold(id, world) != nil) == stays)
                #expect(try await world.find(Registration.self, id).slot == world.slot(world.siak, 9))
                try await world.check()
                if stays { try await world.tick(at: World.morning + .minutes(30)) }
            }
        }
    }

    @Test(arguments: Databases.all)
    func `a hold whose time is over stands in nobody's way before the clock has ended it`(database: Databases) async throws {
        try await World.on(database, places: 9) { world in
            let (first, second) = (
                try await Self.somebody(1, world, phone: "081230000001"), try await Self.somebody(2, world, phone: "081230000001")
            )
            try await world.choose(world.slot(world.siak, 9), for: first)
            let end = World.morning + world.nation.policy.holdProven
            try await world.choose(world.slot(world.siak, 9), for: second, at: end)
            #expect(try await Self.hold(second, world) != nil)
            #expect(try await Self.hold(first, world) == nil)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `many at once for one phone, by two processes: one hold`(database: Databases) async throws {
        try await World.on(database, places: 24) { world in
            let other = database == .memory ? world : try world.again()
            var people: [ID<Registration>] = []
            for person in 1...12 { people.append(try await Self.somebody(person, world, phone: "081230000001")) }
            let family = people
            _ = try await together(family.count) { number in
                let process = number.isMultiple(of: 2) ? world : other
                let refused = await refusal { try await process.choose(process.slot(process.siak, 9), for: family[number]) }
                #expect(refused == nil || refused == .holdElsewhere)
            }
            #expect(try await world.find(Slot.self, world.slot(world.siak, 9)).taken == 1)
            try await world.check()
            if database != .memory { await other.store.close() }
        }
    }

    /// With the look before it left out, the index still knows, and says it in the rules' words.
    @Test(arguments: Databases.all, ["nik", "mailbox", "phone"])
    func `the database itself refuses a second hold, by the index's name`(database: Databases, kind: String) async throws {
        try await World.on(database, places: 9) { world in
            let (nik, phone) = (world.people.member(1).nik, PhoneNumber("081230000001"))
            for number in 0...1 {
                let holder = Holder(
                    nik: kind == "nik" ? nik : nil, mailbox: kind == "mailbox" ? "a@gmail.com" : "a\(number)@gmail.com",
                    phone: kind == "phone" ? phone : nil)
                let booking = Booking(
                    id: world.source.id(), slot: world.slot(world.siak, 9), branch: world.siak.id, start: World.morning, phase: .held,
                    proven: true, registration: world.source.id(), since: World.morning, due: World.morning + .minutes(10), holder: holder)
                let refused = await refusal { try await world.store.write(in: world.context()) { $0.insert(booking) } }
                #expect(refused == (number == 0 ? nil : .holdElsewhere))
            }
        }
    }
}
