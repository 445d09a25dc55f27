import LapakDomain

extension ExampleNation {
    /// Bali, Kalimantan Timur and Sulawesi (WITA); Papua and Maluku (WIT).
    static let east: [Branch] = [
        // 4 officers x 4 seats, about 150 online filings a day (Tribun Bali, August 2020).
        row(44, "Bali Denpasar", .banuspa, .wita, "Denpasar", -8.670, 115.213, officers: 4, ratio: 4),
        row(45, "Bontang", .kalimantan, .wita, "Bontang", 0.133, 117.500, officers: 2, ratio: 4),
        row(46, "Balikpapan", .kalimantan, .wita, "Balikpapan", -1.265, 116.831, officers: 3, ratio: 4),
        row(47, "Samarinda", .kalimantan, .wita, "Samarinda", -0.495, 117.145, officers: 3, ratio: 4),
        row(48, "Palopo", .sulama, .wita, "Palopo", -2.993, 120.196, officers: 2, ratio: 4),
        row(49, "Makassar", .sulama, .wita, "Makassar", -5.147, 119.432, officers: 5, ratio: 5),
        row(50, "Papua Barat Manokwari", .banuspa, .wit, "Manokwari", -0.861, 134.062, officers: 2, ratio: 3),
        row(51, "Jayapura", .banuspa, .wit, "Jayapura", -2.533, 140.717, officers: 2, ratio: 4),
        row(52, "Ambon", .sulama, .wit, "Ambon", -3.695, 128.181, officers: 2, ratio: 4),
    ]
}
