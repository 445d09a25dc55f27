import Foundation
import LapakDomain
import Testing

@testable import LapakServer
@testable import LapakStore

/// Answers are kept under idempotency keys for days, longer than a release: whatever one release kept, the next one reads.
@Suite("Answers kept under keys") struct KeptAnswerTests {
    /// What handlers keep, as today's program writes it; the rest are numbers and words by themselves.
    private static func today() throws -> [String: String] {
        let slot = ID<Slot>(41)
        let registration = Registration(
            id: ID(7), secret: "", language: .en, slot: slot, proven: TestApp.moment, reason: .resignation,
            due: TestApp.moment + .hours(2))
        let kept = InterviewStills.Kept(evidence: 9, kind: "paper:ktp", sha256: "ab", missing: ["kk"])
        return [
            "claim": Bodies.encode(Outcome.done(try JSONDecoder().decode(KeptClaim.self, from: Data(#"{"claim":5,"text":"{}"}"#.utf8)))),
            "registration": Bodies.encode(Outcome.done(RegistrationView(registration, booking: nil, claim: nil))),
            "still": Bodies.encode(Outcome.done(kept)),
            "phase": Bodies.encode(Outcome.done(Interview.Phase.lobby)),
            "numbers": Bodies.encode(Outcome.done([try require(QueueNumber(ordinal: 17))])),
            "refusal": Bodies.encode(Outcome<Bool>.refused(.invalid(field: "slot", Words("Pilih.", "Choose.")))),
        ]
    }

    /// `Samples/kept-answers-1.jsonl`, and the next number for every later shape; what is sealed is never edited.
    private static func lines() throws -> [String] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Samples")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).flatMap { file in
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        }
    }

    @Test("every answer that a release kept is read, and today's shapes are among the samples") func samples() throws {
        let lines = try Self.lines()
        for line in lines {
            let cut = try #require(line.firstIndex(of: " "))
            let body = String(line[line.index(after: cut)...])
            switch line[..<cut] {
            case "claim": _ = try Bodies.decode(Outcome<KeptClaim>.self, from: body)
            case "registration": _ = try Bodies.decode(Outcome<RegistrationView>.self, from: body)
            case "still": _ = try Bodies.decode(Outcome<InterviewStills.Kept>.self, from: body)
            case "phase": _ = try Bodies.decode(Outcome<Interview.Phase>.self, from: body)
            case "numbers": _ = try Bodies.decode(Outcome<[QueueNumber]>.self, from: body)
            case "refusal": _ = try Bodies.decode(Outcome<Bool>.self, from: body)
            default: Issue.record("nothing reads \(line)")
            }
        }
        for (name, body) in try Self.today().sorted(by: { $0.key < $1.key }) where !lines.contains("\(name) \(body)") {
            Issue.record("a new shape needs a line in a new file of Samples: \(name) \(body)")
        }
    }
}
