/// Employers of the cast, out of the list of all.
extension Company {
    static let nusantaraRitel = named("PT Nusantara Ritel Raya")
    static let sanurAsri = named("PT Hotel Sanur Asri")
    static let sentaniNiaga = named("PT Sentani Niaga")
    static let semenBukit = named("PT Semen Bukit Indah")
    static let cokelatCelebes = named("PT Cokelat Celebes")
    static let losariProperti = named("PT Losari Properti")
    static let batikPesisir = named("PT Batik Pesisir Utara")
    static let sudirmanLayanan = named("PT Sudirman Layanan Bisnis")
    static let tunaBanda = named("PT Tuna Banda")
    static let sepatuCikokol = named("PT Sepatu Cikokol Perkasa")
    static let sandangBengawan = named("PT Sandang Bengawan")
    static let malioboroIndah = named("PT Hotel Malioboro Indah")
    static let galanganSuramadu = named("PT Galangan Suramadu")
    static let nagoyaRetail = named("PT Nagoya Retail Makmur")

    private static func named(_ name: String) -> Company {
        guard let company = all.first(where: { $0.name == name }) else { preconditionFailure("no such company: \(name)") }
        return company
    }
}
