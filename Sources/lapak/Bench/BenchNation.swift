import ArgumentParser
import Foundation
import LapakDomain
import LapakNation
import LapakServer
import LapakStore

/// The half-year of 2020 on one machine: every claim through the rules and the store, day by day on a made clock.
struct BenchNation: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nation", abstract: "File the claims of January to June 2020 and look how the lists answer afterwards.")

    @Option(help: "sqlite:PATH (a temporary file by default) or postgres://…") var database: String?
    @Option(help: "Claims.") var claims = 921_000

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lapak-nation-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let address = database ?? "sqlite:\(folder.path)/nation.db"
        let store = try Store.open(address)
        try await Schema.migrate(store)
        // Enough officers everywhere: the bench is of the database, not of the queue.
        let branches = ExampleNation.branches.map { branch in
            var branch = branch
            branch.officers *= 6
            return branch
        }
        let nation = Nation(branches: branches, regions: ExampleNation.regions)
        try await store.write(in: .bookkeeping) { work in
            for region in ExampleNation.regions { work.upsert(region) }
            for branch in branches { work.upsert(branch) }
        }
        let ids = IDs()
        let template = Population(seed: 7, base: Day(year: 2020, month: 1, day: 1)!).member(0)
        let begun = ContinuousClock.now
        var filed = 0
        var refused = 0
        var day = Day(year: 2020, month: 1, day: 1)!
        let perDay = claims / 113 + 1
        while filed < claims {
            let now = day.at(ClockTime(8, 0), in: .wib)
            for branch in branches {
                try await store.write(in: Context(at: now, by: .clock, in: nation, fresh: ids.fresh)) { work in
                    try work.plan(branch, days: Quota.openDays(in: branch.zone, policy: nation.policy, at: now))
                }
            }
            let (today, open) = (day, try await Self.open(store, nation, now))
            let wanted = min(perDay, claims - filed)
            if !open.isEmpty {
                let done = try await Self.file(wanted, from: filed, into: open, template, ids, store, nation, at: today)
                filed += done
                refused += wanted - done
            }
            while try await store.maintain({ try Due.forget($0, at: now) }) {}
            day = day + 1
            FileHandle.standardError.write(Data("\r\(day.iso)  \(filed) claims".utf8))
        }
        FileHandle.standardError.write(Data("\n".utf8))
        let seconds = Self.seconds(begun.duration(to: .now))
        let lists = try await Self.lists(store, nation, at: day.at(ClockTime(8, 0), in: .wib))
        let size = try await Self.megabytes(store, address)
        let drifts = try await store.read { try Reconciler.drifts($0).count }
        await store.close()
        let report: [String: Any] = [
            "claims": filed, "places_asked_again": refused, "seconds": seconds, "claims_per_second": Double(filed) / seconds,
            "peak_memory_mb": Machine.peakMegabytes, "database_mb": size, "list_ms": lists, "slowest_list_ms": lists.values.max() ?? 0,
            "drifts": drifts, "cores": ProcessInfo.processInfo.activeProcessorCount,
            "synchronous": address.hasPrefix("postgres") ? "on" : "FULL",
        ]
        print(String(decoding: try JSONSerialization.data(withJSONObject: report, options: [.prettyPrinted, .sortedKeys]), as: UTF8.self))
    }

    private static func open(_ store: Store, _ nation: Nation, _ now: Instant) async throws -> [Availability.Opening] {
        try await store.read { try Availability.load($0, in: nation, at: now).openings }
    }

    /// Files claims from 256 hands at once; a place that was just taken is asked for elsewhere.
    private static func file(
        _ count: Int, from first: Int, into open: [Availability.Opening], _ template: Member, _ ids: IDs, _ store: Store,
        _ nation: Nation,
        at day: Day
    ) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            let hands = 256
            for hand in 0..<hands {
                group.addTask {
                    var done = 0
                    var index = hand
                    while index < count {
                        let now = day.at(ClockTime(8, 0), in: .wib) + Span(milliseconds: Int64(index) * 20)
                        for attempt in 0..<8 {
                            let opening = open[(index &* 7919 &+ attempt &* 104_729) % open.count]
                            if try await fileOne(first + index, opening, template, ids, store, nation, at: now) {
                                done += 1
                                break
                            }
                        }
                        index += hands
                    }
                    return done
                }
            }
            return try await group.reduce(0, +)
        }
    }

    private static func fileOne(
        _ person: Int, _ opening: Availability.Opening, _ template: Member, _ ids: IDs, _ store: Store, _ nation: Nation,
        at now: Instant
    ) async throws -> Bool {
        let id: ID<Registration> = ids.next(at: now)
        let context = Context(at: now, by: .visitor(id), in: nation, fresh: ids.fresh)
        do {
            let needs: [Need] = [
                .row(Slot.self, opening.slot), .glance(LineCount.self, opening.branch), .glance(LineCount.self, LineCount.anywhere),
            ]
            _ = try await store.write(in: context, needing: needs) { work in
                var registration = Registration(
                    id: id, secret: "", language: .id, slot: opening.slot, nik: template.nik, kpj: template.memberships[0].kpj,
                    name: template.name, email: EmailAddress("bench@example.com"), phone: PhoneNumber("081234567890"), proven: now,
                    reason: .resignation, member: ID(Int64(person) + 1), due: now + .hours(2))
                work.insert(registration)
                return try work.file(&registration)
            }
            return true
        } catch let refusal as Refusal where refusal == .slotFull { return false }
    }

    /// Every list page's questions, slowest of five, milliseconds.
    private static func lists(_ store: Store, _ nation: Nation, at now: Instant) async throws -> [String: Double] {
        guard let branch = nation.branches.max(by: { $0.officers * $0.ratio < $1.officers * $1.ratio }) else { return [:] }
        let day = branch.zone.day(of: now) + 1
        let number = try await store.read { try $0.query("SELECT number FROM claim ORDER BY id DESC LIMIT 1").first?.text(0) ?? "" }
        let questions: [(String, @Sendable (any SQLConnection) throws -> Void)] = [
            ("availability", { _ = try Availability.load($0, in: nation, at: now) }),
            ("agenda", { _ = try Agenda.appointments(at: branch, on: day, limit: 200, $0) }),
            ("agenda_past", { _ = try Agenda.appointments(at: branch, on: day - 60, offset: 200, limit: 200, $0) }),
            ("slots_of_day", { _ = try Agenda.slots(at: branch, on: day, $0) }),
            ("waiting_list", { _ = try WaitingList.waiting(at: branch.id, limit: 200, $0) }),
            ("claim_by_number", { connection in _ = try ClaimNumber(number).flatMap { try connection.claim(numbered: $0) } }),
            ("due", { _ = try Due.load($0, at: now) }),
            ("journal_page", { _ = try Journal.lines(after: 500_000, limit: 200, $0) }),
        ]
        var slowest: [String: Double] = [:]
        for (name, question) in questions {
            for _ in 0..<5 {
                let begun = ContinuousClock.now
                try await store.read { try question($0) }
                slowest[name] = max(slowest[name] ?? 0, (seconds(begun.duration(to: .now)) * 100_000).rounded() / 100)
            }
        }
        return slowest
    }

    private static func megabytes(_ store: Store, _ address: String) async throws -> Int {
        let sql =
            store.dialect == .postgres
            ? "SELECT pg_database_size(current_database())" : "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        return Int(try await store.read { try $0.query(sql)[0].int(0) } / 1_048_576)
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
