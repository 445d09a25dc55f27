import HTTPTypes
import Hummingbird
import LapakDomain
import LapakGround
import LapakNation
import LapakStore
import LapakWeb
import NIOCore

@testable import LapakDevelopment
@testable import LapakServer

/// A member whose appointment begins now, with the browser that filed the claim.
struct TestMember {
    let test: TestApp
    let claim: ID<Claim>
    let name: String
    let cookie: (name: String, value: String)

    /// So many of them at the first branch; the first person's number tells different tests' people apart.
    static func ready(_ count: Int, in test: TestApp) async throws -> [TestMember] {
        guard case .array(let found) = try await DevReady.file(count, from: 0, at: test.app.nation.branches[0], .accepted, test.app)
        else {
            throw Missing()
        }
        return try found.map { (one: JSON) throws -> TestMember in
            guard case .string(let cookie)? = one["cookie"], case .string(let claim)? = one["claim"], case .string(let name)? = one["name"],
                let id = Int64(claim), let cut = cookie.firstIndex(of: "=")
            else { throw Missing() }
            return TestMember(
                test: test, claim: ID(id), name: name, cookie: (String(cookie[..<cut]), String(cookie[cookie.index(after: cut)...])))
        }
    }

    static func one(in test: TestApp) async throws -> TestMember { try require(try await ready(1, in: test).first) }

    func call(
        _ path: String = "/wawancara", query: String = "", form: [String: String] = [:], body: [UInt8] = [], script: Bool = false,
        key: String? = nil, type: String = "image/jpeg", language: Language = .id, signedIn: Bool = true
    ) -> Call {
        var fields: HTTPFields = [.contentType: type]
        if script { fields[.accept] = "application/json" }
        if let key { fields[.idempotencyKey] = key }
        let head = HTTPRequest(
            method: form.isEmpty && body.isEmpty ? .get : .post, scheme: "http", authority: "localhost", path: "\(path)?\(query)",
            headerFields: fields)
        return Call(
            app: test.app, request: Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body))), parameters: Parameters(),
            id: "test", now: test.clock.now, language: language,
            form: Form(form.map { "\($0.key)=\($0.value)" }.joined(separator: "&").utf8), body: ByteBuffer(),
            cookies: signedIn ? [cookie.name: cookie.value] : [:])
    }

    func page(_ language: Language = .id) async throws -> String { try await InterviewPages.show(call(language: language)).body }

    @discardableResult func press(_ verb: InterviewVerb, _ form: [String: String] = [:], script: Bool = false) async throws -> Reply {
        try await InterviewActions(call: call("/wawancara/\(verb.rawValue)", form: ["x": ""].merging(form) { $1 }, script: script)).take(
            verb)
    }

    func enter(rung: String = "video") async throws { try await press(.enter, ["setuju": "ya", "rung": rung]) }

    func send(_ bytes: [UInt8], as kind: String, key: String? = nil) async throws -> InterviewStills.Kept {
        try await InterviewPhotos.receive(call("/wawancara/foto", query: "jenis=\(kind)&cara=photo", body: bytes, key: key), isForm: false)
    }

    var interview: Interview {
        get async throws {
            let claim = claim
            return try require(try await test.app.store.read { try $0.lastInterview(of: claim) })
        }
    }
    var record: Claim { get async throws { try require(try await test.find(Claim.self, claim)) } }

    /// Called to a seat of this officer's session, and there.
    func sit(with desk: Desk, seats: Int = 1) async throws -> OfficerSession {
        let (now, app) = (test.clock.now, test.app)
        let (id, staff, branch): (ID<OfficerSession>, Staff, Branch) = (app.ids.next(at: now), desk.staff, desk.branch)
        let session = try await app.store.write(in: app.context(at: now)) { try $0.openSession(id, for: staff, at: branch, seats: seats) }
        _ = try await app.store.write(in: app.context(at: now)) { try $0.fillSeats(of: session.id) }
        return session
    }

    /// What the officer does with this interview.
    func officer(_ change: @escaping @Sendable (inout Interview) throws -> [Event]) async throws {
        let (id, now) = (try await interview.id, test.clock.now)
        _ = try await test.app.store.write(in: test.app.context(by: .clock, at: now)) { try $0.step(id, change) }
    }

    /// In the seat with every original photographed.
    func show(to desk: Desk) async throws {
        try await enter()
        _ = try await sit(with: desk)
        try await press(.answer)
        try await press(.confirm)
        for paper in try await interview.wanted { _ = try await send(pixel, as: paper.rawValue) }
    }

    /// Decided, and the six seconds over.
    func settle(_ decision: Decision) async throws {
        let (id, policy, now, app) = (try await interview.id, test.app.policy, test.clock.now, test.app)
        _ = try await app.store.write(in: app.context(by: .clock, at: now)) {
            try $0.step(id) { try $0.decide(decision, by: ID(1), policy: policy, at: now) }
        }
        test.clock.advance(.seconds(7))
        let later: Instant = test.clock.now
        _ = try await app.store.write(in: app.context(at: later)) { try $0.settle(id) }
    }
}
