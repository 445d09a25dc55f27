import LapakDomain

extension ExampleNation {
    /// Riau, Kepulauan Riau and Sumatera Barat.
    static let sumatra: [Branch] = riau + islands + west

    private static let riau: [Branch] = [
        row(1, "Pekanbaru Kota", .sumbarriau, .wib, "Pekanbaru", 0.533, 101.447, officers: 4, ratio: 5),
        row(2, "Pekanbaru Panam", .sumbarriau, .wib, "Pekanbaru", 0.466, 101.383, officers: 3, ratio: 4),
        row(3, "Siak", .sumbarriau, .wib, "Siak Sri Indrapura", 0.797, 102.048, officers: 2, ratio: 4),
        row(4, "Rengat", .sumbarriau, .wib, "Rengat", -0.377, 102.546, officers: 1, ratio: 1),
        row(5, "Kuantan Singingi", .sumbarriau, .wib, "Teluk Kuantan", -0.529, 101.571, officers: 1, ratio: 1),
        row(6, "Duri", .sumbarriau, .wib, "Duri", 1.287, 101.206, officers: 2, ratio: 4),
        row(7, "Dumai", .sumbarriau, .wib, "Dumai", 1.666, 101.447, officers: 2, ratio: 4),
        row(8, "Tembilahan", .sumbarriau, .wib, "Tembilahan", -0.318, 103.163, officers: 1, ratio: 1),
        row(9, "Pangkalan Kerinci", .sumbarriau, .wib, "Pangkalan Kerinci", 0.405, 101.856, officers: 2, ratio: 4),
        row(10, "Pasir Pengaraian", .sumbarriau, .wib, "Pasir Pengaraian", 0.865, 100.318, officers: 1, ratio: 1),
        row(11, "Bagan Sinembah", .sumbarriau, .wib, "Bagan Batu", 1.699, 100.423, officers: 1, ratio: 1),
        row(12, "Bangkinang", .sumbarriau, .wib, "Bangkinang", 0.337, 101.026, officers: 2, ratio: 4),
    ]

    private static let islands: [Branch] = [
        row(13, "Batam Nagoya", .sumbarriau, .wib, "Batam", 1.146, 104.012, officers: 5, ratio: 5),
        row(14, "Batam Sekupang", .sumbarriau, .wib, "Batam", 1.118, 103.947, officers: 3, ratio: 4),
        row(15, "Tanjung Pinang", .sumbarriau, .wib, "Tanjungpinang", 0.917, 104.459, officers: 2, ratio: 4),
        row(16, "Natuna", .sumbarriau, .wib, "Ranai", 3.940, 108.386, officers: 1, ratio: 1),
        row(17, "Karimun", .sumbarriau, .wib, "Tanjung Balai Karimun", 0.993, 103.424, officers: 2, ratio: 4),
    ]

    private static let west: [Branch] = [
        row(18, "Padang", .sumbarriau, .wib, "Padang", -0.947, 100.361, officers: 3, ratio: 4),
        row(19, "Bukittinggi", .sumbarriau, .wib, "Bukittinggi", -0.305, 100.369, officers: 2, ratio: 4),
        row(20, "Solok", .sumbarriau, .wib, "Solok", -0.800, 100.657, officers: 2, ratio: 4),
        row(21, "Padang Aro", .sumbarriau, .wib, "Padang Aro", -1.567, 101.258, officers: 1, ratio: 1),
        row(22, "Tanjung Pati", .sumbarriau, .wib, "Tanjung Pati", -0.167, 100.668, officers: 1, ratio: 1),
        row(23, "Lubuk Basung", .sumbarriau, .wib, "Lubuk Basung", -0.327, 100.033, officers: 1, ratio: 1),
        row(24, "Dharmasraya", .sumbarriau, .wib, "Pulau Punjung", -0.967, 101.503, officers: 1, ratio: 1),
        row(25, "Lubuk Sikaping", .sumbarriau, .wib, "Lubuk Sikaping", 0.134, 100.167, officers: 1, ratio: 1),
        row(26, "Pasaman Barat", .sumbarriau, .wib, "Simpang Empat", 0.103, 99.823, officers: 1, ratio: 1),
        row(27, "Padang Pariaman", .sumbarriau, .wib, "Parit Malintang", -0.606, 100.291, officers: 1, ratio: 1),
        row(28, "Painan", .sumbarriau, .wib, "Painan", -1.350, 100.574, officers: 1, ratio: 1),
        row(29, "Batusangkar", .sumbarriau, .wib, "Batusangkar", -0.453, 100.594, officers: 1, ratio: 1),
    ]
}
