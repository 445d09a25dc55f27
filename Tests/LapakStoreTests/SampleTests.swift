import Foundation
import LapakDomain
import Testing

@testable import LapakStore

@Suite struct SampleTests {
    @Test(arguments: SampleKind.all) func `every body that a release has written is read, and has its sample as it is written now`(
        kind: SampleKind
    ) throws {
        #expect(try !kind.lines().isEmpty)
        #expect(
            try kind.missing() == [],
            "the shape changed: LAPAK_SAMPLES=write swift test --filter SampleTests writes the new sample; then seal it with bin/seal")
    }

    /// A property that no sample sets could change without anybody noticing.
    @Test(arguments: SampleKind.all) func `the samples set every property`(kind: SampleKind) throws {
        var coverage = Coverage()
        for line in try kind.lines() { coverage.add(try kind.cover(line)) }
        #expect(coverage.never == [], "add a sample that sets them, in a file of its own")
    }

    @Test func `everything that can be stored has samples`() throws {
        var coverage = Coverage()
        for kind in SampleKind.all { for line in try kind.lines() { coverage.add(try kind.cover(line)) } }
        let sources = Repository.root.appending(path: "Sources")
        let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        var stored: Set<String> = []
        for path in paths where path.hasPrefix("LapakDomain/") && path.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
            for match in text.matches(of: /extension ([\w.]+): (?:Stored|Defaulted)Body/) { stored.insert(String(match.1)) }
        }
        #expect(stored.count > 15)
        #expect(stored.subtracting(["DefaultedBody", "Array"]).subtracting(coverage.types) == [])
    }

    /// Schema steps, samples and the databases of earlier releases: what was released stays as it is.
    @Test func `nobody edits what was released`() async throws {
        try await Shell.run("cd '\(Repository.root.path)' && sha256sum --check --quiet --strict Tests/sealed.sha256")
        let sealed = try String(contentsOf: Repository.root.appending(path: "Tests/sealed.sha256"), encoding: .utf8)
        for folder in ["Sources/LapakStore/Schema", "Tests/LapakStoreTests/Samples", "Tests/LapakStoreTests/Upgrade/Fixtures"] {
            for file in try FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: folder).path) {
                #expect(sealed.contains("  \(folder)/\(file)\n"), "bin/seal adds it")
            }
        }
    }

    @Test(
        .enabled(if: ProcessInfo.processInfo.environment["LAPAK_SAMPLES"] == "write", "LAPAK_SAMPLES is not set"),
        arguments: SampleKind.all)
    func `samples of changed shapes are written`(kind: SampleKind) throws {
        let missing = try kind.missing()
        if !missing.isEmpty { try kind.write(missing) }
    }
}
