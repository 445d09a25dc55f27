import LapakDomain
import LapakNation
import LapakServer
import LapakStore

extension Story {
    /// The pages on which an officer looks at papers before an interview.
    static let precheck = [
        Story("an empty queue says so") { site in
            try await site.desk(as: .officer).show("Branch/precheck-empty", at: "/kantor/berkas")
        },
        Story("a paper is taken, given back with a reason, and what was typed is kept") { site in
            let (desk, claim, documents) = try await site.queue([.ktp, .bankBook])
            try await desk.show("Branch/precheck-two", at: "/kantor/berkas")
            try await desk.press("f-ambil")
            try hold(desk.page.path.hasPrefix("/kantor/berkas/"))
            let first = try documents.first { desk.page.path.hasSuffix("\($0.rawValue)") }.found("the paper on the desk")
            try await desk.show("Branch/precheck-paper")
            try await desk.press("f-kembali", ["catatan": "Halaman 2"])
            try await desk.show("Branch/precheck-no-reason", status: 422)
            let held = try PageForm(id: "f-kembali", in: desk.page).filled([]).fields
            try hold(held.contains { $0 == ("catatan", "Halaman 2") })
            try await desk.press("f-kembali", ["alasan": "other", "catatan": ""])
            try await desk.show("Branch/precheck-no-note", status: 422)
            try await desk.press("f-kembali", ["alasan": "cut_off", "catatan": "Sudut kanan"])
            try hold(desk.page.path != "/kantor/berkas/\(first.rawValue)", "the next one is on the desk")
            try await desk.show("Branch/precheck-next")
            try await desk.press("f-terima")
            try await desk.show("Branch/precheck-done")
            try await desk.show("Branch/claim-papers", at: "/kantor/klaim/\(claim.number)")
            try await desk.show("Branch/precheck-returned", at: "/kantor/berkas/\(first.rawValue)")
        },
        Story("an earlier version stands beside the new one") { site in
            let (desk, claim, documents) = try await site.queue([.ktp])
            try await desk.open("/kantor/berkas")
            try await desk.press("f-ambil")
            try await desk.press("f-kembali", ["alasan": "cut_off", "catatan": "Sudut kanan"])
            try await site.put(.ktp, .waiting, for: claim.id, version: 2)
            try await desk.open("/kantor/berkas")
            try await desk.press("f-ambil")
            try await desk.show("Branch/precheck-second-version")
            try hold(desk.page.path != "/kantor/berkas/\(documents[0].rawValue)" && desk.page.says("Sudut kanan"))
        },
        Story("what is let go is free for a colleague, who is told whose desk a paper is on") { site in
            let (desk, _, documents) = try await site.queue([.ktp])
            let (colleague, path) = (try await site.desk(2, as: .officer), "/kantor/berkas/\(documents[0].rawValue)")
            try await desk.open("/kantor/berkas")
            try await desk.press("f-ambil")
            try await colleague.show("Branch/precheck-of-a-colleague", at: path)
            try await colleague.show("Branch/precheck-all-taken", at: "/kantor/berkas")
            try await colleague.post("\(path)/terima", [("kunci", "verdict-1")])
            try await colleague.show("Branch/precheck-refused", status: 409)
            try await desk.press("f-lepas")
            try await desk.show("Branch/precheck-let-go")
            try await colleague.open("/kantor/berkas")
            try await colleague.press("f-ambil")
            try hold(colleague.page.path == path)
            try await site.desk(3, as: .manager).show("Branch/precheck-watched-by-the-manager", at: path)
        },
    ]

