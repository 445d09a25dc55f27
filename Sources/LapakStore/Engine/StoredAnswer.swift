import LapakDomain

/// The answer that a request's key was given, kept in the same transaction as its effect.
struct StoredAnswer: Record {
    let requestKey: String
    /// A hash of what was asked: the same key with other content is refused.
    let parameters: String
    let body: String
    let at: Instant

    static let table = Table<StoredAnswer>("answer") { table in
        let key = table.column("key", \.requestKey)
        let parameters = table.column("parameters", \.parameters)
        let body = table.column("body", \.body)
        let at = table.column("at", \.at)
        return { row in
            StoredAnswer(requestKey: try row[key], parameters: try row[parameters], body: try row[body], at: try row[at])
        }
    }
}
