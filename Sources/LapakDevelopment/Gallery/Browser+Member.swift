import LapakDomain
import LapakNation

// A member's way from the first page to the last, page by page, as the pages lead.
extension Browser {
    /// The first time that the open page offers.
    var firstSlot: String {
        get throws { try page.markup.all { $0["name"] == "slot" }.first.found("a free time")["value"] ?? "" }
    }

    /// Takes the first free time, at this branch or anywhere.
    func choose(at branch: String? = nil) async throws {
        try await open(branch.map { "/jadwal?kantor=\($0)" } ?? "/jadwal")
        try await press("jadwal", ["slot": firstSlot])
    }

    func sayNIK(_ person: CastMember) async throws { try await press("f-nik", ["nik": person.member.nik.digits]) }

    /// What the page asks for, of what stands on the person's cards.
    func sayMembership(_ person: CastMember) async throws {
        let (year, month, day) = person.member.birth.date
        let known = [
            ("kpj", person.member.memberships[0].kpj.digits), ("nama", person.member.name), ("lahir", "\(day)-\(month)-\(year)"),
            ("ibu", person.member.mother),
        ]
        let asked = Set(page.markup.all("input").compactMap { $0["name"] })
        let filled = try PageForm(id: "f-peserta", in: page).filled(known.filter { asked.contains($0.0) })
        try await post(filled.action, filled.fields)
    }

    func sayContact(_ person: CastMember) async throws {
        try await press("f-kontak", ["email": person.email, "telepon": person.phone])
    }

    func sayCode(_ person: CastMember) async throws { try await press("f-kode", ["kode": site.code(to: person.email)]) }

    /// From the NIK to the reason.
    func identify(_ person: CastMember) async throws {
        try await sayNIK(person)
        try await sayMembership(person)
        try await sayContact(person)
        try await sayCode(person)
    }

    func sayReason(_ person: CastMember) async throws { try await press("f-sebab", ["sebab": person.reason.rawValue]) }
    func agree() async throws { try await press("f-periksa", ["setuju": "ya"]) }

    /// From the first page to the number.
    @discardableResult func book(_ person: CastMember, at branch: String? = nil) async throws -> String {
        try await choose(at: branch)
        try await identify(person)
        try await sayReason(person)
        try await agree()
        return try number
    }

    /// On another day: with nothing but the number and the mailbox.
    func comeBack(to claim: Claim, _ person: CastMember) async throws {
        try await open("/klaim?nomor=\(claim.number.value)")
        try await press("f-nomor")
        try await sayCode(person)
    }

    /// The claim's number on the last page.
    var number: String { get throws { try page.markup.all("b").first { $0["class"] == "num" }.found("the claim's number").words } }
}
