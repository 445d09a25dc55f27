import Foundation
import LapakDomain

@testable import LapakStore

/// One kind of stored body with the samples of every shape that a release has written: `Samples/interview-1.jsonl`, one body a line.
///
/// A file is never edited once it is sealed (`bin/seal`). A changed shape gets the next number:
/// `LAPAK_SAMPLES=write swift test --filter SampleTests` writes what today's program makes of the older samples.
struct SampleKind: Sendable, CustomStringConvertible {
    static let folder = Repository.root.appending(path: "Tests/LapakStoreTests/Samples")
    static let all: [SampleKind] = [
        SampleKind("policy", Policy.self), SampleKind("wish", Wish.self), SampleKind("comparison", Comparison.self),
        SampleKind("facts", Dossier.Facts.self),
        SampleKind("decision", Decision.self), SampleKind("memberships", [Membership].self), SampleKind("partials", [PartialClaim].self),
        SampleKind("hints", [Hint].self), SampleKind("fault", FileFault.self), SampleKind("session", OfficerSession.self),
        SampleKind("interview", Interview.self), SampleKind("walk-in", WalkIn.self), SampleKind("booth", Booth.self), event,
        SampleKind("answer", Outcome<ID<Claim>>.self),
    ]
    static let event = SampleKind("event", Event.self)

    let name: String
    /// What today's program writes for what it read.
    let again: @Sendable (String) throws -> String
    /// Which types and properties the sample shows.
    let cover: @Sendable (String) throws -> Coverage

    init<Value: StoredBody>(_ name: String, _: Value.Type) {
        self.name = name
        again = { Bodies.encode(try Bodies.decode(Value.self, from: $0)) }
        cover = { Coverage(of: try Bodies.decode(Value.self, from: $0)) }
    }

    var description: String { name }

    /// How many shapes there are so far.
    func shapes() -> Int {
        var number = 0
        while FileManager.default.fileExists(atPath: file(number + 1).path) { number += 1 }
        return number
    }

    func lines() throws -> [String] {
        try (0..<shapes()).flatMap { try String(contentsOf: file($0 + 1), encoding: .utf8).split(separator: "\n").map(String.init) }
    }

    /// What today's program would write for the samples, where no sample shows it yet.
    func missing() throws -> [String] {
        let lines = try lines()
        var known = Set(lines)
        return try lines.map(again).filter { known.insert($0).inserted }
    }

    func write(_ lines: [String]) throws {
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file(shapes() + 1))
    }

    private func file(_ shape: Int) -> URL { Self.folder.appending(path: "\(name)-\(shape).jsonl") }
}

/// The types that stand in values, and their properties: those that were ever set, and those that were always nil or empty.
struct Coverage {
    private(set) var types: Set<String> = []
    private var shown: Set<String> = []
    private var named: Set<String> = []

    init() {}
    init(of value: Any) { walk(value) }

    /// Properties of which no value was seen.
    var never: [String] { named.subtracting(shown).sorted() }

    mutating func add(_ other: Coverage) {
        types.formUnion(other.types)
        shown.formUnion(other.shown)
        named.formUnion(other.named)
    }

    private mutating func walk(_ value: Any) {
        let mirror = Mirror(reflecting: value)
        let type = String(reflecting: mirror.subjectType).replacing("LapakDomain.", with: "")
        if mirror.displayStyle == .struct || mirror.displayStyle == .enum { types.insert(type) }
        for child in mirror.children {
            if mirror.displayStyle == .struct, let label = child.label {
                named.insert("\(type).\(label)")
                if !Self.isEmpty(child.value) { shown.insert("\(type).\(label)") }
            }
            walk(child.value)
        }
    }

    private static func isEmpty(_ value: Any) -> Bool {
        let mirror = Mirror(reflecting: value)
        return switch mirror.displayStyle {
        case .optional, .collection, .set, .dictionary: mirror.children.isEmpty
        default: false
        }
    }
}
