import LapakDomain
import Testing

@Suite struct IdentityTests {
    let record = Worker.working()

    func identity(
        nik: String = Worker.nik, kpj: KPJ = Worker.kpj(1), name: String = "Rani Puspitasari", birth: Day? = Worker.birth,
        mother: String? = "Sulastri Handayani"
    ) throws -> Identity {
        Identity(nik: try #require(NIK(nik)), kpj: kpj, name: name, birth: birth, mother: mother)
    }

    @Test func `the same data match`() throws {
        #expect(try identity().finding(in: record) == .matched)
    }

    @Test func `an unknown NIK is not found`() throws {
        #expect(try identity().finding(in: nil) == .notFound)
        #expect(try identity(nik: "3602041211870001").finding(in: record) == .notFound)
    }

    @Test(arguments: ["RANI PUSPITASARI", "  rani   puspitasari ", "Rani Puspitasary"])
    func `a name is compared tolerantly, and so is the mother's`(typed: String) throws {
        #expect(try identity(name: typed).finding(in: record) == .matched)
        let mother = typed == "Rani Puspitasary" ? "Sulastri Handayany" : "sulastri  HANDAYANI"
        #expect(try identity(mother: mother).finding(in: record) == .matched)
    }

    @Test func `each field that differs is named`() throws {
        #expect(try identity(kpj: Worker.kpj(9)).finding(in: record) == .mismatch([.kpj]))
        #expect(try identity(name: "Budi Santoso").finding(in: record) == .mismatch([.name]))
        #expect(try identity(name: " ").finding(in: record) == .mismatch([.name]))
        #expect(try identity(birth: Worker.birth + 1).finding(in: record) == .mismatch([.birth]))
        #expect(try identity(mother: "Budi Santoso").finding(in: record) == .mismatch([.mother]))
        let all = try identity(kpj: Worker.kpj(9), name: "Budi Santoso", birth: Worker.birth + 1, mother: "Budi Santoso")
        #expect(all.finding(in: record) == .mismatch(IdentityField.allCases))
    }

    @Test func `any card of the member will do, a paid one too`() throws {
        let start = Worker.day(2015, 3, 2)
        let paid = Worker.card(.paid, number: 1, from: start, until: start + 400)
        let record = Worker.holding([paid, Worker.card(.active, number: 2, from: start + 500)])
        #expect(try identity(kpj: Worker.kpj(1)).finding(in: record) == .matched)
        #expect(try identity(kpj: Worker.kpj(2)).finding(in: record) == .matched)
    }

    @Test func `a field that was not asked is not compared`() throws {
        #expect(try identity(birth: nil, mother: nil).finding(in: record) == .matched)
    }

    @Test func `a mother's name that the registry lacks cannot differ`() throws {
        let record = Member(
            id: ID(1), nik: record.nik, name: record.name, birth: record.birth, mother: "", memberships: record.memberships)
        #expect(try identity().finding(in: record) == .matched)
    }

    @Test(arguments: [("3602041211870001", (1987, 11, 12)), ("3273056010900009", (1990, 10, 20))])
    func `the NIK examples of the press hold their birth dates`(digits: String, birth: (Int, Int, Int)) throws {
        let nik = try #require(NIK(digits))
        #expect(nik.agrees(withBirth: Worker.day(birth.0, birth.1, birth.2)))
    }

    @Test func `a NIK that disagrees with the birth date does not block`() throws {
        let corrected = Worker.day(1991, 1, 5)
        let identity = try identity(birth: corrected)
        #expect(!identity.nik.agrees(withBirth: corrected))
        #expect(identity.finding(in: Worker.working(birth: corrected)) == .matched)
    }

    @Test func `what the policy asks and the person left empty is missing`() throws {
        let bare = try identity(name: " ", birth: nil, mother: "")
        #expect(bare.missing(under: IdentityPolicy()) == [.name, .birth, .mother])
        #expect(bare.missing(under: IdentityPolicy(asksBirth: false, asksMother: false)) == [.name])
        #expect(try identity().missing(under: IdentityPolicy()).isEmpty)
    }

    @Test(arguments: IdentityField.allCases)
    func `every remedy is complete in both languages and says what to type and whom to ask`(field: IdentityField) {
        #expect(field.remedy.id.contains("Ketik lagi") && field.remedy.id.contains("kantor cabang"))
        #expect(field.remedy.en.contains("Type") && field.remedy.en.contains("branch"))
    }

    @Test func `neither a finding nor a remedy reveals the registry's values`() throws {
        let finding = try identity(
            kpj: Worker.kpj(9), name: "Budi Santoso", birth: Worker.birth + 1, mother: "Budi Santoso"
        ).finding(in: record)
        let shown = String(reflecting: finding) + IdentityField.allCases.map { $0.remedy.id + $0.remedy.en }.joined()
        for secret in [record.name, record.mother, record.nik.digits, record.memberships[0].kpj.digits, "1990", "\(record.birth.number)"] {
            #expect(!shown.contains(secret))
        }
    }
}
