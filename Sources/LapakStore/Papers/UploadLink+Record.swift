package import LapakDomain

/// One per claim: its number is the claim's.
extension UploadLink: Record {
    package static let table = Table<UploadLink>("upload_link") { table in
        let id = table.column("id", \.id)
        let claim = table.column("claim", \.claim)
        let secret = table.column("secret", \.secret)
        let sent = table.column("sent", \.sent)
        let exchanged = table.column("exchanged", \.exchanged)
        let session = table.column("session", \.session)
        table.unique("upload_link_claim_key")
        return { row in
            UploadLink(
                id: try row[id], claim: try row[claim], secret: try row[secret], sent: try row[sent], exchanged: try row[exchanged],
                session: try row[session])
        }
    }
    /// The identity of a claim's link.
    package static func identity(of claim: ID<Claim>) -> ID<UploadLink> { ID(claim.rawValue) }
}
