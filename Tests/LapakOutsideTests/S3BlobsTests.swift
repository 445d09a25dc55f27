import Foundation
import LapakDomain
import LapakNation
import LapakOutside
import LapakVault
import Testing

@Suite("Files kept in a storage that speaks S3", .enabled(if: PythonChild.has(S3Server.needs)), .serialized, .timeLimit(.minutes(6)))
struct S3BlobsTests {
    @Test("Files go and come byte-identical, under signatures that the storage checks, and can be removed")
    func kept() async throws {
        let storage = try await Storage()
        for size in [0, 1, 70_000, 3_000_000, 6_500_000] {
            let name = try #require(BlobName("file-\(size)"))
            let path = try storage.arrived(name, size: size)
            let sealed = try OutgoingFile(path).sha256
            try await storage.blobs.put(path, as: name)
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect(try await storage.content(of: name) == Storage.content(size))
            #expect(try await storage.child.hash(of: "some/folder/\(name.shelved)") == sealed)
            try await storage.blobs.remove(name)
            try await storage.blobs.remove(name)
            await #expect(throws: VaultTrouble.missing) { try await storage.blobs.open(name) }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: storage.folder.spool).isEmpty)
    }

    @Test("A storage that is busy or breaks off is asked again; putting again is harmless", arguments: ["busy-1", "torn-1"])
    func again(word: String) async throws {
        let storage = try await Storage()
        let name = try #require(BlobName(word))
        let path = try storage.arrived(name, size: 200_000)
        try await storage.blobs.put(path, as: name)
        try await storage.blobs.put(path, as: name)
        #expect(try await storage.content(of: name) == Storage.content(200_000))
        try await storage.blobs.remove(name)
        await #expect(throws: VaultTrouble.missing) { try await storage.blobs.put(path, as: name) }
    }

    @Test("A storage that stays away is our trouble: the file stays where it was")
    func away() async throws {
        let storage = try await Storage()
        let name = try #require(BlobName("down-1"))
        let path = try storage.arrived(name, size: 1000)
        let trouble = VaultTrouble.away("the storage answered 503 SlowDown")
        await #expect(throws: trouble) { try await storage.blobs.put(path, as: name) }
        await #expect(throws: trouble) { try await storage.blobs.open(name) }
        #expect(FileManager.default.fileExists(atPath: path) && trouble.isOurs)
        let nowhere = try storage.blobs(S3Settings(url: "http://127.0.0.1:1/lapak", key: "a", secret: "b"))
        let refused = await #expect(throws: VaultTrouble.self) { try await nowhere.put(path, as: name) }
        if case .away = refused {} else { Issue.record("\(String(describing: refused))") }
    }

    @Test("A wrong secret, key or bucket is refused at once, with the storage's own word")
    func refused() async throws {
        let storage = try await Storage()
        let name = try #require(BlobName("file"))
        let path = try storage.arrived(name, size: 1000)
        for (bucket, key, secret, word) in [
            ("lapak", storage.key, "wrong", "403 SignatureDoesNotMatch"), ("lapak", "AKIAWRONG", storage.secret, "403 InvalidAccessKeyId"),
            ("other", storage.key, storage.secret, "404 NoSuchBucket"),
        ] {
            let blobs = try storage.blobs(S3Settings(url: storage.address(bucket), key: key, secret: secret))
            await #expect(throws: VaultTrouble.refused("the storage answered \(word)")) { try await blobs.put(path, as: name) }
        }
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test("Forty files at once go through four threads, with one connection each")
    func together() async throws {
        let storage = try await Storage()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    let name = try #require(BlobName("many-\(number)"))
                    let path = try storage.arrived(name, size: 100_000 + number)
                    try await storage.blobs.put(path, as: name)
                    #expect(try await storage.content(of: name) == Storage.content(100_000 + number))
                }
            }
            try await group.waitForAll()
        }
    }
}

