import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of these pages.
private enum Say {
    static func of(_ claim: Claim, _ title: String) -> Words {
        Words("\(title): \(claim.name), \(claim.number)", "\(title): \(claim.name), \(claim.number)")
    }
}

/// The contacts of somebody who is here, in the yard or at a seat: proven or changed together with the person, by the same rules as
/// at home.
enum DeskContactPages {
    static func routes(_ routes: Routes) {
        let path = "\(DeskPath.contacts)/{claim}"
        routes.get(path, needs: .changeContacts) { call, desk in try await book(call, desk).list(call) }
        routes.post("\(path)/kirim", needs: .changeContacts) { call, desk in try await book(call, desk).send(call) }
        routes.get("\(path)/kode", needs: .changeContacts) { call, desk in try await book(call, desk).code(call) }
        routes.post("\(path)/kode", needs: .changeContacts) { call, desk in try await book(call, desk).prove(call) }
        routes.post("\(path)/ulang", needs: .changeContacts) { call, desk in try await book(call, desk).again(call) }
    }

    /// Refuses with `notFound` the claim of somebody who is not here.
    private static func book(_ call: Call, _ desk: Desk) async throws -> ContactBook {
        guard let id = call.parameters.get("claim", as: Int64.self).map({ ID<Claim>($0) }) else { throw Refusal.notFound }
        let (branch, day) = (desk.branch, desk.branch.zone.day(of: call.now))
        let claim = try await call.app.store.read { connection in
            guard let claim = try connection.find(Claim.self, id), try connection.isHere(claim, at: branch, on: day) else {
                throw Refusal.notFound
            }
            return claim
        }
        let path = "\(DeskPath.contacts)/\(id.rawValue)"
        return ContactBook(
            claim: claim, isDesk: true,
            address: { step, query in desk.address("\(path)\(step.isEmpty ? "" : "/\(step)")", query) },
            page: { title, body, faults, status in
                desk.page(call, call.say(Say.of(claim, title)), at: DeskPath.contacts, body, faults: faults, status: status)
            },
            write: { change in
                try await call.app.store.write(in: call.context(by: desk.author), .row(Claim.self, id)) { work in
                    var claim = try work.get(Claim.self, id)
                    return try change(work, &claim)
                }
            })
    }
}
