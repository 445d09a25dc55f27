import Foundation

/// Puts one script or style sheet of a page together from the files it is written in, without comments and indentation.
///
/// However many files a page's script is written in, it costs one request (docs/decisions/0017). The sources are ES modules that a
/// browser could load as they are. Linked, they share one scope: names at the top of a file are unique in a page's script. Of the
/// language's import and export only the plain forms are understood; anything else is a `Fault` at the start of the server, not a
/// broken page.
struct AssetLinker {
    /// A file that cannot be linked, and why.
    struct Fault: Error, CustomStringConvertible {
        let file: String
        let reason: String
        var description: String { "\(file): \(reason)" }
    }

    private let folder: URL
    /// Files that are part of the result already with the names they export, and those whose imports are being followed.
    private var known: [String: [String]] = [:]
    private var open: [String] = []
    /// Names at the top of a script, with the file that declares each.
    private var declared: [String: String] = [:]
    private var result: [String] = []

    private init(folder: URL) { self.folder = folder }

    /// The whole text of `name`, a `.js` or `.css` file in `folder`.
    static func text(of name: String, in folder: URL) throws -> String {
        var linker = AssetLinker(folder: folder)
        if name.hasSuffix(".css") {
            try linker.sheet(name)
            return linker.result.joined().replacing(";}", with: "}")
        }
        try linker.script(name)
        return linker.result.joined(separator: "\n")
    }

    /// Appends the lines of one script, with those of its imports before them.
    private mutating func script(_ path: String) throws {
        var lines: [Substring] = []
        var exports: [String] = []
        open.append(path)
        for line in try source(path).split(separator: "\n" as Character) {
            guard !line.hasPrefix("import ") else {
                try follow(line, of: path)
                continue
            }
            let isExport = line.hasPrefix("export ")
            if let name = line.firstMatch(of: /^(?:export )?(?:const|let|class|(?:async )?function) ([\w$]+)/)?.1 {
                if isExport { exports.append(String(name)) }
                let other = declared.updateValue(path, forKey: String(name))
                if let other { throw Fault(file: path, reason: "declares \(name), which \(other) declares") }
            } else if isExport {
                throw Fault(file: path, reason: "not linked: \(line)")
            }
            let text = line.dropFirst(isExport ? "export ".count : 0).drop { $0 == " " }
            if !text.isEmpty, !text.hasPrefix("//") { lines.append(text) }
        }
        open.removeLast()
        known[path] = exports
        result += lines.map(String.init)
    }

    /// Appends the script that an import line names, unless it is there, and looks that it exports what is asked.
    private mutating func follow(_ line: Substring, of path: String) throws {
        let imports = /^import (?:\{ ([\w$]+(?:, [\w$]+)*) \} from )?"(\.{1,2}\/[\w.\/-]+\.js)";$/
        guard let match = line.wholeMatch(of: imports) else { throw Fault(file: path, reason: "not linked: \(line)") }
        let file = try resolve(match.2, from: path)
        guard !open.contains(file) else { throw Fault(file: path, reason: "imports \(file), which imports it") }
        if known[file] == nil { try script(file) }
        for name in (match.1 ?? "").split(separator: ", ") where known[file]?.contains(String(name)) != true {
            throw Fault(file: path, reason: "imports \(name), which \(file) does not export")
        }
    }

    /// Appends the rules of one style sheet, with those it imports before them.
    private mutating func sheet(_ path: String) throws {
        guard known.updateValue([], forKey: path) == nil else { return }
        var text = try source(path)
        while let begin = text.range(of: "/*"), let end = text.range(of: "*/", range: begin.upperBound..<text.endIndex) {
            text.removeSubrange(begin.lowerBound..<end.upperBound)
        }
        for line in text.split(separator: "\n" as Character) {
            if let match = line.wholeMatch(of: /@import "(\.{1,2}\/[\w.\/-]+\.css)";/) {
                try sheet(resolve(match.1, from: path))
            } else {
                result.append(Self.packed(rule: line))
            }
        }
    }

    /// A line of a style sheet without the spaces that only a reader needs; what stands in quotes is kept.
    private static func packed(rule line: Substring) -> String {
        let text = line.drop { $0 == " " }
        guard let last = text.last else { return "" }
        let isSelector = last == "{" || last == ","
        let parts = text.split(separator: "\"", omittingEmptySubsequences: false).enumerated().map { index, part in
            guard index.isMultiple(of: 2) else { return String(part) }
            var part = String(part)
            for pair in [(": ", ":"), (", ", ","), (" {", "{"), (" !", "!"), (" / ", "/")] { part.replace(pair.0, with: pair.1) }
            if isSelector { for sign in [">", "+"] { part.replace(" \(sign) ", with: sign) } }
            return part
        }
        // A value of several lines keeps a space between them.
        return parts.joined(separator: "\"") + ("{};,:".contains(last) ? "" : " ")
    }

    private func source(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    /// The path in the folder that `name` means in the file `path`.
    private func resolve(_ name: Substring, from path: String) throws -> String {
        var parts = path.split(separator: "/").dropLast()
        for part in name.split(separator: "/") where part != "." {
            if part != ".." { parts.append(part) } else if parts.popLast() == nil { throw Fault(file: path, reason: "imports \(name)") }
        }
        return parts.joined(separator: "/")
    }
}
