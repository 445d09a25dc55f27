import LapakDomain
import LapakStore

// Coming back with a claim's number and a code, once for one idempotency key. Pages and interface may both call these.

extension Call {
    /// Begins a visit and sends its code, if the number is somebody's; the answer is alike either way. Refuses when
    /// too many codes were asked for this number.
    func beginVisit(to number: ClaimNumber, once request: RequestKey?) async throws -> Key<ReturnVisit> {
        let id: ID<ReturnVisit> = app.secrets.id(at: now)
        let (pass, code) = (app.secrets.key(of: id).pass, app.secrets.code())
        let hash = app.secrets.hash(code: code, for: id.rawValue)
        let (policy, now, reach, secrets) = (policy, now, app.reach, app.secrets)
        let claim = try await app.store.read { try $0.claim(numbered: number)?.id }
        let begun = try await app.store.write(once: request, at: now, [.row(Budget.self, "visit:\(number.value)")]) { work in
            try work.begin(
                pass, to: claim, code: code, codeHash: hash, number: number, policy: policy, reach: reach, message: { secrets.id(at: now) },
                at: now)
            return id
        }
        return app.secrets.key(of: begun)
    }

    /// Nil when the visit is proven now; else why not. A wrong code is counted once for one key.
    func proveVisit(_ key: Key<ReturnVisit>, code: String, once request: RequestKey?) async throws -> Refusal? {
        let (pass, hash) = (key.pass, app.secrets.hash(code: code, for: key.id.rawValue))
        let (policy, now) = (policy, now)
        return try await app.store.write(once: request, at: now, [.row(ReturnVisit.self, key.id)]) { work in
            try work.prove(pass, codeHash: hash, policy: policy, at: now)
        }
    }

    /// Changes the visited claim in one transaction, once for one key.
    func changeClaim<T: Codable & Sendable>(
        _ key: Key<ReturnVisit>, once request: RequestKey?, _ change: @escaping @Sendable (Work, inout Claim) throws -> T
    ) async throws -> T {
        let (pass, now) = (key.pass, now)
        return try await app.store.write(once: request, at: now, [.row(ReturnVisit.self, key.id)]) { work in
            var claim = try work.claim(of: pass, at: now)
            return try change(work, &claim)
        }
    }
}
