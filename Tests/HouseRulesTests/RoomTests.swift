import Testing

/// The floor plan of `LapakServer`: its folders are rooms. A room names rooms below it, and no two rooms name each other.
@Suite("Rooms") struct RoomTests {
    /// Room by room, the names of other rooms' types that it uses, with the files that do.
    private static func uses() throws -> [String: [String: [String: Set<String>]]] {
        let files = try Source.all(in: "LapakServer").map { (room: $0.room, file: $0.path, text: SwiftText($0.text)) }
        var homes: [String: Set<String>] = [:]
        for (room, _, text) in files { for name in text.declared { homes[name, default: []].insert(room) } }
        var uses: [String: [String: [String: Set<String>]]] = [:]
        for (room, file, text) in files {
            for name in text.used {
                guard let owners = homes[name], !owners.contains(room) else { continue }
                for owner in owners { uses[room, default: [:]][owner, default: [:]][name, default: []].insert(file) }
            }
        }
        return uses
    }

    @Test func `no two rooms name each other`() throws {
        let uses = try Self.uses()
        #expect(uses.count > 10, "the rooms were found")
        for (room, others) in uses {
            for (other, names) in others where room < other {
                guard let back = uses[other]?[room] else { continue }
                Issue.record("\(room) names \(Self.list(names)) of \(other), which names \(Self.list(back)) of \(room)")
            }
        }
    }

    @Test func `nobody names what stands at the top, where everything is put together`() throws {
        for (room, others) in try Self.uses() {
            if let names = others[Source.top] { Issue.record("\(room) names \(Self.list(names))") }
        }
    }

    private static func list(_ names: [String: Set<String>]) -> String {
        names.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value.sorted().joined(separator: ", ")))" }.joined(separator: ", ")
    }
}

extension Source {
    /// For files that stand in no folder of their module.
    static let top = "."

    /// The folder of the module that the file stands in.
    fileprivate var room: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : Self.top
    }
}
