import LapakDomain

/// Who listens where: the switchboard's memory, without the wires.
struct Exchange: Sendable {
    /// What a change of the lines leaves to do.
    struct Outcome: Equatable {
        /// These hear nothing more.
        var ended: [Int] = []
        /// The party came, came back on another line, went, or has another newest page.
        var hasChanged = false
        /// Tell the newest page's name to these.
        var told: [Int] = []
    }

    /// Open lines of one party; the oldest ends for the next. A hall has as many screens as it has walls.
    static let mostOpen = 4
    static func mostOpen(of party: Party) -> Int { if case .hall = party { 6 * mostOpen } else { mostOpen } }
    /// Lines of one party with those that were ended but still wait for a slow reader.
    static let mostHeld = 12
    static func mostHeld(of party: Party) -> Int { mostOpen(of: party) * mostHeld / mostOpen }
    /// A party that is gone for so long is forgotten.
    static let remembered = Span.hours(1)
    private static let mostPages = 32

    private struct Line {
        let number: Int
        let inst: String
        var isOpen = true
    }
    private struct Switch {
        /// The oldest first.
        var lines: [Line] = []
        /// Pages in the order in which they first came: a page that only reconnects does not become the newest.
        var pages: [String] = []
        var gone: Instant?
        var budget: SignalBudget

        var open: [Line] { lines.filter(\.isOpen) }
        var newest: String? { pages.last { page in lines.contains { $0.isOpen && $0.inst == page } } }
    }

    private var parties: [Party: Switch] = [:]
    private var owners: [Int: Party] = [:]
    private var count = 0

    /// Every open line.
    var open: [Int] { parties.values.flatMap { $0.open.map(\.number) } }

    /// A new line of this party. Refused while too many of its lines wait for readers that do not read.
    mutating func plug(_ party: Party, inst: String, at now: Instant) throws(Refusal) -> (number: Int, outcome: Outcome) {
        guard parties[party].map({ $0.lines.count < Self.mostHeld(of: party) }) ?? true else { throw .tooMany }
        count += 1
        let number = count
        owners[number] = party
        let outcome = change(party, at: now) { its in
            if !its.pages.contains(inst) { its.pages.append(inst) }
            if its.pages.count > Self.mostPages { its.pages.removeFirst() }
            its.lines.append(Line(number: number, inst: inst))
            let surplus = its.open.dropLast(Self.mostOpen(of: party)).map(\.number)
            for index in its.lines.indices where surplus.contains(its.lines[index].number) { its.lines[index].isOpen = false }
            return surplus
        }
        // The new one hears it from its own first event. A page that only reconnects is told to the others, too: what they said
        // in between was lost.
        return (number, Outcome(ended: outcome.ended, hasChanged: true, told: outcome.told.filter { $0 != number }))
    }

    /// The line hears nothing more; its reader may still be at what came before.
    mutating func end(_ number: Int, at now: Instant) -> Outcome {
        guard let party = owners[number] else { return Outcome() }
        return change(party, at: now) { its in
            for index in its.lines.indices where its.lines[index].number == number { its.lines[index].isOpen = false }
            return [number]
        }
    }

    /// The reader is gone.
    mutating func unplug(_ number: Int, at now: Instant) -> Outcome {
        guard let party = owners.removeValue(forKey: number) else { return Outcome() }
        return change(party, at: now) { its in
            its.lines.removeAll { $0.number == number }
            return [number]
        }
    }

    /// The open lines of a party, or of one page of it.
    func lines(of party: Party, inst: String? = nil) -> [Int] {
        parties[party]?.open.filter { inst == nil || $0.inst == inst }.map(\.number) ?? []
    }

    func owner(of number: Int) -> Party? { owners[number] }

    func presence(of party: Party) -> Presence {
        parties[party].map { Presence(inst: $0.newest, gone: $0.gone) } ?? Presence()
    }

    var booths: [(ID<Booth>, Presence)] {
        parties.keys.compactMap { if case .booth(let id) = $0 { (ID(id), presence(of: $0)) } else { nil } }
    }

    /// Takes `count` messages from what the party may send now.
    mutating func charge(_ party: Party, _ count: Int, at now: Instant) throws(Refusal) {
        let isPaid = parties[party, default: Switch(gone: now, budget: SignalBudget(at: now))].budget.take(count, at: now)
        guard isPaid else { throw .tooMany }
    }

    /// Forgets who has been gone for long.
    mutating func sweep(at now: Instant) {
        parties = parties.filter { !$0.value.lines.isEmpty || $0.value.gone.map { now < $0 + Self.remembered } ?? true }
    }

    /// Changes one party's lines, and finds out what that means for the others who look at it. `work` gives the ended lines.
    private mutating func change(_ party: Party, at now: Instant, _ work: (inout Switch) -> [Int]) -> Outcome {
        var its = parties[party] ?? Switch(budget: SignalBudget(at: now))
        let before = its.newest
        var outcome = Outcome(ended: work(&its))
        let after = its.newest
        outcome.hasChanged = before != after
        if before != after, after != nil { outcome.told = its.open.map(\.number) }
        if before != after { its.gone = after == nil ? now : nil }
        parties[party] = its
        return outcome
    }
}
