import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakServer

/// The pages of a branch's desk: who comes, hours, exceptions, who waits, undelivered messages.
@Suite("The pages of the branch desk") struct DeskPageTests {
    @Test func `the door, a wrong password, and the way out`() async throws {
        let site = try await Site.open()
        let desk = try await Browser(site)
        try await desk.see("Branch/sign-in", at: "/kantor/masuk")
        let hash = Password.hash(
            "lapak-asik-demo", salt: Array(repeating: 7, count: 16), cost: .init(rounds: 2, blockSize: 1, parallelism: 1))
        let branch = site.branch.id
        try await site.app.store.write {
            $0.insert(Staff(id: ID(1), username: "manajer.uji", name: "Manajer Uji", role: .manager, branch: branch, password: hash))
        }
        try await desk.press("f-masuk", ["nama": "manajer.uji", "sandi": "salah"])
        try await desk.see("Branch/sign-in-wrong", status: 401)
        #expect(desk.page.markup.one(id: "nama")?["value"] == "manajer.uji")
        #expect(desk.page.markup.one(id: "sandi")?["value"] == "", "a password is typed anew")
        try await desk.open("/kantor/masuk")
        try await desk.press("f-masuk", ["nama": "Manajer.Uji", "sandi": "lapak-asik-demo"])
        #expect(desk.page.path == "/kantor" && desk.page.status == 200)
        #expect(try await desk.open("/kantor/masuk").path == "/kantor", "who is signed in needs no door")
        try await desk.open("/kantor")
        try await desk.press("f-keluar")
        try await desk.see("Branch/signed-out")
        #expect(try await desk.open("/kantor").path == "/kantor/masuk")
    }

    @Test func `guessing waits longer each time, and says so`() async throws {
        let site = try await Site.open()
        let desk = try await Browser(site)
        try await desk.open("/kantor/masuk")
        let hash = Password.hash("x", salt: Array(repeating: 7, count: 16), cost: .init(rounds: 2, blockSize: 1, parallelism: 1))
        let branch = site.branch.id
        try await site.app.store.write {
            $0.insert(Staff(id: ID(1), username: "ani", name: "Ani", role: .officer, branch: branch, password: hash))
        }
        for _ in 0..<3 { try await desk.post("/kantor/masuk", [("nama", "ani"), ("sandi", "salah")]) }
        try await desk.post("/kantor/masuk", [("nama", "ani"), ("sandi", "x")])
        #expect(desk.page.status == 429 && desk.page.says("Terlalu sering salah. Coba lagi"))
    }

    @Test func `a session that ran out, or that was signed out elsewhere, opens nothing`() async throws {
        let site = try await Site.open()
        let (desk, _) = try await site.desk(1)
        let copy = try await Browser(site, cookies: desk.cookies)
        #expect(try await copy.open("/kantor").status == 200)
        try await desk.open("/kantor")
        try await desk.press("f-keluar")
        #expect(try await copy.open("/kantor").path == "/kantor/masuk")
        let (late, _) = try await site.desk(2)
        site.clock.advance(.days(31))
        #expect(try await late.open("/kantor").path == "/kantor/masuk")
    }

    @Test(
        "today, for each role",
        arguments: [("officer", Staff.Role.officer), ("manager", .manager), ("national", .national)])
    func today(name: String, role: Staff.Role) async throws {
        let site = try await Site.open()
        let (desk, _) = try await site.desk(1, role)
        try await desk.see("Branch/today-\(name)", at: "/kantor")
    }

