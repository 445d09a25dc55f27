/// One question with its label, hint, error and input. The label is the page's heading when the page asks one thing.
package struct Field {
    package let name: String
    package let label: String
    package var hint: String?
    package var value = ""
    package var type = "text"
    package var inputmode: String?
    package var autocomplete = "off"
    package var isHeading = false
    /// Never kept in the phone's memory: NIK, account numbers, codes on shared phones.
    package var isPrivate = false
    package var style = ""

    package init(
        name: String, label: String, hint: String? = nil, value: String = "", type: String = "text", inputmode: String? = nil,
        autocomplete: String = "off", isHeading: Bool = false, isPrivate: Bool = false, style: String = ""
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.value = value
        self.type = type
        self.inputmode = inputmode
        self.autocomplete = autocomplete
        self.isHeading = isHeading
        self.isPrivate = isPrivate
        self.style = style
    }

    /// The question as markup, with what is wrong with its answer.
    package func html(_ call: some WebRequest, _ faults: Faults) -> HTML {
        let fault = faults.words(for: name)
        let described = [hint == nil ? nil : "\(name)-h", fault == nil ? nil : "\(name)-e"].compactMap(\.self).joined(separator: " ")
        let labelled: HTML = "<label for=\"\(name)\">\(label)</label>"
        let title: HTML = isHeading ? "<h1>\(labelled)</h1>" : labelled
        let hinted: HTML? = hint.map { "<p class=\"hint\" id=\"\(name)-h\">\($0)</p>" }
        let keyboard: HTML? = inputmode.map { " inputmode=\"\($0)\"" }
        return """
            <div class="fld\(fault == nil ? "" : " has-err")">\(title)\(hinted)\(faults.note(at: name, call))\
            <input class="in \(style)" id="\(name)" name="\(name)" type="\(type)"\(keyboard) autocomplete="\(autocomplete)"\
            \(when(isPrivate, " data-nodraft"))\
            \(when(!described.isEmpty, " aria-describedby=\"\(described)\""))\
            \(when(fault != nil, " aria-invalid=\"true\"")) value="\(value)"></div>
            """
    }
}

/// A form that posts to its own address, with the key that makes sending it twice one change.
package func form(
    _ call: some WebRequest, action: String, id: String, draft: Bool = false, button: String, style: String = "", _ content: HTML
) -> HTML {
    """
    <form method="post" action="\(url: call.owner?.address(action) ?? action)" id="\(id)"\(when(draft, " data-draft")) novalidate>\
    \(hidden("kunci", call.freshKey()))\(content)<button class="btn \(style)">\(button)</button></form>
    """
}

/// A choice of one among several, as a card.
package func radio(_ name: String, value: String, checked: Bool = false, id: String? = nil, _ content: HTML) -> HTML {
    let identity: HTML? = id.map { " id=\"\($0)\"" }
    return """
        <label class="opt"><input type="radio" name="\(name)" value="\(value)"\(identity)\
        \(attribute: "checked", when: checked)>\(content)</label>
        """
}

/// One that may be chosen beside others, as a card.
package func checkbox(_ name: String, value: String, checked: Bool = false, id: String? = nil, _ content: HTML) -> HTML {
    let identity: HTML? = id.map { " id=\"\($0)\"" }
    return """
        <label class="opt"><input type="checkbox" name="\(name)" value="\(value)"\(identity)\
        \(attribute: "checked", when: checked)>\(content)</label>
        """
}

/// A value that a form carries along unseen.
package func hidden(_ name: String, _ value: String) -> HTML { "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" }

/// A drop-down list with its label; `options` are made by `option`.
package func selection(_ name: String, label: String, _ options: HTML) -> HTML {
    """
    <div class="fld"><label for="\(name)">\(label)</label>\
    <select class="in" id="\(name)" name="\(name)">\(options)</select></div>
    """
}

/// One line of a drop-down list.
package func option(_ value: String, _ text: String, chosen: Bool = false) -> HTML {
    "<option value=\"\(value)\"\(attribute: "selected", when: chosen)>\(text)</option>"
}
