import Foundation
import LapakDomain
import LapakVault
import Testing

@Suite("Files kept in a folder")
struct FolderBlobsTests {
    private static let seal = ClaimKey.made(5).seal()
    private static let name = BlobName(claim: ID(5), document: ID<Document>(1), version: 1)

    @Test("A finished file moves to its shelf, is read there and removed for good")
    func kept() async throws {
        let scratch = try Scratch()
        let folder = try VaultFolder(at: scratch("a/b/files"))
        let blobs = FolderBlobs(folder, threads: DiskThreads())
        let path = try Self.arrived(folder)
        try await blobs.put(path, as: Self.name)
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.kept)/\(Self.name.shelved.prefix(2))") == [Self.name.text])
        #expect(try await SealedReader(blobs.open(Self.name), Self.seal).all(limit: 10) == [1, 2, 3])
        try await blobs.remove(Self.name)
        try await blobs.remove(Self.name)
        await #expect(throws: VaultTrouble.missing) { try await blobs.open(Self.name) }
    }

    @Test("Putting again is harmless, whether the first time's answer was lost or the file came anew; nothing cannot be put")
    func again() async throws {
        let scratch = try Scratch()
        let folder = try VaultFolder(at: scratch("files"))
        let blobs = FolderBlobs(folder, threads: DiskThreads())
        await #expect(throws: VaultTrouble.missing) { try await blobs.put(folder.incoming(Self.name), as: Self.name) }
        for _ in 0..<2 {
            let path = try Self.arrived(folder)
            try await blobs.put(path, as: Self.name)
            try await blobs.put(path, as: Self.name)
        }
        #expect(try await SealedReader(blobs.open(Self.name), Self.seal).all(limit: 10) == [1, 2, 3])
    }

    @Test("A file on a shelf of another document does not open as this one's")
    func swapped() async throws {
        let scratch = try Scratch()
        let folder = try VaultFolder(at: scratch("files"))
        let blobs = FolderBlobs(folder, threads: DiskThreads())
        let other = BlobName(claim: ID(5), document: ID<Document>(2), version: 1)
        try await blobs.put(Self.arrived(folder), as: other)
        let file = try await blobs.open(other)
        #expect(throws: VaultTrouble.foreign) { try SealedReader(file, ClaimKey.made(5).seal(document: 2)) }
    }

    @Test(
        "A name that could leave its folder is no name",
        arguments: ["", ".", "..", "a/b", "../a", "a.b", "A", "-a", "a b", "a\u{0}", "é", String(repeating: "a", count: 101)])
    func names(text: String) { #expect(BlobName(text) == nil) }

    @Test("Names are small letters, digits and hyphens, and say nothing about anybody")
    func name() {
        #expect(BlobName("a-1")?.shelved.hasSuffix("/a-1") == true)
        #expect(Self.name.text == "5-1-1-0" && Self.name.shelved.count == 10 && BlobName(Self.name.text) == Self.name)
        let shelves = Set((0..<2000).map { BlobName(claim: ID($0), document: ID<Document>(1), version: 1).shelved.prefix(2) })
        #expect(shelves.count == 256)
    }

    @Test("Folders are for their owner only")
    func modes() throws {
        let scratch = try Scratch()
        let folder = try VaultFolder(at: scratch("files"))
        for path in [scratch("files"), folder.incoming, folder.kept, folder.spool] {
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o700)
        }
        #expect(throws: Never.self) { try VaultFolder(at: scratch("files")) }
    }

    @Test("When too much waits for the disk, the next is refused at once")
    func crowded() async {
        let threads = DiskThreads(count: 0, waitingLimit: 0)
        await #expect(throws: VaultTrouble.crowded) { try await threads.run { 1 } }
    }

    private static func arrived(_ folder: VaultFolder) throws -> String {
        let writer = try SealedWriter.create(at: folder.incoming(name), seal)
        try writer.append([1, 2, 3])
        _ = try writer.finish()
        return folder.incoming(name)
    }
}
