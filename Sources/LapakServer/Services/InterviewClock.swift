import LapakDomain
import LapakStore

/// Time and the lobby in the interviews: calls run out, decisions settle, people are led to free seats one by one.
package struct InterviewClock: Rounds {
    package let house: House
    package let name = "interviews"
    package let pace = Pace.changes(orEvery: .seconds(1))

    package init(house: House) { self.house = house }

    /// What time does at this moment: what is due, who may come in, and who is led to a seat.
    package func tick() async throws {
        try await settleDue()
        try await admit()
        try await seat()
    }

    /// Everything that is due now.
    func settleDue() async throws {
        let (atlas, now) = (house.atlas, house.clock.now)
        let due = try await house.store.read { try DueInterviews.load(atlas.policy, $0, at: now) }
        for id in due.calls {
            try await house.settled { try $0.miss(id, ticket: $1, in: atlas, by: .clock, at: now) }
        }
        for id in due.still {
            try await house.settled { work, _ in
                try work.step(id, by: .clock, at: now) { $0.noticeStandstill(policy: atlas.policy, at: now).map { [$0] } ?? [] }
            }
        }
        for id in due.decisions { try await house.settled { try $0.settle(id, ticket: $1, in: atlas, at: now) } }
        for id in due.appointments { try await house.settled { try $0.missAppointment(id, ticket: $1, in: atlas, by: .clock, at: now) } }
        let visits = try await house.store.read { try DueVisits.load($0, at: now) }
        for id in visits.over { try await house.settled { try $0.endDay(of: id, ticket: $1, in: atlas, at: now) } }
        for id in due.emptied { try await house.settled { work, _ in try work.close(id, by: .clock, at: now) } }
        for id in due.unserved { try await house.settled { try $0.sendHome(id, ticket: $1, in: atlas, at: now) } }
        for id in due.sessions {
            let touch: ID<Touch> = house.chance.id(at: now)
            try await house.settled { work, _ in try work.abandon(id, touch: touch, policy: atlas.policy, by: .clock, at: now) }
        }
    }

    /// Tells visitors to come in, branch by branch, while the rooms have places, and the next ones that it is nearly time.
    func admit() async throws {
        let (atlas, now) = (house.atlas, house.clock.now)
        for id in try await house.store.read({ try DueVisits.load($0, at: now).branches }) {
            guard let branch = atlas[id] else { continue }
            let fresh: [ID<Interview>] = (0..<min(64, branch.roomLimit)).map { _ in house.chance.id(at: now) }
            let day = branch.zone.day(of: now)
            try await house.settled { work, _ in try work.admit(at: branch, interviews: fresh, on: day, now: now) }
            let soon = try await house.store.read { connection in
                let forecast = try LobbyForecast.load(id, before: nil, atlas.policy, connection, at: now)
                let count = min(64, forecast.people(within: atlas.policy.onsite.comesSoon))
                return try connection.nextOutside(count, at: id, on: day).filter { $0.wantsAlert(atlas.policy, at: now) }.map(\.id)
            }
            guard !soon.isEmpty else { continue }
            try await house.settled { work, _ in try work.alert(soon, policy: atlas.policy, now: now) }
        }
    }

    /// Leads people from the lobby to free seats, the emptiest session first and one at a time, so that no officer is swamped.
    func seat() async throws {
        let atlas = house.atlas
        for _ in 1...Session.mostSeats {
            let sessions = try await house.store.read { try $0.sessionsWithLobby(nation: atlas.policy.interviews.nationalPool) }
            var called = false
            for session in sessions {
                let now = house.clock.now
                let people = try await house.store.write { try $0.fillSeats(of: session.id, most: 1, in: atlas, at: now) }
                called = called || !people.isEmpty
            }
            guard called else { return }
        }
    }
}
