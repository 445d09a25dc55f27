/// The rules that a claim is judged by; a claim keeps the version under which it was filed.
package enum RuleVersion: String, Hashable, Codable, Sendable, CaseIterable {
    /// Minister of Manpower Regulation 4/2022.
    case permenaker4Of2022 = "permenaker-4-2022"
    /// The practice of the contactless service in 2020.
    case lapakAsik2020 = "lapak-asik-2020"
}

extension RuleVersion: CodingKeyRepresentable {}
