import HTTPTypes
import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// The yard in front of a branch, beside what its stories show.
@Suite("The pages of the yard") struct YardPageTests {
    @Test func `the worker's script is served to its own path, fresh each time`() async throws {
        let yard = try await Site.open().desk(as: .officer)
        let script = try await yard.open("/kantor/halaman/pekerja.js")
        #expect(script.status == 200 && script.type.hasPrefix("text/javascript"))
        #expect(script.headers[HTTPField.Name.serviceWorkerAllowed] == "/kantor/halaman" && script.headers[.cacheControl] == "no-cache")
    }
}
