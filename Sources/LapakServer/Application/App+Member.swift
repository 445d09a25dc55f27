import LapakDomain
import LapakOutside
import LapakStore

extension App {
    /// Asks the registry for the NIK that was paid for. Its silence is trouble of the world, told as such.
    func member(_ look: PaidLook) async throws -> Member? {
        do throws(RegistryTrouble) { return try await registry.member(nik: look.nik) } catch {
            throw DatabaseTrouble(.connection, "member registry: \(error)")
        }
    }
}