    /// The pages of a branch's desk: who comes, hours, exceptions, who waits, undelivered messages.
    static let desks =
        [
            Story("the door of the desk, and the way out") { site in
                try await Browser(site).show("Branch/sign-in", at: "/kantor/masuk")
                let unknown = try await Browser(site)
                try await unknown.open("/kantor/masuk")
                try await unknown.press("f-masuk", ["nama": "manajer.uji", "sandi": "salah"])
                try await unknown.show("Branch/sign-in-wrong", status: 401)
                try hold(unknown.page.markup.one(id: "nama")?["value"] == "manajer.uji")
                try hold(unknown.page.markup.one(id: "sandi")?["value"] == "", "a password is typed anew")
                let desk = try await site.desk(as: .manager)
                try await hold(desk.open("/kantor/masuk").path == "/kantor", "who is signed in needs no door")
                try await desk.press("f-keluar")
                try await desk.show("Branch/signed-out")
                try await hold(desk.open("/kantor").path == "/kantor/masuk")
            },
            Story("appointments appear on their day, without the whole NIK") { site in
                let (_, claim) = try await site.booked()
                let day = site.branch.zone.day(of: try await site.start(of: claim))
                let desk = try await site.desk(as: .officer)
                try await desk.show("Branch/day-with-an-appointment", at: "/kantor?hari=\(day.iso)")
                try hold(desk.page.says("\(claim.number)") && desk.page.says("Siti Aminah") && !desk.page.text.contains(claim.nik.digits))
                try await desk.show("Branch/day-without-times", at: "/kantor?hari=2026-06-14")
                try await desk.show("Branch/day-of-a-holiday", at: "/kantor?hari=2026-12-25")
                try await hold(desk.open("/kantor?hari=gestern&mulai=-5").status == 200, "nonsense is today")
                let other = try await site.desk(2, as: .officer, at: site.app.nation.branches[1].id)
                try await other.open("/kantor?hari=\(day.iso)")
                try hold(!other.page.says("\(claim.number)"), "another branch's people are not shown")
            },
            Story("new hours are shown before they are saved, and then change what members are offered") { site in
                let desk = try await site.desk(as: .manager)
                try await desk.show("Branch/hours", at: "/kantor/jam")
                try await desk.press("f-jam", ["tutup": "07.00"])
                try await desk.show("Branch/hours-wrong", status: 422)
                try hold(desk.page.says("Jam tutup harus sesudah jam buka") && desk.page.markup.one(id: "tutup")?["value"] == "07.00")
                try await desk.press(
                    "f-jam",
                    [
                        "buka": "09.00", "tutup": "09.30", "istirahat": "09.30", "kembali": "09.30", "petugas": "1", "rasio": "1",
                        "daring": "100",
                    ])
                try await desk.show("Branch/hours-preview")
                try await desk.press("f-ubah")
                try hold(desk.page.markup.one(id: "tutup")?["value"] == "09.30", "changing again keeps what was typed")
                try await desk.press("f-jam")
                try await desk.press("f-simpan")
                try await desk.show("Branch/hours-saved")
                try await site.app.redrawAvailability()
                let own = site.app.availability.openings.filter { $0.branch == site.branch.id }
                try hold(Set(own.map { site.branch.zone.time(of: $0.start) }) == [ClockTime(9, 0)])
            },
            Story("hours that somebody else changed meanwhile are shown again before they are saved") { site in
                let (one, two) = (try await site.desk(1, as: .manager), try await site.desk(2, as: .manager))
                for (desk, officers) in [(one, "3"), (two, "4")] {
                    try await desk.open("/kantor/jam")
                    try await desk.press("f-jam", ["petugas": officers])
                }
                try await one.press("f-simpan")
                try await two.press("f-simpan")
                try await two.show("Branch/hours-changed-meanwhile", status: 409)
                try await two.press("f-simpan")
                try hold(two.page.status == 200 && two.page.says("Tersimpan"))
            },
            Story("a closed day is kept with its reason, and can be opened again") { site in
                let (desk, day) = (try await site.desk(as: .manager), Day(iso: "2026-06-11"))
                @Sendable func isOffered() async throws -> Bool {
                    try await site.app.redrawAvailability()
                    return site.app.availability.openings.contains {
                        $0.branch == site.branch.id && site.branch.zone.day(of: $0.start) == day
                    }
                }
                try await desk.show("Branch/exceptions", at: "/kantor/pengecualian")
                try await desk.press("f-hari")
                try await desk.show("Branch/exceptions-wrong", status: 422)
                try await desk.press("f-hari", ["hari": "2026-06-11", "catatan": "Banjir"])
                try hold(desk.page.status == 422 && desk.page.markup.one(id: "catatan")?["value"] == "Banjir", "nothing differs yet")
                try await desk.press("f-hari", ["tutup": "ya"])
                try await desk.show("Branch/exceptions-closed")
                try await hold(!isOffered())
                try await desk.press("h-2026-06-11")
                try await desk.show("Branch/exceptions-removed")
                try await hold(isOffered())
                try await desk.open("/kantor/pengecualian")
                try await desk.press(
                    "f-hari", ["hari": "2026-06-11", "buka": "08.00", "sampai": "10.00", "petugas": "1", "catatan": "Pelatihan <b>"])
                try await desk.show("Branch/exceptions-shorter")
            },
            Story("who waits is shown by rank and number, without names") { site in
                let desk = try await site.desk(as: .officer)
                try await desk.show("Branch/queue-empty", at: "/kantor/tunggu")
                let phone = try await Browser(site)
                try await site.takeEveryPlace()
                try await phone.open("/jadwal")
                try await phone.press("tunggu")
                try await phone.identify(site.cast.siti)
                try await phone.sayReason(site.cast.siti)
                try await phone.press("f-pilihan", ["kantor": "semua"])
                try await phone.agree()
                try await site.settle()
                try await desk.show("Branch/queue-one", at: "/kantor/tunggu")
                try hold(!desk.page.says("Siti"))
            },
            Story("what reached nobody is listed with its reason, and sent again") { site in
                let desk = try await site.desk(as: .national)
                try await desk.show("Branch/undelivered-none", at: "/kantor/pesan")
                _ = try await site.booked()
                try await site.settle()
                try await site.loseLetter()
                try await desk.show("Branch/undelivered-one", at: "/kantor/pesan")
                try hold(!desk.page.text.contains(site.cast.siti.email), "addresses are masked")
                let forms = desk.page.markup.all("form").compactMap { $0["id"] }
                let form = try forms.first { $0.hasPrefix("k-") }.found("a letter to send again")
                try await desk.press(form)
                try await desk.show("Branch/undelivered-sent")
                try hold(!desk.page.markup.all("form").contains { $0["id"] == form }, "it is under way")
                try await desk.post("/kantor/pesan/kirim", [("pesan", String(form.dropFirst(2)))])
                try hold(desk.page.status == 200, "sent twice is sent once")
            },
        ] + [("officer", Staff.Role.officer), ("manager", .manager), ("national", .national)].map(today) + closed.map(refused)

