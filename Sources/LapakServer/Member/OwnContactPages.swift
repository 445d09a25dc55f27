import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// A member's own contacts, after the claim was filed: proven, and changed with a fresh proof of the new one.
enum OwnContactPages {
    private static let path = "/klaim/kontak"

    static func routes(_ routes: Routes) {
        routes.get(path) { call in try await with(call) { book in book.list(call) } }
        routes.post("\(path)/kirim") { call in try await with(call) { book in try await book.send(call) } }
        routes.get("\(path)/kode") { call in try await with(call) { book in try await book.code(call) } }
        routes.post("\(path)/kode") { call in try await with(call) { book in try await book.prove(call) } }
        routes.post("\(path)/ulang") { call in try await with(call) { book in try await book.again(call) } }
    }

    /// For whoever owns the claim; to the door, whoever does not. Who came by a contact that was changed a moment ago reads why not yet.
    private static func with(_ call: Call, _ answer: (ContactBook) async throws -> Reply) async throws -> Reply {
        do {
            let id = try await call.ownClaimAsOwner()
            let claim = try await call.app.store.read { connection in
                guard let claim = try connection.find(Claim.self, id) else { throw Refusal.notYours }
                return claim
            }
            return try await answer(book(claim, call))
        } catch Refusal.notYours { return .redirect("/klaim") } catch let refusal as Refusal {
            guard case .contactRests = refusal else { throw refusal }
            return try await StatusPages.status(call, faults: Faults(refusal, field: "kontak"), status: refusal.status)
        }
    }

    private static func book(_ claim: Claim, _ call: Call) -> ContactBook {
        ContactBook(
            claim: claim, isDesk: false,
            address: { step, query in "\(path)\(step.isEmpty ? "" : "/\(step)")\(query.isEmpty ? "" : "?\(query)")" },
            page: { title, body, faults, status in
                Page(
                    title: title, back: "/klaim/status", body: "\(faults.summary(call))<h1>\(title)</h1>\(body)",
                    hasErrors: !faults.isEmpty
                ).reply(to: call, status: status)
            },
            write: { change in
                try await call.changeOwnClaim(asOwner: true) { work, own in
                    guard own.id == claim.id else { throw Refusal.notYours }
                    return try change(work, &own)
                }
            })
    }
}
