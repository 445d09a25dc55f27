/// What a person says of themselves, to be compared with the member registry.
///
/// Only typed values stand here, nothing that the registry answered. A field that the policy does not ask for is nil.
package struct Identity: Hashable, Codable, Sendable {
    package let nik: NIK
    package let kpj: KPJ
    /// The full name as typed, in one field: many people have a single name.
    package let name: String
    package let birth: Day?
    /// The mother's name before marriage, as typed.
    package let mother: String?

    package init(nik: NIK, kpj: KPJ, name: String, birth: Day? = nil, mother: String? = nil) {
        self.nik = nik
        self.kpj = kpj
        self.name = name
        self.birth = birth
        self.mother = mother
    }
}

/// What is asked beside NIK, KPJ and name, which are always asked.
package struct IdentityPolicy: Hashable, Codable, Sendable {
    package var asksBirth: Bool
    package var asksMother: Bool
    /// How many wrong tries hear which fields differ; afterwards only that something does. Three are enough for a mistyped name.
    package var triesNamed = 3
    /// Wrong tries for one NIK within a day, by whoever it is. Twenty leave room for a family's mistakes, and a dictionary of mothers'
    /// names none.
    package var triesPerNIK = 20
    /// Wrong tries of one proven mailbox within a day: one person, or a family that shares it.
    package var triesPerMailbox = 12
    /// Wrong tries within a day of all mailboxes of a domain that is no public mail provider's: whoever owns a domain has as many
    /// addresses as they like.
    package var triesPerDomain = 60
    /// Looks at the registry for one registration within a day, right ones too: the registry is not ours to load.
    package var looksPerRegistration = 30

    package init(asksBirth: Bool = true, asksMother: Bool = true) {
        self.asksBirth = asksBirth
        self.asksMother = asksMother
    }
}

extension IdentityPolicy {
    /// The national default.
    package init() { self.init(asksBirth: true, asksMother: true) }
}

extension Identity {
    /// The fields that `policy` asks for and that are still empty, in the order in which they are asked.
    package func missing(under policy: IdentityPolicy) -> [IdentityField] {
        var fields: [IdentityField] = []
        if PersonName(name) == nil { fields.append(.name) }
        if policy.asksBirth && birth == nil { fields.append(.birth) }
        if policy.asksMother && mother.flatMap(PersonName.init) == nil { fields.append(.mother) }
        return fields
    }

    /// Compares with the registry's record of this NIK; nil is a NIK that the registry does not know.
    ///
    /// Names are compared tolerantly: a near likeness counts as matched, an officer looks at it later. Fields that were
    /// not typed are not compared (see `missing(under:)`). A birth date that differs from the one inside the NIK is no
    /// mismatch: only the registry's date counts (domain.md, "Validation"). A mother's name that the registry does not
    /// have cannot differ.
    package func finding(in record: Member?) -> IdentityFinding {
        guard let record, record.nik == nik else { return .notFound }
        let differing = IdentityField.allCases.filter { !agrees(with: record, in: $0) }
        return differing.isEmpty ? .matched : .mismatch(differing)
    }

    private func agrees(with record: Member, in field: IdentityField) -> Bool {
        switch field {
        case .kpj: return record.memberships.contains { $0.kpj == kpj }
        case .name: return Self.alike(name, record.name)
        case .birth: return birth.map { $0 == record.birth } ?? true
        case .mother:
            guard let mother, PersonName(record.mother) != nil else { return true }
            return Self.alike(mother, record.mother)
        }
    }

    private static func alike(_ typed: String, _ recorded: String) -> Bool {
        guard let typed = PersonName(typed), let recorded = PersonName(recorded) else { return false }
        switch typed.likeness(to: recorded) {
        case .exact, .near: return true
        case .different: return false
        }
    }
}
