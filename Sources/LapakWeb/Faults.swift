package import LapakDomain

/// The sentences of every form.
private enum Say {
    static let correct = Words("Ada yang perlu diperbaiki", "Something needs to be corrected")
    static let fault = Words("Kesalahan:", "Error:")
}

/// What is wrong with a form: one sentence per field, shown at the top and at the field.
package struct Faults: Sendable {
    package private(set) var list: [(field: String, words: Words)] = []
    package var isEmpty: Bool { list.isEmpty }
    package mutating func add(_ field: String, _ words: Words) { list.append((field, words)) }
    package func words(for field: String) -> Words? { list.first { $0.field == field }?.words }

    /// A refusal as a fault of the field it concerns, or of the whole form.
    package init(_ refusal: Refusal? = nil, field: String = "isian") {
        guard let refusal else { return }
        if case .invalid(let field, let words) = refusal { add(field, words) } else { add(field, refusal.words) }
    }

    /// The summary at the top of a page, with a way to each field; nil when nothing is wrong.
    package func summary(_ call: some WebRequest) -> HTML? {
        guard !list.isEmpty else { return nil }
        return """
            <div class="sum" role="alert" tabindex="-1" aria-labelledby="st"><h2 id="st">\(call.say(Say.correct))</h2>\
            <ul>\(list.html { "<li><a href=\"#\($0.field)\">\(call.say($0.words))</a></li>" })</ul></div>
            """
    }

    /// What is wrong with a field, to stand beside its input; nil when nothing is.
    package func note(at field: String, _ call: some WebRequest) -> HTML? {
        words(for: field).map { words in
            """
            <p class="err" id="\(field)-e"><span class="sr">\(call.say(Say.fault))</span> \(call.say(words))</p>
            """
        }
    }
}
