/// What messengers and people copy along with an address: the full stop of its sentence, a comma, a closing bracket or quote.
package enum StrayMarks {
    /// As they come over the wire; no address of ours ends with one of them.
    private static let marks = [
        ".", ",", ";", ":", "!", ")", "]", "}", ">", "\"", "'", "*", "_", "~", "`", "%20", "%0a", "%0d", "%09", "%22", "%27", "%29", "%2a",
        "%2c", "%2e", "%3a", "%3b", "%3e", "%5d", "%60", "%7d",
        // No-break space, » and the signs of typographers: zero-width space, ’ ” …, byte-order mark.
        "%c2%a0", "%c2%bb", "%e2%80%8b", "%e2%80%99", "%e2%80%9d", "%e2%80%a6", "%ef%bb%bf",
    ]

    /// Nobody copies more of them, and each costs a look.
    private static let most = 12

    /// The address without what is not part of it, or nil when it is fine. Only its path is looked at, for a question's last value may
    /// be what somebody typed; but `questions`: paths that our letters link to with one.
    package static func trimmed(_ address: String, questions: Set<String>) -> String? {
        let path = address.prefix { $0 != "?" }
        guard path.utf8.count == address.utf8.count || questions.contains(String(path)) else { return nil }
        // An address that a browser would take for another site is none of ours.
        guard !address.hasPrefix("//"), !address.hasPrefix("/\\") else { return nil }
        var (rest, small) = (Substring(address), Substring(address.lowercased()))
        guard rest.count == small.count else { return nil }
        for _ in 0..<most {
            guard let mark = marks.first(where: small.hasSuffix) else { break }
            (rest, small) = (rest.dropLast(mark.count), small.dropLast(mark.count))
        }
        guard rest.utf8.count < address.utf8.count else { return nil }
        return rest.isEmpty ? "/" : String(rest)
    }
}
