import LapakDomain
import LapakStore

extension Call {
    /// The open session of the officer at this desk. Refuses with `notYours` where there is none.
    func ownSession(_ desk: Desk) async throws -> OfficerSession {
        let staff = desk.staff.id
        guard let session = try await app.store.read({ try $0.openSession(of: staff) }) else { throw Refusal.notYours }
        return session
    }

    /// The running interview of this browser's claim. Refuses with `notYours` where there is none, and where it is in a booth.
    func ownInterview() async throws -> Interview {
        let claim = try await papersClaim().id
        guard let interview = try await app.store.read({ try $0.interview(of: claim) }), interview.walkIn == nil else {
            throw Refusal.notYours
        }
        return interview
    }
}
