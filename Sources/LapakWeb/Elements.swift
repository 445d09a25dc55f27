// Small pieces of markup that many pages use: what they look like is decided in the style sheet.

/// The colour and meaning of a box.
package enum BoxKind: String {
    case plain = "box"
    case info = "box i"
    case warning = "box w"
}

/// A framed note.
package func box(_ kind: BoxKind, _ content: HTML) -> HTML { "<div class=\"\(kind.rawValue)\">\(content)</div>" }

/// Markup that is there only under a condition.
package func when(_ condition: Bool, _ content: @autoclosure () -> HTML) -> HTML { condition ? content() : .empty }

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
