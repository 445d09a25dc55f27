import LapakDomain
import Testing

@Suite struct PaperCheckTests {
    private let claim = Papers().claim
    private let born = Day(year: 1992, month: 4, day: 12)!

    private func member(name: String = "Rani", birth: Day? = nil, cards: [Membership] = []) -> Member {
        Member(id: ID(1), nik: claim.nik, name: name, birth: birth ?? born, mother: "Rohani", memberships: cards)
    }

    private func card(_ employer: String, until end: Day?, _ status: Membership.Status = .ended) -> Membership {
        Membership(
            kpj: KPJ("99000000001")!, npp: "JJ000001", employer: employer, start: born.adding(years: 20), end: end, status: status,
            balance: Rupiah(1))
    }

    private func check(
        _ subject: PaperCheck.Subject, on paper: Paper, member: Member?, beside others: [Document] = [], document: Document? = nil
    ) -> PaperCheck? {
        PaperCheck.all(of: document ?? Papers.document(paper, .waiting), for: claim, member: member, beside: others)
            .first { $0.subject == subject }
    }

    @Test(arguments: Paper.allCases) func `every paper says first what the file must be, then what to compare, then the record`(
        paper: Paper
    ) {
        let subjects = PaperCheck.all(of: Papers.document(paper, .waiting), for: claim, member: member(), beside: []).map(\.subject)
        #expect(subjects.first == .whole)
        #expect(!PaperCheck.subjects(of: paper).isEmpty)
        #expect(Array(subjects.dropFirst().dropLast(2)) == PaperCheck.subjects(of: paper))
        #expect(subjects.suffix(2) == [.recordName, .recordBirth])
        #expect(Set(subjects).count == subjects.count)
    }

    @Test(arguments: [("Rani", PaperCheck.Mark.matches), ("RANI", .matches), ("Sri Wahyuni", .look), ("", .look)])
    func `the typed name is compared with the record as tolerantly as names are`(name: String, mark: PaperCheck.Mark) {
        #expect(check(.recordName, on: .ktp, member: member(name: name))?.mark == mark)
    }

    @Test func `a name that is nearly the same is marked as similar, never as equal`() {
        let long = Claim(
            id: claim.id, number: claim.number, member: ID(1), reason: .pension56, rules: .permenaker4Of2022, phase: .waiting,
            name: "Siti Aminah", nik: claim.nik, email: claim.email, phone: claim.phone, language: .id, filed: Papers.thursday)
        let all = PaperCheck.all(
            of: Papers.document(.ktp, .waiting), for: long, member: member(name: "SITI AMINNAH"), beside: [])
        #expect(all.first { $0.subject == .recordName }?.mark == .similar)
    }

    @Test func `the birth date in the NIK is compared with the record's`() throws {
        let digits = claim.nik.digits.utf8.map { Int($0 - 48) }
        let day = digits[6] * 10 + digits[7]
        let written = Day(
            year: 1900 + digits[10] * 10 + digits[11], month: digits[8] * 10 + digits[9], day: day > 40 ? day - 40 : day)
        let birth = try #require(written)
        #expect(check(.recordBirth, on: .ktp, member: member(birth: birth))?.mark == .matches)
        #expect(check(.recordBirth, on: .ktp, member: member(birth: birth + 1))?.mark == .look)
    }

    @Test func `while the registry is silent only eyes decide, and what was filled in is shown`() {
        let all = PaperCheck.all(of: Papers.document(.bankBook, .waiting), for: claim, member: nil, beside: [])
        #expect(all.allSatisfy { $0.mark == .look })
        #expect(all.first { $0.subject == .holder }?.expected?.id == claim.name)
    }

