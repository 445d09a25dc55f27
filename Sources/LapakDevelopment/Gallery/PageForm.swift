/// A form of a page as a browser without a script would send it.
struct PageForm {
    let element: Markup.Element
    private let page: String

    /// The form with this id, or the one that goes to this address.
    init(id: String, in answer: Answer) throws {
        page = "\(answer.status) \(answer.path)"
        let found = answer.markup.all("form").first { $0["id"] == id || $0["action"].map { $0.prefix { $0 != "?" } == id } ?? false }
        guard let found else { throw NoSuchField(form: id, field: "", page: page + "\n" + answer.markup.words) }
        element = found
    }

    struct Filled {
        let method: String
        let action: String
        let fields: [(String, String)]
    }

    /// With what the page already holds, then what was typed. Throws where the form has no such field or choice.
    func filled(_ typed: [(String, String)], button: String? = nil) throws -> Filled {
        var fields = held.filter { held in !typed.contains { $0.0 == held.0 } }
        for (name, value) in typed {
            guard takes(name, value) else { throw NoSuchField(form: element["id"] ?? "", field: "\(name)=\(value)", page: page) }
            fields.append((name, value))
        }
        let buttons = element.all("button").filter { ($0["type"] ?? "submit") == "submit" }
        guard let pressed = button.map({ name in buttons.first { $0["value"] == name } }) ?? buttons.first else {
            throw NoSuchField(form: element["id"] ?? "", field: "button \(button ?? "")", page: page)
        }
        if let name = pressed["name"] { fields.append((name, pressed["value"] ?? "")) }
        return Filled(
            method: element["method"] ?? "get", action: pressed["formaction"] ?? element["action"] ?? "", fields: fields)
    }

    /// What is sent when nothing is changed.
    private var held: [(String, String)] {
        let inputs = element.all("input").compactMap { input -> (String, String)? in
            guard let name = input["name"] else { return nil }
            return switch input["type"] ?? "text" {
            case "radio", "checkbox": input["checked"] == nil ? nil : (name, input["value"] ?? "on")
            case "file": nil
            default: (name, input["value"] ?? "")
            }
        }
        let selects = element.all("select").compactMap { select -> (String, String)? in
            let options = select.all("option")
            guard let name = select["name"], let chosen = options.first(where: { $0["selected"] != nil }) ?? options.first else {
                return nil
            }
            return (name, chosen["value"] ?? chosen.words)
        }
        return inputs + selects + element.all("textarea").compactMap { area in area["name"].map { ($0, area.words) } }
    }

    private func takes(_ name: String, _ value: String) -> Bool {
        let inputs = element.all("input").filter { $0["name"] == name }
        let choices = inputs.filter { ["radio", "checkbox"].contains($0["type"] ?? "") }
        if !choices.isEmpty { return choices.contains { ($0["value"] ?? "on") == value } }
        if let select = element.all("select").first(where: { $0["name"] == name }) {
            return select.all("option").contains { ($0["value"] ?? $0.words) == value }
        }
        return !inputs.isEmpty || element.all("textarea").contains { $0["name"] == name }
    }
}

struct NoSuchField: Error, CustomStringConvertible {
    let form: String
    let field: String
    let page: String
    var description: String { "form \(form) has no \(field) on \(page)" }
}
