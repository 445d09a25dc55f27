extension Company {
    /// Employers of the population, about eighty; the names are made up.
    package static let all: [Company] = [garmenSejahtera] + sumatra + java + east

    /// Those that a worker of this island may have worked for.
    static func list(of island: Place.Island) -> [Company] {
        switch island {
        case .sumatra: sumatra
        case .java: java
        case .east: east
        }
    }

    private static let sumatra = companies(
        "SU",
        [
            "Pekanbaru": "PT Sawit Lestari Riau, PT Karya Rimba Siak, PT Melayu Jaya Konstruksi, CV Panam Sentosa, PT Kertas Kampar Abadi",
            "Dumai": "PT Dermaga Dumai Raya, PT Minyak Nabati Pesisir, CV Bahari Selat",
            "Batam": "PT Elektronika Batam Prima, PT Galangan Nongsa, PT Sekupang Presisi, PT Nagoya Retail Makmur, PT Kabel Barelang",
            "Padang": "PT Semen Bukit Indah, CV Rendang Minang Boga, PT Teluk Bayur Niaga, PT Andalas Medika",
            "Bukittinggi": "CV Tenun Silungkang, PT Wisata Ngarai",
            "Palembang": "PT Musi Karet Utama, PT Songket Sriwijaya",
            "Medan": "PT Deli Tembakau Nusantara, PT Toba Agro Makmur, CV Belawan Logistik",
        ])

    private static let java = companies(
        "JA",
        [
            "Jakarta": "PT Nusantara Ritel Raya, PT Cilincing Peti Kemas, PT Sudirman Layanan Bisnis, PT Grogol Busana, "
                + "PT Boga Salemba, PT Jasa Bersih Ibukota, PT Keamanan Garda Kota, PT Kurir Cepat Nusantara",
            "Tangerang": "PT Sepatu Cikokol Perkasa, PT Tekstil Cisadane, PT Plastik Banten Jaya, PT Bandara Boga Servis",
            "Bekasi": "PT Otomotif Cikarang Mandiri, PT Komponen Patriot, PT Baja Tarumanagara, "
                + "PT Elektronik Cibitung, PT Farmasi Bekasi Sehat",
            "Bandung": "PT Rajut Priangan, PT Kaos Dago Kreasi, PT Susu Lembang Segar",
            "Depok": "CV Depok Cipta Bangun, PT Margonda Media",
            "Semarang": "PT Furnitur Pandanaran, PT Jamu Ungaran",
            "Surakarta": "PT Sandang Bengawan, PT Batik Laweyan Makmur",
            "Pekalongan": "PT Batik Pesisir Utara, CV Sarung Kencana",
            "Cilacap": "PT Kilang Jasa Selatan, CV Ikan Segara Anakan",
            "Yogyakarta": "PT Hotel Malioboro Indah, CV Perak Kotagede, PT Kampus Aplikasi",
            "Surabaya": "PT Galangan Suramadu, PT Rokok Jawa Timur, PT Makanan Rungkut, PT Kaca Gresik, "
                + "PT Udang Sidoarjo, PT Ritel Tunjungan",
        ])

    private static let east = companies(
        "TI",
        [
            "Denpasar": "PT Hotel Sanur Asri, PT Vila Ubud Permai, CV Tur Dewata, PT Restoran Jimbaran",
            "Balikpapan": "PT Tambang Mahakam, PT Jasa Kilang Timur",
            "Samarinda": "PT Kayu Lapis Samarinda, CV Tongkang Kaltim",
            "Bontang": "PT Pupuk Jasa Bontang",
            "Makassar": "PT Losari Properti, PT Cokelat Celebes, PT Pelabuhan Paotere, CV Kapal Pinisi",
            "Palopo": "CV Kakao Luwu",
            "Ambon": "PT Tuna Banda, CV Cengkih Maluku",
            "Manokwari": "CV Arfak Bangunan",
            "Jayapura": "PT Sentani Niaga, PT Cenderawasih Transportasi",
        ])

    private static func companies(_ letters: String, _ cities: KeyValuePairs<String, String>) -> [Company] {
        let pairs = cities.flatMap { city, names in names.split(separator: ",").map { (city, String($0.drop { $0 == " " })) } }
        return pairs.enumerated().map { number, pair in
            Company(npp: letters + MadeUp.padded(101 + number, 6), name: pair.1, city: pair.0)
        }
    }
}
