import LapakDomain

extension Slot {
    /// The window in which somebody with a number for it comes: `Selasa, 24 November 2026, pukul 10.00-10.30 WIB`.
    func arrival(in zone: Zone, _ language: Language) -> String {
        "\(zone.day(of: start).text(language)), \(zone.text(from: start, until: end, language))"
    }
}
