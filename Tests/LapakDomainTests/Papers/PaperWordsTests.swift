import Foundation
import LapakDomain
import Testing

@Suite struct PaperWordsTests {
    static let refusals: [Refusal] =
        [
            .papersLate, .papersChecking, .papersMissing(2), .papersThere, .paperNotAsked, .paperAccepted, .tooManyVersions(20),
            .tooManyUploads(10), .uploadGone, .uploadOffset(1_048_576), .linkGone, .linkUsed, .documentTaken, .leaseGone,
        ] + Document.Phase.allCases.map { .documentPhase($0) } + FileFault.Kind.allCases.map { .file(FileFault($0, under: FilePolicy())) }

    @Test(arguments: refusals) func `every refusal says what happened and what to do, in both languages`(refusal: Refusal) {
        for language in Language.allCases {
            let text = refusal.words[language]
            #expect(text.hasSuffix(".") && text.first?.isUppercase == true)
            #expect(IneligibilityTests.sentences(text).count >= 2 || text.contains(","))
        }
        #expect(refusal.words.id != refusal.words.en)
    }

    @Test func `Indonesian clauses have at most fifteen words`() {
        let texts = Self.refusals.map(\.words.id) + ReturnReason.allCases.flatMap { [$0.words.id, $0.next.id] }
        let clauses = texts.flatMap { $0.split { ".,;:".contains($0) } }
        for clause in clauses { #expect(clause.split(separator: " ").count <= 15, "\(clause)") }
    }

    @Test func `codes are stable names, one for each case`() {
        #expect(
            Set(Self.refusals.map(\.code)) == [
                "papers_late", "papers_checking", "papers_missing", "papers_there", "paper_not_asked", "paper_accepted",
                "too_many_versions", "too_many_uploads", "upload_gone", "upload_offset", "link_gone", "link_used", "document_taken",
                "lease_gone", "document_phase", "file",
            ])
        #expect(
            FileFault.Kind.allCases.map(\.rawValue) == [
                "wrongType", "heic", "tooLarge", "empty", "broken", "tooManyPixels", "encryptedPDF", "activePDF", "embeddedFiles",
                "tooManyPages",
                "virus", "checksum",
            ])
        #expect(
            ReturnReason.allCases.map(\.rawValue) == [
                "illegible", "cut_off", "incomplete", "wrong_document", "name_differs", "expired", "unsigned", "not_original", "other",
            ])
    }

    @Test func `every fault has its own sentence, and the limits are the policy's`() {
        #expect(Set(FileFault.Kind.allCases.map { FileFault($0, under: FilePolicy()).words }).count == FileFault.Kind.allCases.count)
        var policy = FilePolicy()
        #expect(FileFault(.tooLarge, under: policy).words.id.contains("lebih besar dari 6 MB."))
        #expect(FileFault(.tooManyPixels, under: policy).words.en.contains("more than 60,000,000 pixels"))
        #expect(FileFault(.tooManyPages, under: policy).words.id.contains("lebih dari 20 halaman"))
        policy.mostBytes = 5 * 1_048_576 + 600_000
        #expect(FileFault(.tooLarge, under: policy).words.id.contains("5,5 MB"))
        #expect(FileFault(.tooLarge, under: policy).words.en.contains("5.5 MB"))
    }

    @Test(arguments: ReturnReason.allCases) func `every return reason has a label, a sentence and a next step`(reason: ReturnReason) {
        for words in [reason.words, reason.next] {
            for language in Language.allCases { #expect(words[language].hasSuffix(".")) }
            #expect(words.id != words.en)
        }
        #expect(!reason.label.id.hasSuffix(".") && reason.label.id != reason.label.en)
    }

    @Test func `hints ask, they do not forbid`() {
        #expect(Hint.blurred.words.id == "Foto buram. Foto ulang?")
        #expect(Hint.allCases.allSatisfy { $0.words.id.hasSuffix("?") && $0.words.en.hasSuffix("?") })
        #expect(Outage.Kind.allCases.allSatisfy { $0.words.id != $0.words.en })
    }

    @Test func `kinds have their media types and endings`() {
        #expect(FileKind.allCases.map(\.mediaType) == ["image/jpeg", "image/png", "application/pdf"])
        #expect(FileKind.allCases.map(\.fileExtension) == ["jpg", "png", "pdf"])
    }

    @Test func `a policy names papers as their own names in JSON`() throws {
        var policy = Policy()
        policy.files.mostPages = 7
        policy.changes = 5
        let kept = try JSONEncoder().encode(policy)
        #expect(try JSONDecoder().decode(Policy.self, from: kept) == policy)
        let fields = try #require(JSONSerialization.jsonObject(with: kept) as? [String: Any])
        let files = try #require(fields["files"] as? [String: Any])
        #expect(files["shrinkPapers"] as? [String: Int] == ["kk": 2400, "face_photo": 1200])
    }

    @Test func `photos are shrunk to 1800 pixels, some papers otherwise`() {
        #expect(Set(Paper.allCases.map { FilePolicy().shrink($0) }) == [1800, 2400, 1200])
        #expect(FilePolicy().shrink(.ktp) == 1800)
    }
}
