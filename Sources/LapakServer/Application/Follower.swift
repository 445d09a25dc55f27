package import LapakStore

/// Reads the journal in order from its own place, at least once.
package protocol Follower: Sendable {
    /// In the log and in the figures; where the place is kept, under which name.
    var name: String { get }
    /// Whether the place is kept in the database. Otherwise each start begins at the journal's end.
    var keepsPlace: Bool { get }
    /// What a batch leads to outside the transaction of the place; may come again for the same lines.
    func act(on lines: [Journal.Line]) async throws
    /// What a line leads to in the transaction that moves the place, so exactly once, whichever process does it. Only looks rows up
    /// by key and saves: no questions, no effects outside.
    func follow(_ line: Journal.Line, _ work: Work) throws
    /// The rows that `follow` will ask for, so that those of a whole batch are loaded together.
    func needs(of line: Journal.Line) -> [Need]
}

extension Follower {
    package var keepsPlace: Bool { true }
    package func act(on lines: [Journal.Line]) async throws {}
    package func follow(_ line: Journal.Line, _ work: Work) throws {}
    package func needs(of line: Journal.Line) -> [Need] { [] }
}
