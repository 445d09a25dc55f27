import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// Who sits at the branch desk, and which branch lies on it.
struct Desk: Sendable {
    let staff: Staff
    let branch: Branch

    /// National operations may look after any branch; everyone else after their own.
    var choosesBranch: Bool { staff.role == .national }
    /// Hours, officers and exceptions are the manager's to set.
    var mayPlan: Bool { staff.role != .officer }
    var author: Author { .staff(staff.id) }

    /// An address of the desk, with the branch where it is not a matter of course.
    func address(_ path: String, _ query: String = "") -> String {
        let parts = [choosesBranch ? "cabang=\(branch.code)" : "", query].filter { !$0.isEmpty }
        return parts.isEmpty ? path : "\(path)?\(parts.joined(separator: "&"))"
    }
}

extension Call {
    static let deskCookie = "meja"
    static let deskLasts = Span.hours(10)
    static let branchCookie = "cabang"

    /// The staff member whose session the browser brought; nil when it has none, or it has run out.
    func staff() async throws -> Staff? {
        guard let key = cookies[Call.deskCookie].flatMap({ Key<StaffSession>($0) }) else { return nil }
        let now = now
        return try await house.store.read { connection in
            guard let session = try connection.find(StaffSession.self, key.id), session.secret == key.pass.hash, now < session.due else {
                return nil
            }
            return try connection.find(Staff.self, session.staff)
        }
    }

    /// Ends the session for good, whoever else knows its cookie.
    func signOut() async throws {
        guard let key = cookies[Call.deskCookie].flatMap({ Key<StaffSession>($0) }) else { return }
        let now = now
        try await house.store.write(.row(StaffSession.self, key.id)) { work in
            guard let session = try work.find(StaffSession.self, key.id), session.secret == key.pass.hash else { return }
            work.save(StaffSession(id: session.id, secret: session.secret, staff: session.staff, due: min(session.due, now)))
        }
    }

    /// The branch that this person looks after now. National operations name it, or keep the one named last.
    func branch(for staff: Staff) -> Branch? {
        guard staff.role == .national else { return staff.branch.flatMap { atlas[$0] } }
        return query("cabang").flatMap { atlas[$0] } ?? cookies[Call.branchCookie].flatMap { atlas[$0] } ?? atlas.branches.first
    }
}

extension Routes {
    typealias DeskHandler = @Sendable (Call, Desk) async throws -> Reply

    /// A page of the desk: whoever has not signed in is led to the door.
    func desk(get path: String, _ handler: @escaping DeskHandler) { get(path) { try await Routes.guarded($0, handler) } }

    /// The same for changes, which are not for officers unless it is said.
    func desk(post path: String, byOfficers: Bool = false, _ handler: @escaping DeskHandler) {
        post(path) { call in
            try await Routes.guarded(call) { call, desk in
                guard byOfficers || desk.mayPlan else { return desk.notAllowed(call) }
                return try await handler(call, desk)
            }
        }
    }

    /// The same for a change whose body the handler reads piece by piece.
    func desk(stream path: String, _ handler: @escaping DeskHandler) {
        stream(.post, path) { try await Routes.guarded($0, handler) }
    }

    private static func guarded(_ call: Call, _ handler: DeskHandler) async throws -> Reply {
        guard let staff = try await call.staff() else { return .redirect("/kantor/masuk") }
        guard let branch = call.branch(for: staff) else { throw Refusal.notFound }
        let reply = try await handler(call, Desk(staff: staff, branch: branch))
        guard staff.role == .national, call.query("cabang") == branch.code else { return reply }
        return reply.with(Cookie(Call.branchCookie, branch.code, maxAge: Int(Call.deskLasts.seconds)))
    }
}

extension Staff.Role {
    var words: Words {
        switch self {
        case .officer: Words("petugas", "officer")
        case .manager: Words("manajer", "manager")
        case .national: Words("operasi nasional", "national operations")
        }
    }
}
