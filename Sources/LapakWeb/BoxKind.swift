/// The colour and meaning of a box.
package enum BoxKind: String {
    case plain = "box"
    case info = "box i"
    case warning = "box w"
}

/// A framed note.
package func box(_ kind: BoxKind, _ content: HTML) -> HTML { "<div class=\"\(kind.rawValue)\">\(content)</div>" }
