import LapakDomain
import Testing

@Suite struct DossierTests {
    private func dismissal(_ documents: [Document], balance: Int64 = 14_250_000, partialBefore: Bool = false) -> Dossier {
        Dossier(
            .init(reason: .dismissal, rules: .permenaker4Of2022, balance: Rupiah(balance), partialBefore: partialBefore),
            documents: documents)
    }

    @Test func `rows stand in the checklist's order, each with the state of what was sent`() {
        let dossier = Dossier(
            Papers.pension,
            documents: [
                Papers.document(.facePhoto, .returned), Papers.document(.kartuPeserta, .accepted), Papers.document(.ktp, .waiting),
            ])
        #expect(dossier.rows.map(\.item.papers) == [[.kartuPeserta], [.ktp], [.bankBook], [.facePhoto]])
        #expect(dossier.rows.map(\.state) == [.accepted, .waiting, .missing, .returned])
        #expect(dossier.missing.map(\.item.papers) == [[.bankBook], [.facePhoto]])
        #expect(dossier.progress == Words("1 dari 4 wajib diterima", "1 of 4 required papers accepted"))
    }

    @Test(arguments: [
        (Document.Phase.checking, true, false, false), (.waiting, true, true, false), (.accepted, true, true, true),
        (.returned, false, false, false), (.refused, false, false, false), (.superseded, false, false, false),
        (.withdrawn, false, false, false),
    ])
    func `a file in our own checks is sent in time, but not yet complete`(phase: Document.Phase, sent: Bool, whole: Bool, ready: Bool) {
        let dossier = Papers.dossier(.accepted, last: phase)
        #expect((dossier.isSent, dossier.isComplete, dossier.isReady) == (sent, whole, ready))
        #expect(dossier.missing.count == (sent ? 0 : 1))
    }

    @Test func `one paper of a group is enough, and the others are not needed then`() throws {
        let dossier = dismissal([Papers.document(.jointAgreement, .waiting)])
        let row = try #require(dossier.rows.first { $0.options.count > 1 })
        #expect(row.state == .waiting)
        #expect(row.document?.paper == .jointAgreement)
        #expect(row.options.map(\.state) == [.notNeeded, .notNeeded, .notNeeded, .waiting, .notNeeded])
        #expect(row.title.id.hasPrefix("Salah satu: ") && row.title.en.hasPrefix("One of: "))
        #expect(!dossier.missing.contains(row))
    }

    @Test func `a group without any is missing as a whole, and a returned one does not fill it`() throws {
        let empty = try #require(dismissal([]).rows.first { $0.options.count > 1 })
        #expect(empty.state == .missing && empty.options.allSatisfy { $0.state == .missing } && empty.document == nil)
        let returned = try #require(dismissal([Papers.document(.courtDecision, .returned)]).rows.first { $0.options.count > 1 })
        #expect(returned.state == .returned)
        #expect(returned.options.map(\.state) == [.missing, .missing, .missing, .missing, .returned])
    }

    @Test func `the best of a group counts`() throws {
        let dossier = dismissal([Papers.document(.dismissalReport, .returned), Papers.document(.courtDecision, .checking)])
        let row = try #require(dossier.rows.first { $0.options.count > 1 })
        #expect(row.state == .checking)
        #expect(row.document?.paper == .courtDecision)
        #expect(row.options.map(\.state) == [.notNeeded, .returned, .notNeeded, .notNeeded, .checking])
    }

    @Test(arguments: [
        (Int64(49_999_999), false, false), (50_000_000, false, false), (50_000_001, false, true), (50_000_000, true, true), (0, true, true),
    ])
    func `NPWP is required above fifty million rupiah, not at it, or after a partial claim`(balance: Int64, before: Bool, asked: Bool) {
        let dossier = dismissal([], balance: balance, partialBefore: before)
        #expect(dossier.asks(for: .npwp) == asked)
        #expect(dossier.missing.contains { $0.item.papers == [.npwp] } == asked)
    }

    @Test func `optional papers are never missing`() {
        let facts = Dossier.Facts(reason: .death, rules: .permenaker4Of2022, balance: Rupiah(1), partialBefore: false)
        let dossier = Dossier(facts, documents: [])
        let optional = dossier.rows.filter { !$0.isRequired }
        #expect(optional.map(\.state) == [.optional, .optional])
        #expect(dossier.missing.count == dossier.rows.count - 2)
        let sent = Dossier(facts, documents: [Papers.document(.birthCertificate, .returned)])
        #expect(sent.rows.filter { !$0.isRequired }.map(\.state) == [.returned, .optional])
        #expect(sent.missing.count == dossier.missing.count)
    }

    @Test func `a refused replacement leaves the older one standing, and is told`() throws {
        let dossier = Dossier(
            Papers.pension, documents: [Papers.document(.ktp, .refused, version: 2), Papers.document(.ktp, .waiting, version: 1)])
        let option = try #require(dossier.rows[1].options.first)
        #expect((option.state, option.document?.version, option.newest?.version) == (.waiting, 1, 2))
        let twice = Dossier(Papers.pension, documents: [1, 3, 2].map { Papers.document(.ktp, .refused, version: $0) })
        #expect(twice.rows[1].document?.version == 3)
    }

    @Test func `both rule versions have their own rows`() {
        let facts = Dossier.Facts(reason: .pension56, rules: .lapakAsik2020, balance: Rupiah(1), partialBefore: false)
        #expect(Dossier(facts, documents: []).required.count == 7)
        #expect(!Papers.nothing.asks(for: .formF5) && Dossier(facts, documents: []).asks(for: .formF5))
    }

    @Test(arguments: Dossier.State.allCases) func `every state has its mark in both languages`(state: Dossier.State) {
        #expect(!state.words.id.isEmpty && !state.words.en.isEmpty && state.words.id != state.words.en)
    }
}
