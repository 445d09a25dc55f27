// Who may look at a claim's papers, and at a document.
extension Staff {
    /// Whether the papers of a claim with its place at `branch` are this person's business. A claim that waits in line has
    /// no place: its papers are every branch's.
    package func mayCheckPapers(at place: ID<Branch>?) -> Bool { role == .national || place == nil || place == branch }

    /// Whether this person may look at the document itself: officers at what is on their desk, those who answer for the
    /// desk at everything.
    package func maySee(_ document: Document, at now: Instant) -> Bool { role != .officer || document.isHeld(by: id, at: now) }
}
