import LapakDomain
import LapakOutside
import LapakStore
import Synchronization

/// What the member registry said of those who sit, for a few minutes: consoles and members' pages ask again at every change, and a
/// registry that is slow must not make them so.
///
/// Only in memory, and only of people who sit just now.
final class KnownMembers: Sendable {
    private struct Answer {
        let member: Member?
        let until: Instant
    }
    private let known = Mutex<[NIK: Answer]>([:])
    private static let lasts = Span.minutes(10)
    /// After silence it is asked again soon.
    private static let silenceLasts = Span.seconds(10)
    private static let most = 5_000

    /// The member, or nil where there is none or the registry does not answer.
    func member(_ nik: NIK, _ app: App) async -> Member? {
        let now = app.clock.now
        if let answer = known.withLock({ $0[nik] }), now < answer.until { return answer.member }
        let (member, lasts): (Member?, Span)
        do throws(RegistryTrouble) {
            member = try await app.registry.member(nik: nik)
            lasts = Self.lasts
        } catch {
            member = nil
            lasts = Self.silenceLasts
        }
        known.withLock { known in
            if known.count >= Self.most { known = known.filter { now < $0.value.until } }
            if known.count >= Self.most { known.removeAll() }
            known[nik] = Answer(member: member, until: now + lasts)
        }
        return member
    }

    /// Those of several claims, asked for at the same time.
    func members(of claims: some Sequence<Claim>, _ app: App) async -> [ID<Claim>: Member] {
        await withTaskGroup(of: (ID<Claim>, Member?).self) { group in
            for claim in claims { group.addTask { (claim.id, await self.member(claim.nik, app)) } }
            var found: [ID<Claim>: Member] = [:]
            for await (claim, member) in group { found[claim] = member }
            return found
        }
    }
}
