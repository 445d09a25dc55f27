import LapakDomain
import NIOCore
import Testing

@testable import LapakServer

@Suite("The switchboard", .timeLimit(.minutes(5))) struct SwitchboardTests {
    private let board = Switchboard(clock: Clock(at: TestApp.moment), boot: "b1")
    private let officer = Party.session(1)
    private let member = Party.interview(7)

    private func signal(inst: String, toInst: String? = nil, cid: String = "c") throws -> Signal {
        let meant = toInst.map { #","toInst":"\#($0)""# } ?? ""
        return try Signal(
            ByteBuffer(string: #"{"to":"7","inst":"\#(inst)"\#(meant),"batch":[{"cid":"\#(cid)","candidate":null}]}"#))
    }

    /// The next event, or nil at the stream's end.
    private func next(_ listening: Listening) async -> LiveEvent? {
        for await event in listening.events { return event }
        return nil
    }

    @Test("an event reaches every page of its party and no one else") func reach() async throws {
        let (one, two) = (try board.listen(member, inst: "a"), try board.listen(member, inst: "b"))
        let other = try board.listen(.interview(8), inst: "a")
        #expect(await next(one) == .moved(to: "b"))
        #expect(board.send(.message("Tunggu"), to: member))
        #expect(board.send(.changed(5), to: .interview(8)))
        #expect(await next(one) == .message("Tunggu"))
        #expect(await next(two) == .message("Tunggu"))
        #expect(await next(other) == .changed(5))
        #expect(!board.send(.beat, to: .interview(9)))
    }

    @Test("a reader that is too slow is ended, after what waits for it; the others hear on") func slow() async throws {
        let (slow, quick) = (try board.listen(member, inst: "a"), try board.listen(officer, inst: "o"))
        for number in 0..<Switchboard.mostWaiting { #expect(board.send(.changed(Int64(number)), to: member)) }
        #expect(!board.send(.changed(999), to: member))
        #expect(!board.presence(of: member).isOnline)
        var heard: [String?] = []
        for await event in slow.events { heard.append(event.id) }
        #expect(heard == (0..<Switchboard.mostWaiting).map(String.init))
        board.send(.beat, to: officer)
        #expect(await next(quick) == .beat)
    }

    @Test("coming, opening a second page, and going is told to whoever follows") func presences() async throws {
        var changes = board.presences().makeAsyncIterator()
        var pages = [try board.listen(member, inst: "a"), try board.listen(member, inst: "b")]
        pages[1].end()
        pages[0].end()
        var seen: [Bool] = []
        for _ in 0..<4 { seen.append(try require(await changes.next(isolation: #isolation)?.1)) }
        #expect(seen == [true, true, true, false])
        #expect(board.presence(of: member) == Presence(gone: TestApp.moment))
        pages.removeAll()
        let back = try board.listen(member, inst: "c")
        #expect(board.presence(of: member) == Presence(inst: "c"))
        back.end()
    }

    @Test("a stream that nobody holds any more is unplugged by itself") func dropped() throws {
        do { _ = try board.listen(member, inst: "a") }
        #expect(!board.presence(of: member).isOnline)
    }

    @Test("a signal reaches only the page that is meant, or else the newest") func meant() async throws {
        let (old, new) = (try board.listen(member, inst: "a"), try board.listen(member, inst: "b"))
        #expect(await next(old) == .moved(to: "b"))
        let (first, second) = (try signal(inst: "o", toInst: "a", cid: "1"), try signal(inst: "o", cid: "2"))
        #expect(try board.pass(first, from: officer, to: member))
        #expect(try board.pass(second, from: officer, to: member))
        #expect(await next(old)?.data.contains(#""cid":"1""#) == true)
        #expect(await next(new) == second.event(from: officer))
        let gone = try signal(inst: "o", toInst: "z")
        #expect(try !board.pass(gone, from: officer, to: member))
    }

    @Test("what an older page of the sender says goes nowhere") func older() throws {
        let pages = [try board.listen(officer, inst: "old"), try board.listen(officer, inst: "new")]
        let listener = try board.listen(member, inst: "a")
        let (stale, fresh) = (try signal(inst: "old"), try signal(inst: "new"))
        #expect(try !board.pass(stale, from: officer, to: member))
        #expect(try board.pass(fresh, from: officer, to: member))
        withExtendedLifetime((pages, listener)) {}
    }

    @Test("a flood is refused to the one who sends it; another seat's signals pass") func flood() throws {
        let listener = try board.listen(officer, inst: "o")
        let (one, other) = (try signal(inst: "a"), try signal(inst: "b"))
        for _ in 0..<SignalBudget.burst { _ = try board.pass(one, from: member, to: .interview(99)) }
        #expect(throws: Refusal.tooMany) { try board.pass(one, from: member, to: .interview(99)) }
        #expect(try board.pass(other, from: .interview(8), to: officer))
        withExtendedLifetime(listener) {}
    }

    @Test("the first event names this start, the newest page, and who of the others is here") func halo() throws {
        let listener = try board.listen(member, inst: "a")
        let halo = board.halo(for: officer, peers: [member, .interview(8)])
        #expect(
            halo.text == """
                event: halo
                data: {"boot":"b1","inst":null,"peers":[{"id":"7","online":true,"inst":"a"},{"id":"8","online":false,"inst":null}]}


                """)
        withExtendedLifetime(listener) {}
    }

    @Test("an event is written with its id, and each of its lines by itself") func wire() {
        #expect(LiveEvent.changed(12).text == "event: ubah\nid: 12\ndata: {}\n\n")
        #expect(LiveEvent("pesan", "{\n}").text == "event: pesan\ndata: {\ndata: }\n\n")
    }
}
