package import LapakDomain

extension ExampleNation {
    /// All branches, ids 1..., in the order of domain.md; ids and codes never change, new branches go to the end.
    ///
    /// The names are real. Coordinates are the town's, to about a kilometre or two; officers, seats and hours are ours,
    /// except Denpasar (4 officers x 4 seats) and West Papua (3 seats).
    package static let branches: [Branch] = sumatra + java + east
}

/// One line of the branch tables.
func row(
    _ id: Int64, _ name: String, _ office: RegionalOffice, _ zone: Zone, _ city: String, _ latitude: Double, _ longitude: Double,
    officers: Int, ratio: Int
) -> Branch {
    Branch(
        id: ID(id), code: slug(name), name: name, region: office.id, zone: zone, city: city, latitude: latitude,
        longitude: longitude, officers: officers, ratio: ratio)
}

/// `Jakarta Salemba` becomes `jakarta-salemba`.
private func slug(_ name: String) -> String { name.lowercased().split(separator: " ").joined(separator: "-") }