    @Test func `an employer's letter is compared with the last employment that was not paid out`() {
        let cards = [
            card("PT Lama", until: born.adding(years: 25)), card("PT Terakhir", until: born.adding(years: 30)),
            card("PT Dibayar", until: born.adding(years: 31), .paid),
        ]
        let known = member(cards: cards)
        #expect(check(.employer, on: .resignationLetter, member: known)?.expected?.id == "PT Terakhir")
        #expect(check(.employmentEnd, on: .resignationLetter, member: known)?.expected?.en == "Tuesday, 12 April 2022")
        let running = member(cards: cards + [card("PT Sekarang", until: nil, .active)])
        #expect(check(.employer, on: .paklaring, member: running)?.expected?.id == "PT Sekarang")
        #expect(check(.employmentEnd, on: .paklaring, member: running)?.expected?.id == "Perusahaan belum melaporkan berhenti")
        #expect(check(.employer, on: .paklaring, member: member())?.expected == nil)
    }

    @Test func `a photo that may be blurred says so beside the question whether it can be read`() {
        var document = Papers.document(.ktp, .checking)
        var others: [Document] = []
        let cleaned = CleanedFile(kind: .jpeg, bytes: 1, sha256: "cc", pages: 1, hints: [.blurred, .dark])
        _ = try? document.pass(cleaned, over: &others)
        #expect(check(.whole, on: .ktp, member: nil, document: document)?.expected?.id == "Foto mungkin buram. Foto mungkin gelap.")
        #expect(check(.whole, on: .ktp, member: nil)?.expected == nil)
    }

    @Test func `the very file that was given back before is noticed, another one is not`() {
        let again = Papers.document(.ktp, .waiting, version: 2)
        func returned(_ sha256: String, _ paper: Paper = .ktp) -> Document {
            Document(
                id: ID(55), claim: ID(13), paper: paper, version: 1, kind: .jpeg, bytes: 1, sha256: sha256, received: Papers.thursday,
                phase: .superseded, reason: .illegible)
        }
        func note(_ former: Document) -> String? {
            check(.sentBefore, on: .ktp, member: nil, beside: [former, again], document: again)?.expected?.id
        }
        #expect(note(returned(again.sha256)) == "Versi 1: Tidak terbaca")
        #expect(note(returned("other")) == nil)
        #expect(note(returned(again.sha256, .kk)) == nil)
    }

    @Test func `every mark and every subject has words in both languages`() {
        let words = PaperCheck.Mark.allCases.map(\.words) + PaperCheck.Subject.allCases.map(\.words)
        #expect(words.allSatisfy { !$0.id.isEmpty && !$0.en.isEmpty })
        #expect(Set(words.map(\.id)).count == words.count)
    }
}

@Suite struct StaffPapersTests {
    private func person(_ role: Staff.Role, at branch: Int64?) -> Staff {
        Staff(id: ID(7), username: "a", name: "Ani", role: role, branch: branch.map { ID($0) }, password: "")
    }

    @Test(arguments: [Staff.Role.officer, .manager]) func `a branch's people check the papers of their branch and of those in line`(
        role: Staff.Role
    ) {
        let ani = person(role, at: 3)
        #expect(ani.mayCheckPapers(at: ID(3)))
        #expect(ani.mayCheckPapers(at: nil))
        #expect(!ani.mayCheckPapers(at: ID(4)))
    }

    @Test func `national operations check everywhere`() { #expect(person(.national, at: nil).mayCheckPapers(at: ID(4))) }

    @Test func `officers see a document while it is on their desk, to the millisecond; managers at any time`() throws {
        let (now, until) = (Papers.thursday, Papers.thursday + .minutes(10))
        var document = Papers.document(.ktp, .waiting)
        let officer = person(.officer, at: 3)
        #expect(!officer.maySee(document, at: now))
        #expect(person(.manager, at: 3).maySee(document, at: now))
        try document.take(by: officer.id, for: .minutes(10), at: now)
        #expect(officer.maySee(document, at: Papers.before(until)))
        #expect(!officer.maySee(document, at: until))
        try document.take(by: ID(8), for: .minutes(10), at: until)
        #expect(!officer.maySee(document, at: until))
        _ = try document.accept(by: ID(8), at: until)
        #expect(!officer.maySee(document, at: until) && person(.national, at: nil).maySee(document, at: until))
    }
}
