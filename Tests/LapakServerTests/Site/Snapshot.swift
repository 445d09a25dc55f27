import Foundation
import HTTPTypes
import LapakDomain
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// A page or an answer as it was seen last, kept as a file. `LAPAK_WRITE_SNAPSHOTS=1` in the environment writes it anew.
enum Snapshot {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Snapshots")
    static let isWriting = ProcessInfo.processInfo.environment["LAPAK_WRITE_SNAPSHOTS"] == "1"

    /// Compares, and says where the first difference is; what is missing is a failure, too.
    static func compare(_ text: String, with name: String, sourceLocation: SourceLocation) throws {
        let file = folder.appending(path: name)
        if isWriting {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            if (try? String(contentsOf: file, encoding: .utf8)) != text { try Data(text.utf8).write(to: file, options: .atomic) }
            return
        }
        guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
            Issue.record("Snapshots/\(name) is missing; LAPAK_WRITE_SNAPSHOTS=1 writes it", sourceLocation: sourceLocation)
            return
        }
        guard let difference = difference(kept, text) else { return }
        Issue.record("Snapshots/\(name) \(difference)", sourceLocation: sourceLocation)
    }

    /// The first line that differs, with two lines before it; nil where both are the same.
    static func difference(_ kept: String, _ seen: String) -> String? {
        guard kept != seen else { return nil }
        let (kept, seen) = (lines(kept), lines(seen))
        let at = zip(kept, seen).prefix { $0 == $1 }.count
        let before = kept[max(0, at - 2)..<at].map { "  \($0)" }
        let after = kept[min(at, kept.count)..<min(at + 3, kept.count)].map { "- \($0)" }
        let now = seen[min(at, seen.count)..<min(at + 3, seen.count)].map { "+ \($0)" }
        return "differs at line \(at + 1):\n\((before + after + now).joined(separator: "\n"))"
    }

    private static func lines(_ text: String) -> [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}

extension Browser {
    /// The open page in both languages is as it was seen last, and good for everybody.
    ///
    /// `name` is `Room/page`; `hiding` are words that chance made and that stand on it.
    func see(
        _ name: String, status: Int = 200, hiding: [String] = [], allowing: Set<String> = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        for language in [Language.id, .en] {
            let answer = language == self.language ? page : try await again(in: language)
            #expect(answer.status == status, "\(name) \(language): \(answer.text.suffix(900))", sourceLocation: sourceLocation)
            let faults = answer.isDocument ? answer.markup.faults(in: language).filter { !allowing.contains($0) } : answer.markup.faults
            #expect(faults.isEmpty, "\(name) \(language)", sourceLocation: sourceLocation)
            let mask = try await SnapshotMask(site, hiding: hiding)
            let lines = (Self.head(answer) + answer.markup.ownLines).map(mask.applied)
            try Snapshot.compare(
                lines.joined(separator: "\n") + "\n", with: "\(name).\(language.rawValue).html", sourceLocation: sourceLocation)
        }
    }

    /// Opens an address and sees it.
    func see(
        _ name: String, at path: String, status: Int = 200, hiding: [String] = [], allowing: Set<String> = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await open(path)
        try await see(name, status: status, hiding: hiding, allowing: allowing, sourceLocation: sourceLocation)
    }

    private static func head(_ answer: Answer) -> [String] {
        ["\(answer.status) \(answer.type); \(answer.headers[.cacheControl] ?? "")"] + (answer.location.map { ["→ \($0)"] } ?? [])
    }
}

extension Site {
    /// An answer for programs is as it was seen last.
    func see(_ name: String, _ answer: Answer, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let mask = try await SnapshotMask(self)
        let lines = ["\(answer.status) \(answer.type); \(answer.headers[.cacheControl] ?? "")"] + SnapshotJSON.lines(answer.text)
        try Snapshot.compare(lines.map(mask.applied).joined(separator: "\n") + "\n", with: "\(name).json", sourceLocation: sourceLocation)
    }
}

/// JSON with one member a line.
enum SnapshotJSON {
    static func lines(_ text: String) -> [String] {
        var (out, line, depth, inside, escaped) = ([String](), "", 0, false, false)
        func flush() {
            let words = line.drop { $0 == " " }
            if !words.isEmpty { out.append(String(repeating: " ", count: max(0, depth)) + words) }
            line = ""
        }
        for sign in text {
            if inside {
                line.append(sign)
                if escaped { escaped = false } else if sign == "\\" { escaped = true } else if sign == "\"" { inside = false }
                continue
            }
            switch sign {
            case "\"":
                inside = true
                line.append(sign)
            case "{", "[":
                line.append(sign)
                flush()
                depth += 1
            case "}", "]":
                flush()
                depth -= 1
                line.append(sign)
            case ",":
                line.append(sign)
                flush()
            case "\n", "\r\n": flush()
            case " " where line.isEmpty: break
            default: line.append(sign)
            }
        }
        flush()
        return out
    }
}
