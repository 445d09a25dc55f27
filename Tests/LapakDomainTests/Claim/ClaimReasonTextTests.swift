import LapakDomain
import Testing

@Suite struct ClaimReasonTextTests {
    @Test(arguments: ClaimReason.allCases)
    func `each reason has a short name and a hint in both languages`(reason: ClaimReason) {
        for language in Language.allCases {
            #expect((5...60).contains(reason.words[language].count))
            #expect(!reason.words[language].hasSuffix("."))
            #expect((20...120).contains(reason.hint[language].count))
            #expect(reason.hint[language].hasSuffix("."))
            #expect(reason.hint[language].split(separator: ".").allSatisfy { $0.split(separator: " ").count <= 15 })
        }
    }

    @Test(arguments: Language.allCases)
    func `no two reasons read alike`(language: Language) {
        #expect(Set(ClaimReason.allCases.map { $0.words[language] }).count == ClaimReason.allCases.count)
        #expect(Set(ClaimReason.allCases.map { $0.hint[language] }).count == ClaimReason.allCases.count)
    }
}
