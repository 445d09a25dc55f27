import LapakDomain
import LapakStore

// Coming back with a claim's number and a code, once for one idempotency key. Pages and interface may both call these.

extension Call {
    /// Begins a visit and sends its code, if the number is somebody's; the answer is alike either way. Refuses when
    /// too many codes were asked for this number.
    func beginVisit(to number: ClaimNumber, once request: RequestKey?) async throws -> Key<ReturnVisit> {
        let id: ID<ReturnVisit> = app.ids.next(at: now)
        let (pass, code) = (app.secrets.key(of: id).pass, app.secrets.code())
        let hash = app.secrets.hash(code: code, for: id.rawValue)
        let reach = app.reach
        let claim = try await app.store.read { try $0.claim(numbered: number)?.id }
        let begun = try await app.store.write(once: request, in: context(), [.row(Budget.self, "visit:\(number.value)")]) { work in
            try work.begin(pass, to: claim, code: code, codeHash: hash, number: number, reach: reach)
            return id
        }
        return app.secrets.key(of: begun)
    }

    /// Nil when the visit is proven now; else why not. A wrong code is counted once for one key.
    func proveVisit(_ key: Key<ReturnVisit>, code: String, once request: RequestKey?) async throws -> Refusal? {
        let (pass, hash) = (key.pass, app.secrets.hash(code: code, for: key.id.rawValue))
        return try await app.store.write(once: request, in: context(), [.row(ReturnVisit.self, key.id)]) { work in
            try work.prove(pass, codeHash: hash)
        }
    }

    /// Changes the visited claim in one transaction, once for one key.
    func changeClaim<T: Codable & Sendable>(
        _ key: Key<ReturnVisit>, once request: RequestKey?, _ change: @escaping @Sendable (Work, inout Claim) throws -> T
    ) async throws -> T {
        let pass = key.pass
        return try await app.store.write(once: request, in: context(), [.row(ReturnVisit.self, key.id)]) { work in
            var claim = try work.claim(of: pass)
            return try change(work, &claim)
        }
    }
}