@Suite("Settings of the storage")
struct S3SettingsTests {
    @Test("The address is what stands before a name, with region, certificates and time limit behind it")
    func read() throws {
        let url = "https://s3.example.id/lapak/?region=ap-southeast-3&ca=/etc/ca.pem&seconds=5"
        let settings = try S3Settings(url: url, key: "a", secret: "b/+c")
        #expect(settings.base == "https://s3.example.id/lapak" && settings.signature.region == "ap-southeast-3")
        #expect(settings.authorities == "/etc/ca.pem" && settings.timeLimit == .seconds(5))
        #expect("\(settings)" == "https://s3.example.id/lapak (ap-southeast-3)")
        #expect(try S3Settings(url: "https://lapak.s3.example.id", key: "a", secret: "b").signature.region == "us-east-1")
    }

    @Test(
        "An address in the clear or one that cannot be signed is refused",
        arguments: [
            "http://s3.example.id/lapak", "s3.example.id/lapak", "https://", "ftp://127.0.0.1/lapak", "https://a:b@s3.example.id/lapak",
            "https://s3.example.id/a%20b", "https://s3.example.id/a+b", "https://s3.example.id/lapak#x",
            "https://s3.example.id/lapak?bucket=x",
            "https://s3.example.id/lapak?region=", "https://s3.example.id/lapak?region=a/b", "https://s3.example.id/lapak?seconds=0",
        ])
    func refused(url: String) {
        #expect(throws: OutsideSettingTrouble.self) { try S3Settings(url: url, key: "a", secret: "b") }
    }

    @Test("A key or secret that is empty or not printable ASCII is refused", arguments: [("", "b"), ("a", ""), ("a b", "c"), ("a", "b\n")])
    func keys(key: String, secret: String) {
        #expect(throws: OutsideSettingTrouble.self) { try S3Settings(url: "https://s3.example.id/lapak", key: key, secret: secret) }
    }
}

/// A running storage with a user of its own, and a vault folder on this machine.
private final class Storage: Sendable {
    let child: PythonStorage
    let key: String
    let secret: String
    let folder: VaultFolder
    let blobs: S3Blobs
    private let port: String
    private let disk = DiskThreads()
    private let threads = CurlThreads(count: 4)
    private let path = FileManager.default.temporaryDirectory.appending(path: "lapak-s3-\(UUID().uuidString)").path

    init() async throws {
        child = try PythonStorage()
        (port, key, secret) = try await (child.line(), child.line(), child.line())
        folder = try VaultFolder(at: path)
        let settings = try S3Settings(url: "http://127.0.0.1:\(port)/lapak/some/folder?region=ap-southeast-3", key: key, secret: secret)
        blobs = S3Blobs(settings, folder: folder, disk: disk, threads: threads, pauses: Storage.pauses)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func address(_ bucket: String) -> String { "http://127.0.0.1:\(port)/\(bucket)?region=ap-southeast-3" }

    func blobs(_ settings: S3Settings) -> S3Blobs {
        S3Blobs(settings, folder: folder, disk: disk, threads: threads, pauses: Storage.pauses)
    }

    /// A finished upload of made-up content.
    func arrived(_ name: BlobName, size: Int) throws -> String {
        let writer = try SealedWriter.create(at: folder.incoming(name), Storage.seal)
        try writer.append(Storage.content(size))
        _ = try writer.finish()
        return folder.incoming(name)
    }

    func content(of name: BlobName) async throws -> [UInt8] {
        try await SealedReader(blobs.open(name), Storage.seal).all(limit: 10_000_000)
    }

    static func content(_ size: Int) -> [UInt8] {
        var dice = Dice(seed: UInt64(size))
        let block = (0..<4096).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
        return Array((0...size / 4096).flatMap { _ in block }.prefix(size))
    }

    private static let pauses = [Span](repeating: Span(milliseconds: 20), count: 2)
    private static let seal = Seal(ClaimKey(for: ID(1), chance: Array(1...32)), document: ID<Member>(1), version: 1)
}

/// The child process, used from one place at a time; it ends when its input is closed, with the last use of this.
private actor PythonStorage {
    private let child: PythonChild

    init() throws { child = try PythonChild(script: S3Server.script) }

    func line() async throws -> String { try await child.line() }

    /// SHA-256 of what another client reads under a key.
    func hash(of key: String) async throws -> String {
        try child.say(key)
        return try await child.line()
    }
}
