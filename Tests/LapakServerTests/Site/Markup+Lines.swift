@testable import LapakDevelopment

extension Markup {
    /// One tag or one piece of text a line, indented by depth: what a difference can be read in.
    ///
    /// Blanks between words that are seen as one line of text are kept as `␣`; blanks between blocks are nobody's business.
    var lines: [String] { Self.lines(of: root, depth: 0) }

    /// The same of what is the page's own: title, further assets and `main`. The frame around them is the same on every page, and
    /// is seen whole on the pages that say no. A page that fills the screen has no frame of ours, and is seen whole.
    var ownLines: [String] {
        guard let main = all("main").first, all("header").contains(where: { $0["class"] == "bar" }) else { return lines }
        let assets = all("head").first?.all(where: { $0.name == "script" || $0["rel"] == "stylesheet" }) ?? []
        return ["<title> \(title)"] + assets.map(Self.tag) + [Self.tag(main)] + Self.lines(of: main, depth: 1)
    }

    private static func lines(of element: Element, depth: Int) -> [String] {
        let indent = String(repeating: " ", count: depth)
        var out: [String] = []
        for (index, node) in element.children.enumerated() {
            switch node {
            case .text(let text):
                let before = index == 0 ? element.name : name(element.children[index - 1])
                let after = index + 1 == element.children.count ? element.name : name(element.children[index + 1])
                if let line = line(of: text, before: before, after: after) { out.append(indent + line) }
            case .element(let child):
                out.append(indent + tag(child))
                guard !void.contains(child.name) else { continue }
                if raw.contains(child.name) || child.name == "svg" {
                    out[out.count - 1] += child.children.isEmpty ? "" : "…"
                } else {
                    out += lines(of: child, depth: depth + 1)
                }
            }
        }
        return out
    }

    private static func name(_ node: Node) -> String {
        if case .element(let element) = node { element.name } else { "" }
    }

    private static func line(of text: String, before: String, after: String) -> String? {
        guard !text.isEmpty else { return nil }
        let words = squeezed(text)
        let (first, last) = (text.first?.isWhitespace ?? false, text.last?.isWhitespace ?? false)
        if words.isEmpty { return inline.contains(before) && inline.contains(after) ? "␣" : nil }
        return (first && inline.contains(before) ? "␣" : "") + words.replacing("<", with: "&lt;")
            + (last && inline.contains(after) ? "␣" : "")
    }

    private static func tag(_ element: Element) -> String {
        let attributes = element.attributes.map { name, value -> String in
            value.isEmpty ? " \(name)" : " \(name)=\"\(value.replacing("\"", with: "&quot;"))\""
        }
        return "<\(element.name)\(attributes.joined())>"
    }
}
