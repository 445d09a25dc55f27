package import LapakDomain

/// The key that a claim's files are sealed with, wrapped by a master key. Without this row they are unreadable for ever.
package struct KeptKey: Record, Hashable {
    package let claim: ID<Claim>
    /// As the vault writes it; empty once destroyed.
    package var wrapped: String
    package init(claim: ID<Claim>, wrapped: String) {
        self.claim = claim
        self.wrapped = wrapped
    }

    package static let table = Table<KeptKey>("claim_key") { table in
        let claim = table.column("claim", \.claim)
        let wrapped = table.column("wrapped", \.wrapped)
        return { row in KeptKey(claim: try row[claim], wrapped: try row[wrapped]) }
    }
}
