import Hummingbird
import LapakDomain
import LapakStore

/// One document as it lies on the desk, with what is known about its claim.
struct PrecheckFile: Sendable {
    let document: Document
    let claim: Claim
    /// The appointment; nil while the claim waits in line.
    let slot: Slot?
    /// Everything that was sent for the claim, this one included, oldest first.
    let documents: [Document]
    /// Who has it in hand, or had it last.
    let holder: Staff?

    /// The document that the address names. Refuses with `notFound` what is another branch's, as if it were not there.
    static func load(_ call: Call, _ desk: Desk) async throws -> PrecheckFile {
        guard let id = call.parameters.get("id").flatMap({ Int64($0) }) else { throw Refusal.notFound }
        return try await load(ID(id), call.app, for: desk.staff)
    }

    static func load(_ id: ID<Document>, _ app: App, for staff: Staff) async throws -> PrecheckFile {
        try await app.store.read { connection in
            guard let document = try connection.find(Document.self, id), let claim = try connection.find(Claim.self, document.claim)
            else { throw Refusal.notFound }
            let slot = try claim.slot.flatMap { try connection.find(Slot.self, $0) }
            guard staff.mayCheckPapers(at: slot?.branch) else { throw Refusal.notFound }
            return PrecheckFile(
                document: document, claim: claim, slot: slot, documents: try connection.documents(of: claim.id),
                holder: try document.lease.flatMap { try connection.find(Staff.self, $0.staff) })
        }
    }

    /// Earlier documents of the same paper, the newest first.
    var earlier: [Document] {
        documents.filter { $0.paper == document.paper && $0.version < document.version }.sorted { $0.version > $1.version }
    }
    /// The document that took its place, if any.
    var newer: Document? {
        documents.filter { $0.paper == document.paper && $0.version > document.version && $0.phase.isLive }.max { $0.version < $1.version }
    }
}
