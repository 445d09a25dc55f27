package import LapakDomain

extension ExampleNation {
    /// National holidays and joint leave (cuti bersama) of 2026 and 2027, in order, at most one a day.
    ///
    /// 2026 is the joint decree of three ministers. The decree for 2027 was not known when this was written: days with a
    /// fixed date stand by law, movable ones are astronomical estimates and not confirmed, joint leave is missing.
    package static let holidays: [Holiday] = year2026 + year2027

    private static let year2026: [Holiday] = [
        decreed(1, 1, "Tahun Baru 2026 Masehi"),
        decreed(1, 16, "Isra Mikraj Nabi Muhammad SAW"),
        decreed(2, 16, "Cuti bersama Tahun Baru Imlek"),
        decreed(2, 17, "Tahun Baru Imlek 2577 Kongzili"),
        decreed(3, 18, "Cuti bersama Hari Suci Nyepi"),
        decreed(3, 19, "Hari Suci Nyepi, Tahun Baru Saka 1948"),
        decreed(3, 20, "Cuti bersama Idulfitri"),
        decreed(3, 21, "Idulfitri 1447 Hijriah, hari pertama"),
        decreed(3, 22, "Idulfitri 1447 Hijriah, hari kedua"),
        decreed(3, 23, "Cuti bersama Idulfitri"),
        decreed(3, 24, "Cuti bersama Idulfitri"),
        decreed(4, 3, "Wafat Yesus Kristus"),
        decreed(4, 5, "Kebangkitan Yesus Kristus (Paskah)"),
        decreed(5, 1, "Hari Buruh Internasional"),
        decreed(5, 14, "Kenaikan Yesus Kristus"),
        decreed(5, 15, "Cuti bersama Kenaikan Yesus Kristus"),
        decreed(5, 27, "Iduladha 1447 Hijriah"),
        decreed(5, 28, "Cuti bersama Iduladha"),
        decreed(5, 31, "Hari Raya Waisak 2570 BE"),
        decreed(6, 1, "Hari Lahir Pancasila"),
        decreed(6, 16, "1 Muharam, Tahun Baru Islam 1448 Hijriah"),
        decreed(8, 17, "Proklamasi Kemerdekaan"),
        decreed(8, 25, "Maulid Nabi Muhammad SAW"),
        decreed(12, 24, "Cuti bersama Kelahiran Yesus Kristus"),
        decreed(12, 25, "Kelahiran Yesus Kristus (Natal)"),
    ]

    private static let year2027: [Holiday] = [
        fixed(1, 1, "Tahun Baru 2027 Masehi"),
        estimated(1, 5, "Isra Mikraj Nabi Muhammad SAW"),
        estimated(2, 6, "Tahun Baru Imlek 2578 Kongzili"),
        estimated(3, 8, "Hari Suci Nyepi, Tahun Baru Saka 1949"),
        estimated(3, 10, "Idulfitri 1448 Hijriah, hari pertama"),
        estimated(3, 11, "Idulfitri 1448 Hijriah, hari kedua"),
        estimated(3, 26, "Wafat Yesus Kristus"),
        estimated(3, 28, "Kebangkitan Yesus Kristus (Paskah)"),
        fixed(5, 1, "Hari Buruh Internasional"),
        estimated(5, 6, "Kenaikan Yesus Kristus"),
        estimated(5, 16, "Iduladha 1448 Hijriah"),
        estimated(5, 20, "Hari Raya Waisak 2571 BE"),
        fixed(6, 1, "Hari Lahir Pancasila"),
        estimated(6, 6, "1 Muharam, Tahun Baru Islam 1449 Hijriah"),
        estimated(8, 15, "Maulid Nabi Muhammad SAW"),
        fixed(8, 17, "Proklamasi Kemerdekaan"),
        fixed(12, 25, "Kelahiran Yesus Kristus (Natal)"),
        estimated(12, 26, "Isra Mikraj Nabi Muhammad SAW"),
    ]

    private static func decreed(_ month: Int, _ day: Int, _ name: String) -> Holiday {
        Holiday(
            day: Day.written(2026, month, day), name: name, source: "SKB 3 Menteri No. 1497/2025, 2/2025, 5/2025 (19 September 2025)",
            confirmed: true)
    }

    private static func fixed(_ month: Int, _ day: Int, _ name: String) -> Holiday {
        Holiday(
            day: Day.written(2027, month, day), name: name, source: "Keppres 8/2024 tentang Hari Libur (tanggal tetap)", confirmed: true)
    }

    private static func estimated(_ month: Int, _ day: Int, _ name: String) -> Holiday {
        Holiday(day: Day.written(2027, month, day), name: name, source: "Perkiraan; menunggu SKB 3 Menteri 2027", confirmed: false)
    }
}
