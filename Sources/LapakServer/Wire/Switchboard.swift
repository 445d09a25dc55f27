package import LapakDomain
import Synchronization

/// Carries live events to whoever is connected, and knows who is. Everything here may be lost: phases and data are in the database.
package final class Switchboard: Sendable {
    private struct State {
        var exchange = Exchange()
        var wires: [Int: AsyncStream<LiveEvent>.Continuation] = [:]
        var followers: [Int: AsyncStream<(Party, Bool)>.Continuation] = [:]
        var count = 0
    }

    /// Events that wait for a slow reader; with the next one its stream ends, and the page begins anew.
    static let mostWaiting = 64

    /// Changes with every start of the server, so that a page sees that its streams began anew.
    package let boot: String
    private let clock: Clock
    private let state = Mutex(State())

    package init(clock: Clock, boot: String) {
        self.clock = clock
        self.boot = boot
    }

    /// Begins to carry events to one page of this party, until `end()`, or until the page reads too slowly or four newer
    /// streams of the same party are there.
    package func listen(_ party: Party, inst: String) throws(Refusal) -> Listening {
        let (events, wire) = AsyncStream<LiveEvent>.makeStream(bufferingPolicy: .bufferingOldest(Self.mostWaiting))
        let now = clock.now
        let plugged = state.withLock { state in
            Result { () throws(Refusal) in
                let plugged = try state.exchange.plug(party, inst: inst, at: now)
                state.wires[plugged.number] = wire
                return plugged
            }
        }
        let (number, outcome) = try plugged.get()
        settle(outcome, party)
        return Listening(events: events) { [weak self] in self?.leave(number) }
    }

    /// Gives the event to every open page of the party; false when there is none. What is told to nobody is lost.
    @discardableResult
    package func send(_ event: LiveEvent, to party: Party) -> Bool { send(event, to: state.withLock { $0.exchange.lines(of: party) }) }

    /// Whether the party is here, on which page, and if not, since when.
    package func presence(of party: Party) -> Presence { state.withLock { $0.exchange.presence(of: party) } }

    /// Every booth whose page was here within the last hour.
    package func booths() -> [(ID<Booth>, Presence)] { state.withLock { $0.exchange.booths } }

    /// Every change of who is here: came, went, opened a newer page or came back on a new line (then true once more).
    /// Tell it to the other side with `LiveEvent.peer` and what `presence(of:)` says, so that it repeats what was lost.
    package func presences() -> AsyncStream<(Party, Bool)> {
        let (changes, follower) = AsyncStream<(Party, Bool)>.makeStream(bufferingPolicy: .bufferingNewest(4096))
        let number = state.withLock { state in
            state.count += 1
            state.followers[state.count] = follower
            return state.count
        }
        follower.onTermination = { [weak self] _ in _ = self?.state.withLock { $0.followers.removeValue(forKey: number) } }
        return changes
    }

    /// The first event of a stream of `party`: this start of the server, the party's newest page, and who of its `peers` is here.
    package func halo(for party: Party, peers: [Party]) -> LiveEvent {
        state.withLock { state in
            LiveEvent.hello(
                boot: boot, newest: state.exchange.presence(of: party).inst, peers: peers.map { ($0, state.exchange.presence(of: $0)) })
        }
    }

    /// Passes a signal on, to the page that it is meant for. Whether these two may talk is asked before.
    ///
    /// False when it reached nobody: that page is gone, or the sender is not its party's newest page.
    /// - Throws: `tooMany` when the sender floods; nobody else feels it.
    @discardableResult
    package func pass(_ signal: Signal, from sender: Party, to party: Party) throws(Refusal) -> Bool {
        let now = clock.now
        let receivers = state.withLock { state in
            Result { () throws(Refusal) -> [Int] in
                try state.exchange.charge(sender, signal.batch.count, at: now)
                let newest = state.exchange.presence(of: sender).inst
                guard newest == nil || newest == signal.inst else { return [] }
                return state.exchange.lines(of: party, inst: signal.toInst ?? state.exchange.presence(of: party).inst)
            }
        }
        return send(signal.event(from: sender), to: try receivers.get())
    }

    /// A sign of life on every stream, and forgetting who has long been gone. Gives the number of streams.
    @discardableResult
    package func beat() -> Int {
        let now = clock.now
        let lines = state.withLock { state in
            state.exchange.sweep(at: now)
            return state.exchange.open
        }
        send(.beat, to: lines)
        return lines.count
    }

    @discardableResult
    private func send(_ event: LiveEvent, to lines: [Int]) -> Bool {
        let wires = state.withLock { state in lines.compactMap { line in state.wires[line].map { (line, $0) } } }
        var isHeard = false
        for (line, wire) in wires {
            if case .enqueued = wire.yield(event) { isHeard = true } else { end(line) }
        }
        return isHeard
    }

    /// A reader that is too slow.
    private func end(_ number: Int) {
        let now = clock.now
        let (outcome, party) = state.withLock { ($0.exchange.end(number, at: now), $0.exchange.owner(of: number)) }
        if let party { settle(outcome, party) }
    }

    private func leave(_ number: Int) {
        let now = clock.now
        let (outcome, party) = state.withLock { state in
            let party = state.exchange.owner(of: number)
            return (state.exchange.unplug(number, at: now), party)
        }
        if let party { settle(outcome, party) }
    }

    /// Ends the lines that ended, and tells whoever wants to know; outside of the lock, for this wakes others.
    private func settle(_ outcome: Exchange.Outcome, _ party: Party) {
        let (ended, followers, presence) = state.withLock { state in
            (
                outcome.ended.compactMap { state.wires.removeValue(forKey: $0) }, outcome.hasChanged ? Array(state.followers.values) : [],
                state.exchange.presence(of: party)
            )
        }
        for wire in ended { wire.finish() }
        if let inst = presence.inst { send(.moved(to: inst), to: outcome.told) }
        for follower in followers { follower.yield((party, presence.isOnline)) }
    }
}

/// One page that listens. It is unplugged by `end()`, at the latest when nobody holds this any more.
package final class Listening: Sendable {
    package let events: AsyncStream<LiveEvent>
    private let leave: @Sendable () -> Void

    init(events: AsyncStream<LiveEvent>, leave: @escaping @Sendable () -> Void) {
        self.events = events
        self.leave = leave
    }
    deinit { leave() }

    /// Safe to call again.
    package func end() { leave() }
}
