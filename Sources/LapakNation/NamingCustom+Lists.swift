extension NamingCustom {
    static let java = NamingCustom(
        men: "Agus, Bambang, Budi, Dwi, Eko, Hari, Heru, Joko, Slamet, Sugeng, Supri, Teguh, Tri, Wahyu, Yanto, Mulyono, Sutrisno, Wagiman",
        women: "Sri, Endang, Wahyuni, Suparmi, Lestari, Ningsih, Retno, Tutik, Yuni, Dwi, Tri, Sulastri, Ratna, Winarti, Murni, Kartini",
        second: "Santoso, Prasetyo, Wibowo, Nugroho, Setiawan, Susanto, Purnomo, Kurniawan, Hartono, Widodo, Saputra, Handoko, Utomo",
        womenSecond: "Rahayu, Wulandari, Astuti, Handayani, Puspita, Utami, Widyastuti, Kusuma, Sari, Pratiwi, Susilowati, Hapsari",
        oneName: 14)

    static let sunda = NamingCustom(
        men: "Asep, Dadang, Cecep, Ujang, Dedi, Iwan, Yayan, Deden, Encep, Rudi, Tatang, Aceng, Jajang, Yusuf, Hendra, Ridwan",
        women: "Euis, Neneng, Iis, Yanti, Lilis, Imas, Rina, Siti, Wulan, Tini, Nining, Dewi, Ai, Ani, Elis, Rosita",
        second: "Suryana, Hidayat, Permana, Sutisna, Gunawan, Mulyana, Kurnia, Ramdani, Supriatna, Firmansyah, Nugraha, Somantri",
        womenSecond: "Nurhayati, Kurniasih, Komalasari, Rohaeni, Suryani, Nuraeni, Maryani, Hasanah, Sumiati, Yuningsih, Mulyani",
        oneName: 8)

    static let betawi = NamingCustom(
        men: "Ahmad, Muhammad, Abdul, Rizki, Fajar, Andi, Dimas, Doni, Hasan, Irfan, Jaya, Rahmat, Sandi, Taufik, Zaenal, Yudi",
        women: "Nur, Fitri, Siti, Ayu, Dian, Indah, Maya, Mega, Nurul, Putri, Rini, Rohani, Tika, Umi, Yulia, Zubaidah",
        second: "Hidayatullah, Ramadhan, Maulana, Hakim, Pratama, Saputra, Fauzi, Syahputra, Kurniawan, Firdaus, Wijaya, Anwar",
        womenSecond: "Aminah, Khotimah, Lestari, Anggraini, Rahmawati, Safitri, Fauziah, Oktaviani, Azizah, Maharani, Hasanah",
        oneName: 6)

    static let minang = NamingCustom(
        men: "Afrizal, Zulkifli, Syafril, Yulisman, Rinaldi, Hendri, Masrul, Fadli, Ilham, Irwan, Syahrul, Deswandi, Nofrizal, Arif",
        women: "Yeni, Desmawati, Gusniarti, Rahmi, Upik, Fitria, Nelva, Yusmaini, Elvira, Wirda, Silvia, Mardiana, Novita, Rosmaniar",
        second: "Chaniago, Tanjung, Koto, Piliang, Sikumbang, Jambak, Guci, Malayu, Putra, Hendra, Syahputra, Efendi",
        womenSecond: "Yanti, Hayati, Fitri, Susanti, Roza, Delima, Marlina, Oktavia, Permata, Sari, Afni, Elza",
        oneName: 18)

    static let malay = NamingCustom(
        men: "Abdullah, Hamzah, Ismail, Jamaluddin, Khairul, Mahmud, Nasrun, Ridwan, Said, Tengku Arif, Umar, Yusri, Zainal, Rusli, Azhar",
        women: "Aisyah, Halimah, Khairunnisa, Maimunah, Nurhaliza, Raja Suraya, Salmah, Syarifah, Zaleha, Rosnah, Fatimah, Mariani, Asmah",
        second: "Syah, Effendi, Siregar, Hasibuan, Harahap, Hidayat, Saputra, Yahya, Idris, Nasution, Amin, Bakri",
        womenSecond: "Hanum, Safitri, Zahra, Ramadhani, Nasution, Harahap, Sari, Hidayah, Permata, Yusra, Amelia, Wahida",
        oneName: 10)

    static let batak = NamingCustom(
        men: "Binsar, Jonatan, Parlindungan, Saut, Togar, Hotman, Marihot, Poltak, Sahat, Tigor, Ronald, Daniel",
        women: "Rosmaida, Tiur, Lamria, Berliana, Duma, Nurmala, Rotua, Sondang, Tiarma, Yuliana, Martha, Ruth",
        second: "Simanjuntak, Sitorus, Nababan, Siahaan, Manurung, Hutapea, Panjaitan, Sinaga, Tambunan, Silalahi, Gultom, Pardede",
        oneName: 0)

    static let bali = NamingCustom(
        men: "I Wayan, I Made, I Nyoman, I Ketut, I Putu, I Kadek, I Komang, I Gede",
        women: "Ni Wayan, Ni Made, Ni Nyoman, Ni Ketut, Ni Putu, Ni Kadek, Ni Komang, Ni Luh",
        second: "Sudiarta, Wirawan, Suardana, Arta, Budiasa, Mahendra, Sukarma, Widiana, Astawa, Darma, Parwata, Yasa",
        womenSecond: "Ariani, Sukerti, Widiasih, Suryani, Yuliani, Artini, Dewi, Puspa, Sriasih, Lestari, Kusumayanti, Murni",
        oneName: 0)

    static let bugis = NamingCustom(
        men: "Andi Rahman, Baso, Daeng Sore, Muhammad Aris, Syamsuddin, Arifuddin, Baharuddin, Jufri, Hasanuddin, Ambo, Lukman, Sahrul",
        women: "Andi Tenri, Besse, Hasnah, Nurlia, Rahmatia, Sitti Hajar, Suriani, Marwah, Kartini, Jumriah, Nurhayati, Megawati",
        second: "Mappangara, Tahir, Amir, Rauf, Latief, Saleh, Nur, Basri, Hamid, Makka, Palaguna, Yusuf",
        oneName: 20)

    static let maluku = NamingCustom(
        men: "Johanes, Semuel, Frans, Abdul, Jusuf, Melki, Ongen, Rio, Stevi, Usman, Yopi, Roy",
        women: "Grace, Novi, Ona, Fatima, Mei, Selvi, Yohana, Wa Ode, Rachel, Elsye, Maya, Debora",
        second: "Pattiwael, Latuconsina, Tuasikal, Sahetapy, Leatemia, Manuputty, Siahaya, Tomasoa, Wattimena, Salampessy, Lekahena",
        oneName: 0)

    static let papua = NamingCustom(
        men: "Yakob, Markus, Petrus, Yohanis, Otto, Elias, Simon, Daud, Benyamin, Yance, Filep, Natan",
        women: "Maria, Martina, Yuliana, Dorkas, Salomina, Yosina, Orpa, Agustina, Mince, Naomi, Ester, Hana",
        second: "Rumbiak, Wanggai, Kambu, Mandacan, Wonda, Ayomi, Rumaropen, Krey, Sroyer, Mansoben, Waromi, Kayame",
        oneName: 0)
}
