package import LapakDomain
package import LapakOutside
package import LapakStore

/// The member table beside the database, for where no core system is connected: demonstrations, tests, and imported exports.
package struct EmbeddedRegistry: MemberRegistry {
    private let store: Store

    package init(store: Store) { self.store = store }

    package func member(nik: NIK) async throws(RegistryTrouble) -> Member? {
        do {
            return try await store.read { try $0.member(nik: nik) }
        } catch let trouble as DatabaseTrouble {
            throw trouble.kind == .decoding ? .unreadable(trouble.message) : .unreachable("the member table: \(trouble.kind)")
        } catch { throw .unreachable("the member table") }
    }
}
