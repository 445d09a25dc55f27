import LapakDomain
import LapakStore

/// The person behind the cookie, on the way to a claim.
extension Call {
    /// The cookie that holds the key of a registration.
    package static let registrationCookie = "daftar"

    /// What the browser brought; nil when it never registered.
    var registrationKey: Key<Registration>? { cookies[Call.registrationCookie].flatMap { Key($0) } }

    /// The registration as it stands, for showing its page. Refuses a forged, forgotten or expired one.
    func registration() async throws -> Registration {
        let found = try await glancedRegistration()
        try isAbout(found)
        return found
    }

    /// The same for a page that is everybody's and says nobody's name.
    func glancedRegistration() async throws -> Registration {
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
        try means(mark(of: key.id))
        return try await app.store.write(in: context(), .row(Registration.self, key.id)) { work in
            var registration = try work.registration(key.pass)
            return try change(work, &registration)
        }
    }

    /// How proving the contact went; kept for a form that is sent twice.
    struct ContactProof: Codable, Sendable {
        /// Nil when it is proven now.
        let refusal: Refusal?
        let step: Registration.Step
        let codes: Int
    }

    /// Proves the contact of this browser's registration with a code, once for one form. Answers with the key that opens it from now on.
    func proveContact(_ code: String) async throws -> (ContactProof, Key<Registration>) {
        guard let key = registrationKey else { throw Refusal.registrationGone }
        try means(mark(of: key.id))
        let (pass, secrets) = (key.pass, app.secrets)
        let hash = secrets.hash(code: code, for: key.id.rawValue)
        let proof = try await app.store.write(
            once: requestKey("kode/\(key.id.rawValue)"), in: context(), [.row(Registration.self, key.id)]
        ) { work in
            var registration = try work.registration(pass)
            // Proven before: the same key goes on.
            let next = registration.proven == nil ? secrets.proven(key.id, codes: registration.codes).pass.hash : pass.hash
            let refusal = try work.prove(&registration, codeHash: hash, secret: next)
            let isNew = registration.secret != pass.hash
            return ContactProof(refusal: refusal, step: registration.step, codes: isNew ? registration.codes : 0)
        }
        return (proof, proof.codes > 0 ? secrets.proven(key.id, codes: proof.codes) : key)
    }

    /// Files the claim of this browser's registration; asked twice, it is one claim. Older keys of other people in this browser end.
    func file() async throws -> Claim {
        var others = browserKeys
        others.registration = nil
        return try await change { [others] work, registration in
            let claim = try work.file(&registration)
            try work.end(others, but: claim.id)
            return claim
        }
    }
}
