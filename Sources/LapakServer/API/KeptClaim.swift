import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// What is kept of a claim's answer under an idempotency key: the text, or, while the claim waits, only which one it is,
/// because its place in line is counted when it is shown.
struct KeptClaim: Codable, Sendable {
    let claim: ID<Claim>
    let text: String?

    init(_ claim: Claim, _ work: Work, _ call: Call) throws {
        self.claim = claim.id
        guard claim.phase != .waiting else {
            text = nil
            return
        }
        let slot = try claim.slot.flatMap { try work.find(Slot.self, $0) }
        text = ClaimView(claim: claim, slot: slot, ticket: nil, offer: nil, forecast: nil, walkIn: nil).json(call).text
    }

    func reply(to call: Call, status: HTTPResponse.Status = .ok) async throws -> Reply {
        if let text { return .json(text, status: status) }
        return .json(try await ClaimView.load(claim, call).json(call).text, status: status)
    }
}
