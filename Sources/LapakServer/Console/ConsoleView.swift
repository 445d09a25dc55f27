import LapakDomain
import LapakStore
import LapakWeb

/// Everything that one console shows at one moment: who sits, what is known of them, who waits, what colleagues ask.
struct ConsoleView: Sendable {
    let floor: SessionFloor
    /// Whose session it is.
    let officer: Staff
    /// What the registry says; nobody where it is silent.
    let members: [ID<Claim>: Member]
    /// Colleagues' people whom this session is asked to take over.
    let offers: [(interview: Interview, claim: Claim, from: String)]
    let colleagues: [(session: OfficerSession, name: String)]
    /// What those who sit wrote, and what they were answered.
    let writings: [ID<Interview>: [InterviewWritings.Line]]
    /// Where the journal stood.
    let position: Int64
    /// False for a manager who looks on.
    let mayAct: Bool
    let now: Instant

    static func load(_ id: ID<OfficerSession>, _ console: Console, _ call: Call, _ desk: Desk) async throws -> ConsoleView {
        let (now, vault) = (call.now, call.app.papers)
        let found = try await call.app.store.read { connection in
            guard let floor = try SessionFloor.load(id, connection), let officer = try connection.find(Staff.self, floor.session.staff)
            else { throw Refusal.noSeat }
            let colleagues = try floor.others.map { (session: $0, name: try connection.find(Staff.self, $0.staff)?.name ?? "?") }
            let offers = try floor.offers.compactMap { interview in
                try connection.find(Claim.self, interview.claim).map { claim in
                    (
                        interview: interview, claim: claim,
                        from: colleagues.first { $0.session.id == interview.session }?.name ?? "?"
                    )
                }
            }
            let writings = Dictionary(
                grouping: try InterviewWritings.open(try connection.writings(in: id), vault, connection), by: \.interview)
            return (
                floor: floor, officer: officer, colleagues: colleagues, offers: offers, writings: writings,
                position: try Journal.head(connection).position
            )
        }
        return ConsoleView(
            floor: found.floor, officer: found.officer, members: await call.app.known.members(of: found.floor.claims.values, call.app),
            offers: found.offers, colleagues: found.colleagues, writings: found.writings, position: found.position,
            mayAct: found.officer.id == desk.staff.id,
            now: now)
    }

    var session: OfficerSession { floor.session }

    func interview(at seat: Int) -> Interview? { floor.interviews.first { $0.seat == seat } }

    func claim(of interview: Interview) -> Claim? { floor.claims[interview.claim] }

    /// What the rows of an interview rest on.
    func known(_ interview: Interview, in nation: Nation) -> InterviewCheck.Known? {
        guard let claim = floor.claims[interview.claim], let dossier = floor.dossiers[interview.claim] else { return nil }
        return InterviewCheck.Known(
            claim: claim, member: members[claim.id], dossier: dossier, zone: nation[interview.branch]?.zone ?? .wib)
    }

    /// Who needs the officer, the first one first.
    func attention(_ policy: Policy) -> [Interview] { Attention.list(floor.interviews, policy: policy, at: now) }

    /// `Siti A.`: first name and the initial of the last; for someone in the branch the number and the booth.
    func shortName(_ interview: Interview, _ call: Call) -> String {
        if let place = floor.places[interview.id] {
            return call.say("\(place.number.text) · Bilik \(place.booth)", "\(place.number.text) · Booth \(place.booth)")
        }
        return personName(interview)
    }

    func personName(_ interview: Interview) -> String { claim(of: interview).map { ConsoleView.short($0.name) } ?? "?" }

    static func short(_ name: String) -> String {
        let words = name.split(separator: " ")
        guard let first = words.first else { return name }
        guard words.count > 1, let initial = words.last?.first else { return String(first) }
        return "\(first) \(initial)."
    }
}
