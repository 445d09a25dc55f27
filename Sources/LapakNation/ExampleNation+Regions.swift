package import LapakDomain

/// The eleven regional offices; the raw value is the region's id.
enum RegionalOffice: Int64, CaseIterable {
    case sumbagut = 1
    case sumbarriau, sumbagsel, banten, jakarta, westJava, centralJava, eastJava, kalimantan, sulama, banuspa

    var id: ID<Region> { ID(rawValue) }

    var name: String {
        switch self {
        case .sumbagut: "Sumatera Bagian Utara (Sumbagut)"
        case .sumbarriau: "Sumatera Barat dan Riau (Sumbarriau)"
        case .sumbagsel: "Sumatera Bagian Selatan (Sumbagsel)"
        case .banten: "Banten"
        case .jakarta: "DKI Jakarta"
        case .westJava: "Jawa Barat"
        case .centralJava: "Jawa Tengah dan DIY"
        case .eastJava: "Jawa Timur"
        case .kalimantan: "Kalimantan"
        case .sulama: "Sulawesi dan Maluku (Sulama)"
        case .banuspa: "Bali, Nusa Tenggara, dan Papua (Banuspa)"
        }
    }
}

extension ExampleNation {
    /// The eleven regional offices, ids 1...11. Sumbagut and Sumbagsel have no branch in the seed, because no name was found.
    package static let regions: [Region] = RegionalOffice.allCases.map { Region(id: $0.id, name: $0.name) }
}
