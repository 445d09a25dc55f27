import LapakDomain
import Testing

@Suite struct DocumentTests {
    static let officer = Papers.officer
    static let now = Papers.thursday
    static let cleaned = CleanedFile(
        kind: .jpeg, bytes: 280_000, sha256: String(repeating: "cd", count: 32), pages: 1, hints: [.dark, .blurred])

    enum Verb: CaseIterable { case pass, refuse, take, accept, giveBack, withdraw, view }

    /// A document in `phase`, on the officer's desk.
    private func document(_ phase: Document.Phase) -> Document {
        Papers.document(.ktp, phase, lease: Lease(staff: Self.officer, until: Self.now + .minutes(10)))
    }

    private func refusal(of verb: Verb, in phase: Document.Phase) -> Refusal? {
        var document = document(phase)
        var none: [Document] = []
        let policy = Policy()
        return refused {
            switch verb {
            case .pass: _ = try document.pass(Self.cleaned, over: &none)
            case .refuse: _ = try document.refuse(FileFault(.broken, under: policy.files))
            case .take: try document.take(by: ID(8), for: .minutes(10), at: Self.now + .minutes(10))
            case .accept: _ = try document.accept(by: Self.officer, at: Self.now)
            case .giveBack: _ = try document.giveBack(.illegible, by: Self.officer, policy: policy, at: Self.now)
            case .withdraw: _ = try document.withdraw(from: Papers().claim, at: Self.now)
            case .view: _ = try document.view(.precheck)
            }
        }
    }

    static let allowed: [Verb: Set<Document.Phase>] = [
        .pass: [.checking], .refuse: [.checking], .take: [.waiting], .accept: [.waiting], .giveBack: [.waiting],
        .withdraw: [.checking, .waiting, .returned, .refused], .view: [.waiting, .accepted, .returned, .superseded, .withdrawn],
    ]

    @Test(arguments: Verb.allCases, Document.Phase.allCases)
    func `a verb works in the phases that the diagram shows, and in no other`(verb: Verb, phase: Document.Phase) throws {
        let allowed = try #require(Self.allowed[verb]).contains(phase)
        #expect(refusal(of: verb, in: phase) == (allowed ? nil : .documentPhase(phase)))
    }

    @Test func `what passes its checks waits for an officer, with the cleaned content`() throws {
        var document = Papers.document(.ktp, .checking)
        var others: [Document] = []
        #expect(
            try document.pass(Self.cleaned, over: &others)
                == .document(.checked(document: document.id, claim: ID(13), hints: [.blurred, .dark])))
        #expect((document.phase, document.kind, document.bytes, document.pages) == (.waiting, .jpeg, 280_000, 1))
        #expect(document.sha256 == Self.cleaned.sha256)
    }

    @Test(arguments: [Document.Phase.checking, .waiting, .returned, .refused])
    func `a newer one takes the older one's place once it has passed, not before`(phase: Document.Phase) throws {
        var others = [Papers.document(.ktp, phase), Papers.document(.bankBook, phase)]
        var document = Papers.document(.ktp, .checking, version: 2)
        _ = try document.pass(Self.cleaned, over: &others)
        #expect(document.phase == .waiting)
        #expect(others.map(\.phase) == [.superseded, phase])
    }

    @Test func `a refused replacement costs nothing that was there`() throws {
        var document = Papers.document(.ktp, .checking, version: 2)
        let fault = FileFault(.tooManyPages, under: FilePolicy())
        #expect(try document.refuse(fault) == .document(.refused(document: document.id, claim: ID(13), fault: fault)))
        #expect((document.phase, document.fault?.most) == (.refused, 20))
    }

    @Test func `an acceptance in the meantime stands, and the newer one is not needed`() throws {
        var others = [Papers.document(.ktp, .accepted), Papers.document(.ktp, .withdrawn, version: 2)]
        var document = Papers.document(.ktp, .checking, version: 3)
        _ = try document.pass(Self.cleaned, over: &others)
        #expect(document.phase == .superseded)
        #expect(others.map(\.phase) == [.accepted, .withdrawn])
    }

    @Test func `the newest of two in check wins, whichever is checked first`() throws {
        var older = [Papers.document(.ktp, .checking)]
        var newer = Papers.document(.ktp, .checking, version: 2)
        _ = try newer.pass(Self.cleaned, over: &older)
        var others = [newer]
        #expect(refused { _ = try older[0].pass(Self.cleaned, over: &others) } == .documentPhase(.superseded))
        #expect(others.map(\.phase) == [.waiting])
    }

    @Test func `a whole upload becomes the next version`() throws {
        var papers = Papers()
        let upload = Upload(
            id: ID(1), claim: ID(13), paper: .ktp, length: 1000, offset: 1000, name: FileName("ktp.jpg"), phase: .finished,
            begun: Self.now, due: Self.now + .hours(24), sha256: Papers.hash)
        func receive(_ others: [Document], _ upload: Upload, at now: Instant = Self.now) throws -> (Document, Event) {
            try Document.receive(ID(5), from: upload, of: papers.claim, beside: others, policy: papers.policy, at: now)
        }
        let (first, event) = try receive([], upload)
        #expect((first.version, first.phase, first.bytes, first.sha256) == (1, .checking, 1000, Papers.hash))
        #expect(event == .document(.received(document: ID(5), claim: ID(13), paper: .ktp, version: 1)))
        let withdrawn = [Papers.document(.ktp, .withdrawn, version: 2), Papers.document(.ktp, .superseded)]
        #expect(try receive(withdrawn, upload).0.version == 3)
        #expect(refused { _ = try receive([Papers.document(.ktp, .accepted)], upload) } == .paperAccepted)
        #expect(
            refused { _ = try receive((1...20).map { Papers.document(.ktp, .refused, version: $0) }, upload) }
                == .tooManyVersions(20))
        #expect(refused { _ = try receive([], upload, at: papers.due) } == .papersLate)
        #expect(refused { _ = try receive([], upload, at: Papers.before(papers.due)) } == nil)
        let begun = Upload(id: ID(1), claim: ID(13), paper: .ktp, length: 1000, name: FileName("a"), begun: Self.now, due: Self.now)
        #expect(refused { _ = try receive([], begun) } == .uploadGone)
        _ = try papers.claim.cancel(at: Self.now)
        #expect(refused { _ = try receive([], upload) } == .wrongPhase(.cancelled))
    }

    @Test func `a member withdraws until the deadline, and only their own`() {
        let papers = Papers()
        var document = Papers.document(.ktp, .returned)
        #expect(refused { _ = try document.withdraw(from: papers.claim, at: papers.due) } == .papersLate)
        var stranger = Document(id: ID(1), claim: ID(99), paper: .ktp, version: 1, bytes: 1, sha256: "", received: Self.now)
        #expect(refused { _ = try stranger.withdraw(from: papers.claim, at: Self.now) } == .notYours)
        #expect(refused { _ = try document.withdraw(from: papers.claim, at: Papers.before(papers.due)) } == nil)
        #expect(document.phase == .withdrawn)
    }

    @Test func `every look says why, and what was not inspected is shown to nobody`() throws {
        for why in ViewPurpose.allCases {
            #expect(try Papers.document(.ktp, .waiting).view(why) == .document(.viewed(document: ID(101), why: why)))
            #expect(why.words.id != why.words.en)
        }
        var document = Papers.document(.ktp, .checking)
        _ = try document.withdraw(from: Papers().claim, at: Self.now)
        #expect(refused { _ = try document.view(.audit) } == .documentPhase(.withdrawn))
    }
}
