import LapakDomain
import LapakStore

/// What the messages of one round are about, read together.
struct LetterRows: Sendable {
    let claims: [ID<Claim>: Claim]
    let slots: [ID<Slot>: Slot]
    let links: [ID<UploadLink>: UploadLink]
    /// Of those claims whose letter tells of papers.
    let dossiers: [ID<Claim>: Dossier]

    init(of messages: [Message], _ connection: any SQLConnection) throws {
        let claims = try connection.find(Claim.self, Set(messages.compactMap(\.claim)))
        let linked = Set(messages.filter { $0.topics.contains(.link) }.compactMap(\.claim))
        let told = Set(messages.filter { $0.topics.contains(.dossier) }.compactMap(\.claim))
        self.claims = claims
        slots = try connection.find(Slot.self, Set(claims.values.compactMap(\.slot)))
        links = try connection.find(UploadLink.self, Set(linked.map { UploadLink.identity(of: $0) }))
        let documents = Dictionary(
            grouping: try connection.find(Document.self, where: "claim", in: told.sorted()), by: \.claim)
        dossiers = Dictionary(
            uniqueKeysWithValues: told.compactMap { id in claims[id].map { (id, Dossier($0.facts, documents: documents[id] ?? [])) } })
    }
}
