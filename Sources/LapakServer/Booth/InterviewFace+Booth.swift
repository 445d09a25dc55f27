import LapakDomain
import LapakStore
import LapakWeb

extension InterviewFace {
    /// Whoever sits in the booth now: answering begins with the number and the consent. The booth's own page has another line for itself.
    static let booth: InterviewFace = InterviewFace(
        path: BoothPages.path, line: "\(BoothPages.path)/wawancara", verbs: [.confirm, .agree, .ask, .live], isBooth: true,
        interview: { call in
            guard let interview = try await call.interviewInBooth(), interview.isThere, interview.phase.isLive else {
                throw Refusal.notYours
            }
            try call.isAbout(interview.claim)
            return interview
        },
        claim: { call in
            guard let interview = try await call.interviewInBooth(), interview.isThere else { throw Refusal.notYours }
            try call.isAbout(interview.claim)
            return interview.claim
        },
        fragment: { call in
            guard let booth = try await call.booth() else { throw Refusal.notYours }
            return BoothStep(view: try await BoothView.load(booth, call), call: call).fragment
        })
}
