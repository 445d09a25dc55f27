import LapakDomain
import LapakStore

extension Call {
    /// Compares a proven registration with the registry. A mismatch uses up some of the day's budget for that NIK.
    /// Refuses before the proof, and someone who has a running claim.
    func finding(for registration: Registration) async throws -> (finding: IdentityFinding, member: Member?) {
        guard registration.proven != nil, let identity = registration.identity else { throw Refusal.stepMissing }
        let member = try await app.member(identity.nik)
        let finding = identity.finding(in: member)
        guard finding == .matched, let member else {
            try await app.store.write(in: context()) { try $0.spend("nik:\(identity.nik.digits)", most: 20, per: .days(1)) }
            return (finding, nil)
        }
        if try await app.store.read({ try $0.hasLiveClaim(member.id) }) { throw Refusal.liveClaim }
        return (finding, member)
    }

    /// The verdicts for the day of the chosen slot, else for tomorrow.
    func outlook(for registration: Registration) async throws -> Outlook {
        let (finding, member) = try await finding(for: registration)
        let (nation, tomorrow) = (nation, Zone.wib.day(of: now) + 1)
        let slot = try await app.store.read { connection in try registration.slot.flatMap { try connection.find(Slot.self, $0) } }
        let day = try slot.map { try nation.branch(of: $0).zone.day(of: $0.start) } ?? tomorrow
        let verdicts = member.map { Eligibility.outlook(of: $0, at: day, under: EligibilityPolicy(nation.policy.rules)) }
        return Outlook(finding: finding, day: day, verdicts: verdicts ?? [], language: language)
    }
}
