import LapakDomain
import Testing

@testable import LapakServer

@Suite("Who listens where") struct ExchangeTests {
    private let member = Party.interview(7)
    private let noon = TestApp.moment

    private func plugged(_ pages: [String], of party: Party) throws -> (Exchange, [Int]) {
        var exchange = Exchange()
        var numbers: [Int] = []
        for page in pages { numbers.append(try exchange.plug(party, inst: page, at: noon).number) }
        return (exchange, numbers)
    }

    @Test("the fifth line of a party ends its oldest, and no other party's") func fifth() throws {
        var (exchange, numbers) = try plugged(["a", "b", "c", "d"], of: member)
        let other = try exchange.plug(.interview(8), inst: "x", at: noon).number
        let (fifth, outcome) = try exchange.plug(member, inst: "e", at: noon)
        #expect(outcome.ended == [numbers[0]])
        #expect(exchange.lines(of: member) == numbers.dropFirst() + [fifth])
        #expect(exchange.lines(of: .interview(8)) == [other])
    }

    @Test("lines whose readers do not read are held only so many; the next is refused until one is gone") func held() throws {
        var (exchange, numbers) = try plugged(Array(repeating: "a", count: Exchange.mostHeld), of: member)
        #expect(throws: Refusal.tooMany) { try exchange.plug(member, inst: "b", at: noon) }
        _ = exchange.unplug(numbers[0], at: noon)
        _ = try exchange.plug(member, inst: "b", at: noon)
    }

    @Test("the page that came last is the newest; one that only reconnects is not") func newest() throws {
        var (exchange, numbers) = try plugged(["a", "b"], of: member)
        #expect(exchange.presence(of: member).inst == "b")
        let (again, outcome) = try exchange.plug(member, inst: "a", at: noon)
        #expect(exchange.presence(of: member).inst == "b" && outcome.hasChanged && outcome.told.isEmpty)
        let closed = exchange.unplug(numbers[1], at: noon)
        #expect(closed.hasChanged && closed.told == [numbers[0], again])
        #expect(exchange.presence(of: member).inst == "a")
    }

    @Test("a newer page is told to the older ones, and not to itself") func told() throws {
        var (exchange, numbers) = try plugged(["a"], of: member)
        let (_, outcome) = try exchange.plug(member, inst: "b", at: noon)
        #expect(outcome.told == numbers && outcome.hasChanged)
    }

    @Test("whoever closed the last page is gone since then, and forgotten after an hour") func gone() throws {
        var (exchange, numbers) = try plugged(["a", "a"], of: member)
        #expect(!exchange.unplug(numbers[0], at: noon).hasChanged)
        #expect(exchange.unplug(numbers[1], at: noon + .minutes(1)).hasChanged)
        #expect(exchange.presence(of: member) == Presence(gone: noon + .minutes(1)))
        exchange.sweep(at: noon + .minutes(60))
        #expect(exchange.presence(of: member).gone != nil)
        exchange.sweep(at: noon + .minutes(61))
        #expect(exchange.presence(of: member) == Presence())
    }

    @Test("a line is unplugged once, and ended only while it is there") func once() throws {
        var (exchange, numbers) = try plugged(["a"], of: member)
        #expect(exchange.end(numbers[0], at: noon).hasChanged)
        #expect(!exchange.unplug(numbers[0], at: noon).hasChanged)
        #expect(exchange.unplug(numbers[0], at: noon) == Exchange.Outcome())
        #expect(exchange.end(numbers[0], at: noon) == Exchange.Outcome())
    }

    @Test("a party may send two hundred signals at once and forty a second; nobody else pays for it") func budget() throws {
        var exchange = Exchange()
        for _ in 0..<10 { try exchange.charge(member, 20, at: noon) }
        #expect(throws: Refusal.tooMany) { try exchange.charge(member, 1, at: noon) }
        try exchange.charge(.interview(8), 40, at: noon)
        try exchange.charge(member, 40, at: noon + .seconds(1))
        #expect(throws: Refusal.tooMany) { try exchange.charge(member, 1, at: noon + .seconds(1)) }
        #expect(throws: Refusal.tooMany) { try exchange.charge(member, 201, at: noon + .hours(20)) }
        // A clock that is moved back gives nothing and takes nothing.
        try exchange.charge(member, 200, at: noon + .hours(20))
        #expect(throws: Refusal.tooMany) { try exchange.charge(member, 1, at: noon) }
    }
}
