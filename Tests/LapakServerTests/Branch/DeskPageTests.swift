import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// A branch's desk, beside what its stories show: sessions, hours that cannot be, and who may not.
@Suite("The pages of the branch desk") struct DeskPageTests {
    @Test func `the door, a wrong password, and the way out`() async throws {
        let site = try await Site.open()
        let desk = try await Browser(site)
        try await desk.open("/kantor/masuk")
        let hash = Password.hash(
            "lapak-asik-demo", salt: Array(repeating: 7, count: 16), cost: .init(rounds: 2, blockSize: 1, parallelism: 1))
        let branch = site.branch.id
        try await site.app.store.write {
            $0.insert(Staff(id: ID(1), username: "manajer.uji", name: "Manajer Uji", role: .manager, branch: branch, password: hash))
        }
        try await desk.press("f-masuk", ["nama": "manajer.uji", "sandi": "salah"])
        #expect(desk.page.status == 401)
        try await desk.open("/kantor/masuk")
        try await desk.press("f-masuk", ["nama": "Manajer.Uji", "sandi": "lapak-asik-demo"])
        #expect(desk.page.path == "/kantor" && desk.page.status == 200)
        #expect(try await desk.open("/kantor/masuk").path == "/kantor", "who is signed in needs no door")
        try await desk.open("/kantor")
        try await desk.press("f-keluar")
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
