import Foundation
import LapakDomain
import LapakNation
import Testing

@testable import LapakStore

@Suite struct MemberImportTests {
    private static let header = "nik,name,birth,mother,kpj,npp,employer,start,end,status,balance"
    private static let budi =
        "3372030311859982,Budi Santoso,1985-11-03,Suparmi,17879569995,JK001,PT Garmen,2010-01-04,2020-05-06,ended,14250000"

    /// An empty database and a file beside them, both gone at the end.
    @discardableResult private func importing<T>(_ text: String, _ body: (Store, MemberImport) async throws -> T) async throws -> T {
        try await importing(Data(text.utf8), body)
    }

    @discardableResult private func importing<T>(_ data: Data, _ body: (Store, MemberImport) async throws -> T) async throws -> T {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
        try data.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let store = try Store.open("sqlite::memory:")
        try await Schema.migrate(store)
        return try await body(store, try MemberImport(path: file.path))
    }

    /// Loads a file; answers its faults and how far it came.
    private func load(_ members: MemberImport, into store: Store) async throws -> (
        done: MemberImport.Progress, faults: [MemberImport.Fault]
    ) {
        var faults: [MemberImport.Fault] = []
        let done = try await members.run(into: store, report: { faults += $0 })
        return (done, faults)
    }

    @Test(arguments: [
        header + "\n" + budi + "\n", header + "\r\n" + budi, "\u{feff}" + header + "\n\n" + budi + "\n\n",
        (header + "\n" + budi).replacing(",", with: ";"),
        header + "\n"
            + "'3372030311859982,\"Budi Santoso\", 1985-11-03 ,Suparmi,' 17879569995,JK001,\"PT Garmen\",2010-01-04,2020-05-06,"
            + "Ended,14250000\n",
        "balance,status,end,start,employer,npp,kpj,mother,birth,name,nik,more\n"
            + "14250000,ended,2020-05-06,2010-01-04,PT Garmen,JK001,17879569995,Suparmi,1985-11-03,Budi Santoso,3372030311859982,x\n",
        header.replacing("kpj", with: "\u{200B}kpj\u{A0}") + "\n"
            + "\u{202D}3372030311859982\u{202C},Budi\u{A0}Santoso,1985\u{2011}11\u{2011}03,Suparmi,17879\u{202F}569995,JK001,"
            + "\u{FEFF}PT Garmen,2010-01-04,2020-05-06,ended\u{A0},\u{200E}14250000\n",
    ])
    func `a card becomes a member, however the file is written`(text: String) async throws {
        try await importing(text) { store, members in
            let (done, faults) = try await load(members, into: store)
            #expect(faults == [])
            #expect(done.members == 1)
            let nik = try #require(NIK("3372030311859982"))
            let member = try #require(try await store.read { try $0.member(nik: nik) })
            #expect(member.name == "Budi Santoso")
            #expect(member.birth == Day(year: 1985, month: 11, day: 3))
            let card = try #require(member.memberships.first)
            #expect((card.employer, card.status, card.balance) == ("PT Garmen", .ended, Rupiah(14_250_000)))
        }
    }

