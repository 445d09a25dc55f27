/// A page's markup as a tree, read strictly: what a browser would have to guess is a fault.
struct Markup {
    final class Element {
        let name: String
        /// In the order of their names, so that two ways of writing one tag are the same.
        let attributes: [(name: String, value: String)]
        var children: [Node] = []
        let ancestors: [String]

        init(_ name: String, _ attributes: [(name: String, value: String)], in ancestors: [String]) {
            self.name = name
            self.attributes = attributes.sorted { $0.name < $1.name }
            self.ancestors = ancestors
        }

        subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

        /// Everything of this name inside, in the order of the page.
        func all(_ name: String) -> [Element] { all(where: { $0.name == name }) }

        func all(where fits: (Element) -> Bool) -> [Element] {
            children.flatMap { node -> [Element] in
                guard case .element(let element) = node else { return [] }
                return (fits(element) ? [element] : []) + element.all(where: fits)
            }
        }

        /// The text inside, with single blanks.
        var words: String { Markup.squeezed(rawWords) }

        private var rawWords: String {
            children.map { node in
                switch node {
                case .text(let text): text
                case .element(let element):
                    Markup.raw.contains(element.name)
                        ? "" : Markup.inline.contains(element.name) ? element.rawWords : " \(element.rawWords) "
                }
            }.joined()
        }
    }

    enum Node {
        case element(Element)
        case text(String)
    }

    let root = Element("", [], in: [])
    private(set) var faults: [String] = []

    func all(_ name: String) -> [Element] { root.all(name) }
    func all(where fits: (Element) -> Bool) -> [Element] { root.all(where: fits) }
    func one(id: String) -> Element? { root.all(where: { $0["id"] == id }).first }
    var title: String { all("title").first?.words ?? "" }
    /// What people read of the page.
    var words: String { (all("body").first ?? root).words }
    /// What people read of the page's own part.
    var main: String { (all("main").first ?? root).words }

    static let void: Set<String> = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
    static let raw: Set<String> = ["script", "style"]
    static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "br", "button", "code", "em", "i", "img", "input", "kbd", "label", "select", "small", "span", "strong",
        "sub", "sup", "textarea", "time", "u",
    ]

    init(_ text: String) {
        var reader = MarkupReader(Array(text.utf8))
        var open = [root]
        while let token = reader.next() {
            let last = open[open.count - 1]
            switch token {
            case .text(let text): last.children.append(.text(text))
            case .start(let name, let attributes, let isClosed):
                let element = Element(name, attributes, in: open.dropFirst().map(\.name))
                let names = attributes.map(\.name)
                if Set(names).count < names.count { faults.append("<\(name)> says an attribute twice: \(names)") }
                last.children.append(.element(element))
                if !Self.void.contains(name), !isClosed { open.append(element) }
            case .end(let name):
                if last.name == name, open.count > 1 {
                    open.removeLast()
                } else {
                    faults.append("</\(name)> ends no open tag; <\(last.name)> is open")
                }
            }
        }
        faults += open.dropFirst().map { "<\($0.name)> is not ended" }
    }

    static func squeezed(_ text: String) -> String {
        text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }.joined(separator: " ")
    }
}
