import LapakDomain
import LapakStore

/// Time and the lobby in the interviews: calls run out, decisions settle, people are led to free seats one by one.
package struct InterviewClock: Rounds {
    package let app: App
    package let name = "interviews"
    package let pace = Pace.changes(orEvery: .seconds(1))

    package init(app: App) { self.app = app }

    /// A round asks many questions, and under load every commit would lead to one.
    package func rest(after spent: Duration) -> Duration { .milliseconds(50) }

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
            try await app.settled(at: now) { try $0.miss(id) }
        }
        for id in due.still {
            try await app.settled(at: now) { work in
                try work.step(id) { $0.noticeStandstill(policy: nation.policy, at: now).map { [$0] } ?? [] }
            }
        }
        for id in due.decisions { try await app.settled(at: now) { try $0.settle(id) } }
        for id in due.appointments { try await app.settled(at: now) { try $0.missAppointment(id) } }
        let walkIns = try await app.store.read { try DueWalkIns.load($0, at: now) }
        for id in walkIns.over { try await app.settled(at: now) { try $0.endDay(of: id) } }
        for id in due.emptied { try await app.settled(at: now) { work in try work.close(id) } }
        for id in due.unserved { try await app.settled(at: now) { try $0.sendHome(id) } }
        for id in due.sessions {
            try await app.settled(at: now) { work in try work.abandon(id) }
        }
    }

    /// Tells visitors to come in, branch by branch, while the rooms have places, and the next ones that it is nearly time.
    func admit() async throws {
        let (nation, now) = (app.nation, app.clock.now)
        for id in try await app.store.read({ try DueWalkIns.load($0, at: now).branches }) {
            guard let branch = nation[id] else { continue }
            let fresh: [ID<Interview>] = (0..<min(64, branch.roomLimit)).map { _ in app.ids.next(at: now) }
            let day = branch.zone.day(of: now)
            try await app.settled(at: now) { work in try work.admit(at: branch, interviews: fresh, on: day) }
            let soon = try await app.store.read { connection in
                let forecast = try LobbyForecast.load(id, before: nil, nation.policy, connection, at: now)
                let count = min(64, forecast.people(within: nation.policy.onsite.comesSoon))
                return try connection.nextOutside(count, at: id, on: day).filter { $0.wantsAlert(nation.policy, at: now) }.map(\.id)
            }
            guard !soon.isEmpty else { continue }
            try await app.settled(at: now) { work in try work.alert(soon) }
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
                let people = try await app.store.write(in: app.context(at: now)) { try $0.fillSeats(of: session.id, most: 1) }
                called = called || !people.isEmpty
            }
            guard called else { return }
        }
    }
}
