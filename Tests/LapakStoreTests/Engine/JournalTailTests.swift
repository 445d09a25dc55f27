import LapakDomain
import Testing

@testable import LapakStore

/// What a follower may take from memory: never a line too few, never one that the database does not have.
@Suite struct JournalTailTests {
    private func lines(_ positions: ClosedRange<Int64>) -> [Journal.Line] {
        positions.map { Journal.Line(position: $0, at: World.morning, author: "clock", event: .operations(.signedIn(staff: ID($0)))) }
    }

    private func positions(_ tail: JournalTail, after position: Int64, limit: Int = 100) -> [Int64]? {
        tail.lines(after: position, limit: limit)?.lines.map(\.position)
    }

    @Test func `it tells what comes right after a place inside its run, and nothing about any other`() {
        let tail = JournalTail()
        #expect(positions(tail, after: 0) == nil)
        tail.append(lines(5...7))
        tail.append([])
        tail.append(lines(8...9))
        #expect(positions(tail, after: 4) == [5, 6, 7, 8, 9])
        #expect(positions(tail, after: 7) == [8, 9])
        #expect(positions(tail, after: 4, limit: 2) == [5, 6])
        #expect(tail.lines(after: 4, limit: 2)?.last == 9)
        #expect(positions(tail, after: 3) == nil, "line 4 is not known here")
        #expect(positions(tail, after: 9) == nil, "whether there is a line 10, only the database knows")
        #expect(positions(tail, after: 20) == nil)
    }

    @Test func `a line of another process breaks the run, which begins anew`() {
        let tail = JournalTail()
        tail.append(lines(1...3))
        tail.append(lines(5...6))
        #expect(positions(tail, after: 2) == nil)
        #expect(positions(tail, after: 3) == nil, "line 4 is another's")
        #expect(positions(tail, after: 4) == [5, 6])
    }

    @Test func `it forgets the oldest lines and stays unbroken`() {
        let tail = JournalTail(most: 10)
        for position in 1...95 { tail.append(lines(Int64(position)...Int64(position))) }
        #expect(positions(tail, after: 0) == nil)
        #expect(positions(tail, after: 85) == Array(86...95))
        tail.append(lines(96...200))
        #expect(positions(tail, after: 95) == nil)
        #expect(positions(tail, after: 190) == Array(191...200))
    }

    @Test(arguments: Databases.all)
    func `it holds what the database holds, without what was refused`(database: Databases) async throws {
        try await database.open { store, _ in
            let told = try await crowd(of: 40, in: store) { index, work in
                work.insert(FollowerPosition(name: "\(index)", position: 1))
                work.note(.operations(.signedIn(staff: ID(Int64(index)))), by: .clock)
                if index.isMultiple(of: 3) { throw Refusal.slotFull }
            }
            let kept = try await store.read { try Journal.lines(after: 0, limit: 100, $0) }
            #expect(told.filter { $0 != nil }.count == 14 && kept.count == 26)
            #expect(try await settled(store, at: 26)?.lines == kept)
        }
    }

    /// Both write to one database; each reads from memory where it can, and from the database where it cannot.
    @Test(arguments: Databases.shared) func `of two stores on one database neither skips a line`(database: Databases) async throws {
        try await database.open { store, address in
            let other = try Store.open(address)
            async let mine = follow(store, until: 120)
            async let theirs = follow(other, until: 120)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<120 {
                    // Runs of one side and single lines of the other, with pauses in between.
                    let door = index % 7 < 4 ? store : other
                    group.addTask {
                        try await Task.sleep(for: .milliseconds(index / 6 * 2))
                        try await door.write {
                            $0.note(.operations(.signedIn(staff: ID(Int64(index)))), by: .clock)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let all = try await store.read { try Journal.lines(after: 0, limit: 1000, $0) }
            #expect(all.map(\.position) == Array(1...120))
            #expect(try await mine == all)
            #expect(try await theirs == all)
            await other.close()
        }
    }

    private func follow(_ store: Store, until end: Int64) async throws -> [Journal.Line] {
        var seen: [Journal.Line] = []
        while seen.last?.position ?? 0 < end {
            let (place, most) = (seen.last?.position ?? 0, 9)
            if let recent = store.recentLines(after: place, limit: most) {
                seen += recent.lines
            } else {
                seen += try await store.read { try Journal.lines(after: place, limit: most, $0) }
            }
            try await Task.sleep(for: .milliseconds(1))
        }
        return seen
    }

    /// The tail is filled after the last writer has its answer: waits a moment for it.
    private func settled(_ store: Store, at last: Int64) async throws -> (lines: [Journal.Line], last: Int64)? {
        for _ in 0..<200 {
            if let recent = store.recentLines(after: 0, limit: 100), recent.last == last { return recent }
            try await Task.sleep(for: .milliseconds(10))
        }
        return nil
    }
}
