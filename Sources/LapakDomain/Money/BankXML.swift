/// Elements written one after another. Text comes in the banks' alphabet, which has no sign that XML would have to escape.
struct BankXML {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var open: [String] = []

    /// The signs of SWIFT's set X.
    static let alphabet = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 /-?:().,'+".unicodeScalars)

    mutating func open(_ name: String, _ attributes: String? = nil) {
        line("<\(name)\(attributes.map { " " + $0 } ?? "")>")
        open.append(name)
    }

    mutating func closeAll() { while !open.isEmpty { close() } }

    mutating func inside(_ name: String, _ body: (inout BankXML) -> Void) {
        open(name)
        body(&self)
        close()
    }

    mutating func add(_ name: String, _ value: String, _ attributes: String? = nil) {
        precondition(value.unicodeScalars.allSatisfy(BankXML.alphabet.contains), "not in the banks' alphabet: \(name)")
        line("<\(name)\(attributes.map { " " + $0 } ?? "")>\(value)</\(name)>")
    }

    private mutating func close() {
        let name = open.removeLast()
        line("</\(name)>")
    }

    private mutating func line(_ line: String) { text += String(repeating: " ", count: open.count) + line + "\n" }
}
