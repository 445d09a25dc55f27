import HTTPTypes
import Hummingbird
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb
import NIOCore

@testable import LapakDevelopment
@testable import LapakServer

/// A booth of the first branch whose browser was paired with a code.
struct TestBooth {
    let test: TestApp
    let id: ID<Booth>
    let number: Int
    let cookie: String

    static func paired(_ number: Int, in test: TestApp) async throws -> TestBooth {
        let (app, now) = (test.app, test.clock.now)
        let (id, branch): (ID<Booth>, ID<Branch>) = (app.ids.next(at: now), app.nation.branches[0].id)
        let code = PairingCode.make(app.secrets)
        let hash = PairingCode.hash(code, app.secrets)
        _ = try await app.store.write(in: app.context(at: now)) { try $0.addBooth(id, number: number, at: branch, codeHash: hash) }
        let reply = try await pair(code, in: test)
        return TestBooth(test: test, id: id, number: number, cookie: try require(reply.cookies.first?.value))
    }

    static func pair(_ code: String, in test: TestApp) async throws -> Reply {
        try await BoothPages.pair(call("/bilik/pasang", form: ["kode": code], cookie: nil, in: test))
    }

    static func call(
        _ path: String, query: String = "", form: [String: String] = [:], body: [UInt8] = [], script: Bool = false,
        language: Language = .id, cookie: String?, in test: TestApp
    ) -> Call {
        var fields: HTTPFields = [.contentType: body.isEmpty ? "application/x-www-form-urlencoded" : "image/jpeg"]
        if script { fields[.accept] = "application/json" }
        let head = HTTPRequest(
            method: form.isEmpty && body.isEmpty ? .get : .post, scheme: "http", authority: "localhost", path: "\(path)?\(query)",
            headerFields: fields)
        return Call(
            app: test.app, request: Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body))), parameters: Parameters(),
            id: "test", now: test.clock.now, language: language,
            form: Form(form.map { "\($0.key)=\($0.value)" }.joined(separator: "&").utf8), body: ByteBuffer(),
            cookies: cookie.map { [Call.boothCookie: $0] } ?? [:])
    }

    func call(_ path: String = "", query: String = "", form: [String: String] = [:], body: [UInt8] = [], language: Language = .id) -> Call {
        Self.call("/bilik\(path)", query: query, form: form, body: body, language: language, cookie: cookie, in: test)
    }

    func page(_ language: Language = .id) async throws -> String { try await BoothPages.show(call(language: language)).body }

    private func verbs(_ form: [String: String] = ["x": ""]) async throws -> BoothActions {
        let call = call(form: form)
        return BoothActions(call: call, booth: try require(try await call.booth()))
    }

    @discardableResult func type(_ number: String, digits: String = "") async throws -> Reply {
        try await verbs(["nomor": number, "akhir": digits]).number()
    }
    /// The number with what its person knows.
    @discardableResult func sit(_ person: TestVisitor) async throws -> Reply { try await type(person.number, digits: person.digits) }
    func agreeToCamera() async throws { _ = try await verbs(["setuju": "ya"]).answer() }
    func camera(works: Bool) async throws { _ = try await verbs(["baik": works ? "ya" : "tidak"]).camera() }
    func leave() async throws { _ = try await verbs().clear() }

    @discardableResult func press(_ verb: InterviewVerb) async throws -> Reply {
        try await InterviewActions(call: call(form: ["x": ""]), face: .booth).take(verb)
    }

    func photograph(_ paper: Paper) async throws {
        _ = try await InterviewPhotos.receive(
            call("/foto", query: "jenis=\(paper.rawValue)&cara=photo", body: pixel), isForm: false, .booth)
    }

    var record: Booth { get async throws { try require(try await test.find(Booth.self, id)) } }
}

/// Somebody with a number of today, whose papers the yard saw.
struct TestVisitor {
    let test: TestApp
    let walkIn: ID<WalkIn>
    let number: String
    let name: String
    let key: String
    /// The last digits of the phone number.
    let digits: String

    /// So many of them, told to come in.
    static func admitted(_ count: Int, in test: TestApp) async throws -> [TestVisitor] {
        _ = try await test.staff(99)
        let found = try await DevWalkIns.file(count, at: test.app.nation.branches[0], test.app)
        try await InterviewClock(app: test.app).admit()
        return try found.map { one in
            guard case .string(let walkIn)? = one["id"], case .string(let number)? = one["number"], case .string(let name)? = one["name"],
                case .string(let key)? = one["key"], case .string(let digits)? = one["digits"], let id = Int64(walkIn)
            else { throw Missing() }
            return TestVisitor(test: test, walkIn: ID(id), number: number, name: name, key: key, digits: digits)
        }
    }

    var interview: Interview {
        get async throws {
            let walkIn = try require(try await test.find(WalkIn.self, walkIn))
            let claim = try require(walkIn.claim)
            return try require(try await test.app.store.read { try $0.lastInterview(of: claim) })
        }
    }
}

extension TestApp {
    /// An officer with so many seats calls whoever waits to the booths.
    func callIn(_ desk: Desk, seats: Int) async throws {
        let (id, now, staff, branch): (ID<OfficerSession>, Instant, Staff, Branch) = (
            app.ids.next(at: clock.now), clock.now, desk.staff, desk.branch
        )
        _ = try await app.store.write(in: app.context(at: now)) { try $0.openSession(id, for: staff, at: branch, seats: seats) }
        try await seat(desk)
    }
}
