import LapakDomain

@testable import LapakStore

/// What the journal tells of every booking, replayed: each step must be one that the diagrams allow, and the end must be
/// what the tables say.
struct Told {
    private var phases: [ID<Booking>: Booking.Phase] = [:]
    private var appointment: [ID<Claim>: ID<Booking>] = [:]
    private var offer: [ID<Ticket>: ID<Booking>] = [:]
    private var interviews: [ID<Interview>: Interview.Phase] = [:]
    private var faults: [String] = []

    init(_ connection: any SQLConnection) throws {
        var position: Int64 = 0
        for line in try Journal.lines(after: 0, limit: 1_000_000, connection) {
            position += 1
            if line.position != position { faults.append("position \(line.position) follows \(position - 1)") }
            position = line.position
            tell(line.event)
        }
    }

    func faults(_ connection: any SQLConnection) throws -> [String] {
        let rows = try connection.query("SELECT id, phase FROM booking ORDER BY id", [])
        let kept = Dictionary(try rows.map { (ID<Booking>(try $0.int(0)), try $0.text(1)) }) { $1 }
        let told = phases.mapValues(\.rawValue)
        let sitting = try connection.query("SELECT id, phase FROM interview ORDER BY id", []).map {
            (ID<Interview>(try $0.int(0)), try $0.text(1))
        }
        let faults = faults + sitting.filter { interviews[$0.0]?.rawValue != $0.1 }.map { "interview \($0.0.rawValue) is \($0.1)" }
        guard kept != told else { return faults }
        let differing = Set(kept.keys).union(told.keys).filter { kept[$0] != told[$0] }.sorted()
        return faults
            + differing.map { "booking \($0.rawValue) is \(kept[$0] ?? "absent"), the journal says \(told[$0] ?? "nothing")" }
    }

    private mutating func tell(_ event: Event) {
        switch event {
        case .registration(.held(let booking, _, _)): step(booking, from: [nil], to: .held)
        case .registration(.holdProven(let booking)): step(booking, from: [.held], to: .held)
        case .registration(.holdLapsed(let booking, _)), .registration(.holdDropped(let booking, _)):
            step(booking, from: [.held], to: .released)
        case .claim(.booked(let claim, let booking, _)):
            step(booking, from: [nil, .held, .offered], to: .confirmed)
            appointment[claim] = booking
        case .ticket(.offered(let ticket, _, let booking, _, _)):
            step(booking, from: [nil], to: .offered)
            offer[ticket] = booking
        case .ticket(.accepted(let ticket, _, let booking, _)):
            step(booking, from: [.offered], to: .offered)
            offer[ticket] = nil
        case .ticket(.declined(let ticket, _, let booking, _)), .ticket(.lapsed(let ticket, _, let booking, _)):
            step(booking, from: [.offered], to: .released)
            offer[ticket] = nil
        case .claim(.moved(let claim, let from, let to, _, _)):
            step(from, from: [.confirmed], to: .released)
            step(to, from: [nil], to: .confirmed)
            appointment[claim] = to
        case .claim(.papersMissed(let claim, let booking, _, _)), .claim(.numberGivenUp(let claim, let booking, _)):
            step(booking, from: [.confirmed, .checkedIn], to: .released)
            appointment[claim] = nil
        case .claim(.cancelled(let claim, _, let ticket)):
            if let booking = appointment.removeValue(forKey: claim) { step(booking, from: [.confirmed], to: .released) }
            if let booking = ticket.flatMap({ offer.removeValue(forKey: $0) }) { step(booking, from: [.offered], to: .released) }
        case .claim(.interviewMissed(let claim, let booking, _)):
            step(booking, from: [.confirmed, .checkedIn], to: .missed)
            appointment[claim] = nil
        case .claim(.interviewUnreached(let claim, let booking, _)):
            step(booking, from: [.checkedIn], to: .unreached)
            appointment[claim] = nil
        case .claim(.decided(let claim, _, _)):
            if let booking = appointment.removeValue(forKey: claim) { step(booking, from: [.checkedIn], to: .done) }
        default: tellInterview(event)
        }
    }

    private mutating func tellInterview(_ event: Event) {
        switch event {
        case .interview(.entered(let id, _, let booking, _)):
            step(booking, from: [.confirmed, .checkedIn], to: .checkedIn)
            step(id, from: nil, to: .lobby)
        // A visitor who was set back after two calls is called the third time from the lobby.
        case .interview(.called(let id, _, _, _, let time)):
            step(id, from: time == 1 || interviews[id] == .lobby ? .lobby : .called, to: .called)
        case .interview(.moved(let id, _, _, let from, let to)): step(id, from: from, to: to)
        case .interview(.paused(let id, _, _, _)): step(id, from: interviews[id], to: .lobby)
        case .interview(.stepUndone(let id, let from, let to, _)): step(id, from: from, to: to)
        case .interview(.done(let id, _, _, _, _)): step(id, from: .deciding, to: .done)
        default: break
        }
    }

    private mutating func step(_ interview: ID<Interview>, from: Interview.Phase?, to: Interview.Phase) {
        if interviews[interview] != from {
            faults.append(
                "interview \(interview.rawValue) was \(interviews[interview]?.rawValue ?? "nothing"), not \(from?.rawValue ?? "nothing")")
        }
        interviews[interview] = to
    }

    private mutating func step(_ booking: ID<Booking>, from: [Booking.Phase?], to: Booking.Phase) {
        if !from.contains(phases[booking]) {
            faults.append("booking \(booking.rawValue) went from \(phases[booking]?.rawValue ?? "nothing") to \(to.rawValue)")
        }
        phases[booking] = to
    }
}
