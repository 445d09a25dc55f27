import LapakDomain
import LapakGround
import LapakServer
import LapakStore

// People at their browsers, and what lies in the database before they come. What stories ask of the store stands here, and only here.
extension Site {
    /// Somebody who works at a branch, the first one unless another is said, signed in.
    func staff(
        _ number: Int64 = 1, _ role: Staff.Role = .officer, at branch: ID<Branch>? = nil, language: Language = .id
    ) async throws -> (browser: Browser, person: Staff) {
        let home = branch ?? self.branch.id
        let person = Staff(
            id: ID(number), username: "petugas\(number)", name: "Petugas \(number)", role: role,
            branch: role.scope == .nation ? nil : home, password: "")
        let key = Key<SignIn>(id: app.ids.next(at: clock.now), secret: app.secrets.bytes(24).hex)
        let due = clock.now + .days(30)
        try await app.store.write(in: app.context()) { work in
            work.insert(person)
            work.insert(SignIn(id: key.id, secret: key.pass.hash, staff: person.id, due: due))
        }
        return (try await Browser(self, language: language, cookies: [Call.deskCookie: key.word]), person)
    }

    /// The browser of somebody at a desk.
    func desk(_ number: Int64 = 1, as role: Staff.Role, at branch: ID<Branch>? = nil) async throws -> Browser {
        try await staff(number, role, at: branch).browser
    }

    /// Members whose papers are accepted and whose appointment begins now, at their phones.
    func ready(_ count: Int = 1, papers: Document.Phase = .accepted) async throws -> [Browser] {
        guard case .array(let found) = try await DevReady.file(count, from: 0, at: branch, papers, app) else { return [] }
        var phones: [Browser] = []
        for one in found {
            let cookie = one.text("cookie").split(separator: "=", maxSplits: 1).map(String.init)
            phones.append(try await Browser(self, cookies: [cookie[0]: cookie[1]]))
        }
        return phones
    }

    /// The browser of somebody who has proven that the claim is theirs.
    func browser(visiting claim: Claim) async throws -> Browser {
        let (now, lasts) = (clock.now, app.policy.visitLasts)
        let key = Key<ReturnVisit>(id: app.ids.next(at: now), secret: app.secrets.bytes(16).hex)
        try await app.store.write(in: app.context()) { work in
            work.insert(ReturnVisit(id: key.id, secret: key.pass.hash, claim: claim.id, code: nil, proven: now, due: now + lasts))
        }
        return try await Browser(self, cookies: [Call.visitCookie: key.word])
    }

    /// Visits of today at the first branch, as somebody in the yard left them.
    func walkIns(_ count: Int = 1, papers: String = "waiting", priority: Priority? = nil) async throws -> [JSON] {
        if try await app.store.read({ try $0.find(Staff.self, ID<Staff>(99)) }) == nil { _ = try await staff(99) }
        return try await DevWalkIns.file(count, papers: papers, priority, at: branch, app)
    }

    func claim(numbered number: String) async throws -> Claim {
        let number = try ClaimNumber(number).found("a claim's number in \(number)")
        return try await app.store.read { try $0.claim(numbered: number) }.found("claim \(number)")
    }

    /// When the claim's appointment begins.
    func start(of claim: Claim) async throws -> Instant {
        let booking = try claim.booking.found("an appointment")
        return try await app.store.read { try $0.find(Booking.self, booking) }.found("the appointment").start
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
        try await app.store.write(in: app.context()) { $0.insert(document) }
        return id
    }

    /// Every required paper of a claim, in this phase.
    func putAll(_ phase: Document.Phase, for claim: Claim) async throws {
        for row in Dossier(claim.facts, documents: []).required { try await put(row.item.papers[0], phase, for: claim.id) }
    }

    /// The rules look at the claim's papers again.
    func settlePapers(of claim: ID<Claim>) async throws {
        _ = try await app.store.write(in: app.context()) { try $0.settlePapers(of: claim) }
    }

    /// No branch has an officer any more: every place that nobody has is gone.
    func shut() async throws {
        let branches = app.nation.branches
        try await app.store.write(in: app.context()) { work in
            for branch in branches {
                guard var kept = try work.find(Branch.self, branch.id) else { continue }
                kept.officers = 0
                work.update(kept)
            }
        }
        try await app.redrawNation()
        try await PlannerService(app: app).plan()
    }

    /// Every online place is somebody's: nothing is free, and what people have stays theirs.
    func takeEveryPlace() async throws {
        _ = try await app.store.maintain { connection in
            try connection.execute(
                "UPDATE slot SET planned = taken, capacity = taken, kept = 0, kept_until = NULL WHERE channel = 'online'")
        }
        try await app.redrawAvailability()
    }

    /// The newest letter reached nobody.
    func loseLetter() async throws {
        _ = try await app.store.maintain { connection in
            try connection.execute(
                """
                UPDATE message SET phase = 'dead', attempts = 8, trouble = '550 no such user'
                WHERE id = (SELECT max(id) FROM message WHERE channel = 'mail')
                """)
        }
    }
}

extension JSON {
    /// A member that is text; empty for everything else.
    func text(_ name: String) -> String { if case .string(let text)? = self[name] { text } else { "" } }
}
