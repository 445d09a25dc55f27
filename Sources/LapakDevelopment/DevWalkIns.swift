import LapakDomain
import LapakGround
import LapakNation
import LapakServer
import LapakStore
import LapakWeb

/// `/dev/kunjungan`, in development only: made-up people with a number of today, and booths for them.
///
/// Parameters, in the address or the form: `cabang` (a code; the first branch unless given), `jumlah` (1 to 200), `papers` (`waiting`:
/// all originals were seen; `incomplete`: only the KTP; `expected`: the number was taken at home), `priority` (a `Priority`), `bilik`
/// (so many booths of the branch are paired and alive now). Answers JSON: `booths` as numbers, and `visits`, each with id, key, number,
/// claim, its number, and name. The places are made where today has none left; a day without windows has no places at all.
enum DevWalkIns {
    static func routes(_ routes: Routes) {
        routes.get("/dev/kunjungan") { try await answer($0) }
        routes.post("/dev/kunjungan") { try await answer($0) }
    }

    private static func answer(_ call: Call) async throws -> Reply {
        func asked(_ name: String) -> String { call.query(name) ?? call.form[name] }
        let (code, app) = (asked("cabang"), call.app)
        guard let branch = code.isEmpty ? call.nation.branches.first : call.nation[code] else { throw Refusal.notFound }
        let booths = try await pair(min(99, max(0, Int(asked("bilik")) ?? 0)), at: branch, app)
        let count = min(200, Int(asked("jumlah")) ?? (booths.isEmpty ? 1 : 0))
        let walkIns = try await file(count, papers: asked("papers"), Priority(rawValue: asked("priority")), at: branch, app)
        return .json((["booths": .array(booths.map { .int(Int64($0)) }), "visits": .array(walkIns)] as JSON).text)
    }

    /// So many made-up people with a number of today.
    static func file(
        _ count: Int, papers: String = "", _ priority: Priority? = nil, at branch: Branch, _ app: App
    ) async throws -> [JSON] {
        let first = try await app.store.read { try DevReady.firstUnused($0) }
        let population = Population(seed: 2020, base: branch.zone.day(of: app.clock.now))
        var walkIns: [JSON] = []
        for number in first..<first + max(0, count) {
            let member = DevReady.member(number, population)
            walkIns.append(try await walkIn(of: member, number, papers: papers, priority, at: branch, app))
        }
        return walkIns
    }

    private static func walkIn(
        of member: Member, _ number: Int, papers: String, _ priority: Priority?, at branch: Branch, _ app: App
    ) async throws -> JSON {
        let (now, nation, day) = (app.clock.now, app.nation, branch.zone.day(of: app.clock.now))
        let facts = Dossier.Facts(
            reason: .resignation, balance: member.balance, partialBefore: !member.partials.isEmpty, under: nation.policy)
        let phone = PhoneNumber("08007\(1_000_000 + number)")!
        let email = number.isMultiple(of: 2) ? EmailAddress("kunjungan\(number)@example.com") : nil
        let staff = try await app.store.read {
            try $0.query("SELECT \(Staff.table.columnList) FROM staff WHERE branch = $1 ORDER BY id LIMIT 1", branch.id).first.map(
                Staff.init)
        }
        guard let staff else { throw Refusal.notFound }
        if papers == "expected" {
            let claim = Claim(
                id: app.ids.next(at: now), number: app.ids.fresh.number(), member: member.id, reason: .resignation, rules: facts.rules,
                phase: .waiting,
                name: member.name, nik: member.nik, email: email, phone: phone, language: .id, filed: now, facts: facts,
                mail: Contacts.Standing(proven: email == nil ? nil : now), mobile: Contacts.Standing(proven: now))
            try await app.store.write(in: app.context(at: now)) { work in
                work.upsert(member)
                work.insert(claim)
            }
            guard let window = try await app.store.read({ try DayQuota.load(branch, on: day, $0, at: now).windows.first }) else {
                throw Refusal.quotaSpent
            }
            let walkIn = try await app.store.write(in: app.context(at: now)) { work -> WalkIn in
                var claim = try work.get(Claim.self, claim.id)
                return try work.comeToday(&claim, in: window.slot.id)
            }
            return json(walkIn, claim.number, member, phone, app)
        }
        try await app.store.write(in: app.context(at: now)) { $0.upsert(member) }
        let promised = try await app.store.write(in: app.context(at: now)) { try $0.reserve(1, at: branch, by: staff.id) }
        let person = YardCheck.Person(
            member: member.id, nik: member.nik, name: member.name, phone: phone, email: email, language: .id, facts: facts, earliest: nil)
        let check = YardCheck(
            key: "dev:\(app.secrets.bytes(8).hex)", promised: promised.first, person: person, priority: priority,
            seen: papers == "incomplete" ? [.ktp] : Dossier(facts, documents: []).required.compactMap(\.item.papers.first))
        let receipt = try await app.store.write(in: app.context(at: now)) { try $0.receive(check, at: branch, by: staff) }
        guard case .walkIn(let walkIn) = receipt else { throw Refusal.liveClaim }
        // As if the person had typed the codes at the tablet.
        try await app.store.write(in: app.context(by: .staff(staff.id), at: now)) { work in
            guard var claim = try walkIn.claim.flatMap({ try work.find(Claim.self, $0) }) else { return }
            for address in [.phone(phone), email.map { .mail($0) }].compactMap({ $0 as ContactAddress? }) {
                work.note(try claim.prove(address, policy: app.policy, at: now))
            }
            work.update(claim)
        }
        let claim = try await app.store.read { connection in try walkIn.claim.flatMap { try connection.find(Claim.self, $0) } }
        return json(walkIn, claim?.number, member, phone, app)
    }

    private static func json(_ walkIn: WalkIn, _ number: ClaimNumber?, _ member: Member, _ phone: PhoneNumber, _ app: App) -> JSON {
        [
            "id": .string("\(walkIn.id.rawValue)"), "key": .string(app.secrets.walkInKey(walkIn.id).word),
            "number": .string(walkIn.number.text),
            "phase": .string(walkIn.phase.rawValue), "claim": .string(walkIn.claim.map { "\($0.rawValue)" } ?? ""),
            "claimNumber": .string(number?.description ?? ""), "name": .string(member.name), "nik": .string(member.nik.digits),
            "digits": .string(String(phone.value.suffix(4))),
        ]
    }

    /// Booths 1 to `count`, paired by nobody; those that are there are alive again.
    private static func pair(_ count: Int, at branch: Branch, _ app: App) async throws -> [Int] {
        guard count > 0 else { return [] }
        let (now, policy) = (app.clock.now, app.policy)
        let kept = try await app.store.read { try $0.booths(of: branch.id) }
        for number in 1...count {
            let (id, secret) = (kept.first { $0.number == number }?.id ?? app.ids.next(at: now), app.secrets.bytes(16).hex)
            try await app.store.write(in: app.context(at: now)) { work in
                var booth =
                    try work.find(Booth.self, id)
                    ?? Booth.add(id, number: number, branch: branch.id, codeHash: secret, policy: policy, at: now)
                work.note(booth.secret == nil ? try booth.pair(codeHash: secret, secret: secret, at: now) : booth.live(at: now), by: .clock)
                work.upsert(booth)
            }
        }
        return Array(1...count)
    }
}
