import Crypto
import Foundation
import LapakDomain
import LapakGround
import LapakInspection
import LapakNation
import LapakServer
import LapakStore
import LapakWeb
import Synchronization

/// `POST /dev/siap`, in development only: made-up claims that are ready for their interview, with an appointment that begins now.
///
/// Fields: `branch` (a code; the first branch unless given), `count` (1 to 200), `first` (number of the first made-up person; the
/// first unused one unless given), `papers` (`waiting`: whole but looked at by nobody yet). Answers JSON: number, claim, name,
/// NIK, and the cookie that opens the claim. Nobody is written to.
enum DevReady {
    static func routes(_ routes: Routes) {
        routes.post("/dev/siap") { call in
            let code = call.form["branch"]
            guard let branch = code.isEmpty ? call.nation.branches.first : call.nation.branches.first(where: { $0.code == code }) else {
                throw Refusal.notFound
            }
            let count = min(200, max(1, Int(call.form["count"]) ?? 1))
            var first = Int(call.form["first"])
            if first == nil { first = try await call.app.store.read { try firstUnused($0) } }
            guard let number = first, (0...Population.limit).contains(number), base + (number + count) * candidates <= Population.limit
            else {
                throw Refusal.notFound
            }
            let papers: Document.Phase = call.form["papers"] == "waiting" ? .waiting : .accepted
            return .json(try await file(count, from: number, at: branch, papers, call.app).text)
        }
    }

    /// Indices of the population that no demonstration reaches.
    private static let base = 2_000_000
    /// So many candidates for each made-up person: one of them surely may claim.
    private static let candidates = 20

    static func firstUnused(_ connection: any SQLConnection) throws -> Int {
        let from = Population.firstID + Int64(base)
        let end = Population.firstID + Int64(Population.limit)
        let newest = try connection.query(
            "SELECT coalesce(max(member), 0) FROM claim WHERE member >= $1 AND member < $2", from, end)[0].int(0)
        return newest == 0 ? 0 : Int(newest - from) / candidates + 1
    }

    static func member(_ number: Int, _ population: Population) -> Member {
        let start = base + number * candidates
        let index = (start..<start + candidates).first { population.standing(of: $0) == .ended } ?? start
        return population.member(index)
    }

    /// Files them; answers one JSON object for each.
    static func file(
        _ count: Int, from first: Int, at branch: Branch, _ phase: Document.Phase, channel: Channel = .online, _ app: App
    ) async throws -> JSON {
        let now = app.clock.now
        let population = Population(seed: 2020, base: branch.zone.day(of: now))
        let people = (first..<first + count).map { ReadyPerson(member($0, population), number: $0, branch, app, at: now) }
        let start = Instant(milliseconds: now.milliseconds / 60_000 * 60_000)
        let id = Slot.identity(branch: branch.id, channel: channel, start: start)
        let minutes = app.policy.slotMinutes
        try await app.store.write(in: app.context(at: now)) { work in
            let slot = try work.find(Slot.self, id)
            let taken = (slot?.taken ?? 0) + count
            work.upsert(
                Slot(
                    id: id, branch: branch.id, channel: channel, start: start, minutes: slot?.minutes ?? minutes,
                    planned: max(slot?.planned ?? 0, taken), taken: taken, unproven: slot?.unproven ?? 0))
            for person in people { person.save(in: id, start, work, at: now) }
        }
        // Who comes to the branch brings the papers.
        guard channel == .online else { return .array(people.map(\.json)) }
        let papers = Set(people.flatMap { $0.documents.map(\.paper) })
        let cleaned = try await clean(papers, app)
        let keeping = people.flatMap { person in person.documents.map { (person, $0) } }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, (person, document)) in keeping.enumerated() {
                if index >= 16 { try await group.next() }
                guard let file = cleaned[document.paper] else { continue }
                group.addTask { try await person.keep(document, file, phase, app, at: now) }
            }
            try await group.waitForAll()
        }
        try await app.redrawAvailability()
        return .array(people.map(\.json))
    }

    /// The practice pictures as the inspector leaves real ones; looked at once in a process.
    private static func clean(_ papers: Set<Paper>, _ app: App) async throws -> [Paper: CleanFile] {
        for paper in papers where cleaned.withLock({ $0[paper] == nil }) {
            guard let file = try await app.inspector.inspect(PracticePaper(paper: paper).png).file else {
                throw Refusal.file(FileFault(.broken, under: app.policy.files))
            }
            cleaned.withLock { $0[paper] = file }
        }
        return cleaned.withLock { $0 }
    }

    private static let cleaned = Mutex<[Paper: CleanFile]>([:])
}
