import LapakDomain

@testable import LapakDevelopment

extension Markup {
    /// What a page must be for everybody, as far as its markup shows: one fault a sentence, none for a good page.
    func faults(in language: Language) -> [String] {
        faults + document(language) + fields + references + forms + manners
    }

    private func document(_ language: Language) -> [String] {
        var found: [String] = []
        let html = all("html")
        if html.first?["lang"] != language.rawValue { found.append("lang is \(html.first?["lang"] ?? "missing"), not \(language)") }
        if all("h1").count != 1 { found.append("\(all("h1").count) h1") }
        if !title.hasSuffix(" - Lapak Asik") || title.count < 15 { found.append("title “\(title)”") }
        if all("main").count != 1 { found.append("\(all("main").count) main") }
        if all("h1").first?.words.isEmpty ?? false { found.append("an empty h1") }
        var level = 0
        for heading in all(where: { ["h1", "h2", "h3", "h4"].contains($0.name) }) {
            let next = Int(heading.name.dropFirst()) ?? 0
            if next > level + 1, level > 0 { found.append("\(heading.name) “\(heading.words)” follows h\(level)") }
            level = next
        }
        return found
    }

    private var fields: [String] {
        let labels = all("label")
        let inside = Set(labels.flatMap { $0.all { Self.asks($0) } }.map(ObjectIdentifier.init))
        return all { Self.asks($0) }.compactMap { field -> String? in
            let named = field["aria-label"] ?? field["aria-labelledby"]
            let isLabelled = labels.contains { $0["for"] == field["id"] && !$0.words.isEmpty } || inside.contains(ObjectIdentifier(field))
            return named == nil && !isLabelled ? "no label: \(field.name) \(field["name"] ?? field["id"] ?? "")" : nil
        }
            + all("button").filter { $0.words.isEmpty && $0["aria-label"] == nil }.map { "a button without words: \($0["id"] ?? "")" }
            + all("a").filter { $0.words.isEmpty && $0["aria-label"] == nil }.map { "a link without words: \($0["href"] ?? "")" }
            + all("img").filter { $0["alt"] == nil }.map { "a picture without words: \($0["src"] ?? "")" }
            + all("svg").filter { $0["aria-label"] == nil && $0["aria-hidden"] == nil }.map { _ in "a drawing without words" }
            + all { $0["aria-invalid"] == "true" && $0["aria-describedby"] == nil }.map { "no reason at \($0["name"] ?? "")" }
    }

    private static func asks(_ element: Element) -> Bool {
        ["select", "textarea"].contains(element.name) || element.name == "input" && element["type"] != "hidden"
    }

    /// What points at something of the page finds it, and only one.
    private var references: [String] {
        let ids = all { $0["id"] != nil }.compactMap { $0["id"] }
        let twice = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        let known = Set(ids)
        let pointing = ["for", "aria-describedby", "aria-labelledby", "aria-controls"].flatMap { name in
            all { $0[name] != nil }.flatMap { ($0[name] ?? "").split(separator: " ").map(String.init) }.map { (name, $0) }
        }
        let links = all("a").compactMap { $0["href"] }.filter { $0.hasPrefix("#") }.map { ("href", String($0.dropFirst())) }
        return twice.map { "two elements are called \($0)" }
            + (pointing + links).filter { !known.contains($0.1) }.map { "\($0.0) points at \($0.1), which is not there" }
    }

    /// Each form can be sent without a script, to an address of ours.
    private var forms: [String] {
        all("form").flatMap { form -> [String] in
            let name = form["id"] ?? form["action"] ?? "a form"
            var found: [String] = []
            // Forms that only the script knows have no address and are hidden with what is around them.
            guard let action = form["action"] else { return ["dialog", nil].contains(form["method"]) ? [] : ["\(name) has no address"] }
            if !action.hasPrefix("/") { found.append("\(name) goes to \(action)") }
            if !["post", "get"].contains(form["method"] ?? "") { found.append("\(name) has no method") }
            let isAsking = !form.all(where: Self.asks).isEmpty
            if isAsking, !form.all("button").contains(where: { ($0["type"] ?? "submit") == "submit" }) {
                found.append("\(name) has no button")
            }
            if form.all("input").contains(where: { $0["type"] == "file" }), form["enctype"] != "multipart/form-data" {
                found.append("\(name) sends a file as text")
            }
            return found
        }
            + all("fieldset").filter { $0.all("legend").first?.words.isEmpty ?? true }.map { _ in "a group without a legend" }
    }

    /// What the content security policy would refuse, and tables that nobody could read aloud.
    private var manners: [String] {
        all { $0.attributes.contains { $0.name.hasPrefix("on") || $0.name == "style" } }.map { "<\($0.name)> carries script or style" }
            + all("a").compactMap { $0["href"] }.filter { $0 == "#" || $0.hasPrefix("javascript:") }.map { "a link to \($0)" }
            + all("th").filter { $0["scope"] == nil }.map { "a table's head without scope: \($0.words)" }
            + all("li").filter { !["ul", "ol"].contains($0.ancestors.last ?? "") }.map { "an item outside of a list: \($0.words)" }
    }
}
