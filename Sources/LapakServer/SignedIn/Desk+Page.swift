import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

extension Desk {
    /// A page of the desk around its content: who is here, the ways between the pages, and at the end the way out.
    func page(
        _ call: Call, _ title: String, at path: String, _ body: HTML, faults: Faults = Faults(), notice: HTML? = nil,
        assets: [String] = [], status: HTTPResponse.Status = .ok
    ) -> Reply {
        Page(
            title: "\(title) - \(branch.name)",
            body: """
                <p class="hint">\(staff.name), \(call.say(staff.role.words))</p>\(navigation(call, at: path))\(chooser(call, at: path))\
                \(faults.summary(call))\(notice)<h1>\(title)<br><small>\(branch.name)</small></h1><div class="fld">\(body)</div>\
                \(form(call, action: "/kantor/keluar", id: "f-keluar", button: call.say("Keluar", "Sign out"), style: "alt", ""))
                """, wide: true, assets: assets, hasErrors: !faults.isEmpty
        ).reply(to: call, status: status)
    }

    private func navigation(_ call: Call, at path: String) -> HTML {
        let items = ways.enumerated().html { index, way -> HTML in
            let isHere = way.path == path
            let name: HTML = isHere ? "<strong>\(call.say(way.words))</strong>" : "\(call.say(way.words))"
            return """
                \(index == 0 ? "" : " · ")<a href="\(url: address(way.path))"\(isHere ? " aria-current=\"page\"" as HTML : "")>\(name)</a>
                """
        }
        return "<nav class=\"desk\" aria-label=\"\(call.say("Meja kantor", "Branch desk"))\"><p>\(items)</p></nav>"
    }

    /// Only for national operations: another branch.
    private func chooser(_ call: Call, at path: String) -> HTML? {
        guard choosesBranch else { return nil }
        let groups = call.nation.regions.html { region -> HTML in
            let branches = call.nation.branches.filter { $0.region == region.id }
            guard !branches.isEmpty else { return "" }
            return """
                <optgroup label="\(region.name)">\
                \(branches.html { option($0.code, $0.name, chosen: $0.id == branch.id) })</optgroup>
                """
        }
        return """
            <form class="fld" method="get" action="\(url: path.isEmpty ? home : path)" id="f-cabang">\
            \(selection("cabang", label: call.say("Kantor cabang", "Branch"), groups.reduce(.empty, +)))\
            <button class="btn alt">\(call.say("Buka kantor ini", "Open this branch"))</button></form>
            """
    }
}
