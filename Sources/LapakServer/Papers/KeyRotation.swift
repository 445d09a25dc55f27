package import LapakDomain
package import LapakStore
package import LapakVault
import LapakWeb

/// The care of claims' keys: rewrapping under the newest master key, and ending a claim's files for good.
package struct KeyRotation: Sendable {
    private let store: Store
    private let masters: MasterKeys
    private static let portion = 200

    package init(store: Store, masters: MasterKeys) {
        self.store = store
        self.masters = masters
    }

    /// With the master keys that the settings name.
    package init(store: Store, settings: Settings, secrets: Secrets) throws {
        let path = settings.vault
        _ = try VaultFolder(at: path)
        self.init(store: store, masters: try PaperVault.masters(settings, in: path, secrets))
    }

    package var newest: Int { masters.newest }

    /// How many claims' keys each master key wraps, by its version, and how many were destroyed or cannot be read.
    package func status() async throws -> (byMaster: [Int: Int], destroyed: Int, unreadable: Int) {
        var (counts, unreadable): ([Int: Int], Int) = ([:], 0)
        try await portions { key in
            if let wrapped = WrappedKey(key.wrapped) { counts[wrapped.master, default: 0] += 1 } else { unreadable += 1 }
        }
        let destroyed = try await store.read {
            Int(try $0.query("SELECT count(*) FROM claim_key WHERE wrapped = ''", [])[0].int(0))
        }
        return (counts, destroyed, unreadable)
    }

    /// Wraps every key anew that an older master key wraps; the files stay as they are. It may be stopped and run again at any
    /// point, beside the running service. Answers how many were changed.
    package func rotate() async throws -> Int {
        let masters = masters
        var changed = 0
        var behind: [ID<Claim>] = []
        try await portions { key in if WrappedKey(key.wrapped)?.isBehind(masters) ?? false { behind.append(key.claim) } }
        for claim in behind {
            let isChanged = try await store.write(in: .bookkeeping, .row(KeptKey.self, claim)) { work in
                guard var kept = try work.find(KeptKey.self, claim), let old = WrappedKey(kept.wrapped), old.isBehind(masters) else {
                    return false
                }
                kept.wrapped = try old.rewrapped(for: claim, by: masters).text
                work.update(kept)
                return true
            }
            if isChanged { changed += 1 }
        }
        return changed
    }

    /// Destroys the key of a claim: its files are unreadable from now on, in backups of the files too. Answers whether there
    /// was one.
    package func destroy(_ claim: ID<Claim>) async throws -> Bool {
        try await store.write(in: .bookkeeping, .row(KeptKey.self, claim)) { work in
            guard var kept = try work.find(KeptKey.self, claim), !kept.wrapped.isEmpty else { return false }
            kept.wrapped = ""
            work.update(kept)
            return true
        }
    }

    private func portions(_ look: (KeptKey) -> Void) async throws {
        var last: ID<Claim> = ID(.min)
        while true {
            let from = last
            let keys = try await store.read { try $0.keptKeys(after: from, limit: Self.portion) }
            for key in keys { look(key) }
            guard let next = keys.last?.claim, keys.count == Self.portion else { return }
            last = next
        }
    }
}
