import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb

/// The display in a branch's hall. Its address is a key that nobody can guess; it shows numbers and booths, never a name.
enum HallPages {
    static func routes(_ routes: Routes) {
        routes.get("/layar/{kunci}") { call in
            let hall = try await HallPage.load(call)
            var page = Page(title: call.say("Layar \(hall.branch.name)", "Display \(hall.branch.name)"), body: hall.body(call))
            page.assets = ["hall.css", "hall.js"]
            page.isBare = true
            page.isDisplay = true
            page.renewsAfter = HallPage.renewsAfter
            return page.reply(to: call)
        }
        routes.get("/layar/{kunci}/isi") { call in Reply(body: try await HallPage.load(call).fragment(call).text) }
        routes.live("/layar/{kunci}/aliran") { call in
            let branch = try branch(call)
            let (app, known) = (call.app, call.lastEvent)
            return try Live(.hall(branch.id.rawValue), call) {
                // What the screen knew before its line broke: it looks again only where something happened since.
                let head = try await app.store.read { try Journal.head($0).position }
                return [known == head ? .beat : .changed(head)]
            }
        }
    }

    static func path(_ branch: Branch, _ app: App) -> String { "/layar/\(app.secrets.hallKey(branch.id).word)" }

    /// The branch that a display's key opens. Refuses every other key with `notFound`.
    static func branch(_ call: Call) throws(Refusal) -> Branch {
        guard let key = call.parameters.get("kunci").flatMap({ Key<Branch>($0) }), let branch = call.nation[key.id],
            call.app.secrets.hallKey(branch.id).pass.hash == key.pass.hash
        else { throw .notFound }
        return branch
    }
}
