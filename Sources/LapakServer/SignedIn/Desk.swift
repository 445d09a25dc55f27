import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// Who sits at the branch desk, and which branch lies on it.
struct Desk: Sendable {
    let staff: Staff
    let branch: Branch

    /// Whether this person looks after any branch, and not only their own.
    var choosesBranch: Bool { staff.role.scope == .nation }
    var author: Author { .staff(staff.id) }

    /// Whether this person's role has the right: for buttons and ways on pages, and for what depends on more than the route.
    func may(_ right: Right) -> Bool { staff.may(right) }

    /// An address of the desk, with the branch where it is not a matter of course.
    func address(_ path: String, _ query: String = "") -> String {
        let parts = [choosesBranch ? "cabang=\(branch.code)" : "", query].filter { !$0.isEmpty }
        return parts.isEmpty ? path : "\(path)?\(parts.joined(separator: "&"))"
    }
}

/// What becomes of somebody who asks for a staff route.
enum DeskEntry {
    /// The role has the right.
    case open(Desk)
    /// The role has not the right.
    case closed(Desk)
    /// The browser brought no session, or one that has run out.
    case signedOut
}

extension Call {
    /// The session of somebody at a desk.
    package static let deskCookie = "meja"
    static let deskLasts = Span.hours(10)
    static let branchCookie = "cabang"

    /// Whether this browser may come to a desk with this right. Every staff route asks here before its handler runs, and nothing
    /// else makes a desk of a request. Refuses with `notFound` where the person's branch is no more.
    func entry(needing right: Right) async throws -> DeskEntry {
        guard let staff = try await staff() else { return .signedOut }
        guard let branch = branch(for: staff) else { throw Refusal.notFound }
        let desk = Desk(staff: staff, branch: branch)
        guard desk.may(right) else {
            app.figures.refused("no_right")
            return .closed(desk)
        }
        return .open(desk)
    }

    /// Where whoever is signed in begins; nil when nobody is.
    func deskHome() async throws -> String? { try await staff().map { Desk.home(of: $0.role) } }

    /// The staff member whose session the browser brought; nil when it has none, or it has run out.
    private func staff() async throws -> Staff? {
        guard let key = deskKey else { return nil }
        let now = now
        return try await app.store.read { connection in
            guard let session = try connection.find(SignIn.self, key.id), session.secret == key.pass.hash, now < session.due else {
                return nil
            }
            return try connection.find(Staff.self, session.staff)
        }
    }

    /// The session of somebody at a desk, as the browser brought it.
    var deskKey: Key<SignIn>? { cookies[Call.deskCookie].flatMap { Key($0) } }

    /// Ends the session for good, whoever else knows its cookie, and everything that lives by it: streams hear of it from the journal.
    func signOut() async throws {
        guard let key = deskKey else { return }
        try await app.store.write(in: context(), .row(SignIn.self, key.id)) { try $0.signOut(key.pass) }
    }

    /// The branch that this person looks after now. Whoever looks after all of them names it, or keeps the one named last.
    private func branch(for staff: Staff) -> Branch? {
        guard staff.role.scope == .nation else { return staff.branch.flatMap { nation[$0] } }
        return query("cabang").flatMap { nation[$0] } ?? cookies[Call.branchCookie].flatMap { nation[$0] } ?? nation.branches.first
    }
}
