import HTTPTypes
import Hummingbird
import LapakDomain
import LapakNation
import LapakStore
import LapakWeb
import NIOCore

@testable import LapakServer

// Papers that wait for an officer, and officers who come to their desk.
extension TestApp {
    /// A document of the claim as if it had arrived and been inspected.
    @discardableResult func send(_ paper: Paper, for claim: Claim, version: Int = 1, pages: Int = 1) async throws -> Document {
        let (id, now): (ID<Document>, Instant) = (app.ids.next(at: clock.now), clock.now)
        let sent = Document(
            id: id, claim: claim.id, paper: paper, version: version, kind: .jpeg, bytes: 310_000, sha256: "aa\(id.rawValue)", pages: pages,
            received: now, phase: .waiting)
        try await app.store.write { $0.insert(sent) }
        return sent
    }

    /// Somebody who works at a branch, the first one unless another is said.
    func staff(_ number: Int64, _ role: Staff.Role = .officer, at branch: ID<Branch>? = nil) async throws -> Desk {
        let home = branch ?? app.nation.branches[0].id
        let person = Staff(
            id: ID(number), username: "petugas\(number)", name: "Petugas \(number)", role: role, branch: role == .national ? nil : home,
            password: "")
        try await app.store.write { $0.insert(person) }
        return Desk(staff: person, branch: try require(app.nation[home]))
    }

    /// A request as a handler sees it.
    func call(_ id: ID<Document>? = nil, query: String = "", parameters: [String: String] = [:], form: [String: String] = [:]) -> Call {
        let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/kantor/berkas?\(query)", headerFields: [:])
        let body = form.map { "\($0.key)=\($0.value.replacing(" ", with: "+"))" }.joined(separator: "&")
        let all = parameters.merging(id.map { ["id": "\($0.rawValue)"] } ?? [:]) { $1 }
        return Call(
            app: app, request: Request(head: head, body: RequestBody(buffer: ByteBuffer())),
            parameters: Parameters(all.map { (key: $0.key[...], value: $0.value[...]) }), id: "test", now: clock.now, language: .id,
            form: Form(body.utf8), body: ByteBuffer(), cookies: [:])
    }

    func document(_ id: ID<Document>) async throws -> Document {
        try require(try await app.store.read { try $0.find(Document.self, id) })
    }

    /// What the journal says of documents, oldest first.
    func lines() async throws -> [Journal.Line] {
        try await app.store.read { try Journal.lines(after: 0, limit: 1000, $0) }
    }
}
