import LapakDomain
import LapakStore
import Logging

extension Call {
    /// Compares a proven registration with the registry: pays, asks, keeps what was found. The only way from what people type at home to
    /// the registry, and only ever in a change. Refuses with `spent` whatever the answer would be, and before the proof.
    @discardableResult func compare(_ pass: Pass<Registration>) async throws -> (comparison: Comparison, member: Member?) {
        let (identity, look) = try await app.store.write(in: context(), .row(Registration.self, pass.id)) { work in
            let registration = try work.registration(pass)
            guard let identity = registration.identity else { throw Refusal.stepMissing }
            return (identity, try work.payForComparison(of: registration))
        }
        let member: Member?
        do { member = try await app.member(look) } catch {
            // The registry is away: nobody was told anything, and nobody pays for it.
            try await app.store.write(in: context(), .row(Registration.self, pass.id)) { try $0.payBack(look) }
            throw error
        }
        let comparison = try await app.store.write(in: context(), .row(Registration.self, pass.id)) { work in
            var registration = try work.registration(pass)
            try work.keep(look, of: identity, found: member, for: &registration)
            return registration.comparison
        }
        guard let comparison else { throw Refusal.stepMissing }
        return (comparison, comparison.finding == .matched ? member : nil)
    }

    /// The same right after the step that made it possible. Where it cannot be made now (a budget is used up, the registry is silent), the
    /// step stands, and the next page has the way to ask for it.
    func compareSoon(_ pass: Pass<Registration>) async {
        do { try await compare(pass) } catch is Refusal {} catch {
            app.log.warning("registration.compare failed", metadata: ["id": "\(id)", "error": "\(error.logged)"])
        }
    }

    /// The member behind a registration, compared anew for what is about to be decided. Refuses whoever does not match, and whoever has a
    /// running claim.
    func compared(_ pass: Pass<Registration>) async throws -> Member {
        let (comparison, member) = try await compare(pass)
        guard let member else { throw Refusal.identity(comparison.finding) }
        if try await app.store.read({ try $0.hasLiveClaim(member.id) }) { throw Refusal.liveClaim }
        return member
    }

    /// What is kept of the latest comparison; the registry is not asked. Refuses before there is one, and someone who has a running claim.
    func outlook(for registration: Registration) async throws -> Outlook {
        guard registration.proven != nil, let comparison = registration.comparison else { throw Refusal.stepMissing }
        if let member = registration.member, try await app.store.read({ try $0.hasLiveClaim(member) }) { throw Refusal.liveClaim }
        return Outlook(comparison: comparison, language: language)
    }
}
