import LapakDomain

/// People who may claim on the base day.
extension Cast {
    /// Resigned three months ago from a shop in Jakarta: the plain case.
    package var siti: CastMember {
        person(
            1, "Siti Aminah", woman: true, place: 317305, birth: Day.written(1992, 4, 12), mother: "Rohani", contact: "siti",
            branch: "jakarta-salemba", reason: .resignation,
            cards: [card(1, .nusantaraRitel, years: 6, ended: 90, rupiah: 14_250_000)],
            story: Words(
                "Mengundurkan diri tiga bulan lalu. Masa tunggu sudah lewat; dapat mengajukan sekarang.",
                "Resigned three months ago. The waiting month is over; may claim now."))
    }

    /// Dismissed 40 days ago with many others by PT Garmen Sejahtera.
    package var budi: CastMember {
        person(
            2, "Budi Santoso", woman: false, place: 337203, birth: Day.written(1985, 11, 3), mother: "Suparmi", contact: "budi",
            branch: "surakarta", reason: .dismissal,
            cards: [card(2, .garmenSejahtera, years: 9, ended: 40, rupiah: 21_480_000)],
            story: Words(
                "Terkena PHK 40 hari lalu di PT Garmen Sejahtera. Dapat mengajukan sekarang dengan salah satu bukti PHK.",
                "Dismissed 40 days ago by PT Garmen Sejahtera. May claim now with one of the proofs of dismissal."))
    }

    /// His contract at a hotel in Sanur ended; Denpasar serves four people at once.
    package var made: CastMember {
        person(
            3, "I Made Wirawan", woman: false, place: 517102, birth: Day.written(1990, 7, 21), mother: "Ni Ketut Murni", contact: "made",
            branch: "bali-denpasar", reason: .contractEnd,
            cards: [card(3, .sanurAsri, years: 2, ended: 45, rupiah: 6_135_000)],
            story: Words(
                "Kontrak (PKWT) di hotel di Sanur berakhir. Petugas Denpasar melayani empat orang sekaligus.",
                "His fixed-term contract at a hotel in Sanur ended. Denpasar's officers serve four people at once."))
    }

    /// Lives two hours ahead of Jakarta: every time must be shown in WIT.
    package var maria: CastMember {
        person(
            6, "Maria Rumbiak", woman: true, place: 917103, birth: Day.written(1994, 2, 28), mother: "Dorkas Wanggai", contact: "maria",
            branch: "jayapura", reason: .contractEnd,
            cards: [card(6, .sentaniNiaga, years: 3, ended: 60, rupiah: 8_920_000)],
            story: Words(
                "Kontrak berakhir di Jayapura. Semua jam harus tampil dalam WIT.",
                "Her contract in Jayapura ended. Every time must be shown in WIT."))
    }

    /// Fifty-seven and some: no waiting month, no letter from the employer, and priority in line.
    package var hasan: CastMember {
        person(
            7, "Hasan Basri", woman: false, place: 137104, birth: base.adding(years: -57) - 40, mother: "Upik Delima",
            contact: "hasan", branch: "padang", reason: .pension56,
            cards: [card(7, .semenBukit, years: 24, ended: 5, rupiah: 46_700_000)],
            story: Words(
                "Berusia 57 tahun, pensiun lima hari lalu. Tanpa masa tunggu, dan didahulukan di antrean.",
                "Aged 57, retired five days ago. No waiting month, and priority in line."))
    }

    /// Two cards from two employers, both ended: one claim for both.
    package var andi: CastMember {
        person(
            10, "Andi Mappangara", woman: false, place: 737109, birth: Day.written(1988, 9, 9), mother: "Hasnah", contact: "andi",
            branch: "makassar", reason: .resignation,
            cards: [
                card(10, .cokelatCelebes, years: 4, ended: 1500, rupiah: 7_310_000),
                card(11, .losariProperti, years: 3, ended: 75, rupiah: 9_840_000),
            ],
            story: Words(
                "Memiliki dua kartu dari dua perusahaan, keduanya sudah berakhir: satu klaim untuk dua kartu.",
                "Holds two cards from two employers, both ended: one claim for both."))
    }

    /// Has one name, as many people do: no form may ask her for a second.
    package var sukarni: CastMember {
        person(
            11, "Sukarni", woman: true, place: 337502, birth: Day.written(1979, 8, 5), mother: "Wagiyem", contact: "sukarni",
            branch: "pekalongan", reason: .contractEnd,
            cards: [card(12, .batikPesisir, years: 5, ended: 120, rupiah: 7_725_000)],
            story: Words(
                "Namanya satu kata. Tidak ada isian yang boleh meminta nama belakang.",
                "She has one name. No form may ask her for a second."))
    }

    /// Rp 80,000,000: NPWP is asked, tax is 5 % of the part above 50 million, 78,500,000 is paid (domain.md, "Money").
    package var hendra: CastMember {
        person(
            12, "Hendra Wijaya", woman: false, place: 317106, birth: Day.written(1978, 1, 30), mother: "Lilis Suryani", contact: "hendra",
            branch: "jakarta-sudirman", reason: .resignation,
            cards: [card(13, .sudirmanLayanan, years: 15, ended: 65, rupiah: 80_000_000)],
            story: Words(
                "Saldo Rp 80.000.000: perlu NPWP, pajak Rp 1.500.000, diterima Rp 78.500.000.",
                "Balance Rp 80,000,000: NPWP needed, tax Rp 1,500,000, paid out Rp 78,500,000."))
    }

    /// Moves to the Netherlands for good: a passport and a statement instead of a waiting month.
    package var grace: CastMember {
        person(
            14, "Grace Pattiwael", woman: true, place: 817102, birth: Day.written(1996, 12, 17), mother: "Ona Sahetapy", contact: "grace",
            branch: "ambon", reason: .leavingIndonesia,
            cards: [card(15, .tunaBanda, years: 4, ended: 7, rupiah: 10_460_000)],
            story: Words(
                "Pindah ke Belanda untuk selamanya. Perlu paspor dan surat pernyataan, tanpa masa tunggu.",
                "Moves to the Netherlands for good. Needs a passport and a statement; no waiting month."))
    }
}
