package import LapakDomain

/// The demonstration nation: made-up seed data with real place names (domain.md, "Offices for the demonstration nation").
///
/// Everything here is a constant or follows from a seed, so two machines tell the same story. No person in it exists.
package enum ExampleNation {
    /// The branch with this code, such as `jakarta-salemba`; nil if the nation has none.
    package static func branch(code: String) -> Branch? { branches.first { $0.code == code } }
}
