import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb

/// The yard in front of a branch (halaman): papers are checked outdoors, on a tablet, and numbers are given.
///
/// Everything works as plain forms. With its script the tablet goes on without a network, and what it keeps merges afterwards.
enum Yard {
    static let path = DeskPath.yard

    static func routes(_ routes: Routes) {
        routes.get(path, needs: .workYard) { call, desk in try await YardPage.show(call, desk) }
        routes.post(path, needs: .workYard, YardSearch.find)
        routes.get("\(path)/orang", needs: .workYard) { call, desk in
            var form = YardForm()
            form.walkIn = call.query("kunjungan") ?? ""
            return YardPersonPage(form: form).reply(call, desk)
        }
        routes.post("\(path)/orang", needs: .workYard, YardActions.person)
        routes.post("\(path)/periksa", needs: .workYard, YardActions.check)
        routes.post("\(path)/kirim", needs: .workYard, YardTablet.send)
        routes.post("\(path)/blok", needs: .workYard, YardTablet.block)
        routes.get("\(path)/pekerja.js") { call in
            guard let asset = call.app.assets["yard-worker.js"] else { throw Refusal.notFound }
            var reply = Reply(type: "text/javascript; charset=utf-8", body: asset.text, cacheControl: "no-cache")
            reply.fields.append((.serviceWorkerAllowed, path))
            return reply
        }
        routes.get("\(path)/{visit}", needs: .workYard) { call, desk in try await YardWalkInPage.show(call, desk) }
        routes.get("\(path)/{visit}/kurang", needs: .workYard) { call, desk in try await YardMissingPage.show(call, desk) }
        routes.post("\(path)/{visit}/kembali", needs: .workYard, YardActions.comeBack)
        routes.post("\(path)/{visit}/batal", needs: .workYard, YardActions.giveUp)
        YardPhotos.routes(routes)
    }
}

extension HTTPField.Name {
    static let serviceWorkerAllowed = HTTPField.Name("Service-Worker-Allowed")!
}

extension Call {
    /// The walk-in that the address names. Refuses with `notFound` what is another branch's.
    func walkIn(_ desk: Desk) async throws -> WalkIn {
        guard let id = parameters.get("visit").flatMap({ Int64($0) }) else { throw Refusal.notFound }
        return try await walkIn(ID(id), desk)
    }

    func walkIn(_ id: ID<WalkIn>, _ desk: Desk) async throws -> WalkIn {
        let branch = desk.branch.id
        return try await app.store.read { connection in
            guard let walkIn = try connection.find(WalkIn.self, id), walkIn.branch == branch else { throw Refusal.notFound }
            return walkIn
        }
    }
}
