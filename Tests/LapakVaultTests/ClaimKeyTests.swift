import Foundation
import LapakDomain
import LapakVault
import Testing

@Suite("The key of a claim")
struct ClaimKeyTests {
    private static let first = MasterKeys.line(version: 1, chance: Array(1...32))
    private static let second = MasterKeys.line(version: 2, chance: Array(101...132))

    @Test("A wrapped key opens for its claim and seals as before")
    func opens() throws {
        let scratch = try Scratch()
        let masters = try MasterKeys(text: Self.first)
        let key = ClaimKey.made(5)
        try scratch.seal([[1, 2, 3]], key.seal())
        let opened = try key.wrapped(by: masters).opened(for: ID(5), with: masters)
        #expect(try SealedReader(at: scratch("file"), opened.seal()).all(limit: 10) == [1, 2, 3])
        #expect("\(opened)" == "the key of claim 5")
    }

    @Test("It opens for no other claim, under no other master key and with no bit changed")
    func closed() throws {
        let masters = try MasterKeys(text: Self.first)
        let wrapped = try ClaimKey.made(5).wrapped(by: masters)
        #expect(throws: VaultTrouble.wrongKey) { try wrapped.opened(for: ID(6), with: masters) }
        let other = try MasterKeys(text: MasterKeys.line(version: 1, chance: Array(2...33)))
        #expect(throws: VaultTrouble.wrongKey) { try wrapped.opened(for: ID(5), with: other) }
        let without = try MasterKeys(text: Self.second)
        #expect(throws: VaultTrouble.unknownMaster(1)) { try wrapped.opened(for: ID(5), with: without) }
        let both = try MasterKeys(text: "\(Self.first)2 \(Self.first.dropFirst(2))")
        let renamed = try #require(WrappedKey(wrapped.text.replacing("k1.1.", with: "k1.2.")))
        #expect(throws: VaultTrouble.wrongKey) { try renamed.opened(for: ID(5), with: both) }
        for place in wrapped.text.indices.dropFirst(5) {
            let digit = wrapped.text[place] == "0" ? "1" : "0"
            let changed = try #require(WrappedKey(wrapped.text.replacingCharacters(in: place...place, with: digit)))
            #expect(throws: VaultTrouble.wrongKey) { try changed.opened(for: ID(5), with: masters) }
        }
    }

    @Test("Rotation: the newest wraps, older ones open, rewrapped keys outlive the old master key, and files stay as they are")
    func rotation() throws {
        let scratch = try Scratch()
        let key = ClaimKey.made(5)
        try scratch.seal([[1, 2, 3]], key.seal())
        let old = try key.wrapped(by: MasterKeys(text: Self.first))
        let both = try MasterKeys(text: Self.first + Self.second)
        #expect(old.master == 1 && old.isBehind(both))
        let new = try old.rewrapped(for: ID(5), by: both)
        #expect(new.master == 2 && !new.isBehind(both))
        #expect(try new.rewrapped(for: ID(5), by: both) == new)
        #expect(throws: VaultTrouble.wrongKey) { try old.rewrapped(for: ID(6), by: both) }
        let opened = try new.opened(for: ID(5), with: MasterKeys(text: Self.second))
        #expect(try SealedReader(at: scratch("file"), opened.seal()).all(limit: 10) == [1, 2, 3])
    }

    @Test("Wrapping twice never gives the same value; text and JSON bring it back")
    func written() throws {
        let masters = try MasterKeys(text: Self.second)
        let wrapped = try ClaimKey.made(5).wrapped(by: masters)
        #expect(try wrapped != ClaimKey.made(5).wrapped(by: masters))
        #expect(wrapped.text.count == 125 && WrappedKey(wrapped.text) == wrapped)
        #expect(try JSONDecoder().decode([WrappedKey].self, from: JSONEncoder().encode([wrapped])) == [wrapped])
    }

    @Test(
        "What is no wrapped key is not taken for one",
        arguments: ["", "k1", "k1.1", "k1.1.", "k2.1.", "k1.0.", "k1.x.", "k1.-1.", "k1.1.00", "k1.1.zz"])
    func unreadable(start: String) {
        let digits = start.hasSuffix(".") && !start.hasPrefix("k1.1") ? String(repeating: "00", count: 60) : ""
        #expect(WrappedKey(start + digits) == nil)
    }
}
