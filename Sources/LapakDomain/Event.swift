/// What happened, for the journal: ids, numbers and hashes, never personal data.
///
/// The names and fields are kept for ever; a stored sample of each is decoded by a test.
package enum Event: Hashable, Codable, Sendable {
    case slotsOpened(branch: ID<Branch>, day: Day, places: Int)
    case slotReplanned(slot: ID<Slot>, planned: Int, gained: Int)
    case branchChanged(branch: ID<Branch>)
    case held(booking: ID<Booking>, slot: ID<Slot>, proven: Bool)
    case holdProven(booking: ID<Booking>)
    case holdLapsed(booking: ID<Booking>, slot: ID<Slot>)
    case holdDropped(booking: ID<Booking>, slot: ID<Slot>)
    case contactProven(registration: ID<Registration>)
    case booked(claim: ID<Claim>, booking: ID<Booking>, slot: ID<Slot>)
    case queued(claim: ID<Claim>, ticket: ID<Ticket>)
    case offered(ticket: ID<Ticket>, claim: ID<Claim>, booking: ID<Booking>, slot: ID<Slot>, until: Instant)
    case offerAccepted(ticket: ID<Ticket>, claim: ID<Claim>, booking: ID<Booking>, slot: ID<Slot>)
    case offerDeclined(ticket: ID<Ticket>, claim: ID<Claim>, booking: ID<Booking>, slot: ID<Slot>)
    case offerLapsed(ticket: ID<Ticket>, claim: ID<Claim>, booking: ID<Booking>, slot: ID<Slot>)
    case moved(claim: ID<Claim>, from: ID<Booking>, to: ID<Booking>, slot: ID<Slot>, freed: ID<Slot>)
    case cancelled(claim: ID<Claim>, slot: ID<Slot>?, ticket: ID<Ticket>?)
    /// No longer written since `papersReminder`; old journals have it.
    case reminderDue(claim: ID<Claim>)
    case placesReturned(slot: ID<Slot>, places: Int)
    case drawAnnounced(day: Day, seedHash: String)
    case drawn(day: Day, tickets: Int, seed: String)
    case signedIn(staff: ID<Staff>)
    case documentReceived(document: ID<Document>, claim: ID<Claim>, paper: Paper, version: Int)
    case documentChecked(document: ID<Document>, claim: ID<Claim>, hints: [Hint])
    case documentRefused(document: ID<Document>, claim: ID<Claim>, fault: FileFault)
    case documentAccepted(document: ID<Document>, claim: ID<Claim>)
    case documentReturned(document: ID<Document>, claim: ID<Claim>, reason: ReturnReason)
    case documentWithdrawn(document: ID<Document>, claim: ID<Claim>)
    case documentViewed(document: ID<Document>, why: ViewPurpose)
    case papersComplete(claim: ID<Claim>)
    case papersMissed(claim: ID<Claim>, booking: ID<Booking>, slot: ID<Slot>, ticket: ID<Ticket>)
    case deadlineMoved(claim: ID<Claim>, from: Instant, to: Instant)
    case papersReminder(claim: ID<Claim>, daysBefore: Int)
    case checklistChanged(version: RuleVersion, rows: Int)
    case policyChanged
    /// An operator sends an undelivered message again; its number in the post.
    case messageResent(message: Int64)
    case sessionOpened(session: ID<Session>, staff: ID<Staff>, branch: ID<Branch>, seats: Int)
    case seatsChanged(session: ID<Session>, seats: Int, by: ID<Staff>)
    case sessionClosing(session: ID<Session>, sitting: Int)
    case announced(session: ID<Session>, message: String)
    case interviewEntered(interview: ID<Interview>, claim: ID<Claim>, booking: ID<Booking>, consent: String)
    case interviewCalled(interview: ID<Interview>, claim: ID<Claim>, session: ID<Session>, seat: Int, time: Int)
    case interviewMoved(interview: ID<Interview>, claim: ID<Claim>, session: ID<Session>?, from: Interview.Phase, to: Interview.Phase)
    case interviewStuck(interview: ID<Interview>, claim: ID<Claim>, why: Interview.Stuck)
    case interviewRelieved(interview: ID<Interview>, by: ID<Staff>)
    case rowMarked(interview: ID<Interview>, subject: String, fits: Bool, by: ID<Staff>)
    case interviewPaused(interview: ID<Interview>, claim: ID<Claim>, session: ID<Session>?, why: Interview.Pause)
    case interviewGivenBack(interview: ID<Interview>, subject: String, reason: ReturnReason, by: ID<Staff>)
    case interviewTold(interview: ID<Interview>, message: String)
    case interviewDone(interview: ID<Interview>, claim: ID<Claim>, by: ID<Staff>, milliseconds: Int64, touches: Int)
    case interviewMissed(claim: ID<Claim>, booking: ID<Booking>, ticket: ID<Ticket>)
    /// The words themselves are kept apart, sealed.
    case written(interview: ID<Interview>, claim: ID<Claim>, writing: ID<Writing>, by: ID<Staff>?)
    case rungChanged(interview: ID<Interview>, to: Interview.Rung)
    case evidenceKept(interview: ID<Interview>, claim: ID<Claim>, evidence: ID<Evidence>, sha256: String)
    case evidenceViewed(evidence: ID<Evidence>)
    case questionsAsked(interview: ID<Interview>, by: ID<Staff>, questions: [String])
    case stepUndone(interview: ID<Interview>, from: Interview.Phase, to: Interview.Phase, by: ID<Staff>)
    case takeOverOffered(interview: ID<Interview>, from: ID<Session>, to: ID<Session>?)
    case takenOver(interview: ID<Interview>, from: ID<Session>, to: ID<Session>, seat: Int, by: ID<Staff>)
    case attended(interview: ID<Interview>, session: ID<Session>, milliseconds: Int64)
    case decided(claim: ID<Claim>, decision: String, ticket: ID<Ticket>?)
    case numberTaken(walkIn: ID<WalkIn>, claim: ID<Claim>?, branch: ID<Branch>, number: String, origin: WalkIn.Origin)
    case numbersReserved(branch: ID<Branch>, day: Day, first: String, count: Int)
    case prechecked(walkIn: ID<WalkIn>, claim: ID<Claim>?, seen: [Paper], missing: [Paper], by: ID<Staff>)
    case comesSoon(walkIn: ID<WalkIn>, claim: ID<Claim>?)
    case admitted(walkIn: ID<WalkIn>, claim: ID<Claim>?)
    case setBack(walkIn: ID<WalkIn>, claim: ID<Claim>?, order: Instant)
    case walkInMissed(walkIn: ID<WalkIn>, claim: ID<Claim>?)
    case cameBack(walkIn: ID<WalkIn>, claim: ID<Claim>?)
    case walkInOver(walkIn: ID<WalkIn>, claim: ID<Claim>?, phase: WalkIn.Phase)
    case numberGivenUp(claim: ID<Claim>, booking: ID<Booking>, ticket: ID<Ticket>)
    case orderAsked(walkIn: ID<WalkIn>, to: Instant, by: ID<Staff>)
    case orderAnswered(walkIn: ID<WalkIn>, from: Instant, to: Instant, by: ID<Staff>, second: ID<Staff>, agreed: Bool)
    case consented(interview: ID<Interview>, consent: String)
    case boothPaired(booth: ID<Booth>, branch: ID<Branch>, number: Int)
    case boothTrouble(booth: ID<Booth>, branch: ID<Branch>, number: Int, trouble: Booth.Trouble?)
    case boothChanged(interview: ID<Interview>, from: ID<Booth>, to: ID<Booth>)
}

/// Who did it.
package enum Author: Hashable, Codable, Sendable {
    case visitor(ID<Registration>)
    case member(ID<Claim>)
    case staff(ID<Staff>)
    case clock
    case operations

    /// How the journal writes it: `member:123`.
    package var text: String {
        switch self {
        case .visitor(let id): "visitor:\(id.rawValue)"
        case .member(let id): "member:\(id.rawValue)"
        case .staff(let id): "staff:\(id.rawValue)"
        case .clock: "clock"
        case .operations: "operations"
        }
    }
}

/// Someone who works here and signs in with a password.
package struct Staff: Hashable, Sendable {
    package enum Role: String, Hashable, Codable, Sendable, CaseIterable { case officer, manager, national }
    package let id: ID<Staff>
    /// Lower case, unique: `manajer.jakarta-salemba`.
    package let username: String
    package let name: String
    package let role: Role
    /// Nil for national operations.
    package let branch: ID<Branch>?
    /// The password's memory-hard hash with its salt and cost.
    package private(set) var password: String

    package init(id: ID<Staff>, username: String, name: String, role: Role, branch: ID<Branch>?, password: String) {
        self.id = id
        self.username = username
        self.name = name
        self.role = role
        self.branch = branch
        self.password = password
    }
}
