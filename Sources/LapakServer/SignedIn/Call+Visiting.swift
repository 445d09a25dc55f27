import LapakDomain
import LapakStore

// Coming back with a claim's number and a code, once for one idempotency key. Pages and interface may both call these.

extension Call {
    /// Begins a visit and sends its code, if the number is somebody's; the answer is alike either way. Refuses when
    /// too many codes were asked for this number.
    func beginVisit(to number: ClaimNumber, once request: RequestKey?) async throws -> Key<ReturnVisit> {
        let (whom, device) = (KnownDevice.claim(number), knownDevice)
        let isOwn = device.knows(whom, app.secrets)
        try payForCode(to: whom, device)
        let id: ID<ReturnVisit> = app.ids.next(at: now)
        let (pass, reach, secrets) = (app.secrets.key(of: id).pass, app.reach, app.secrets)
        let digits = secrets.twoCodes()
        let codes = VisitCodes(
            mail: (digits.0, secrets.hash(code: digits.0, for: id.rawValue)),
            phone: (digits.1, secrets.hash(code: digits.1, for: id.rawValue)))
        let claim = try await app.store.read { try $0.claim(numbered: number)?.id }
        let isKnown = if let claim { await knows(claim) } else { false }
        let former = BrowserKeys(visit: visitKey?.pass)
        let begun = try await app.store.write(once: request, in: context(), []) { work in
            try work.begin(pass, to: claim, codes: codes, isKnown: isKnown, number: number, reach: reach, isOwn: isOwn)
            // Its cookie is overwritten: nobody can come back to it, and nobody else shall.
            try work.end(former)
            return id
        }
        return app.secrets.key(of: begun)
    }

    /// Nil when the visit is proven now; else why not. A wrong code is counted once for one key. From the proof on only `next` opens it,
    /// and older keys of other people in this browser end; a form that is being filled in stays.
    func proveVisit(_ key: Key<ReturnVisit>, code: String, next: Key<ReturnVisit>, once request: RequestKey?) async throws -> Refusal? {
        let (pass, hash, secret) = (key.pass, app.secrets.hash(code: code, for: key.id.rawValue), next.pass.hash)
        var others = browserKeys
        others.visit = nil
        return try await app.store.write(once: request, in: context(), [.row(ReturnVisit.self, key.id)]) { [others] work in
            try work.prove(pass, codeHash: hash, secret: secret, ending: others)
        }
    }

    /// Changes the visited claim in one transaction, once for one key.
    func changeClaim<T: Codable & Sendable>(
        _ key: Key<ReturnVisit>, once request: RequestKey?, asOwner: Bool = false,
        _ change: @escaping @Sendable (Work, inout Claim) throws -> T
    ) async throws -> T {
        let pass = key.pass
        return try await app.store.write(once: request, in: context(), [.row(ReturnVisit.self, key.id)]) { work in
            var claim = try work.claim(of: pass, asOwner: asOwner)
            return try change(work, &claim)
        }
    }
}
