import LapakDomain
import LapakStore

/// The person behind the cookie, on the way to a claim.
extension Call {
    static let registrationCookie = "daftar"

    /// What the browser brought; nil when it never registered.
    var registrationKey: Key<Registration>? { cookies[Call.registrationCookie].flatMap { Key($0) } }

    /// The registration as it stands, for showing a page. Refuses a forged, forgotten or expired one.
    func registration() async throws -> Registration {
        guard let key = registrationKey else { throw Refusal.registrationGone }
        let now = now
        return try await house.store.read { connection in
            guard let found = try connection.find(Registration.self, key.id), found.secret == key.pass.hash, now < found.due else {
                throw Refusal.registrationGone
            }
            return found
        }
    }

    /// Changes the registration in one transaction.
    func change<T: Sendable>(_ change: @escaping @Sendable (Work, inout Registration) throws -> T) async throws -> T {
        guard let key = registrationKey else { throw Refusal.registrationGone }
        let (policy, now) = (policy, now)
        return try await house.store.write(.row(Registration.self, key.id)) { work in
            var registration = try work.registration(key.pass, policy: policy, at: now)
            return try change(work, &registration)
        }
    }
}

extension Registration.Step {
    /// The page of this step.
    var path: String {
        switch self {
        case .slot: "/jadwal"
        case .nik: "/daftar/nik"
        case .membership: "/daftar/peserta"
        case .contact: "/daftar/kontak"
        case .code: "/daftar/kode"
        case .reason: "/daftar/sebab"
        case .wish: "/daftar/pilihan"
        case .check: "/daftar/periksa"
        case .filed: "/daftar/selesai"
        }
    }
}
