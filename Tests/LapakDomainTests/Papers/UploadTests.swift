import LapakDomain
import Testing

@Suite struct UploadTests {
    let now = Papers.thursday

    private func begin(
        _ papers: Papers = Papers(), paper: Paper = .ktp, length: Int = 1000, dossier: Dossier = Papers.nothing, live: Int = 0,
        at now: Instant = Papers.thursday
    ) throws -> Upload {
        try Upload.begin(
            ID(1), for: paper, of: papers.claim, in: dossier, length: length, name: FileName("ktp.jpg"), live: live, policy: papers.policy,
            at: now)
    }

    @Test func `an upload lasts a day, and never past the deadline`() throws {
        let papers = Papers()
        #expect(try begin().due == now + .hours(24))
        #expect(try begin(at: papers.due - .hours(1)).due == papers.due)
        #expect(try begin(Papers(phase: .waiting)).due == now + .hours(24))
        #expect(refused { _ = try begin(at: papers.due) } == .papersLate)
    }

    @Test func `a deadline that moves takes the uploads with it`() throws {
        var papers = Papers()
        var upload = try begin(papers, at: papers.due - .hours(1))
        let outage = Outage(id: ID(1), kind: .network, from: papers.due - .hours(2), until: papers.due)
        _ = try papers.claim.moveDeadline(for: [outage], slot: papers.slot, zone: .wib, policy: papers.policy, at: papers.due)
        upload.follow(papers.claim, policy: papers.policy)
        #expect(upload.due == papers.due + .hours(2))
        try upload.advance(to: 1000, at: Papers.before(upload.due))
        try upload.finish(sha256: Papers.hash, policy: papers.policy, at: Papers.before(upload.due))
        let due = upload.due
        upload.follow(Papers(phase: .waiting).claim, policy: papers.policy)
        #expect(upload.due == due)
    }

    @Test func `what cannot be taken is said before a byte is sent`() {
        let limit = 6 * 1_048_576
        #expect(refused { _ = try begin(length: 0) } == .file(FileFault(.empty, under: FilePolicy())))
        #expect(refused { _ = try begin(length: limit) } == nil)
        #expect(refused { _ = try begin(length: limit + 1) } == .file(FileFault(.tooLarge, under: FilePolicy())))
        #expect(refused { _ = try begin(paper: .formF5) } == .paperNotAsked)
        #expect(refused { _ = try begin(dossier: Papers.dossier(.accepted)) } == .paperAccepted)
        #expect(refused { _ = try begin(dossier: Papers.dossier(.waiting)) } == nil)
        #expect(refused { _ = try begin(live: 9) } == nil)
        #expect(refused { _ = try begin(live: 10) } == .tooManyUploads(10))
        #expect(refused { _ = try begin(Papers(phase: .cancelled)) } == .wrongPhase(.cancelled))
    }

    @Test func `bytes only go forward, and only to the end`() throws {
        var upload = try begin()
        try upload.advance(to: 400, at: now)
        try upload.advance(to: 400, at: now)
        #expect(refused { try upload.advance(to: 399, at: now) } == .uploadOffset(400))
        #expect(refused { try upload.advance(to: 1001, at: now) } == .uploadOffset(400))
        #expect(refused { try upload.finish(sha256: Papers.hash, policy: Policy(), at: now) } == .uploadOffset(400))
        try upload.advance(to: 1000, at: now)
        #expect(upload.offset == 1000)
    }

    @Test func `a file that is whole but not what was promised is a fault`() throws {
        var upload = try begin()
        try upload.advance(to: 1000, at: now)
        let wrong = String(repeating: "0", count: 64)
        #expect(
            refused { try upload.finish(sha256: Papers.hash, promised: wrong, policy: Policy(), at: now) }
                == .file(FileFault(.checksum, under: FilePolicy())))
        #expect(upload.phase == .receiving)
        try upload.finish(sha256: Papers.hash, promised: Papers.hash.uppercased(), policy: Policy(), at: now)
        #expect((upload.phase, upload.sha256) == (.finished, Papers.hash))
    }

    enum Verb: CaseIterable { case advance, finish, terminate }

    @Test(arguments: Verb.allCases, Upload.Phase.allCases)
    func `a verb works while it is receiving and not expired`(verb: Verb, phase: Upload.Phase) {
        func answer(at moment: Instant) -> Refusal? {
            var upload = Upload(
                id: ID(1), claim: ID(13), paper: .ktp, length: 10, offset: 10, name: FileName("a"), phase: phase, begun: now,
                due: now + .hours(1))
            return refused {
                switch verb {
                case .advance: try upload.advance(to: 10, at: moment)
                case .finish: try upload.finish(sha256: Papers.hash, policy: Policy(), at: moment)
                case .terminate: try upload.terminate(at: moment)
                }
            }
        }
        #expect(answer(at: Papers.before(now + .hours(1))) == (phase == .receiving ? nil : .uploadGone))
        #expect(answer(at: now + .hours(1)) == .uploadGone)
    }

    @Test(arguments: [
        ("KTP Rani.jpg", "KTP Rani.jpg"), ("/etc/passwd", "passwd"), (#"C:\Users\rani\ktp.png"#, "ktp.png"), ("../../x", "x"),
        ("..", "berkas"), ("", "berkas"), ("a/", "a"), (" \t\n ", "berkas"), ("satu\r\ndua\u{0}.pdf", "satu dua.pdf"),
        ("foto\u{202E}gpj.exe", "fotogpj.exe"), ("<b>\"x\"</b>.jpg", "b.jpg"), (".htaccess", "htaccess"),
        ("foto  asli .jpg ", "foto asli .jpg"),
        ("カード.pdf", "カード.pdf"),
    ])
    func `a file's name is made harmless`(typed: String, value: String) { #expect(FileName(typed).value == value) }

    @Test func `a file's name is short`() {
        #expect(FileName(String(repeating: "a", count: 300)).value.count == 120)
        #expect(FileName("e" + String(repeating: "\u{301}", count: 5000)).value.unicodeScalars.count == 120)
    }
}
