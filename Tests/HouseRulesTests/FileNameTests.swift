import Testing

/// A file is called as a type in it, or `Type+Ability` where it extends one.
@Suite("Names of files") struct FileNameTests {
    /// A main file is called `main` by the compiler's rule.
    private static let allowed: [String: Set<String>] = ["lapak-inspect": ["main"]]

    @Test("a file's name is a type in it, or Type+Ability", arguments: HouseRulesTests.imports.keys.sorted())
    func name(module: String) throws {
        for source in try Source.all(in: module) where !(Self.allowed[module] ?? []).contains(source.name) {
            let (text, parts) = (SwiftText(source.text), source.name.split(separator: "+"))
            let names = parts.count > 1 ? text.declared.union(text.extended) : text.declared
            if !names.contains(String(parts[0])) { Issue.record("\(source.path) has no \(parts[0])") }
        }
    }

    @Test("what is allowed is still there to be named") func allowed() throws {
        for (module, names) in Self.allowed {
            let there = try Set(Source.all(in: module).map(\.name))
            for name in names.subtracting(there).sorted() { Issue.record("\(module) has no \(name) any more") }
        }
    }
}

extension Source {
    /// Without folder and ending.
    fileprivate var name: String { String((path.split(separator: "/").last ?? "").dropLast(".swift".count)) }
}
