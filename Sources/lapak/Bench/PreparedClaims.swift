import Foundation
import LapakDomain
import LapakServer
import LapakStore

/// Filed claims whose papers are open, and the cookies of those who filed them.
struct PreparedClaims {
    let cookies: [String]

    static func make(in address: String, count: Int) async throws -> PreparedClaims {
        let prepared = try await Prepared.make(in: address, people: count)
        let store = try Store.open(address)
        let nation = try await store.read { try Nation.load($0) }
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let soonest = now + .days(5)
        let slots = try await store.read {
            try $0.query("SELECT id FROM slot WHERE channel = 'online' AND start > $1 ORDER BY start, id LIMIT 500", soonest)
                .map { ID<Slot>(try $0.int(0)) }
        }
        guard !slots.isEmpty else { throw BenchTrouble("there are no places to book") }
        let ids = IDs()
        for (index, token) in prepared.tokens.enumerated() {
            guard let key = Key<Registration>(token) else { continue }
            let slot = slots[index % slots.count]
            try await store.write(in: Context(at: now, by: .visitor(key.id), in: nation, fresh: ids.fresh)) { work in
                var registration = try work.registration(key.pass)
                _ = try work.file(&registration, slot: slot)
            }
        }
        await store.close()
        return PreparedClaims(cookies: prepared.tokens.map { "daftar=\($0)" })
    }

    /// Returns when so many documents are in the database and none waits for its inspection; `look` is called meanwhile.
    static func waitUntilInspected(in address: String, count: Int, _ look: () -> Void) async throws {
        let store = try Store.open(address)
        for _ in 0..<12_000 {
            look()
            let (documents, waiting) = try await store.read { connection in
                (Int(try connection.query("SELECT count(*) FROM document", [])[0].int(0)), try connection.inspectionsOutstanding())
            }
            if documents >= count, waiting == 0 { return await store.close() }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw BenchTrouble("the inspections did not end in ten minutes")
    }
}
