import LapakDomain
import LapakOutside
import LapakStore

extension App {
    /// Asks the registry. Its silence is trouble of the world, told as such.
    func member(_ nik: NIK) async throws -> Member? {
        do throws(RegistryTrouble) { return try await registry.member(nik: nik) } catch {
            throw DatabaseTrouble(.connection, "member registry: \(error)")
        }
    }
}
