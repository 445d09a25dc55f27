import LapakDomain
import LapakStore
struct EmbeddedRegistry: MemberRegistry {
    let store: Store
    func member(nik: NIK) async throws(RegistryTrouble) -> Member? {
        do { return try await store.read { try $0.member(nik: nik) } } catch { throw .unreachable("\(error)") }
    }
}
enum BranchDesk { static func routes(_ routes: Routes) {} }
enum Interface { static func routes(_ routes: Routes) {} }
