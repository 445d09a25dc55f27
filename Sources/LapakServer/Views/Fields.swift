import LapakDomain

/// What is wrong with a form: one sentence per field, shown at the top and at the field.
struct Faults: Sendable {
    private(set) var list: [(field: String, words: Words)] = []
    var isEmpty: Bool { list.isEmpty }
    mutating func add(_ field: String, _ words: Words) { list.append((field, words)) }
    func words(for field: String) -> Words? { list.first { $0.field == field }?.words }

    /// A refusal as a fault of the field it concerns, or of the whole form.
    init(_ refusal: Refusal? = nil, field: String = "isian") {
        guard let refusal else { return }
        if case .invalid(let field, let words) = refusal { add(field, words) } else { add(field, refusal.words) }
    }

    func summary(_ call: Call) -> HTML? {
        guard !list.isEmpty else { return nil }
        return """
            <div class="sum" role="alert" tabindex="-1" aria-labelledby="st"><h2 id="st">\(call.say("Ada yang perlu diperbaiki", "Something needs to be corrected"))</h2>\
            <ul>\(list.html { "<li><a href=\"#\($0.field)\">\(call.say($0.words))</a></li>" })</ul></div>
            """
    }
}

/// One question with its label, hint, error and input. The label is the page's heading when the page asks one thing.
struct Field {
    let name: String
    let label: String
    var hint: String?
    var value = ""
    var type = "text"
    var inputmode: String?
    var autocomplete = "off"
    var isHeading = false
    /// Never kept in the phone's memory: NIK, account numbers, codes on shared phones.
    var isPrivate = false
    var style = ""

    func html(_ call: Call, _ faults: Faults) -> HTML {
        let fault = faults.words(for: name)
        let described = [hint == nil ? nil : "\(name)-h", fault == nil ? nil : "\(name)-e"].compactMap(\.self).joined(separator: " ")
        let title: HTML = isHeading ? "<h1><label for=\"\(name)\">\(label)</label></h1>" : "<label for=\"\(name)\">\(label)</label>"
        return """
            <div class="fld\(fault == nil ? "" : " has-err")">\(title)\(hint.map { "<p class=\"hint\" id=\"\(name)-h\">\($0)</p>" as HTML })\
            \(fault.map { "<p class=\"err\" id=\"\(name)-e\"><span class=\"sr\">\(call.say("Kesalahan:", "Error:"))</span> \(call.say($0))</p>" as HTML })\
            <input class="in \(style)" id="\(name)" name="\(name)" type="\(type)"\(inputmode.map { " inputmode=\"\($0)\"" as HTML }) autocomplete="\(autocomplete)"\
            \(isPrivate ? " data-nodraft" : "" as HTML)\(described.isEmpty ? "" : " aria-describedby=\"\(described)\"" as HTML)\(fault == nil ? "" : " aria-invalid=\"true\"" as HTML) value="\(value)"></div>
            """
    }
}

/// A form that posts to its own address, with the key that makes sending it twice one change.
func form(_ call: Call, action: String, id: String, draft: Bool = false, button: String, style: String = "", _ content: HTML) -> HTML {
    """
    <form method="post" action="\(url: action)" id="\(id)"\(draft ? " data-draft" : "" as HTML) novalidate>\
    <input type="hidden" name="kunci" value="\(call.freshKey())">\(content)<button class="btn \(style)">\(button)</button></form>
    """
}

/// A choice of one among several, as a card.
func radio(_ name: String, value: String, checked: Bool = false, id: String? = nil, _ content: HTML) -> HTML {
    "<label class=\"opt\"><input type=\"radio\" name=\"\(name)\" value=\"\(value)\"\(id.map { " id=\"\($0)\"" as HTML })\(attribute: "checked", when: checked)>\(content)</label>"
}

func checkbox(_ name: String, value: String, checked: Bool = false, id: String? = nil, _ content: HTML) -> HTML {
    "<label class=\"opt\"><input type=\"checkbox\" name=\"\(name)\" value=\"\(value)\"\(id.map { " id=\"\($0)\"" as HTML })\(attribute: "checked", when: checked)>\(content)</label>"
}
