import HTTPTypes
import Hummingbird
import LapakDomain
import LapakGround
import LapakNation
import LapakStore
import LapakWeb
import NIOCore

@testable import LapakServer

// Members who are ready for their interview, played through the database, and an officer's console.
extension TestApp {
    /// A claim that is ready at the first branch with an appointment that begins now; its papers are accepted, or wait when `unchecked`.
    func ready(_ number: Int64, name: String = "Siti Aminah", registered: String? = nil, unchecked: Bool = false) async throws -> Claim {
        let (now, ids, branch) = (clock.now, app.ids, app.nation.branches[0])
        let nik = try require(NIK("317305520492\(String(1000 + number).suffix(4))"))
        let (id, booking): (ID<Claim>, ID<Booking>) = (ids.next(at: now), ids.next(at: now))
        let member = Cast(on: Zone.wib.day(of: TestApp.moment)).siti.member
        let slot = Slot.identity(branch: branch.id, channel: .online, start: now)
        let facts = Dossier.Facts(reason: .pension56, rules: app.policy.rules, balance: Rupiah(14_250_000), partialBefore: false)
        let claim = Claim(
            id: id, number: ids.fresh.number(), member: ID(9_000_000 + number), reason: .pension56, rules: app.policy.rules, phase: .ready,
            name: name, nik: nik, email: try require(EmailAddress("m\(number)@example.com")),
            phone: try require(PhoneNumber("08121000\(1000 + number)")), language: .id, booking: booking, slot: slot, filed: now,
            papersDue: now, facts: facts)
        let documents = Dossier(facts, documents: []).required.map { row in
            Document(
                id: ids.next(at: now), claim: id, paper: row.item.papers[0], version: 1, kind: .jpeg, bytes: 1000, sha256: "ab", pages: 1,
                received: now, phase: unchecked ? .waiting : .accepted)
        }
        let known = Member(
            id: ID(9_000_000 + number), nik: nik, name: registered ?? name, birth: member.birth, mother: member.mother, memberships: [])
        try await app.store.write { work in
            work.insert(known)
            work.insert(claim)
            work.insert(
                Booking(
                    id: booking, slot: slot, branch: branch.id, start: now, phase: .confirmed, proven: true, claim: id, since: now, due: nil
                ))
            for document in documents { work.insert(document) }
        }
        return claim
    }

    /// The member comes to the lobby.
    func enter(_ claim: Claim) async throws -> Interview {
        let (id, now): (ID<Interview>, Instant) = (app.ids.next(at: clock.now), clock.now)
        return try await app.store.write(in: app.context(at: now)) {
            try $0.enterLobby(id, claim: claim.id, priority: false, rung: .video, consents: true)
        }
    }

    /// A press at the console, as the script sends it.
    @discardableResult func press(
        _ console: Console, _ verb: ConsoleVerb, _ desk: Desk, script: Bool = true, _ form: [String: String] = [:]
    ) async throws -> Reply {
        var form = form
        form["kunci"] = form["kunci"] ?? app.secrets.bytes(6).hex
        return try await console.answer(verb, consoleCall(verb.rawValue, script: script, form: form), desk)
    }

    func consoleCall(
        _ path: String = "", query: String = "", script: Bool = false, language: Language = .id, form: [String: String] = [:],
        parameters: [String: String] = [:]
    ) -> Call {
        var fields = HTTPFields()
        if script { fields[.accept] = "application/json" }
        let address = "/kantor/konsol" + (path.isEmpty ? "" : "/\(path)") + (query.isEmpty ? "" : "?\(query)")
        let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: address, headerFields: fields)
        let body = form.map { "\($0.key)=\($0.value.replacing(" ", with: "+"))" }.joined(separator: "&")
        return Call(
            app: app, request: Request(head: head, body: RequestBody(buffer: ByteBuffer())),
            parameters: Parameters(parameters.map { (key: $0.key[...], value: $0.value[...]) }), id: "test", now: clock.now,
            language: language, form: Form(body.utf8), body: ByteBuffer(), cookies: [:])
    }

    /// Calls whoever waits to the free seats of a session.
    func seat(_ desk: Desk) async throws {
        let (staff, now) = (desk.staff.id, clock.now)
        let session = try require(try await app.store.read { try $0.openSession(of: staff) }).id
        try await app.store.write(in: app.context(at: now)) { try $0.keepAlive(session) }
        _ = try await app.store.write(in: app.context(at: now)) { try $0.fillSeats(of: session) }
    }

    func interview(_ id: ID<Interview>) async throws -> Interview {
        try require(try await app.store.read { try $0.find(Interview.self, id) })
    }

    /// The member's part up to a phase that needs the officer: `ready` or `shown`.
    func play(_ id: ID<Interview>) async throws {
        let now = clock.now
        let looked = try await interview(id)
        if looked.phase == .called { _ = try await app.store.write(in: app.context(at: now)) { try $0.answer(id, chance: 7) } }
        if try await interview(id).phase == .filling {
            _ = try await app.store.write(in: app.context(by: .clock, at: now)) { try $0.step(id) { [try $0.confirmData(at: now)] } }
        }
        if try await interview(id).phase == .originals { try await show(id) }
        if try await interview(id).phase == .summary {
            _ = try await app.store.write(in: app.context(by: .clock, at: now)) { try $0.step(id) { [try $0.agree(at: now)] } }
        }
    }

    /// Every wanted original and the face are photographed; the files themselves are a few bytes.
    private func show(_ id: ID<Interview>) async throws {
        let now = clock.now
        for kind in [Capture.Kind.face] + (try await interview(id)).missing.map({ .paper($0) }) {
            let evidence: ID<Evidence> = app.ids.next(at: now)
            let looked = try await interview(id)
            try await app.papers.keep([0xFF, 0xD8, 0xFF], as: .preview(1), of: ID(evidence.rawValue), looked.claim)
            _ = try await app.store.write(in: app.context(by: .member(looked.claim), at: now)) {
                try $0.keep(
                    Evidence(
                        id: evidence, interview: id, claim: looked.claim, kind: kind, sha256: "ab", bytes: 3, width: 1920, height: 1080,
                        how: "takePhoto", at: now))
            }
        }
    }
}
