import HTTPTypes
import LapakDomain
import LapakGround
import LapakNation
import LapakStore

@testable import LapakDevelopment
@testable import LapakServer

// Sites of stories as the other helpers of the tests know them.
extension Site {
    /// The same application; what its carrier would have carried lies in the outbox.
    var test: TestApp { TestApp(app: app, carrier: TestCarrier(), clock: clock) }

    /// Somebody who works at a branch, the first one unless another is said, signed in.
    func desk(
        _ number: Int64 = 1, _ role: Staff.Role = .officer, at branch: ID<Branch>? = nil, language: Language = .id
    ) async throws -> (browser: Browser, desk: Desk) {
        let (browser, person) = try await staff(number, role, at: branch, language: language)
        return (browser, Desk(staff: person, branch: try require(app.nation[branch ?? self.branch.id])))
    }

    /// The browser of a member whose appointment begins now.
    func browser(of member: TestMember, language: Language = .id) async throws -> Browser {
        try await Browser(self, language: language, cookies: [member.cookie.name: member.cookie.value])
    }
}
