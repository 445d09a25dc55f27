import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// What a form tells, beside the mistakes of the stories.
@Suite("What is wrong in a member's form") struct FormErrorTests {
    /// As an address book, a chat or an office program puts it: marks of direction, blanks that do not break, other digits.
    static let pasted: [@Sendable (String) -> String] = [
        { "\u{202D}\($0)\u{202C}" }, { "\u{FEFF}" + $0.map { "\($0)\u{200B}" }.joined() },
        { $0.replacing(" ", with: "\u{A0}") + "\u{202F}\r\n" },
        { $0.replacing("-", with: "\u{2011}") + "\u{AD}" },
        {
            String(
                String.UnicodeScalarView($0.unicodeScalars.map { (48...57).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0)! : $0 }))
        },
    ]

    @Test(arguments: pasted.indices) func `whatever is pasted is read as a person sees it, from the first page to the claim`(
        way: Int
    ) async throws {
        let (site, paste) = (try await Site.open(), Self.pasted[way])
        let (phone, siti) = (try await Browser(site), site.cast.siti)
        try await phone.choose()
        try await phone.press("f-nik", ["nik": paste(siti.member.nik.digits)])
        let (year, month, day) = siti.member.birth.date
        try await phone.press(
            "f-peserta",
            [
                "kpj": paste(siti.member.memberships[0].kpj.digits), "nama": paste(siti.member.name),
                "lahir": paste("\(day)-\(month)-\(year)"),
                "ibu": paste(siti.member.mother),
            ])
        try await phone.press(
            "f-kontak",
            ["email": siti.email.contains(#/[0-9]/#) ? siti.email : paste(siti.email), "telepon": paste("00 62" + siti.phone.dropFirst())])
        try await phone.press("f-kode", ["kode": paste(site.code(to: siti.email))])
        try await phone.sayReason(siti)
        try await phone.agree()
        let claim = try await site.claim(numbered: try phone.number)
        #expect((claim.nik, claim.name, claim.phone) == (siti.member.nik, siti.member.name, PhoneNumber(siti.phone)))
        let other = try await Browser(site)
        try await other.open("/klaim")
        try await other.press("f-nomor", ["nomor": paste(claim.number.description)])
        try await other.press("f-kode", ["kode": paste(site.code(to: siti.email))])
        #expect(other.page.path == "/klaim/status" && other.page.status == 200)
    }

    @Test(arguments: pasted.indices) func `so it is in the yard, at the sign-in and at a booth`(way: Int) async throws {
        let (site, paste) = (try await Site.open(), Self.pasted[way])
        let (yard, siti) = (try await site.desk(as: .officer), site.cast.siti)
        try await yard.open("/kantor/halaman")
        try await yard.press("f-cari", ["cari": paste(siti.member.nik.digits)])
        #expect(yard.page.markup.one(id: "nik")?["value"] == siti.member.nik.digits)
        let manager = try await site.desk(2, as: .manager)
        try await manager.open("/kantor/bilik")
        try await manager.press("f-bilik", ["bilik": paste("1")])
        let code = try #require(manager.page.markup.one(id: "kode-bilik")?.words)
        let screen = try await Browser(site)
        try await screen.open("/bilik")
        try await screen.press("f-pasang", ["kode": paste(code)])
        #expect(screen.page.path == "/bilik" && screen.page.status == 200)
    }

    @Test(arguments: [
        ("\u{202D}317409611290000\u{202C}", "Anda mengetik 15 angka"), ("3174O96112900001", "Tanda “O” bukan angka"),
        ("31740961 12900001 \u{200B}9", "Anda mengetik 17 angka"), ("0000000000000000", "tidak mungkin benar"),
    ])
    func `what is said of a wrong number is what the person sees`(typed: String, words: String) async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.choose()
        try await phone.press("f-nik", ["nik": typed])
        #expect(phone.page.status == 422 && phone.page.says(words))
        let yard = try await site.desk(as: .officer)
        try await yard.open("/kantor/halaman/orang")
        try await yard.press("f-orang", ["nik": typed])
        #expect(yard.page.status == 422 && yard.page.says(words))
    }

    @Test func `known and unknown members see the same before the proof`() async throws {
        let site = try await Site.open()
        func pages(_ nik: String) async throws -> [String] {
            let phone = try await Browser(site)
            let siti = site.cast.siti
            try await phone.choose()
            try await phone.press("f-nik", ["nik": nik])
            var seen = [phone.page.path, phone.page.markup.main]
            try await phone.sayMembership(siti)
            seen += [phone.page.path, phone.page.markup.main]
            try await phone.sayContact(siti)
            return seen + [phone.page.path, phone.page.markup.main]
        }
        let known = try await pages(site.cast.siti.member.nik.digits)
        site.clock.advance(.minutes(2))
        #expect(try await pages("3173055204920777") == known)
    }
}
