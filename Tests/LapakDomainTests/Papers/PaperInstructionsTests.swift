import Testing

@testable import LapakDomain

@Suite("What a photo of a paper must show") struct PaperInstructionsTests {
    @Test("is said for every paper, in whole sentences of both languages", arguments: Paper.allCases)
    func everyPaper(paper: Paper) {
        #expect(paper.instructions.count >= 2)
        for words in paper.instructions {
            for sentence in [words.id, words.en] {
                #expect(sentence.hasSuffix("."))
                #expect(sentence.split(separator: " ").count <= 18, "\(sentence)")
            }
            #expect(words.id != words.en)
        }
    }

    @Test("asks for all four corners of everything but a face") func corners() {
        for paper in Paper.allCases {
            #expect(paper.instructions.contains { $0.id.contains("keempat sudut") } == (paper != .facePhoto))
        }
    }
}
