import LapakDomain
import LapakNation

@testable import LapakStore

// People who come to Siak on Tuesday, and the yard that checks their papers.
extension World {
    /// Siak with so many places a window for people who walk in, as many online, and a room of this size.
    func yard(places: Int = 4, room: Int? = nil) async throws -> Branch {
        var branch = siak.giving(places: places * 2)
        (branch.onlineShare, branch.room) = (50, room)
        try await plan(branch, days: 1...1)
        return branch
    }

    func person(_ number: Int, reason: ClaimReason = .pension56) -> YardCheck.Person {
        let member = people.member(number)
        let facts = Dossier.Facts(reason: reason, balance: Rupiah(14_250_000), partialBefore: false, under: nation.policy)
        return YardCheck.Person(
            member: member.id, nik: member.nik, name: member.name, phone: PhoneNumber("081200001234")!, email: nil, language: .id,
            facts: facts,
            earliest: nil)
    }

    /// Every paper that the person has to bring.
    func papers(_ person: YardCheck.Person) -> [Paper] { Dossier(person.facts, documents: []).required.map { $0.item.papers[0] } }

    func receive(_ check: YardCheck, at branch: Branch, by staff: Int64 = 7, now: Instant = nine) async throws -> Work.Receipt {
        let staff = officer(staff)
        return try await store.write(in: context(at: now)) { try $0.receive(check, at: branch, by: staff) }
    }

    /// Somebody whose papers are complete: in line.
    @discardableResult func walkIn(_ number: Int, at branch: Branch, priority: Priority? = nil, now: Instant = nine) async throws -> WalkIn
    {
        let person = person(number)
        let check = YardCheck(key: "visit:\(number)", person: person, priority: priority, seen: papers(person))
        guard case .walkIn(let walkIn) = try await receive(check, at: branch, now: now) else { throw Refusal.notFound }
        return walkIn
    }

    func admit(at branch: Branch, now: Instant = nine) async throws -> [WalkIn] {
        let interviews: [ID<Interview>] = (0..<20).map { _ in source.id() }
        return try await store.write(in: context(at: now)) { try $0.admit(at: branch, interviews: interviews, on: World.monday + 1) }
    }

    func missCall(_ id: ID<Interview>, at now: Instant) async throws -> Interview {
        return try await store.write(in: context(by: .clock, at: now)) { try $0.miss(id) }
    }

    /// A booth whose page was heard of just now.
    func booth(_ number: Int, at branch: Branch, now: Instant = nine) async throws {
        let (id, policy): (ID<Booth>, Policy) = (source.id(), nation.policy)
        try await store.write(in: context(at: now)) { work in
            var booth = try Booth.add(id, number: number, branch: branch.id, codeHash: "code\(number)", policy: policy, at: now)
            work.note(try booth.pair(codeHash: "code\(number)", secret: "secret\(number)", at: now), by: .clock)
            work.insert(booth)
        }
    }

    /// Every booth shows a sign of life.
    func keepBooths(at now: Instant) async throws {
        try await store.write(in: context(at: now)) { work in
            for row in try work.query("SELECT id FROM booth") {
                var booth = try work.get(Booth.self, ID<Booth>(try row.int(0)))
                work.note(booth.live(at: now), by: .clock)
                work.update(booth)
            }
        }
    }

    /// The numbers in the line's order, only those who wait outside.
    func line(at branch: Branch) async throws -> [String] {
        try await store.read { try $0.walkIns(at: branch.id, on: World.monday + 1) }.filter { $0.phase == .waiting }.map(\.number.text)
    }
}
