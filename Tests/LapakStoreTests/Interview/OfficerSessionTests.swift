import LapakDomain
import Testing

@testable import LapakStore

@Suite struct SessionTests {
    @Test(arguments: Databases.all) func `two windows of one officer share one session`(database: Databases) async throws {
        try await World.on(database, places: 6) { world in
            let sessions = try await together(8) { _ in try await world.open(7, seats: 4) }
            #expect(Set(sessions.map(\.id)).count == 1)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `officers who press next at once get different people`(database: Databases) async throws {
        try await World.on(database, places: 6) { world in
            let waiting = try await world.lobby(6)
            let sessions = [try await world.open(7, seats: 4), try await world.open(8, seats: 4)]
            let called = try await together(8) { try await world.fill(sessions[$0 % 2]) }.flatMap { $0 }
            #expect(called.map(\.id).sorted() == waiting.map(\.id).sorted())
            #expect(Set(called.map { "\($0.session?.rawValue ?? 0).\($0.seat ?? 0)" }).count == 6)
            try await world.check()
        }
    }

    /// A race test that cannot fail proves nothing: without lock, rule and index the checker must see two people in one seat.
    @Test(arguments: Databases.all) func `with the guard switched off, two people sit in one seat`(database: Databases) async throws {
        try await World.on(database, places: 6) { world in
            _ = try await world.lobby(2)
            let session = try await world.open(7, seats: 1)
            try await world.store.run("ALTER TABLE interview RENAME TO guarded_interview")
            try await world.store.run("CREATE TABLE interview AS SELECT * FROM guarded_interview")
            let seen = try await together(2) { index in
                try await world.store.read { try $0.query("SELECT id FROM interview WHERE phase = 'lobby' ORDER BY id")[index].int(0) }
            }
            _ = try await together(2) { index in
                try await world.store.maintain { connection in
                    try connection.execute(
                        "UPDATE interview SET session = $1, seat = 1, phase = 'called' WHERE id = $2", session.id, seen[index])
                }
            }
            let drifts = try await world.store.read { try Reconciler.drifts($0) }
            #expect(drifts.map(\.invariant).contains("a seat holds one person"))
        }
    }

    @Test(arguments: Databases.all) func `seats refill one by one, in the order of appointment and coming`(database: Databases) async throws
    {
        try await World.on(database, places: 6) { world in
            let waiting = try await world.lobby(4)
            let session = try await world.open(7, seats: 2)
            #expect(try await world.fill(session).map(\.id) == waiting.prefix(2).map(\.id))
            #expect(try await world.fill(session) == [])
            try await world.step(waiting[0].id) { [try $0.leave(at: World.nine)] }
            let next = try await world.fill(session)
            #expect(next.map(\.id) == [waiting[2].id])
            #expect(next.first?.seat == 1)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `an ordinary claim goes from the lobby to the decision in three touches`(database: Databases)
        async throws
    {
        try await World.on(database, places: 6) { world in
            let waiting = try await world.lobby(1)
            let session = try await world.open(7, seats: 6)
            _ = try await world.fill(session)
            var interview = try await world.serve(waiting[0], by: session.staff)
            #expect(interview.phase == .agreed)
            interview = try await world.accept(interview.id, by: session.staff)
            #expect(interview.phase == .deciding)
            let early = await refusal { _ = try await world.settle(interview.id, at: World.nine + .seconds(5)) }
            #expect(early == .notYet(World.nine + .seconds(6)))
            interview = try await world.settle(interview.id, at: World.nine + .seconds(6))
            let claim = try await world.find(Claim.self, interview.claim)
            #expect((interview.phase, interview.seat, claim.phase) == (.done, nil, .approved))
            // Tuesday 7 July and five working days: Tuesday 14 July.
            #expect(claim.payBy == World.monday + 8)
            #expect(try await world.find(Booking.self, interview.booking).phase == .done)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `a returned claim stands in line again with its rank, a rejected one is over`(database: Databases)
        async throws
    {
        try await World.on(database, places: 6) { world in
            let waiting = try await world.lobby(2)
            let session = try await world.open(7, seats: 6)
            _ = try await world.fill(session)
            let policy = world.nation.policy
            for (interview, decision) in zip(waiting, [Decision.giveBack(.expired), .reject(.stillEmployed)]) {
                _ = try await world.serve(interview, by: session.staff)
                try await world.step(interview.id) { try $0.decide(decision, by: session.staff, policy: policy, at: World.nine) }
                _ = try await world.settle(interview.id, at: World.nine + .seconds(6))
            }
            let (returned, rejected) = (
                try await world.find(Claim.self, waiting[0].claim), try await world.find(Claim.self, waiting[1].claim)
            )
            let ticket = try await world.find(Ticket.self, try #require(returned.ticket))
            #expect((returned.phase, ticket.phase, ticket.rank) == (.waiting, .waiting, returned.filed.milliseconds))
            #expect((rejected.phase, rejected.phase.isLive) == (.rejected, false))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `when the officer is gone for a minute, everyone is at the front again with what was done`(
        database: Databases
    ) async throws {
        try await World.on(database, places: 6) { world in
            let waiting = try await world.lobby(3)
            let first = try await world.open(7, seats: 2)
            _ = try await world.fill(first)
            _ = try await world.answer(waiting[0].id)
            _ = try await world.answer(waiting[1].id)
            try await world.step(waiting[1].id) { [try $0.confirmData(at: World.nine)] }
            let early = try await world.store.write(in: world.context(by: .clock, at: World.nine + .seconds(59))) {
                try $0.abandon(first.id)
            }
            #expect(early == [])
            let later = World.nine + .seconds(60)
            _ = try await world.store.write(in: world.context(by: .clock, at: later)) { try $0.abandon(first.id) }
            let second = try await world.open(8, seats: 2, at: later)
            let called = try await world.fill(second, at: later)
            #expect(called.map(\.id) == [waiting[0].id, waiting[1].id])
            #expect(try await world.answer(waiting[1].id, at: later).phase == .ready)
            #expect(try await world.find(OfficerSession.self, first.id).phase == .closed)
            try await world.check()
        }
    }

    /// Nobody answers three calls; answers the interview as it is then.
    private func unanswered(_ interview: Interview, in world: World, from begin: Instant = World.nine) async throws -> Interview {
        var (now, interview) = (begin, interview)
        for _ in 1...3 {
            now = now + .seconds(120)
            let id: ID<Interview> = interview.id
            interview = try await world.store.write(in: world.context(by: .clock, at: now)) { try $0.miss(id) }
        }
        return interview
    }

    @Test(arguments: Databases.all) func `who was in the lobby in time and does not answer three calls was not reached, and keeps the rank`(
        database: Databases
    ) async throws {
        try await World.on(database, places: 6) { world in
            let waiting = try await world.lobby(1)
            _ = try await world.fill(try await world.open(7, seats: 1))
            let interview = try await unanswered(waiting[0], in: world)
            let claim = try await world.find(Claim.self, interview.claim)
            let ticket = try await world.find(Ticket.self, try #require(claim.ticket))
            #expect((interview.phase, interview.calls, claim.phase) == (.missed, 3, .waiting))
            #expect((claim.misses, claim.unreached, ticket.rank) == (0, 1, claim.filed.milliseconds))
            #expect(try await world.find(Booking.self, interview.booking).phase == .unreached)
            #expect(try await world.journal().contains { if case .claim(.interviewUnreached) = $0.event { true } else { false } })
            let agenda = try await world.store.read {
                try Agenda.appointments(at: world.siak, on: World.monday + 1, limit: 10, $0).map(\.phase)
            }
            #expect(agenda == [.unreached])
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `an officer who says that nobody answers does not make an absence of it either`(
        database: Databases
    ) async throws {
        try await World.on(database, places: 6) { world in
            let waiting = try await world.lobby(1)
            let session = try await world.open(7, seats: 1)
            _ = try await world.fill(session)
            let id = waiting[0].id
            _ = try await world.store.write(in: world.context(by: .staff(session.staff), at: World.nine + .seconds(30))) { try $0.miss(id) }
            let claim = try await world.find(Claim.self, waiting[0].claim)
            #expect((claim.misses, claim.unreached) == (0, 1))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `who came after the window was over and does not answer has missed it`(database: Databases)
        async throws
    {
        try await World.on(database, places: 6) { world in
            let claim = try await world.ready(0)
            let late = World.nine + .minutes(30)
            let entered = try await world.enter(claim, at: late)
            _ = try await world.fill(try await world.open(7, seats: 1, at: late), at: late)
            let interview = try await unanswered(entered, in: world, from: late)
            let after = try await world.find(Claim.self, claim)
            #expect((interview.phase, after.misses, after.unreached) == (.missed, 1, 0))
            #expect(try await world.find(Booking.self, interview.booking).phase == .missed)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `who never came has missed it: the first time costs no rank`(database: Databases) async throws {
        try await World.on(database, places: 6) { world in
            let id = try await world.ready(0)
            let booking = try #require(try await world.find(Claim.self, id).booking)
            try await world.store.write(in: world.context(at: World.nine + .hours(2))) { try $0.missAppointment(booking) }
            let claim = try await world.find(Claim.self, id)
            let ticket = try await world.find(Ticket.self, try #require(claim.ticket))
            #expect((claim.misses, claim.unreached, ticket.rank) == (1, 0, claim.filed.milliseconds))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `who was handed over is taken by a desk for one only, with everything that was done`(
        database: Databases
    ) async throws {
        try await World.on(database, places: 6) { world in
            let waiting = try await world.lobby(2)
            let (many, policy) = (try await world.open(7, seats: 1), world.nation.policy)
            _ = try await world.fill(many)
            _ = try await world.answer(waiting[0].id)
            try await world.step(waiting[0].id) { [try $0.pause(.handedOver, policy: policy, at: World.nine)] }
            _ = try await world.store.write(in: world.context(at: World.nine)) { try $0.change(seats: 6, of: many.id, by: many.staff) }
            #expect(try await world.fill(many).map(\.id) == [waiting[1].id])
            let alone = try await world.open(8, seats: 1)
            #expect(try await world.fill(alone).map(\.id) == [waiting[0].id])
            #expect(try await world.answer(waiting[0].id).phase == .filling)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `an offered person changes officers only when the colleague takes them`(database: Databases)
        async throws
    {
        try await World.on(database, places: 6) { world in
            let waiting = try await world.lobby(1)
            let (first, second) = (try await world.open(7, seats: 2), try await world.open(8, seats: 2))
            _ = try await world.fill(first)
            _ = try await world.answer(waiting[0].id)
            let taken = {
                try await world.store.write(in: world.context(at: World.nine)) {
                    try $0.takeOver(waiting[0].id, to: second.id, by: second.staff)
                }
            }
            #expect(await refusal { _ = try await taken() } == .interviewPhase(.filling))
            try await world.step(waiting[0].id) { [try $0.offer(to: second.id)] }
            let floor = try await world.store.read { try SessionFloor.load(second.id, $0) }
            #expect(floor?.offers.map(\.id) == [waiting[0].id])
            let interview = try await taken()
            #expect((interview.session, interview.seat, interview.phase) == (second.id, 1, .filling))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `attention is counted by touches, and the figures follow from them`(database: Databases)
        async throws
    {
        try await World.on(database, places: 6) { world in
            let waiting = try await world.lobby(2)
            let session = try await world.open(7, seats: 2)
            _ = try await world.fill(session)
            for (seconds, target) in [(10, waiting[0].id), (35, waiting[1].id), (60, nil)] {
                _ = try await world.store.write(in: world.context(at: World.nine + .seconds(seconds))) {
                    try $0.attend(target, in: session.id)
                }
            }
            let figures = try await world.store.read { try $0.figures(of: session, at: World.nine + .seconds(100)) }
            #expect((figures.attention, figures.busy, figures.done) == (.seconds(50), 0.5, 0))
            #expect(try await world.find(Interview.self, waiting[1].id).attention == .seconds(25))
        }
    }

    @Test(arguments: Databases.all) func `cancelling and moving wait until the interview is over`(database: Databases) async throws {
        try await World.on(database, places: 6) { world in
            let interview = try await world.lobby(1)[0]
            #expect(await refusal { try await world.cancel(interview.claim, at: World.nine) } == .interviewRunning)
        }
    }

    @Test(arguments: Databases.all) func `whoever is not served all day stands in line with their rank, and no miss is counted`(
        database: Databases
    ) async throws {
        try await World.on(database, places: 6) { world in
            let interview = try await world.lobby(1)[0]
            let evening = World.nine + .hours(10)
            let due = try await world.store.read { try DueInterviews.load(world.nation.policy, $0, at: evening) }
            #expect(due.unserved == [interview.id])
            try await world.store.write(in: world.context(at: evening)) { try $0.sendHome(interview.id) }
            let claim = try await world.find(Claim.self, interview.claim)
            #expect((claim.phase, claim.misses) == (.waiting, 0))
            #expect(try await world.find(Ticket.self, try #require(claim.ticket)).rank == claim.filed.milliseconds)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `a session that takes nobody new closes when the last one is gone`(database: Databases)
        async throws
    {
        try await World.on(database, places: 6) { world in
            let waiting = try await world.lobby(2)
            let session = try await world.open(7, seats: 1)
            _ = try await world.fill(session)
            _ = try await world.store.write(in: world.context(by: .staff(session.staff), at: World.nine)) { try $0.close(session.id) }
            let emptied = { try await world.store.read { try DueInterviews.load(world.nation.policy, $0, at: World.nine).emptied } }
            #expect(try await emptied() == [])
            try await world.step(waiting[0].id) { [try $0.leave(at: World.nine)] }
            #expect(try await world.fill(session) == [])
            #expect(try await emptied() == [session.id])
            _ = try await world.store.write(in: world.context(by: .clock, at: World.nine)) { try $0.close(session.id) }
            #expect(try await world.find(OfficerSession.self, session.id).phase == .closed)
            #expect(try await world.open(7, seats: 1).id != session.id)
            try await world.check()
        }
    }
}
