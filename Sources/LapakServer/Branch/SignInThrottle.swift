import Crypto
import Foundation
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// How often a user name may be tried, and from where.
///
/// Guessing from devices that never signed in as this user shares one budget, so that throwing cookies away gains nothing.
/// A device that did sign in has a count of its own: nobody can lock people out of their own desk by guessing elsewhere
/// (OWASP, device cookies). After three failures each further attempt waits twice as long, at most a minute.
struct SignInThrottle: Sendable {
    /// The device's own count of failures for this user name; nil for one that nobody would know again, which leaves no row behind.
    let own: String?
    /// The count that all unknown devices share; nil for a known one.
    let shared: String?

    static let mostFromUnknownDevices = 20
    static let window = Span.minutes(15)

    init(username: String, device: Device, secrets: Secrets) {
        // People type passwords into the wrong field: only a keyed hash of what was typed is kept.
        let user = secrets.hash(code: "masuk:\(username)", for: 0).prefix(32)
        own = device.isNew ? nil : "masuk:\(user):\(device.id)"
        shared = device.knows(username, secrets) ? nil : "masuk:\(user)"
    }

    var isKnown: Bool { shared == nil }

    /// How long after the latest failure the next attempt may come.
    static func pause(after failures: Int) -> Span { failures < 3 ? .zero : .seconds(min(60, 1 << min(failures - 2, 6))) }
}

extension Work {
    /// Counts an attempt before it is judged, so that many at once gain nothing. Refuses with `notYet` while a pause runs
    /// and with `tooMany` when the unknown devices' budget is used up.
    func attempt(_ throttle: SignInThrottle) throws {
        var tries = try throttle.own.map { try find(Budget.self, $0) ?? Budget(name: $0, used: 0, until: now) }
        if let known = tries {
            if now >= known.until { tries?.used = 0 }
            let next = known.until - SignInThrottle.window + SignInThrottle.pause(after: tries?.used ?? 0)
            if tries?.used ?? 0 > 0, now < next { throw Refusal.notYet(next) }
        }
        if let shared = throttle.shared {
            try spend(shared, most: SignInThrottle.mostFromUnknownDevices, per: SignInThrottle.window)
        }
        guard var tries else { return }
        tries.used += 1
        tries.until = now + SignInThrottle.window
        upsert(tries)
    }

    /// The attempt was right after all: it does not count, and neither do the failures before it on this device.
    func forgive(_ throttle: SignInThrottle) throws {
        if let own = throttle.own, var tries = try find(Budget.self, own) {
            tries.used = 0
            update(tries)
        }
        if let shared = throttle.shared, var spent = try find(Budget.self, shared), spent.used > 0 {
            spent.used -= 1
            update(spent)
        }
    }
}

/// A browser, told apart by a cookie; it remembers with proofs which of the last four people signed in on it.
struct Device: Sendable {
    static let cookie = "perangkat"
    let id: String
    /// It brought no cookie of ours: the next time it is another one.
    let isNew: Bool
    private let proofs: [String]

    /// The device behind the cookie, or a new one.
    init(_ cookie: String?, secrets: Secrets) {
        let parts = (cookie ?? "").split(separator: ".").map(String.init)
        if let id = parts.first, id.utf8.count == 24, cookie?.utf8.count ?? 0 <= 200, Device.isHex(id) {
            self.id = id
            isNew = false
            proofs = Array(parts.dropFirst().prefix(4))
        } else {
            id = secrets.bytes(12).hex
            isNew = true
            proofs = []
        }
    }

    private init(id: String, proofs: [String]) {
        self.id = id
        isNew = false
        self.proofs = proofs
    }

    func knows(_ username: String, _ secrets: Secrets) -> Bool { proofs.contains(proof(username, secrets)) }

    /// The same device after `username` signed in.
    func remembering(_ username: String, _ secrets: Secrets) -> Device {
        let proof = proof(username, secrets)
        return Device(id: id, proofs: Array(([proof] + proofs.filter { $0 != proof }).prefix(4)))
    }

    var asCookie: Cookie { Cookie(Device.cookie, ([id] + proofs).joined(separator: "."), maxAge: 31_536_000) }

    private func proof(_ username: String, _ secrets: Secrets) -> String {
        String(secrets.hash(code: "perangkat:\(id):\(username)", for: 0).prefix(32))
    }

    private static func isHex(_ text: String) -> Bool {
        text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
