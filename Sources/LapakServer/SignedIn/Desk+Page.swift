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

    /// For officers at a manager's page.
    func notAllowed(_ call: Call) -> Reply {
        page(
            call, call.say("Hanya untuk manajer", "For managers only"), at: "",
            "<p>\(call.say("Jam, petugas dan pengecualian diatur oleh manajer kantor. Hubungi manajer Anda bila ada yang perlu diubah.", "Hours, officers and exceptions are set by the branch manager. Tell your manager if something has to change."))</p>",
            status: .forbidden)
    }

    private func navigation(_ call: Call, at path: String) -> HTML {
        var ways = [
            ("/kantor", Words("Hari ini", "Today")), (DeskPath.console, Words("Konsol", "Console")),
            (DeskPath.yard, Words("Halaman", "Yard")), (DeskPath.line, Words("Antrean hari ini", "Today's line")),
            ("/kantor/berkas", Words("Pra-periksa", "Pre-check")),
            ("/kantor/tunggu", Words("Daftar tunggu", "Waiting list")),
            (DeskPath.door, Words("Poster pintu", "Door poster")),
        ]
        if mayPlan {
            ways.append((DeskPath.screen, Words("Layar ruang tunggu", "Hall display")))
            ways.append((DeskPath.sessions, Words("Sesi", "Sessions")))
            ways.append((DeskPath.booths, Words("Bilik", "Booths")))
            ways.append(("/kantor/jam", Words("Jam dan petugas", "Hours and officers")))
            ways.append(("/kantor/pengecualian", Words("Pengecualian", "Exceptions")))
        }
        if seesUndelivered { ways.append((DeskPath.undelivered, Words("Pesan yang tidak sampai", "Undelivered messages"))) }
        let items = ways.enumerated().html { index, way -> HTML in
            let isHere = way.0 == path
            let name: HTML = isHere ? "<strong>\(call.say(way.1))</strong>" : "\(call.say(way.1))"
            return
                "\(index == 0 ? "" : " · ")<a href=\"\(url: address(way.0))\"\(isHere ? " aria-current=\"page\"" as HTML : "")>\(name)</a>"
        }
        return "<nav class=\"desk\" aria-label=\"\(call.say("Meja kantor", "Branch desk"))\"><p>\(items)</p></nav>"
    }

    /// Only for national operations: another branch.
    private func chooser(_ call: Call, at path: String) -> HTML? {
        guard choosesBranch else { return nil }
        let groups = call.atlas.regions.html { region -> HTML in
            let branches = call.atlas.branches.filter { $0.region == region.id }
            guard !branches.isEmpty else { return "" }
            return """
                <optgroup label="\(region.name)">\
                \(branches.html { "<option value=\"\($0.code)\"\(attribute: "selected", when: $0.id == branch.id)>\($0.name)</option>" })</optgroup>
                """
        }
        return """
            <form class="fld" method="get" action="\(url: path.isEmpty ? "/kantor" : path)" id="f-cabang"><div class="fld"><label for="cabang">\(call.say("Kantor cabang", "Branch"))</label>\
            <select class="in" id="cabang" name="cabang">\(groups)</select></div>\
            <button class="btn alt">\(call.say("Buka kantor ini", "Open this branch"))</button></form>
            """
    }
}
