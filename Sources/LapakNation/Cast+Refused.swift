import LapakDomain

/// People who must hear at the first step why not, and what to do next.
extension Cast {
    /// Left four months ago, but the employer never reported it: the most common refusal.
    package var rina: CastMember {
        person(
            4, "Rina Kartika", woman: true, place: 367101, birth: Day.written(1993, 6, 18), mother: "Neneng Komalasari", contact: "rina",
            branch: "tangerang-cikokol", reason: .resignation,
            cards: [card(4, .sepatuCikokol, years: 5, ended: nil, rupiah: 12_610_000)],
            story: Words(
                "Sudah berhenti empat bulan lalu, tetapi perusahaan belum melapor: kepesertaan masih aktif. Draf disimpan.",
                "Left four months ago, but the employer did not report it: the membership is still active. The draft is kept."))
    }

    /// Resigned ten days ago: too early, with the exact first date.
    package var joko: CastMember {
        person(
            5, "Joko Prasetyo", woman: false, place: 337202, birth: Day.written(1991, 3, 25), mother: "Sri Lestari", contact: "joko",
            branch: "surakarta", reason: .resignation,
            cards: [card(5, .sandangBengawan, years: 4, ended: 10, rupiah: 9_150_000)],
            story: Words(
                "Mengundurkan diri 10 hari lalu: masih masa tunggu satu bulan. Tanggal pertama yang mungkin langsung disebut.",
                "Resigned 10 days ago: still in the waiting month. The first possible date is told at once."))
    }

    /// Nine years of membership: 10 % is possible only after ten.
    package var wulan: CastMember {
        person(
            8, "Wulan Puspita", woman: true, place: 347108, birth: Day.written(1992, 10, 2), mother: "Retno Utami", contact: "wulan",
            branch: "yogyakarta", reason: .partial10,
            cards: [card(8, .malioboroIndah, years: 9, ended: nil, rupiah: 19_300_000)],
            story: Words(
                "Ingin mengambil 10 %, tetapi baru sembilan tahun menjadi peserta; syaratnya sepuluh tahun.",
                "Wants 10 %, but has been a member for nine years only; ten are required."))
    }

    /// Took 10 % three years ago: once in a lifetime.
    package var agus: CastMember {
        person(
            9, "Agus Setiawan", woman: false, place: 357815, birth: Day.written(1983, 5, 14), mother: "Endang Rahayu", contact: "agus",
            branch: "surabaya", reason: .partial10,
            cards: [card(9, .galanganSuramadu, years: 14, ended: nil, rupiah: 38_900_000)],
            partials: [PartialClaim(reason: .partial10, paid: base.adding(years: -3))],
            story: Words(
                "Sudah mengambil 10 % tiga tahun lalu. Hanya boleh sekali seumur hidup.",
                "Took 10 % three years ago. It is possible once in a lifetime."))
    }

    /// Everything was paid a year ago.
    package var yuliana: CastMember {
        person(
            13, "Yuliana Tambunan", woman: true, place: 217106, birth: Day.written(1989, 4, 30), mother: "Tiur Sitorus", contact: "yuliana",
            branch: "batam-nagoya", reason: .resignation,
            cards: [card(14, .nagoyaRetail, years: 5, ended: 400, rupiah: 0, status: .paid)],
            story: Words(
                "Seluruh saldo sudah dibayarkan tahun lalu. Tidak ada lagi yang dapat diajukan.",
                "The whole balance was paid last year. There is nothing left to claim."))
    }
}