    @Test func `quotes hold separators, quotes and line ends`() async throws {
        let line = Self.budi.replacing("PT Garmen", with: "\"PT \"\"Garmen\"\", Jaya\nBersama\"")
        try await importing("\(Self.header)\n\(line)\n") { store, members in
            _ = try await load(members, into: store)
            let member = try #require(
                try await store.read { try $0.query("SELECT memberships FROM member", []).first?.json([Membership].self, 0) })
            #expect(member.first?.employer == "PT \"Garmen\", Jaya Bersama")
        }
    }

    @Test func `the cards of one member stand together and keep their order`() async throws {
        let second = Self.budi.replacing("17879569995", with: "17879569996")
        try await importing("\(Self.header)\n\(Self.budi)\n\(second)\n") { store, members in
            let (done, _) = try await load(members, into: store)
            #expect((done.members, done.line) == (1, 3))
            let cards = try await store.read { try $0.query("SELECT memberships FROM member", [])[0].json([Membership].self, 0) }
            #expect(cards.map(\.kpj.digits) == ["17879569995", "17879569996"])
        }
    }

    @Test(arguments: [
        ("3372030311859982", "337203031185998", "nik"), ("Budi Santoso", "", "name"), ("1985-11-03", "1985-13-03", "birth"),
        ("17879569995", "1787956999", "kpj"), ("2010-01-04", "", "start"), ("2020-05-06", "2009-05-06", "end"), ("2020-05-06", "", "end"),
        ("ended", "Active", "end"), ("ended", "left", "status"), ("14250000", "14250000.50", "balance"), ("14250000", "-1", "balance"),
        ("14250000", "", "balance"), ("JK001", "", "npp"), ("PT Garmen", "", "employer"),
    ])
    func `a faulty line is told by line and field, without what stands in it`(right: String, wrong: String, field: String) async throws {
        try await importing("\(Self.header)\n\(Self.budi.replacing(right, with: wrong))\n") { store, members in
            let (done, faults) = try await load(members, into: store)
            #expect(faults.map(\.field) == [field])
            #expect(faults.map(\.line) == [2])
            #expect(faults.allSatisfy { wrong.isEmpty || !$0.words.contains(wrong) })
            #expect((done.members, done.faults) == (0, 1))
        }
    }

    @Test func `a member with one faulty card is left out whole, and the others are not`() async throws {
        let lines = [
            Self.budi, Self.budi.replacing("17879569995", with: "1"), Self.budi.replacing("9982,", with: "9983,"),
            Self.budi.replacing("9982,", with: "9984,"), Self.budi.replacing("9982,", with: "9984,").replacing("Suparmi", with: "Sumiati"),
        ]
        try await importing("\(Self.header)\n\(lines.joined(separator: "\n"))\n") { store, members in
            let (_, faults) = try await load(members, into: store)
            #expect(faults.map(\.field) == ["kpj", "mother"])
            #expect(faults.map(\.line) == [3, 6])
            let niks = try await store.read { try $0.query("SELECT nik FROM member", []).map { try $0.text(0) } }
            #expect(niks == ["3372030311859983"])
        }
    }

    @Test func `bytes that are not UTF-8 are a fault of their line`() async throws {
        var data = Data("\(Self.header)\n".utf8)
        data += Data(Self.budi.replacing("Garmen", with: "X").utf8).map { $0 == UInt8(ascii: "X") ? 0xE9 : $0 }
        data += Data("\n\(Self.budi.replacing("9982,", with: "9983,"))\n".utf8)
        try await importing(data) { store, members in
            let (done, faults) = try await load(members, into: store)
            #expect(faults.map(\.field) == ["employer"])
            #expect(done.members == 1)
        }
    }

    @Test func `a file without its columns is refused with their names`() async throws {
        try await importing("nik,name\n1,2\n") { store, members in
            await #expect(throws: MemberImportTrouble.columnsMissing(Array(MemberCard.columns[2...]))) {
                try await members.run(into: store)
            }
        }
    }

    @Test func `a quote that is never closed does not swallow the file`() async throws {
        let rest = String(repeating: Self.budi + "\n", count: 1000)
        try await importing("\(Self.header)\n\"\(rest)") { store, members in
            await #expect(throws: MemberImportTrouble.recordTooLong(line: 2)) { try await members.run(into: store) }
        }
    }

    @Test func `the same NIK keeps its id, and its partial claims`() async throws {
        let base = try #require(Day(year: 2020, month: 6, day: 15))
        let budi = Cast(on: base).budi.member
        let known = Member(
            id: budi.id, nik: budi.nik, name: "Lain", birth: budi.birth, mother: "", memberships: [],
            partials: [PartialClaim(reason: .partial10, paid: base)])
        try await importing("\(Self.header)\n\(Self.budi)\n") { store, members in
            try await store.seed(members: [known])
            _ = try await load(members, into: store)
            let member = try #require(try await store.read { try $0.member(nik: budi.nik) })
            #expect((member.id, member.name, member.partials) == (known.id, "Budi Santoso", known.partials))
        }
    }

    @Test func `an import that was interrupted goes on where it stopped, and ends as if it never was`() async throws {
        let population = Population(seed: 7, base: try #require(Day(year: 2020, month: 6, day: 15)))
        let people = (0..<5000).map { population.member($0) }
        let text = ([Self.header] + people.flatMap(lines)).joined(separator: "\n")
        try await importing(text) { store, members in
            let limit = try await members.run(into: store).line
            try await store.maintain { connection in
                try connection.execute("DELETE FROM member WHERE nik > '33'")
                try connection.execute("UPDATE import SET line = 3000, loaded = 0")
            }
            let before = try await store.read { try $0.query("SELECT count(*) FROM member", [])[0].int(0) }
            let done = try await members.run(into: store)
            let after = try await store.read { try $0.query("SELECT count(*) FROM member", [])[0].int(0) }
            #expect(done.line == limit)
            #expect(after > before && after < 5000)
            #expect(try await members.run(into: store, again: true).members == 5000)
            #expect(try await store.read { try $0.query("SELECT count(*) FROM member", [])[0].int(0) } == 5000)
            for person in people.prefix(50) {
                let member = try await store.read { try $0.member(nik: person.nik) }
                #expect(member?.memberships == person.memberships)
                #expect(member?.id == MemberImport.identity(of: person.nik))
            }
        }
    }

    @Test func `seeding twice is seeding once, and leaves alone what people changed`() async throws {
        let store = try Store.open("sqlite::memory:")
        try await Schema.migrate(store)
        let base = try #require(Day(year: 2020, month: 6, day: 15))
        let population = Population(seed: 7, base: base)
        for round in 1...2 {
            let new = try await store.seed(
                regions: ExampleNation.regions, branches: ExampleNation.branches, holidays: ExampleNation.holidays, staff: [])
            #expect(new == (round == 1 ? ExampleNation.regions.count + ExampleNation.branches.count + ExampleNation.holidays.count : 0))
            #expect(try await store.seed(members: (0..<3000).lazy.map { population.member($0) }) == 3000)
            try await store.maintain { _ = try $0.execute("UPDATE branch SET officers = 7") }
        }
        let (members, officers) = try await store.read { connection in
            (
                try connection.query("SELECT count(*) FROM member", [])[0].int(0),
                try connection.query("SELECT DISTINCT officers FROM branch", []).map { try $0.int(0) }
            )
        }
        #expect(members == 3000)
        #expect(officers == [7])
    }

    private func lines(of member: Member) -> [String] {
        member.memberships.map { card in
            "\(member.nik.digits),\(member.name),\(member.birth.iso),\(member.mother),\(card.kpj.digits),\(card.npp),\"\(card.employer)\","
                + "\(card.start.iso),\(card.end?.iso ?? ""),\(card.status.rawValue),\(card.balance.amount)"
        }
    }
}
