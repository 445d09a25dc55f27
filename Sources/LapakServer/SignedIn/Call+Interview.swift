import LapakDomain
import LapakStore

extension Call {
    /// The open session of the officer who is signed in. Refuses with `notYours` where there is none.
    func ownSession() async throws -> Session {
        guard let staff = try await staff(), let session = try await house.store.read({ try $0.openSession(of: staff.id) }) else {
            throw Refusal.notYours
        }
        return session
    }

    /// The running interview of this browser's claim. Refuses with `notYours` where there is none, and where it is in a booth.
    func ownInterview() async throws -> Interview {
        let claim = try await papersClaim().id
        guard let interview = try await house.store.read({ try $0.interview(of: claim) }), interview.walkIn == nil else {
            throw Refusal.notYours
        }
        return interview
    }
}
