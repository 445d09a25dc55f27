import LapakDomain
import LapakStore

@testable import LapakDevelopment
@testable import LapakServer

/// Puts a fixed word in the place of everything that chance made: identities, keys, numbers of claims, versions of assets.
///
/// The same identity has the same word everywhere on a page, so that mixed-up ones are seen.
final class SnapshotMask {
    private let known: [(word: String, mask: String)]
    private var identities: [String: String] = [:]
    private var keys: [String: String] = [:]

    init(_ site: Site, hiding: [String] = []) async throws {
        let claims = try await site.app.store.read { connection in
            try connection.query("SELECT id, number FROM claim ORDER BY id").map { (ID<Claim>(try $0.int(0)), try $0.text(1)) }
        }
        var known: [(word: String, mask: String)] = []
        for (index, (claim, word)) in claims.enumerated() {
            guard let number = ClaimNumber(word) else { continue }
            known.append((number.description, "NUMBER-\(index + 1)"))
            known.append((number.value, "NUMBER\(index + 1)"))
            known.append(("•••• \(number.value.suffix(4))", "•••• END-OF-NUMBER-\(index + 1)"))
            known.append((site.app.secrets.codeWord(of: claim), "CODE-WORD-\(index + 1)"))
            // What tells one claim's unfinished files from another's on a shared phone.
            known.append((String(site.app.secrets.derived("papers:\(claim.rawValue)").prefix(16)), "CLAIM-MARK"))
        }
        for row in try await site.app.store.read({ try $0.query("SELECT id FROM registration") }) {
            known.append((String(site.app.secrets.derived("form:\(try row.int(0))").prefix(16)), "FORM-MARK"))
        }
        for row in try await site.app.store.read({ try $0.query("SELECT seed_hash FROM draw") }) {
            let hash = try row.text(0)
            known += [(hash, "HEX"), (String(hash.prefix(16)), "SEED-HASH")]
        }
        self.known = known + hiding.enumerated().map { ($1, "HIDDEN-\($0 + 1)") }
    }

    func applied(to line: String) -> String {
        var out: [String] = []
        let text = known.reduce(line) { $0.contains($1.word) ? $0.replacing($1.word, with: $1.mask) : $0 }
        var word: [UInt8] = []
        var rest: [UInt8] = []
        func flushWord() {
            out.append(masked(word))
            word = []
        }
        for byte in text.utf8 {
            let isWord = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 46 || byte == 95
            if isWord {
                if !rest.isEmpty {
                    out.append(String(decoding: rest, as: UTF8.self))
                    rest = []
                }
                word.append(byte)
            } else {
                if !word.isEmpty { flushWord() }
                rest.append(byte)
            }
        }
        if !word.isEmpty { flushWord() }
        return out.joined() + String(decoding: rest, as: UTF8.self)
    }

    private func masked(_ bytes: [UInt8]) -> String {
        let word = String(decoding: bytes, as: UTF8.self)
        guard bytes.count > 9 else { return word }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 3, isHex(parts[1], 10...10) { return "\(parts[0]).VERSION.\(parts[2])" }
        if parts.count == 2, isHex(parts[1], 16...64), isBase36(parts[0]) { return number(word, "KEY", &keys) }
        // A NIK has 16 digits and stays: it is the person's, not chance's.
        if (17...20).contains(bytes.count), bytes.allSatisfy({ (48...57).contains($0) }) { return number(word, "ID", &identities) }
        if isHex(Substring(word), 20...128) { return "HEX" }
        return word
    }

    private func number(_ word: String, _ kind: String, _ kept: inout [String: String]) -> String {
        if let mask = kept[word] { return mask }
        let mask = "\(kind)-\(kept.count + 1)"
        kept[word] = mask
        return mask
    }

    private func isHex(_ text: Substring, _ count: ClosedRange<Int>) -> Bool {
        count.contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    private func isBase36(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.count <= 13 && text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
    }
}
