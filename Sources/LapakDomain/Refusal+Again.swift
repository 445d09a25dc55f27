extension Refusal {
    /// It was tried too often or by too many; later the same can be right. No answer to a request, only its delay.
    package var isTooOften: Bool {
        switch self {
        case .tooMany, .spent, .crowded: true
        default: false
        }
    }

    /// When the same may be tried again; nil where nobody can say.
    package var again: Instant? {
        switch self {
        case .spent(let until), .crowded(let until): until
        case .notYet(let next): next
        default: nil
        }
    }
}
