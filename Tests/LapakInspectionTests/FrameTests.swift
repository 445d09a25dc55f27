import Testing

@testable import LapakInspection

@Suite struct FrameTests {
    private let limits = InspectionLimits()
    private let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]

    @Test func `parts arrive as they were sent`() {
        for parts in [[], [[]], [[1, 2], [], [3]]] as [[[UInt8]]] { #expect(Frame(Frame(parts: parts).bytes)?.parts == parts) }
    }

    @Test func `bytes too few or too many are no frame`() {
        let bytes = Frame(parts: [[1, 2], [3]]).bytes
        for count in 0..<bytes.count { #expect(Frame(Array(bytes.prefix(count))) == nil) }
        #expect(Frame(bytes + [0]) == nil)
        #expect(Frame(Array("LPK1".utf8) + [0xFF, 0xFF, 0xFF, 0xFF]) == nil)
    }

    @Test func `questions and verdicts arrive as they were sent`() throws {
        let question = Question(bytes: [1, 2, 3], limits: InspectionLimits(mostPages: 7))
        #expect(Question(sent: try question.sent) == question)
        let hints = PhotoHints(sharpness: 12.5, brightness: 99)
        let file = CleanFile(kind: .jpeg, bytes: jpeg, width: 4, height: 3, hints: hints, previews: [jpeg])
        for verdict in [.clean(file)] + InspectionFault.allCases.map(Inspected.refused) {
            #expect(Inspected(sent: try verdict.sent, limits: limits) == verdict)
        }
    }

    @Test func `a verdict that no healthy child gives is none`() throws {
        let wrong = [
            CleanFile(kind: .png, bytes: jpeg, width: 4, height: 3, previews: [jpeg]),
            CleanFile(kind: .jpeg, bytes: jpeg, width: 0, height: 3, previews: [jpeg]),
            CleanFile(kind: .jpeg, bytes: jpeg, width: 4, height: 3, previews: []),
            CleanFile(kind: .jpeg, bytes: jpeg, width: 4, height: 3, previews: [jpeg, jpeg]),
            CleanFile(kind: .jpeg, bytes: jpeg, width: 4, height: 3, previews: [Array("<script>".utf8)]),
            CleanFile(kind: .jpeg, bytes: jpeg, pages: 21, width: 4, height: 3, previews: [jpeg]),
        ]
        for file in wrong { #expect(Inspected(sent: try Inspected.clean(file).sent, limits: limits) == nil) }
    }
}
