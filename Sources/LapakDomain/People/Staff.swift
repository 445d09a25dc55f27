/// Someone who works here and signs in with a password.
package struct Staff: Hashable, Sendable {
    package let id: ID<Staff>
    /// Lower case, unique: `manajer.jakarta-salemba`.
    package let username: String
    /// As colleagues and members read it.
    package let name: String
    /// What this person may do, and where.
    package let role: Role
    /// Nil for a role whose scope is the nation.
    package let branch: ID<Branch>?
    /// The password's memory-hard hash with its salt and cost.
    package private(set) var password: String

    /// A person as the store or the demonstration nation knows them.
    package init(id: ID<Staff>, username: String, name: String, role: Role, branch: ID<Branch>?, password: String) {
        self.id = id
        self.username = username
        self.name = name
        self.role = role
        self.branch = branch
        self.password = password
    }

    /// Whether this person's role has the right.
    package func may(_ right: Right) -> Bool { role.rights.contains(right) }

    /// Whether the papers of a claim with its place at `branch` are this person's business. A claim that waits in line has
    /// no place: its papers are every branch's.
    package func mayCheckPapers(at place: ID<Branch>?) -> Bool { role.scope == .nation || place == nil || place == branch }

    /// Whether this person may look at the document itself: everybody at what is on their desk at `now`, and at all others
    /// whoever has the right to every paper.
    package func maySee(_ document: Document, at now: Instant) -> Bool { may(.seeEveryPaper) || document.isHeld(by: id, at: now) }
}