    @Test func `appointments appear on their day, without the whole NIK`() async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        let number = try await phone.book(site.cast.siti, at: site.branch.code)
        let claim = try await site.claim(numbered: number)
        let day = site.branch.zone.day(of: try require(try await site.test.find(Slot.self, require(claim.slot))).start)
        let (desk, _) = try await site.desk(1)
        try await desk.see("Branch/day-with-an-appointment", at: "/kantor?hari=\(day.iso)")
        #expect(desk.page.says(number) && desk.page.says("Siti Aminah") && !desk.page.text.contains(claim.nik.digits))
        try await desk.see("Branch/day-without-times", at: "/kantor?hari=2026-06-14")
        try await desk.see("Branch/day-of-a-holiday", at: "/kantor?hari=2026-12-25")
        #expect(try await desk.open("/kantor?hari=gestern&mulai=-5").status == 200, "nonsense is today")
        let (other, _) = try await site.desk(2, at: site.app.nation.branches[1].id)
        try await other.open("/kantor?hari=\(day.iso)")
        #expect(!other.page.says(number), "another branch's people are not shown")
    }

    @Test func `new hours are shown before they are saved, and then change what members are offered`() async throws {
        let site = try await Site.open()
        let (desk, _) = try await site.desk(1, .manager)
        try await desk.see("Branch/hours", at: "/kantor/jam")
        try await desk.press("f-jam", ["tutup": "07.00"])
        try await desk.see("Branch/hours-wrong", status: 422)
        #expect(desk.page.says("Jam tutup harus sesudah jam buka") && desk.page.markup.one(id: "tutup")?["value"] == "07.00")
        try await desk.press(
            "f-jam",
            ["buka": "09.00", "tutup": "09.30", "istirahat": "09.30", "kembali": "09.30", "petugas": "1", "rasio": "1", "daring": "100"])
        try await desk.see("Branch/hours-preview")
        try await desk.press("f-ubah")
        #expect(desk.page.markup.one(id: "tutup")?["value"] == "09.30", "changing again keeps what was typed")
        try await desk.press("f-jam")
        try await desk.press("f-simpan")
        try await desk.see("Branch/hours-saved")
        try await site.app.redrawAvailability()
        let starts = Set(
            site.app.availability.openings.filter { $0.branch == site.branch.id }.map { site.branch.zone.time(of: $0.start) })
        #expect(starts == [ClockTime(9, 0)])
    }

    @Test func `hours that somebody else changed meanwhile are shown again before they are saved`() async throws {
        let site = try await Site.open()
        let (one, _) = try await site.desk(1, .manager)
        let (two, _) = try await site.desk(2, .manager)
        for (desk, officers) in [(one, "3"), (two, "4")] {
            try await desk.open("/kantor/jam")
            try await desk.press("f-jam", ["petugas": officers])
        }
        try await one.press("f-simpan")
        try await two.press("f-simpan")
        try await two.see("Branch/hours-changed-meanwhile", status: 409)
        try await two.press("f-simpan")
        #expect(two.page.status == 200 && two.page.says("Tersimpan"))
    }

    @Test(
        "what cannot be hours is said at its field",
        arguments: [
            ("petugas", "201"), ("petugas", "banyak"), ("rasio", "7"), ("menit", "4"), ("daring", "101"), ("ruang", "0"),
            ("buka", "jam tujuh"),
        ])
    func wrongHours(field: String, value: String) async throws {
        let (desk, _) = try await (try await Site.open()).desk(1, .manager)
        try await desk.open("/kantor/jam")
        let form = try PageForm(id: "f-jam", in: desk.page).filled([(field, value)])
        try await desk.post(form.action, form.fields)
        #expect(desk.page.status == 422)
        let input = try #require(desk.page.markup.one(id: field))
        #expect(input["aria-invalid"] == "true" && input["value"] == value)
        #expect(desk.page.markup.all { $0["aria-invalid"] == "true" }.count == 1)
    }

    @Test func `a closed day is kept with its reason, and can be opened again`() async throws {
        let site = try await Site.open()
        let (desk, _) = try await site.desk(1, .manager)
        try await desk.see("Branch/exceptions", at: "/kantor/pengecualian")
        try await desk.press("f-hari")
        try await desk.see("Branch/exceptions-wrong", status: 422)
        let day = Day(year: 2026, month: 6, day: 11)!
        try await desk.press("f-hari", ["hari": day.iso, "catatan": "Banjir"])
        #expect(desk.page.status == 422 && desk.page.markup.one(id: "catatan")?["value"] == "Banjir", "nothing differs yet")
        try await desk.press("f-hari", ["tutup": "ya"])
        try await desk.see("Branch/exceptions-closed")
        try await site.app.redrawAvailability()
        #expect(!site.app.availability.openings.contains { $0.branch == site.branch.id && site.branch.zone.day(of: $0.start) == day })
        try await desk.press("h-\(day.iso)")
        try await desk.see("Branch/exceptions-removed")
        try await site.app.redrawAvailability()
        #expect(site.app.availability.openings.contains { $0.branch == site.branch.id && site.branch.zone.day(of: $0.start) == day })
        try await desk.open("/kantor/pengecualian")
        try await desk.press("f-hari", ["hari": day.iso, "buka": "08.00", "sampai": "10.00", "petugas": "1", "catatan": "Pelatihan <b>"])
        try await desk.see("Branch/exceptions-shorter")
    }

    @Test func `who waits is shown by rank and number, without names`() async throws {
        let site = try await Site.open()
        let (desk, _) = try await site.desk(1)
        try await desk.see("Branch/queue-empty", at: "/kantor/tunggu")
        let phone = try await Browser(site)
        try await phone.open("/jadwal")
        try await phone.press("tunggu")
        try await phone.identify(site.cast.siti)
        try await phone.sayReason(site.cast.siti)
        try await phone.press("f-pilihan", ["kantor": "semua"])
        try await phone.agree()
        try await site.settle()
        try await desk.see("Branch/queue-one", at: "/kantor/tunggu")
        #expect(!desk.page.says("Siti"))
    }

    @Test(
        "what is for managers or national operations is refused to everybody else with a page",
        arguments: [
            ("hours", "/kantor/jam", Staff.Role.officer), ("exceptions", "/kantor/pengecualian", .officer),
            ("sessions", "/kantor/sesi", .officer),
            ("booths", "/kantor/bilik", .officer), ("screen", "/kantor/layar", .officer), ("undelivered", "/kantor/pesan", .manager),
        ])
    func notAllowed(name: String, path: String, role: Staff.Role) async throws {
        let (desk, _) = try await (try await Site.open()).desk(1, role)
        try await desk.see("Branch/refused-\(name)", at: path, status: 403)
    }

    @Test(
        "an officer changes nothing that a manager plans",
        arguments: [
            "/kantor/jam", "/kantor/pengecualian", "/kantor/pengecualian/hapus", "/kantor/bilik", "/kantor/bilik/kode",
            "/kantor/bilik/tutup",
            "/kantor/bilik/buka", "/kantor/bilik/pindah", "/kantor/pesan/kirim",
        ])
    func changes(path: String) async throws {
        let site = try await Site.open()
        let (desk, _) = try await site.desk(1)
        let before = try await site.test.lines().count
        let answer = try await desk.post(path, [("pilih", "1"), ("hapus", "2026-06-11"), ("hari", "2026-06-11"), ("pesan", "1")])
        #expect(answer.status == 403 && answer.isDocument)
        #expect(try await site.test.lines().count == before)
    }

    @Test func `what reached nobody is listed with its reason, and sent again`() async throws {
        let site = try await Site.open()
        let (desk, _) = try await site.desk(1, .national)
        try await desk.see("Branch/undelivered-none", at: "/kantor/pesan")
        _ = try await site.test.book(site.cast.siti)
        try await site.test.follow()
        let first = try #require(try await site.test.messages().first { $0.channel == .mail })
        _ = try await site.app.store.maintain { connection in
            try connection.execute(
                "UPDATE message SET phase = 'dead', attempts = 8, trouble = '550 no such user' WHERE id = $1", first.id)
        }
        try await desk.see("Branch/undelivered-one", at: "/kantor/pesan")
        #expect(!desk.page.text.contains(site.cast.siti.email), "addresses are masked")
        try await desk.press("k-\(first.id.rawValue)")
        try await desk.see("Branch/undelivered-sent")
        #expect(try await site.test.find(Message.self, first.id)?.phase != .dead)
        try await desk.post("/kantor/pesan/kirim", [("pesan", "\(first.id.rawValue)")])
        #expect(desk.page.status == 200, "sent twice is sent once")
    }

    @Test func `national operations look after the branch that they name, and keep it`() async throws {
        let site = try await Site.open()
        let (desk, _) = try await site.desk(1, .national)
        let second = site.app.nation.branches[1]
        try await desk.open("/kantor")
        try await desk.press("f-cabang", ["cabang": second.code])
        #expect(desk.page.says(second.name))
        try await desk.open("/kantor/tunggu")
        #expect(desk.page.says(second.name), "the branch named last is kept")
        #expect(try await desk.open("/kantor?cabang=tidak-ada").status == 200)
    }

    @Test func `a manager who names another branch stays at the own one`() async throws {
        let site = try await Site.open()
        let (desk, _) = try await site.desk(1, .manager)
        try await desk.open("/kantor?cabang=\(site.app.nation.branches[1].code)")
        #expect(desk.page.says(site.branch.name) && !desk.page.says(site.app.nation.branches[1].name))
    }
}
