import LapakDomain

extension ExampleNation {
    /// Jakarta, Banten, Jawa Barat, Jawa Tengah, DIY and Jawa Timur: the five regions that carry most of the load.
    static let java: [Branch] = [
        row(30, "Jakarta Mampang", .jakarta, .wib, "Jakarta Selatan", -6.246, 106.823, officers: 5, ratio: 5),
        row(31, "Jakarta Cilandak", .jakarta, .wib, "Jakarta Selatan", -6.291, 106.799, officers: 5, ratio: 5),
        row(32, "Jakarta Sudirman", .jakarta, .wib, "Jakarta Pusat", -6.208, 106.821, officers: 6, ratio: 5),
        row(33, "Jakarta Cilincing", .jakarta, .wib, "Jakarta Utara", -6.109, 106.943, officers: 6, ratio: 6),
        row(34, "Jakarta Grogol", .jakarta, .wib, "Jakarta Barat", -6.167, 106.790, officers: 6, ratio: 5),
        row(35, "Jakarta Salemba", .jakarta, .wib, "Jakarta Pusat", -6.193, 106.849, officers: 8, ratio: 6),
        row(36, "Tangerang Cikokol", .banten, .wib, "Tangerang", -6.203, 106.637, officers: 8, ratio: 6),
        row(37, "Depok", .westJava, .wib, "Depok", -6.394, 106.823, officers: 5, ratio: 5),
        row(38, "Bekasi Kota", .westJava, .wib, "Bekasi", -6.238, 106.993, officers: 8, ratio: 6),
        row(39, "Cilacap", .centralJava, .wib, "Cilacap", -7.717, 109.016, officers: 3, ratio: 4),
        row(40, "Surakarta", .centralJava, .wib, "Surakarta", -7.566, 110.823, officers: 6, ratio: 5),
        row(41, "Pekalongan", .centralJava, .wib, "Pekalongan", -6.889, 109.675, officers: 3, ratio: 4),
        row(42, "Yogyakarta", .centralJava, .wib, "Yogyakarta", -7.797, 110.370, officers: 4, ratio: 5),
        row(43, "Surabaya", .eastJava, .wib, "Surabaya", -7.257, 112.752, officers: 8, ratio: 6),
    ]
}