    /// Today, for each role.
    private static func today(_ name: String, _ role: Staff.Role) -> Story {
        Story("today for \(name)") { site in try await site.desk(as: role).show("Branch/today-\(name)", at: "/kantor") }
    }

    private static let closed: [(String, String, Staff.Role)] = [
        ("hours", "/kantor/jam", .officer), ("exceptions", "/kantor/pengecualian", .officer), ("sessions", "/kantor/sesi", .officer),
        ("booths", "/kantor/bilik", .officer), ("screen", "/kantor/layar", .officer), ("undelivered", "/kantor/pesan", .manager),
    ]

    /// What is for managers or national operations is refused to everybody else with a page.
    private static func refused(_ name: String, _ path: String, _ role: Staff.Role) -> Story {
        Story("\(name) are not for the \(role.rawValue)") { site in
            try await site.desk(as: role).show("Branch/refused-\(name)", at: path, status: 403)
        }
    }
}

extension Site {
    /// A claim at the first branch with these papers waiting, and an officer there.
    fileprivate func queue(_ papers: [Paper]) async throws -> (desk: Browser, claim: Claim, documents: [ID<Document>]) {
        let (_, claim) = try await booked()
        var documents: [ID<Document>] = []
        for paper in papers {
            documents.append(try await put(paper, .waiting, for: claim.id, pages: paper == .ktp ? 2 : 1, hints: [.dark]))
        }
        return (try await desk(as: .officer), claim, documents)
    }
}
