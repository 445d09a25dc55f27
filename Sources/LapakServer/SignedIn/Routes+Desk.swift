import HTTPTypes
import LapakDomain
import LapakWeb

/// How a staff route answers whoever it does not let in.
enum DeskFace {
    /// A page, or a form sent from one: the way to sign in, or a page that says whose work this is (403).
    case page
    /// A piece of a page that its script asks for: the way to sign in, or `notFound`.
    case piece
    /// A live line, which cannot be led to a page: `notYours` in both cases.
    case line
}

// The routes of staff. Each says which right it needs: there is no default, and the handler runs only for who has it.
extension Routes {
    typealias DeskHandler = @Sendable (Call, Desk) async throws -> Reply

    /// A page of the desk.
    func get(_ path: String, needs right: Right, as face: DeskFace = .page, _ handler: @escaping DeskHandler) {
        on(.get, path, needs: right) { try await Routes.answer($0, right, face, handler) }
    }

    /// A change made at the desk.
    func post(_ path: String, needs right: Right, as face: DeskFace = .page, _ handler: @escaping DeskHandler) {
        on(.post, path, needs: right) { try await Routes.answer($0, right, face, handler) }
    }

    /// A change whose body the handler reads piece by piece.
    func stream(_ method: HTTPRequest.Method, _ path: String, needs right: Right, _ handler: @escaping DeskHandler) {
        stream(method, path, needs: right) { try await Routes.answer($0, right, .page, handler) }
    }

    /// A stream of events for somebody at a desk.
    func live(_ path: String, needs right: Right, _ handler: @escaping @Sendable (Call, Desk) async throws -> Live) {
        live(path, needs: right) { call in
            guard case .open(let desk) = try await call.entry(needing: right) else { throw Refusal.notYours }
            var live = try await handler(call, desk)
            // Signed out here or in another process, run out, or another role by now. Trouble of the database ends no stream.
            live.holds = {
                do { if case .open = try await call.atThisMoment.entry(needing: right) { return true } else { return false } } catch {
                    return !(error is Refusal)
                }
            }
            return live
        }
    }

    private static func answer(_ call: Call, _ right: Right, _ face: DeskFace, _ handler: DeskHandler) async throws -> Reply {
        switch (try await call.entry(needing: right), face) {
        case (.open(let desk), _):
            let reply = try await handler(call, desk)
            guard desk.choosesBranch, call.query("cabang") == desk.branch.code else { return reply }
            return reply.with(Cookie(Call.branchCookie, desk.branch.code, maxAge: Int(Call.deskLasts.seconds)))
        case (.closed(let desk), .page): return desk.closed(right, call)
        case (.closed, .piece): throw Refusal.notFound
        case (.signedOut, .page), (.signedOut, .piece): return .redirect("/kantor/masuk")
        case (.closed, .line), (.signedOut, .line): throw Refusal.notYours
        }
    }
}
