import LapakDomain
import LapakStore

/// Time and the lobby in the interviews: calls run out, decisions settle, people are led to free seats one by one.
package struct InterviewClock: Rounds {
    package let app: App
    package let name = "interviews"
    package let pace = Pace.changes(orEvery: .seconds(1))

    package init(app: App) { self.app = app }

    /// What time does at this moment: what is due, who may come in, and who is led to a seat.
    package func tick() async throws {
        try await settleDue()
        try await admit()
        try await seat()
    }

    /// Everything that is due now.
    func settleDue() async throws {
        let (nation, now) = (app.nation, app.clock.now)
        let due = try await app.store.read { try DueInterviews.load(nation.policy, $0, at: now) }
        for id in due.calls {
            try await app.settled { try $0.miss(id, ticket: $1, in: nation, by: .clock, at: now) }
        }
        for id in due.still {
            try await app.settled { work, _ in
                try work.step(id, by: .clock, at: now) { $0.noticeStandstill(policy: nation.policy, at: now).map { [$0] } ?? [] }
            }
        }
        for id in due.decisions { try await app.settled { try $0.settle(id, ticket: $1, in: nation, at: now) } }
        for id in due.appointments { try await app.settled { try $0.missAppointment(id, ticket: $1, in: nation, by: .clock, at: now) } }
        let walkIns = try await app.store.read { try DueWalkIns.load($0, at: now) }
        for id in walkIns.over { try await app.settled { try $0.endDay(of: id, ticket: $1, in: nation, at: now) } }
        for id in due.emptied { try await app.settled { work, _ in try work.close(id, by: .clock, at: now) } }
        for id in due.unserved { try await app.settled { try $0.sendHome(id, ticket: $1, in: nation, at: now) } }
        for id in due.sessions {
            let touch: ID<Touch> = app.secrets.id(at: now)
            try await app.settled { work, _ in try work.abandon(id, touch: touch, policy: nation.policy, by: .clock, at: now) }
        }
    }

    /// Tells visitors to come in, branch by branch, while the rooms have places, and the next ones that it is nearly time.
    func admit() async throws {
        let (nation, now) = (app.nation, app.clock.now)
        for id in try await app.store.read({ try DueWalkIns.load($0, at: now).branches }) {
            guard let branch = nation[id] else { continue }
            let fresh: [ID<Interview>] = (0..<min(64, branch.roomLimit)).map { _ in app.secrets.id(at: now) }
            let day = branch.zone.day(of: now)
            try await app.settled { work, _ in try work.admit(at: branch, interviews: fresh, on: day, now: now) }
            let soon = try await app.store.read { connection in
                let forecast = try LobbyForecast.load(id, before: nil, nation.policy, connection, at: now)
                let count = min(64, forecast.people(within: nation.policy.onsite.comesSoon))
                return try connection.nextOutside(count, at: id, on: day).filter { $0.wantsAlert(nation.policy, at: now) }.map(\.id)
            }
            guard !soon.isEmpty else { continue }
            try await app.settled { work, _ in try work.alert(soon, policy: nation.policy, now: now) }
        }
    }

    /// Leads people from the lobby to free seats, the emptiest session first and one at a time, so that no officer is swamped.
    func seat() async throws {
        let nation = app.nation
        for _ in 1...OfficerSession.mostSeats {
            let sessions = try await app.store.read { try $0.sessionsWithLobby(nation: nation.policy.interviews.nationalPool) }
            var called = false
            for session in sessions {
                let now = app.clock.now
                let people = try await app.store.write { try $0.fillSeats(of: session.id, most: 1, in: nation, at: now) }
                called = called || !people.isEmpty
            }
            guard called else { return }
        }
    }
}
