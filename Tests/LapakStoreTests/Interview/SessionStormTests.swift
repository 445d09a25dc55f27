import LapakDomain
import Testing

@testable import LapakStore

/// Members and officers act at once and against each other, as a seed says; whatever is refused is refused, and at the end every
/// claim has a state with an owner and every table says what the journal tells.
@Suite struct SessionStormTests {
    @Test(arguments: Databases.all, [1, 2, 3])
    func `whatever members and officers do at once, nobody is lost and no seat holds two`(database: Databases, seed: UInt64) async throws {
        try await World.on(database, places: 6, seed: seed) { world in
            let people = try await world.lobby(6)
            let sessions = [try await world.open(7, seats: 3), try await world.open(8, seats: 2)]
            for round in 0..<40 {
                let now = World.nine + .seconds(round * 3)
                _ = try await together(8) { actor in
                    let (action, person) = (world.source.roll(0..<16), people[world.source.roll(0..<people.count)])
                    try await world.act(action, on: person, in: sessions[actor % 2], at: now)
                }
            }
            let later = World.nine + .minutes(30)
            for person in people { try await world.finish(person.id, by: sessions[0].staff, at: later) }
            for person in people {
                let (interview, claim) = (try await world.find(Interview.self, person.id), try await world.find(Claim.self, person.claim))
                switch interview.phase {
                case .done: #expect([.approved, .waiting, .rejected].contains(claim.phase))
                case .missed: #expect(claim.phase == .waiting)
                case .left, .lobby, .called: #expect(claim.phase == .ready)
                default: #expect(interview.session != nil && interview.seat != nil, "\(interview.phase) has no owner")
                }
            }
            try await world.check()
        }
    }
}

extension World {
    /// One thing that somebody may try; the rules decide.
    func act(_ action: Int, on person: Interview, in session: OfficerSession, at now: Instant) async throws {
        let (id, staff, policy) = (person.id, session.staff, nation.policy)
        do {
            switch action {
            case 0, 1, 2: _ = try await fill(session, at: now)
            case 3, 4: _ = try await answer(id, at: now)
            case 5: try await step(id, at: now) { [try $0.confirmData(at: now)] }
            case 6:
                let interview = try await find(Interview.self, id)
                if let paper = interview.missing.first { _ = try await capture(interview, paper, at: now) }
            case 7, 8: _ = try await accept(id, by: staff, at: now)
            case 9: try await step(id, at: now) { [try $0.agree(at: now)] }
            case 10: try await step(id, by: .staff(staff), at: now) { [try $0.takeBack(by: staff, at: now)] }
            case 11: try await step(id, at: now) { try $0.ask(.help, at: now).map { [$0] } ?? [] }
            case 12: _ = try await settle(id, at: now)
            case 13: try await step(id, by: .staff(staff), at: now) { [try $0.pause(.parked, policy: policy, at: now)] }
            case 14:
                try await step(id, by: .staff(staff), at: now) {
                    try $0.giveBack(.identity, .illegible, by: staff, policy: policy, at: now)
                }
            default:
                if source.roll(0..<4) == 0 {
                    _ = try await store.write(in: context(by: .staff(staff), at: now)) { try $0.abandon(session.id) }
                } else if source.roll(0..<6) == 0 {
                    try await step(id, at: now) { [try $0.leave(at: now)] }
                } else {
                    _ = try await store.write(in: context(by: .clock, at: now)) { try $0.miss(id) }
                }
            }
        } catch is Refusal {}
    }

    /// Lets a decision that was made stand.
    func finish(_ id: ID<Interview>, by staff: ID<Staff>, at now: Instant) async throws {
        if try await find(Interview.self, id).phase == .deciding { _ = try await settle(id, at: now) }
    }
}
