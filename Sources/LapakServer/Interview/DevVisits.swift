import LapakDomain
import LapakNation
import LapakStore

/// `POST /dev/kunjungan?cabang=code&jumlah=n`, in development only: made-up people with a number of today whose papers the yard saw,
/// waiting in line. Answers JSON: visit, number, key, claim, name, NIK.
enum DevVisits {
    static func routes(_ routes: Routes) {
        routes.post("/dev/kunjungan") { call in
            guard let branch = call.query("cabang").map({ call.atlas[$0] }) ?? call.atlas.branches.first else { throw Refusal.notFound }
            let count = min(200, max(1, Int(call.query("jumlah") ?? "") ?? 1))
            let first = try await call.house.store.read { try DevReady.firstUnused($0) }
            return .json(try await file(count, from: first, at: branch, call.house).text)
        }
    }

    static func file(_ count: Int, from first: Int, at branch: Branch, _ house: House) async throws -> JSON {
        let now = house.clock.now
        guard
            case .array(let people) = try await DevReady.file(count, from: first, at: branch, .accepted, channel: .onsite, house)
        else { return .array([]) }
        var visits: [JSON] = []
        for person in people {
            guard case .string(let word)? = person["claim"], let claim = Int64(word), case .string(let name)? = person["name"],
                case .string(let nik)? = person["nik"]
            else { continue }
            let (id, policy): (ID<WalkIn>, Policy) = (house.chance.id(at: now), house.policy)
            let visit = try await house.store.write { work in
                let claim = try work.get(Claim.self, ID<Claim>(claim))
                guard let booking = try claim.booking.flatMap({ try work.find(Booking.self, $0) }) else { throw Refusal.notFound }
                return try work.takeNumber(id, for: claim, booking: booking, at: branch, policy: policy, now: now)
            }
            _ = try await house.store.write { work in
                let claim = try work.get(Claim.self, ID<Claim>(claim))
                let seen = try work.dossier(of: claim).required.map { $0.item.papers[0] }
                return try work.visit(visit.id, by: .clock, at: now) {
                    try $0.check(seen: seen, missing: [], priority: nil, window: .minutes(30), by: ID(0), policy: policy, at: now)
                }
            }
            visits.append([
                "visit": .string("\(visit.id.rawValue)"), "number": .string(visit.number.text),
                "key": .string(house.chance.visitKey(visit.id).word), "claim": .string(word), "name": .string(name), "nik": .string(nik),
            ])
        }
        return .array(visits)
    }
}
