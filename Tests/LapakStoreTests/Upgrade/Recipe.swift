import LapakDomain
import LapakNation
import Testing

@testable import LapakStore

/// What happens in a database that is kept for later programs: something in every table, and every kept body in several states.
struct Recipe {
    let world: World

    /// Other numbers than the national ones, so that a lost policy shows.
    static var policy: Policy {
        var policy = Policy()
        policy.drawFrom = 3
        policy.interviews.calls = 4
        policy.files.noteLength = 280
        policy.onsite.setBack = 2
        policy.checklists[.lapakAsik2020] = [
            Requirement(.ktp), Requirement(oneOf: [.workContract, .contractEndLetter], for: [.contractEnd], optional: true),
            Requirement(.npwp, when: [.balanceOver(Rupiah(50_000_000)), .partialBefore], note: Words("Bila kena pajak.", "When taxed.")),
        ]
        return policy
    }

    func fill() async throws {
        let parts: [(String, () async throws -> Void)] = [
            ("people", people), ("appointments", appointments), ("line", line), ("papers", papers), ("visitors", visitors),
            ("interviews", interviews), ("post", post), ("remains", remains),
        ]
        for (name, part) in parts { do { try await part() } catch { Issue.record("\(name): \(error)") } }
    }

    private func people() async throws {
        let staff = [(7, Staff.Role.officer), (8, .officer), (9, .manager), (10, .national)].map { number, role in
            Staff(
                id: ID(number), username: "orang\(number)", name: "Orang \(number)", role: role,
                branch: role == .national ? nil : world.siak.id, password: "none")
        }
        try await world.store.seed(regions: [], branches: [], holidays: ExampleNation.holidays, staff: staff)
        try await world.store.seed(members: (0..<60).map { world.people.member($0) } + Cast.all(on: World.monday).map(\.member))
        try await world.store.write(in: world.context(at: World.morning)) { work in
            try work.change(policy: Recipe.policy)
            work.note(.operations(.signedIn(staff: ID(7))), by: .staff(ID(7)))
        }
    }

    /// Held, lapsed, booked, moved, cancelled; answers under their keys.
    private func appointments() async throws {
        let holder = try await world.register(30, proven: false)
        try await world.choose(world.slot(world.ambon, 9), for: holder)
        let lapsing = try await world.register(31)
        try await world.choose(world.slot(world.ambon, 9, 30), for: lapsing)
        let held = try await world.find(Registration.self, lapsing).booking
        if let held { _ = try await world.lapse(held, at: World.morning + world.nation.policy.holdProven) }
        let moving = try await world.book(32, world.slot(world.ambon, 10, day: 3))
        try await world.move(moving.claim, to: world.slot(world.ambon, 10, day: 4))
        try await world.cancel(try await world.book(33, world.slot(world.ambon, 10, 30, day: 3)).claim)
        let once = try await world.register(34)
        _ = try await world.file(once, slot: world.slot(world.ambon, 11, day: 3), key: "once", parameters: "a")
        _ = try? await world.file(try await world.register(34), slot: world.slot(world.ambon, 11, day: 3), key: "refused")
        _ = try await world.register(
            35, wish: Wish(branches: [world.ambon.id, world.siak.id], days: [.monday], times: [.pagi], earliest: World.monday + 2))
    }

    /// A drawn day, and offers that are open, accepted, declined and lapsed.
    private func line() async throws {
        let (day, closes) = (World.monday, (World.monday + 1).at(ClockTime(0, 0), in: .wib))
        try await world.store.write(in: world.context(at: World.morning)) { work in
            try work.announce(Draw(day: day, seedHash: "hash", seed: "seed", closes: closes))
        }
        let full = world.slot(world.balikpapan, 13)
        var sitting: [Filed] = []
        for person in 0..<6 { sitting.append(try await world.book(40 + person, full)) }
        for person in 0..<7 {
            _ = try await world.queue(
                50 + person, Wish(branches: [world.balikpapan.id], days: [.tuesday], times: [.siang]), at: World.morning + .seconds(person))
        }
        try await world.store.write(in: world.context(at: closes)) { work in
            _ = try work.draw(day, mixed: { _, _ in Array(0..<32) })
        }
        for filed in sitting.prefix(4) { try await world.cancel(filed.claim) }
        let offers = try await world.usher()
        for (index, offer) in offers.enumerated() {
            switch index {
            case 0: _ = try await world.accept(offer)
            case 1: try await world.decline(offer)
            case 2: _ = try await world.lapse(offer.id, at: offer.due ?? closes)
            default: break
            }
        }
    }

    /// Documents in every phase, a link that was exchanged, an upload that is not finished.
    private func papers() async throws {
        let claim = try await world.book(20, world.slot(world.siak, 11, day: 4)).claim
        let sent = try await world.sendAll(for: claim)
        let kept = try await world.find(Claim.self, claim)
        let again = try await world.send(sent[0].paper, for: claim)
        try await world.inspect(again.id, .failure(FileFault(.tooLarge, under: Recipe.policy.files)))
        let virus = try await world.send(sent[0].paper, for: claim)
        try await world.inspect(virus.id, .failure(FileFault(.virus, under: Recipe.policy.files)))
        let dark = try await world.send(sent[1].paper, for: claim)
        try await world.inspect(
            dark.id, .success(CleanedFile(kind: .jpeg, bytes: 900, sha256: "bb", pages: 1, hints: [.blurred, .dark])))
        let source = world.source
        let (upload, wants): (ID<Upload>, Paper) = (source.id(), sent[1].paper)
        try await world.store.write(in: world.context(at: World.morning)) { work in
            _ = try work.beginUpload(
                upload, for: wants, of: claim, length: 5000, name: FileName("foto.jpg"), declared: "image/jpeg", metadata: "paper a3Rw")
            _ = try work.issueLink(to: kept, secret: "secret")
        }
        try await world.store.write(in: world.context(at: World.morning)) { work in
            _ = try work.exchangeLink(Pass(id: ID(claim.rawValue), hash: "secret"), session: "session")
        }
        for verdict in 0..<3 {
            guard let taken = try await world.takeNext(8) else { break }
            try await world.store.write(in: world.context(by: .staff(ID(8)), at: World.morning)) { work in
                _ = try work.view(taken.id, .precheck)
                switch verdict {
                case 0: _ = try work.accept(taken.id, by: ID(8))
                case 1:
                    _ = try work.giveBack(taken.id, .illegible, note: "Gelap.", by: ID(8))
                default: break
                }
            }
        }
        let outage: ID<Outage> = source.id()
        try await world.store.write { $0.insert(Outage(id: outage, kind: .storage, from: World.morning, until: World.morning + .hours(1))) }
    }
}
