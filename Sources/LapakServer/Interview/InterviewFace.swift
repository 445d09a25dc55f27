import LapakDomain
import LapakStore
import LapakWeb

/// Where a person takes part in their interview. Steps, verbs, photos and the live line are the same; whose interview it is follows
/// from a claim's browser, or from who sits in the booth now.
struct InterviewFace: Sendable {
    /// The page, and what its addresses begin with.
    let path: String
    /// The live line with the officer.
    let line: String
    /// What can be asked for here.
    let verbs: [InterviewVerb]
    /// No ladder and no lobby, and originals lie under a fixed camera.
    let isBooth: Bool
    /// The running interview of this page. Refuses with `notYours` where there is none.
    let interview: @Sendable (Call) async throws -> Interview
    /// The claim that this page may show.
    let claim: @Sendable (Call) async throws -> ID<Claim>
    /// The changing part of the page as it stands now.
    let fragment: @Sendable (Call) async throws -> HTML

    /// A browser at home, which holds the claim.
    static let phone: InterviewFace = InterviewFace(
        path: InterviewPages.path, line: InterviewPages.path, verbs: InterviewVerb.allCases, isBooth: false,
        interview: { call in try await call.ownInterview() }, claim: { call in try await call.papersClaim().id },
        fragment: { call in InterviewStep(view: try await InterviewView.load(call), call: call).fragment })
}
