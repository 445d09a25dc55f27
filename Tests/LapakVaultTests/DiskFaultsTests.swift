import LapakDomain
import LapakNation
import LapakVault
import Synchronization
import Testing

@Suite("A disk that fails")
struct DiskFaultsTests {
    private static let seal = ClaimKey.made(5).seal()
    private static let content: [UInt8] = {
        var dice = Dice(seed: 7)
        return dice.bytes(150_000)
    }()

    @Test("Whichever call fails once, the writer goes on from what was flushed and the file ends right", arguments: 0..<20)
    func once(failing: Int) throws {
        let calls = Calls()
        let faults = DiskFaults { _ in calls.next() == failing ? 100 : nil }
        try Self.story(faults, patience: 3)
    }

    @Test("When every call fails from some moment on, nothing promised is lost and another writer goes on", arguments: 0..<20)
    func always(failing: Int) throws {
        let calls = Calls()
        let faults = DiskFaults { _ in calls.next() >= failing ? 3 : nil }
        try Self.story(faults, patience: 1)
    }

    @Test("A failed sync takes back what it was asked to keep, also when it says yes the second time")
    func sync() throws {
        let scratch = try Scratch()
        let fails = Mutex(false)
        let faults = DiskFaults { act in act == .sync && fails.withLock(\.self) ? 0 : nil }
        let writer = try SealedWriter.create(at: scratch("file"), Self.seal, faults: faults)
        try writer.append([1, 2, 3])
        try writer.flush()
        let size = try scratch.size(of: "file")
        try writer.append([4, 5, 6])
        fails.withLock { $0 = true }
        #expect(throws: VaultTrouble.self) { try writer.flush() }
        fails.withLock { $0 = false }
        #expect(writer.offset == 3)
        #expect(try scratch.size(of: "file") == size)
        try writer.append([7])
        _ = try writer.finish()
        #expect(try scratch.plain(Self.seal) == [1, 2, 3, 7])
    }

    @Test("A reading that fails is no torn tail: nothing is cut")
    func reading() throws {
        let scratch = try Scratch()
        try scratch.seal([[1], [2], [3]], Self.seal)
        let bytes = try scratch.bytes(of: "file")
        for failing in 0..<6 {
            let calls = Calls()
            let faults = DiskFaults { act in act == .read && calls.next() == failing ? 0 : nil }
            let trouble = #expect(throws: VaultTrouble.self) { try SealedWriter.reopen(at: scratch("file"), Self.seal, faults: faults) }
            #expect(trouble?.isOurs == true)
            #expect(try scratch.bytes(of: "file") == bytes)
        }
    }

    /// Uploads the content in pieces, each flushed; goes on after each failure by asking for the offset, as a client does, and
    /// after more than `patience` failures with a new writer on a sound disk.
    private static func story(_ faults: DiskFaults, patience: Int) throws {
        let scratch = try Scratch()
        var (acknowledged, failures) = (0, 0)
        var writer: SealedWriter?
        var sum: SealedSum?
        while sum == nil {
            do throws(VaultTrouble) {
                if writer == nil { writer = try opened(scratch, acknowledged, failures > patience ? nil : faults) }
                guard let writer else { return }
                #expect(writer.offset >= acknowledged)
                if writer.offset == content.count {
                    sum = try writer.finish()
                } else {
                    try writer.append(Array(content[writer.offset..<min(writer.offset + 40_000, content.count)]))
                    try writer.flush()
                    acknowledged = writer.offset
                }
            } catch {
                #expect(error.isOurs)
                failures += 1
                if failures > patience { writer = nil }
                try #require(failures < 10)
            }
        }
        #expect(sum?.length == content.count)
        #expect(try scratch.plain(seal) == content)
    }

    private static func opened(_ scratch: Scratch, _ acknowledged: Int, _ faults: DiskFaults?) throws(VaultTrouble) -> SealedWriter {
        do throws(VaultTrouble) {
            return try SealedWriter.reopen(at: scratch("file"), seal, acknowledged: acknowledged, faults: faults)
        } catch {
            guard error == .missing else { throw error }
            return try SealedWriter.create(at: scratch("file"), seal, faults: faults)
        }
    }
}

/// Counts calls from 0.
private final class Calls: Sendable {
    private let count = Atomic(0)

    func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).oldValue }
}
