import LapakDomain

/// What the registry said about a proven person: whether they are who they say, and what they may claim for.
struct Outlook: Sendable {
    let comparison: Comparison
    let language: Language
}
