import LapakDomain

@testable import LapakStore

/// Replays the journal and the line: whenever a place was offered, nobody who stood earlier, waited, wanted it and had not
/// been asked for it may have been passed over.
struct Fairness {
    let tickets: [Ticket]
    let slots: [ID<Slot>: Slot]
    let nation: Nation

    /// `tickets` in the order of the line.
    init(_ connection: any SQLConnection, in nation: Nation) throws {
        let all = try connection.query("SELECT \(Ticket.table.columnList) FROM ticket", []).map(Ticket.init)
        tickets = all.sorted(by: LineOrder.precedes)
        let slots = try connection.query("SELECT \(Slot.table.columnList) FROM slot", []).map(Slot.init)
        self.slots = Dictionary(uniqueKeysWithValues: slots.map { ($0.id, $0) })
        self.nation = nation
    }

    /// Who was passed over, in words.
    func faults(in journal: [Journal.Line]) -> [String] {
        var waiting: Set<ID<Ticket>> = []
        var asked: [ID<Ticket>: Set<ID<Slot>>] = [:]
        var faults: [String] = []
        for line in journal {
            switch line.event {
            case .ticket(.queued(_, let ticket)): waiting.insert(ticket)
            case .ticket(.offered(let ticket, _, _, let slot, _)):
                for earlier in tickets.prefix(while: { $0.id != ticket })
                where !isLate(slot, at: line.at) && waiting.contains(earlier.id) && suits(earlier, slot)
                    && !asked[earlier.id, default: []].contains(slot)
                {
                    faults.append("\(line.position): ticket \(ticket.rawValue) was served before \(earlier.id.rawValue)")
                }
                waiting.remove(ticket)
                asked[ticket, default: []].insert(slot)
            case .claim(.papersMissed(_, _, _, let ticket)), .claim(.numberGivenUp(_, _, let ticket)): waiting.insert(ticket)
            case .ticket(.declined(let ticket, _, _, _)), .ticket(.lapsed(let ticket, _, _, _)): waiting.insert(ticket)
            case .claim(.cancelled(_, _, let ticket)): if let ticket { waiting.remove(ticket) }
            default: break
            }
        }
        return faults
    }

    /// After the papers' deadline a place is offered to those whose papers are complete; who they are has its own test.
    private func isLate(_ slot: ID<Slot>, at moment: Instant) -> Bool {
        guard let slot = slots[slot], let branch = nation[slot.branch] else { return false }
        return moment >= slot.papersDue(in: branch.zone)
    }

    private func suits(_ ticket: Ticket, _ slot: ID<Slot>) -> Bool {
        guard let slot = slots[slot], let branch = nation[slot.branch] else { return false }
        return ticket.wish.suits(slot, in: branch.zone)
    }
}
