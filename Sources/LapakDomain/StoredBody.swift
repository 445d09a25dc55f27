/// A value that is kept as JSON and read by the programs of later releases.
///
/// One rule for all of them: a property that an older body lacks has the value that `absent` gives it; a property that no release knows,
/// and an unknown value of a closed set, are refused by name.
package protocol StoredBody: Codable, Sendable {
    /// What older bodies mean by lacking a property, by its name: one entry for each property without a default that came later. For a
    /// value in a case of an enumeration the name is `case.label`.
    static var absent: [String: Any] { get }
    /// Properties of older bodies that are no longer read, named in the same way.
    static var former: Set<String> { get }
}

extension StoredBody {
    package static var absent: [String: Any] { [:] }
    package static var former: Set<String> { [] }
}

/// A stored value that has a default for every property: an older body means the default.
package protocol DefaultedBody: StoredBody { init() }

extension DefaultedBody {
    package static var absent: [String: Any] {
        Dictionary(Mirror(reflecting: Self()).children.compactMap { child in child.label.map { ($0, child.value) } }) { $1 }
    }
}

extension Array: StoredBody where Element: StoredBody {}

// Everything that is kept as JSON. Each type here has samples in Tests/LapakStoreTests/Samples.
extension Policy: DefaultedBody {}
extension FilePolicy: DefaultedBody {}
extension InterviewPolicy: DefaultedBody {}
extension OnsitePolicy: DefaultedBody {}
extension OfferPolicy: DefaultedBody {}
extension IdentityPolicy: DefaultedBody {}
extension SourcePolicy: DefaultedBody {}
extension SourceRate: StoredBody {}
extension Comparison: StoredBody {}
extension Wish: StoredBody {}
extension Dossier.Facts: StoredBody {}
extension Decision: StoredBody {}
extension Membership: StoredBody {}
extension PartialClaim: StoredBody {}
extension Hint: StoredBody {}
extension FileFault: StoredBody {}
extension OfficerSession: StoredBody {}
extension Interview: StoredBody {}
extension WalkIn: StoredBody {}
extension Booth: StoredBody {}
extension Event: StoredBody {}
