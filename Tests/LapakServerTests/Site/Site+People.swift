import HTTPTypes
import LapakDomain
import LapakGround
import LapakNation
import LapakStore

@testable import LapakDevelopment
@testable import LapakServer

// People at their browsers, and what they find in the database.
extension Site {
    /// Somebody who works at a branch, the first one unless another is said, signed in.
    func desk(
        _ number: Int64 = 1, _ role: Staff.Role = .officer, at branch: ID<Branch>? = nil, language: Language = .id
    ) async throws -> (browser: Browser, desk: Desk) {
        let desk = try await test.staff(number, role, at: branch)
        let key = Key<SignIn>(id: app.ids.next(at: clock.now), secret: app.secrets.bytes(24).hex)
        let due = clock.now + .days(30)
        try await app.store.write { $0.insert(SignIn(id: key.id, secret: key.pass.hash, staff: desk.staff.id, due: due)) }
        return (try await Browser(self, language: language, cookies: [Call.deskCookie: key.word]), desk)
    }

    /// The browser of a member whose appointment begins now.
    func browser(of member: TestMember, language: Language = .id) async throws -> Browser {
        try await Browser(self, language: language, cookies: [member.cookie.name: member.cookie.value])
    }

    func claim(numbered number: String) async throws -> Claim {
        let number = try require(ClaimNumber(number))
        return try require(try await app.store.read { try $0.claim(numbered: number) })
    }

    /// A document as it is at this point of its life.
    @discardableResult func put(
        _ paper: Paper, _ phase: Document.Phase, for claim: ID<Claim>, version: Int = 1, kind: FileKind? = .jpeg, pages: Int = 1,
        hints: Set<Hint> = [], fault: FileFault.Kind? = nil, reason: ReturnReason? = nil, note: String? = nil
    ) async throws -> ID<Document> {
        let id: ID<Document> = app.ids.next(at: clock.now)
        let document = Document(
            id: id, claim: claim, paper: paper, version: version, kind: kind, bytes: 310_000, sha256: "aa\(id.rawValue)", pages: pages,
            hints: hints, received: clock.now, phase: phase, fault: fault.map { FileFault($0, under: app.policy.files) }, reason: reason,
            note: note)
        try await app.store.write { $0.insert(document) }
        return id
    }

    /// Every required paper of a claim, in this phase.
    func putAll(_ phase: Document.Phase, for claim: Claim) async throws {
        for row in Dossier(claim.facts, documents: []).required { try await put(row.item.papers[0], phase, for: claim.id) }
    }

    /// The rules look at the claim's papers again.
    func settlePapers(of claim: ID<Claim>) async throws {
        let now = clock.now
        _ = try await app.store.write(in: app.context(at: now)) { try $0.settlePapers(of: claim) }
    }

    /// No branch has an officer any more: every place that nobody has is gone.
    func shut() async throws {
        let branches = app.nation.branches
        try await app.store.write { work in
            for branch in branches {
                guard var kept = try work.find(Branch.self, branch.id) else { continue }
                kept.officers = 0
                work.update(kept)
            }
        }
        try await app.redrawNation()
        try await PlannerService(app: app).plan()
    }

    /// Visits of today at the first branch, as somebody in the yard left them.
    func walkIns(_ count: Int = 1, papers: String = "waiting", priority: Priority? = nil) async throws -> [JSON] {
        if try await app.store.read({ try $0.find(Staff.self, ID<Staff>(99)) }) == nil { _ = try await test.staff(99) }
        return try await DevWalkIns.file(count, papers: papers, priority, at: branch, app)
    }
}

extension JSON {
    /// A member that is text; empty for everything else.
    func text(_ name: String) -> String { if case .string(let text)? = self[name] { text } else { "" } }
}
