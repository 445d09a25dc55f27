import LapakDomain
import Testing

@Suite struct ChecklistTests {
    func items(
        _ reason: ClaimReason, balance: Int64 = 14_250_000, partialBefore: Bool = false, _ version: RuleVersion = .permenaker4Of2022
    ) -> [ChecklistItem] {
        Checklist.items(for: reason, balance: Rupiah(balance), partialBefore: partialBefore, version: version)
    }

    static let own: [ClaimReason: [[Paper]]] = [
        .pension56: [],
        .pensionAgreement: [[.pensionAgeProof]],
        .contractEnd: [[.workContract, .contractEndLetter]],
        .selfEmployedStop: [],
        .resignation: [[.resignationLetter]],
        .dismissal: [[.labourOfficeReceipt, .dismissalReport, .dismissalNoticeAndConsent, .jointAgreement, .courtDecision]],
        .leavingIndonesia: [[.passport], [.leavingStatement]],
        .totalDisability: [[.doctorLetter]],
        .death: [[.deathCertificate], [.heirCertificate], [.heirIDs], [.birthCertificate], [.guardianship]],
        .partial10: [],
        .partial30: [[.ppjb, .ajb, .housingLoan]],
    ]

    @Test(arguments: ClaimReason.allCases)
    func `each reason asks card, KTP, its own papers, bank book and photo`(reason: ClaimReason) throws {
        let own = try #require(Self.own[reason])
        #expect(items(reason).map(\.papers) == [[.kartuPeserta], [.ktp]] + own + [[.bankBook], [.facePhoto]])
    }

    @Test(arguments: ClaimReason.allCases)
    func `in 2020 every reason asked for the same papers`(reason: ClaimReason) {
        let papers = items(reason, .lapakAsik2020).flatMap(\.papers)
        #expect(papers == [.kartuPeserta, .ktp, .kk, .paklaring, .bankBook, .facePhoto, .formF5])
    }

    @Test(arguments: RuleVersion.allCases)
    func `NPWP is asked above fifty million rupiah, or after a partial claim`(version: RuleVersion) {
        func asksNPWP(_ balance: Int64, _ partialBefore: Bool) -> Bool {
            items(.resignation, balance: balance, partialBefore: partialBefore, version).contains { $0.papers == [.npwp] && $0.note != nil }
        }
        #expect(!asksNPWP(50_000_000, false))
        #expect(asksNPWP(50_000_001, false))
        #expect(asksNPWP(1, true))
    }

    @Test func `papers for minors are optional and say so; nothing else is`() {
        let optional = items(.death).filter(\.optional)
        #expect(optional.flatMap(\.papers) == [.birthCertificate, .guardianship])
        #expect(optional.allSatisfy { $0.note != nil })
        for reason in ClaimReason.allCases where reason != .death { #expect(items(reason).filter(\.optional).isEmpty) }
    }

    @Test(arguments: RuleVersion.allCases)
    func `no row is empty and no checklist asks for a paper twice`(version: RuleVersion) {
        for reason in ClaimReason.allCases {
            let items = items(reason, balance: 80_000_000, partialBefore: true, version)
            let papers = items.flatMap(\.papers)
            #expect(Set(papers).count == papers.count)
            #expect(items.allSatisfy { !$0.papers.isEmpty })
        }
    }

    @Test func `every paper is asked for somewhere`() {
        let asked = RuleVersion.allCases.flatMap { Checklist.table(of: $0) }.flatMap(\.papers)
        #expect(Set(asked) == Set(Paper.allCases))
    }

    @Test(arguments: Paper.allCases)
    func `every paper has a name in both languages`(paper: Paper) {
        #expect(!paper.words.id.isEmpty && !paper.words.en.isEmpty && paper.words.id != paper.words.en)
    }

    @Test func `versions keep the names under which claims were filed`() {
        #expect(RuleVersion.allCases.map(\.rawValue) == ["permenaker-4-2022", "lapak-asik-2020"])
    }
}
