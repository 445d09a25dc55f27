import Foundation
import LapakDomain
import LapakVault
import Testing

@Suite("Master keys")
struct MasterKeysTests {
    private static let one = String(repeating: "0a", count: 31) + "ff"
    private static let two = String(repeating: "B7", count: 31) + "00"

    @Test(
        "The text of a ring is lines, or entries between commas, with comments",
        arguments: ["1 \(one)\n2 \(two)\n", "# old\n1 \(one) # made in May, by two of us\n\n\t2   \(two)", "2 \(two), 1 \(one)"])
    func text(text: String) throws {
        let keys = try MasterKeys(text: text)
        #expect(keys.versions == [1, 2] && keys.newest == 2)
        #expect(!"\(keys)".contains("b7") && "\(keys)" == "master keys 1, 2")
    }

    @Test(
        "A ring that cannot be used is refused with its reason, and the key is not repeated",
        arguments: [
            ("", "there is none"), ("# 1 \(one)", "there is none"), ("1", "line 1 is not written 'version hex'"),
            ("1 \(one) x", "line 1 is not written 'version hex'"), ("\n0 \(one)", "line 2: the version is a number from 1 to 999999"),
            ("x \(one)", "line 1: the version is a number from 1 to 999999"), ("1 \(one)\n1 \(two)", "version 1 stands there twice"),
            ("1 \(one.dropLast())", "version 1 is not 64 hexadecimal digits"), ("1 \(one)0", "version 1 is not 64 hexadecimal digits"),
            ("1 \(one)00", "version 1 is not 64 hexadecimal digits"),
            ("3 g\(one.dropFirst())", "version 3 is not 64 hexadecimal digits"),
            ("1 \(String(repeating: "00", count: 32))", "version 1 is one byte repeated, which is no key"),
        ])
    func refused(text: String, reason: String) {
        #expect(throws: VaultTrouble.keys(reason)) { try MasterKeys(text: text) }
    }

    @Test("A key file is made once, durable and for its owner only, and read ever after")
    func created() throws {
        let scratch = try Scratch()
        let made = try MasterKeys.created(at: scratch("keys"), chance: Array(1...32))
        let text = try String(contentsOfFile: scratch("keys"), encoding: .utf8)
        #expect(try FileManager.default.attributesOfItem(atPath: scratch("keys"))[.posixPermissions] as? Int == 0o600)
        #expect(try MasterKeys.created(at: scratch("keys"), chance: Array(33...64)).newest == made.newest)
        #expect(try String(contentsOfFile: scratch("keys"), encoding: .utf8) == text)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["keys"])
        let wrapped = try ClaimKey.made(5).wrapped(by: made)
        #expect(throws: Never.self) { try wrapped.opened(for: ID(5), with: MasterKeys(file: scratch("keys"))) }
    }

    @Test("A key file that others may read is refused", arguments: [0o640, 0o604, 0o644, 0o666, 0o610])
    func mode(mode: Int) throws {
        let scratch = try Scratch()
        try scratch.write(Array("1 \(Self.one)".utf8), to: "keys")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: scratch("keys"))
        let reason = "\(scratch("keys")) may be read by others; set its mode to 0600"
        #expect(throws: VaultTrouble.keys(reason)) { try MasterKeys(file: scratch("keys")) }
        #expect(throws: VaultTrouble.keys(reason)) { try MasterKeys.created(at: scratch("keys"), chance: Array(1...32)) }
        try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: scratch("keys"))
        #expect(try MasterKeys(file: scratch("keys")).newest == 1)
    }

    @Test("No file, a folder, a link and a file without a key are refused; nothing is made in their place")
    func faults() throws {
        let scratch = try Scratch()
        #expect(throws: VaultTrouble.missing) { try MasterKeys(file: scratch("keys")) }
        #expect(throws: VaultTrouble.self) { try MasterKeys(file: scratch.path) }
        try scratch.write(Array("# nothing yet\n".utf8), to: "keys")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scratch("keys"))
        #expect(throws: VaultTrouble.keys("there is none")) { try MasterKeys.created(at: scratch("keys"), chance: Array(1...32)) }
        try FileManager.default.createSymbolicLink(atPath: scratch("link"), withDestinationPath: scratch("keys"))
        #expect(throws: VaultTrouble.self) { try MasterKeys(file: scratch("link")) }
    }

    @Test("A line for a new version is what the ring reads")
    func line() throws {
        let text = MasterKeys.line(version: 1, chance: Array(1...32)) + MasterKeys.line(version: 7, chance: Array(2...33))
        #expect(try MasterKeys(text: text).versions == [1, 7])
    }
}
