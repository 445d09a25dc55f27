import LapakDomain
import LapakStore

/// Where a person takes part in their interview. Steps, verbs, photos and the live line are the same; whose interview it is follows
/// from a claim's browser, or from who sits in the booth now.
enum InterviewFace: String, CaseIterable, Sendable {
    case phone, booth

    /// The page, and what its addresses begin with.
    var path: String { self == .phone ? InterviewPages.path : BoothPages.path }
    /// The live line with the officer. A booth's own page has another one for itself.
    var line: String { self == .phone ? path : "\(path)/wawancara" }

    /// What can be asked for here: a booth has no ladder and no lobby, and answering begins with the number and the consent.
    var verbs: [InterviewVerb] { self == .phone ? InterviewVerb.allCases : [.confirm, .agree, .ask, .live] }

    /// The running interview of this page. Refuses with `notYours` where there is none.
    func interview(_ call: Call) async throws -> Interview {
        guard self == .booth else { return try await call.ownInterview() }
        guard let interview = try await call.interviewInBooth(), interview.isThere, interview.phase.isLive else { throw Refusal.notYours }
        return interview
    }

    /// The claim that this page may show.
    func claim(_ call: Call) async throws -> ID<Claim> {
        guard self == .booth else { return try await call.papersClaim().id }
        guard let interview = try await call.interviewInBooth(), interview.isThere else { throw Refusal.notYours }
        return interview.claim
    }

    /// The changing part of the page as it stands now.
    func fragment(_ call: Call) async throws -> HTML {
        guard self == .booth else { return InterviewStep(picture: try await InterviewPicture.load(call), call: call).fragment }
        guard let booth = try await call.booth() else { throw Refusal.notYours }
        return BoothStep(picture: try await BoothPicture.load(booth, call), call: call).fragment
    }
}
