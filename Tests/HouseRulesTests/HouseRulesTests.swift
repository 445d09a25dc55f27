import Foundation
import Testing

/// The architecture, as a test. SwiftPM lets a target import whatever its dependencies depend
/// on, so the arrows between the modules are checked here, together with a few manners.
@Suite("House rules") struct HouseRulesTests {
    /// Who may import whom. Adding a line here is an architectural decision: write it down in docs/decisions.
    static let imports: [String: Set<String>] = [
        "LapakDomain": [],
        "LapakNation": ["LapakDomain"],
        "LapakGround": ["Foundation", "Synchronization", "Dispatch"],
        "LapakStore": [
            "LapakDomain", "LapakGround", "GRDB", "GRDBSQLite", "CPostgres", "Crypto", "Foundation", "Glibc", "Synchronization", "Dispatch",
        ],
        "LapakVault": ["LapakDomain", "LapakGround", "Crypto", "Foundation", "Glibc", "Synchronization"],
        // libcurl ends here.
        "LapakOutside": ["LapakDomain", "LapakGround", "LapakVault", "CCurl", "ServiceLifecycle", "Foundation", "Synchronization"],
        // Knows no claim, no database, no application.
        "LapakWeb": [
            "LapakDomain", "LapakGround", "CZlib", "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "Crypto", "Foundation",
            "Synchronization",
        ],
        // Knows neither libcurl nor the demonstration nation.
        "LapakServer": [
            "LapakDomain", "LapakGround", "LapakInspection", "LapakOutside", "LapakStore", "LapakVault", "LapakWeb", "CConfine",
            "CQRencode", "Hummingbird",
            "HummingbirdCore", "HTTPTypes",
            "NIOCore", "NIOHTTPTypes", "Glibc", "ServiceLifecycle", "UnixSignals", "Logging", "Crypto", "CryptoExtras", "Foundation",
            "FoundationEssentials",
            "Synchronization", "Dispatch",
        ],
        "LapakDevelopment": [
            "LapakDomain", "LapakGround", "LapakInspection", "LapakNation", "LapakOutside", "LapakServer", "LapakStore", "LapakVault",
            "LapakWeb", "CZlib", "Crypto", "Foundation", "HTTPTypes", "Hummingbird", "Logging", "NIOCore", "ServiceLifecycle",
            "Synchronization",
        ],
        "lapak": [
            "LapakDevelopment", "LapakDomain", "LapakGround", "LapakNation", "LapakOutside", "LapakStore", "LapakServer",
            "ArgumentParser", "Logging", "Foundation", "Glibc", "Crypto",
        ],
        "LapakInspection": ["LapakGround", "CConfine", "Foundation", "Synchronization"],
        "LapakInspectionChild": ["LapakInspection", "CVips", "CQpdf", "CConfine", "Foundation"],
        "lapak-inspect": ["LapakInspectionChild"],
        "CPostgres": [], "CCurl": [], "CZlib": [], "CVips": [], "CQpdf": [], "CQRencode": [], "CConfine": [],
    ]

    /// Words that hide an input (time, chance, identity) or an escape from the compiler's checks.
    static let banned: [String: [String]] = [
        "LapakDomain": ["Date(", "UUID(", ".random(in: ", "ContinuousClock", "async ", "await ", "try!", "as!", "Task {"],  // banned
        "LapakNation": ["Date(", "UUID(", ".random(in: ", "ContinuousClock", "async ", "await "],
        "LapakStore": ["Date(", "UUID(", ".random(in: "],
        "*": ["@unchecked Sendable", "nonisolated(unsafe)", "Task.detached", "try! "],  // banned everywhere
    ]

    @Test("a module imports only what it may", arguments: imports.keys.sorted())
    func arrows(module: String) throws {
        for source in try Source.all(in: module) {
            for name in source.imports where !Self.imports[module]!.contains(name) {
                Issue.record("\(source.path) imports \(name)")
            }
        }
    }

    @Test("no hidden inputs, no escape hatches", arguments: imports.keys.sorted())
    func manners(module: String) throws {
        let words = Self.banned["*"]! + (Self.banned[module] ?? [])
        for source in try Source.all(in: module) {
            for word in words where source.text.contains(word) { Issue.record("\(source.path) says \(word)") }
        }
    }

    @Test("no file outgrows a sitting (400 lines)", arguments: imports.keys.sorted())
    func length(module: String) throws {
        for source in try Source.all(in: module) where source.lineCount > 400 {
            Issue.record("\(source.path) has \(source.lineCount) lines")
        }
    }

    /// A new role would fall on one side of every such comparison without anybody asking: `Role.rights` asks.
    @Test("what a role may is asked by its rights, never by its name", arguments: imports.keys.sorted())
    func roles(module: String) throws {
        // Not `\b`: by Unicode's rules there is no boundary of words in `staff.role`.
        let comparison = #/(?:^|\W)role\s*[!=]=|[!=]=\s*[\w.]*role(?:$|\W)|switch\s+[\w.]*role(?:$|\W)/#
        for source in try Source.all(in: module) where !source.path.hasPrefix("LapakDomain/People/") {
            for line in source.text.split(separator: "\n") where line.contains(comparison) {
                Issue.record("\(source.path) compares a role: \(line)")
            }
        }
    }

    @Test("a line of Swift has at most 140 signs", arguments: imports.keys.sorted() + ["Tests"])
    func lines(module: String) throws {
        let sources = module == "Tests" ? try Source.all(under: "Tests", [".swift"]) : try Source.all(in: module)
        for line in sources.flatMap(\.longLines) { Issue.record("\(line) is longer than 140 signs") }
    }

    @Test("a line of a script or a style sheet has at most 140 signs") func assetLines() throws {
        let assets = try Source.all(under: "Sources/LapakServer/Assets", [".js", ".css"])
        #expect(assets.count > 50)
        for line in assets.flatMap(\.longLines) { Issue.record("\(line) is longer than 140 signs") }
    }

    @Test("no path of a machine stands in a source", arguments: imports.keys.sorted())
    func paths(module: String) throws {
        for source in try Source.all(in: module) {
            if source.text.contains(Source.root.path) { Issue.record("\(source.path) names the folder it was written in") }
        }
    }

    @Test("every word of the glossary names a type that exists") func glossary() throws {
        let text = try String(contentsOf: Source.root.appending(path: "GLOSSARY.md"), encoding: .utf8)
        let sources = try Self.imports.keys.flatMap { try Source.all(in: $0) }.map(\.text).joined()
        let words = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap { $0.split(separator: "`").dropFirst().first }
        #expect(words.count > 20)
        for word in words where !["struct", "enum", "class", "protocol"].contains(where: { sources.contains("\($0) \(word)") }) {
            Issue.record("GLOSSARY.md names \(word), which is no type")
        }
    }

    @Test("every package and library has its line in docs/dependencies.md") func dependencies() throws {
        let manifest = try String(contentsOf: Source.root.appending(path: "Package.swift"), encoding: .utf8)
        let text = try String(contentsOf: Source.root.appending(path: "docs/dependencies.md"), encoding: .utf8)
        for line in manifest.split(separator: "\n") where line.contains(".package(url:") {
            let name = line.split(separator: "\"")[1].split(separator: "/").last ?? ""
            #expect(text.contains(name), "docs/dependencies.md does not name \(name)")
        }
    }

    @Test("every target in the manifest has its rule") func complete() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Source.root.appending(path: "Sources").path)
        #expect(Set(folders) == Set(Self.imports.keys))
    }
}
