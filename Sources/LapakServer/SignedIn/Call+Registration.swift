import LapakDomain
import LapakStore

/// The person behind the cookie, on the way to a claim.
extension Call {
    /// The cookie that holds the key of a registration.
    package static let registrationCookie = "daftar"

    /// What the browser brought; nil when it never registered.
    var registrationKey: Key<Registration>? { cookies[Call.registrationCookie].flatMap { Key($0) } }

    /// The registration as it stands, for showing a page. Refuses a forged, forgotten or expired one.
    func registration() async throws -> Registration {
        guard let key = registrationKey else { throw Refusal.registrationGone }
        let now = now
        return try await app.store.read { connection in
            guard let found = try connection.find(Registration.self, key.id), found.secret == key.pass.hash, now < found.due else {
                throw Refusal.registrationGone
            }
            return found
        }
    }

    /// Changes the registration in one transaction.
    func change<T: Sendable>(_ change: @escaping @Sendable (Work, inout Registration) throws -> T) async throws -> T {
        guard let key = registrationKey else { throw Refusal.registrationGone }
        return try await app.store.write(in: context(), .row(Registration.self, key.id)) { work in
            var registration = try work.registration(key.pass)
            return try change(work, &registration)
        }
    }

    /// Files the claim of this browser's registration; asked twice, it is one claim.
    func file() async throws -> Claim {
        return try await change { work, registration in try work.file(&registration) }
    }
}
