/// Why the rules say no. Each has one sentence per language that says what happened and what to do next.
package enum Refusal: Error, Hashable, Codable, Sendable {
    // Places
    case slotFull
    case slotPassed
    /// Somebody waits whom the place suits, and goes before.
    case lineFirst
    case slotUnknown
    case holdGone
    /// Another place is held for the same NIK, mailbox or phone.
    case holdElsewhere
    case alreadyConfirmed
    case proofFirst
    case notYet(Instant)
    // The waiting list
    case offerGone
    /// The person said no to it themselves.
    case offerDeclined
    case notWaiting
    case tooManyWishes(Int)
    case alreadyDrawn
    // The way to a claim
    case stepMissing
    case registrationGone
    case alreadyFiled
    case codeWrong(left: Int)
    /// The code is older than this; nil where the page says what else may be wrong with it.
    case codeExpired(after: Span?)
    case codeSpent
    case tooManyCodes
    case identity(IdentityFinding)
    case ineligible(Ineligibility)
    case tooEarly(Day)
    // The claim
    case liveClaim
    case wrongPhase(Claim.Phase)
    case noChangesLeft(Int)
    case notYours
    /// Somebody came by a contact that was changed less than this long ago.
    case contactRests(Span)
    /// The page was shown for another claim than the one that this browser opens now.
    case otherClaim
    // Papers
    case papersLate
    case papersChecking
    case papersMissing(Int)
    case papersThere
    case paperNotAsked
    case paperAccepted
    case file(FileFault)
    case tooManyVersions(Int)
    case tooManyUploads(Int)
    case uploadGone
    /// The bytes that are here: go on from there.
    case uploadOffset(Int)
    case linkGone
    case linkUsed
    // The pre-check desk
    case documentPhase(Document.Phase)
    case documentTaken
    case leaseGone
    // The interview
    case interviewPhase(Interview.Phase)
    case interviewRunning
    case noSeat
    /// A row still waits for eyes.
    case rowOpen(Words)
    /// A row was marked as not fitting.
    case rowDiffers(Words)
    case undoGone
    // The branch channel
    case walkInPhase(WalkIn.Phase)
    /// Whoever asked for a change of order does not answer it, too.
    case secondPerson
    case consentFirst
    /// Today's numbers of this branch are used up: the waiting list takes over.
    case quotaSpent
    // Requests
    /// Somebody else changed what the page had read.
    case changedMeanwhile
    case keyReused
    case invalid(field: String, Words)
    case tooMany
    /// Something scarce is used up; there is more from this moment on.
    case spent(until: Instant)
    /// Too much comes from this place in the network, which many people may share; there is room again from this moment on.
    case crowded(until: Instant)
    case signInFailed
    case notFound

    /// Stable name for the interface and for counting.
    package var code: String {
        switch self {
        case .slotFull: "slot_full"
        case .slotPassed: "slot_passed"
        case .lineFirst: "line_first"
        case .slotUnknown: "slot_unknown"
        case .holdGone: "hold_gone"
        case .holdElsewhere: "hold_elsewhere"
        case .alreadyConfirmed: "already_confirmed"
        case .proofFirst: "proof_first"
        case .notYet: "not_yet"
        case .offerGone: "offer_gone"
        case .offerDeclined: "offer_declined"
        case .notWaiting: "not_waiting"
        case .tooManyWishes: "too_many_wishes"
        case .alreadyDrawn: "already_drawn"
        case .stepMissing: "step_missing"
        case .registrationGone: "registration_gone"
        case .alreadyFiled: "already_filed"
        case .codeWrong: "code_wrong"
        case .codeExpired: "code_expired"
        case .codeSpent: "code_spent"
        case .tooManyCodes: "too_many_codes"
        case .identity: "identity"
        case .ineligible: "ineligible"
        case .tooEarly: "too_early"
        case .liveClaim: "live_claim"
        case .wrongPhase: "wrong_phase"
        case .noChangesLeft: "no_changes_left"
        case .notYours: "not_yours"
        case .contactRests: "contact_rests"
        case .otherClaim: "other_claim"
        case .papersLate: "papers_late"
        case .papersChecking: "papers_checking"
        case .papersMissing: "papers_missing"
        case .papersThere: "papers_there"
        case .paperNotAsked: "paper_not_asked"
        case .paperAccepted: "paper_accepted"
        case .file: "file"
        case .tooManyVersions: "too_many_versions"
        case .tooManyUploads: "too_many_uploads"
        case .uploadGone: "upload_gone"
        case .uploadOffset: "upload_offset"
        case .linkGone: "link_gone"
        case .linkUsed: "link_used"
        case .documentPhase: "document_phase"
        case .documentTaken: "document_taken"
        case .leaseGone: "lease_gone"
        case .interviewPhase: "interview_phase"
        case .interviewRunning: "interview_running"
        case .noSeat: "no_seat"
        case .rowOpen: "row_open"
        case .rowDiffers: "row_differs"
        case .undoGone: "undo_gone"
        case .walkInPhase: "walk_in_phase"
        case .secondPerson: "second_person"
        case .consentFirst: "consent_first"
        case .quotaSpent: "quota_spent"
        case .changedMeanwhile: "changed_meanwhile"
        case .keyReused: "key_reused"
        case .invalid: "invalid"
        case .tooMany, .spent, .crowded: "too_many"
        case .signInFailed: "sign_in_failed"
        case .notFound: "not_found"
        }
    }
}
