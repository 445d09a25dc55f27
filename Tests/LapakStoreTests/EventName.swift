import LapakDomain

/// The names of everything that was ever written into a journal. A new event needs its name here, or this does not compile;
/// and a name needs a line in Samples/event-*.jsonl, or the test fails.
enum EventName: String, CaseIterable {
    case slotsOpened, slotReplanned, branchChanged, held, holdProven, holdLapsed, holdDropped, contactProven, identityCompared, booked,
        queued, offered
    case offerAccepted, offerDeclined, offerLapsed, moved, cancelled, reminderDue, placesReturned, drawAnnounced, drawn, signedIn
    case documentReceived, documentChecked, documentRefused, documentAccepted, documentReturned, documentWithdrawn, documentViewed
    case papersComplete, papersMissed, deadlineMoved, papersReminder
    case checklistChanged, policyChanged, messageResent, sessionOpened, seatsChanged, sessionClosing, announced, interviewEntered
    case interviewCalled, interviewMoved, interviewStuck, interviewRelieved, interviewPaused, interviewGivenBack, interviewTold
    case interviewDone, interviewMissed, rungChanged, evidenceKept, evidenceViewed, questionsAsked
    case stepUndone, takeOverOffered, takenOver, attended, decided
    case numberTaken, numbersReserved, prechecked, comesSoon, admitted, setBack, walkInMissed, cameBack, walkInOver, numberGivenUp
    case claimContactProven, claimVisited
    case placeMade, cameBeforeLine, interviewUnreached
    case orderAsked, orderAnswered, rowMarked, written, consented, boothPaired, boothTrouble, boothChanged

    init(_ event: Event) {
        self =
            switch event {
            case .slot(let event): EventName(event)
            case .registration(let event): EventName(event)
            case .claim(let event): EventName(event)
            case .ticket(let event): EventName(event)
            case .draw(let event): EventName(event)
            case .document(let event): EventName(event)
            case .evidence(let event): EventName(event)
            case .session(let event): EventName(event)
            case .interview(let event): EventName(event)
            case .walkIn(let event): EventName(event)
            case .booth(let event): EventName(event)
            case .operations(let event): EventName(event)
            }
    }

    private init(_ event: SlotEvent) {
        self =
            switch event {
            case .opened: .slotsOpened
            case .replanned: .slotReplanned
            case .returned: .placesReturned
            }
    }

    private init(_ event: RegistrationEvent) {
        self =
            switch event {
            case .held: .held
            case .holdProven: .holdProven
            case .holdLapsed: .holdLapsed
            case .holdDropped: .holdDropped
            case .contactProven: .contactProven
            case .identityCompared: .identityCompared
            }
    }

    private init(_ event: ClaimEvent) {
        self =
            switch event {
            case .booked: .booked
            case .moved: .moved
            case .cancelled: .cancelled
            case .reminderDue: .reminderDue
            case .papersComplete: .papersComplete
            case .papersMissed: .papersMissed
            case .deadlineMoved: .deadlineMoved
            case .papersReminder: .papersReminder
            case .interviewMissed: .interviewMissed
            case .interviewUnreached: .interviewUnreached
            case .decided: .decided
            case .numberGivenUp: .numberGivenUp
            case .contactProven: .claimContactProven
            case .visited: .claimVisited
            }
    }

    private init(_ event: TicketEvent) {
        self =
            switch event {
            case .queued: .queued
            case .offered: .offered
            case .accepted: .offerAccepted
            case .declined: .offerDeclined
            case .lapsed: .offerLapsed
            }
    }

    private init(_ event: DrawEvent) {
        self =
            switch event {
            case .announced: .drawAnnounced
            case .drawn: .drawn
            }
    }

    private init(_ event: DocumentEvent) {
        self =
            switch event {
            case .received: .documentReceived
            case .checked: .documentChecked
            case .refused: .documentRefused
            case .accepted: .documentAccepted
            case .returned: .documentReturned
            case .withdrawn: .documentWithdrawn
            case .viewed: .documentViewed
            }
    }

    private init(_ event: EvidenceEvent) {
        self =
            switch event {
            case .kept: .evidenceKept
            case .viewed: .evidenceViewed
            }
    }

    private init(_ event: SessionEvent) {
        self =
            switch event {
            case .opened: .sessionOpened
            case .seatsChanged: .seatsChanged
            case .closing: .sessionClosing
            case .announced: .announced
            case .attended: .attended
            }
    }

    private init(_ event: InterviewEvent) {
        self =
            switch event {
            case .entered: .interviewEntered
            case .called: .interviewCalled
            case .moved: .interviewMoved
            case .stuck: .interviewStuck
            case .relieved: .interviewRelieved
            case .rowMarked: .rowMarked
            case .paused: .interviewPaused
            case .givenBack: .interviewGivenBack
            case .told: .interviewTold
            case .done: .interviewDone
            case .written: .written
            case .rungChanged: .rungChanged
            case .questionsAsked: .questionsAsked
            case .stepUndone: .stepUndone
            case .takeOverOffered: .takeOverOffered
            case .takenOver: .takenOver
            case .consented: .consented
            case .boothChanged: .boothChanged
            }
    }

    private init(_ event: WalkInEvent) {
        self =
            switch event {
            case .numberTaken: .numberTaken
            case .numbersReserved: .numbersReserved
            case .prechecked: .prechecked
            case .comesSoon: .comesSoon
            case .admitted: .admitted
            case .setBack: .setBack
            case .missed: .walkInMissed
            case .cameBack: .cameBack
            case .over: .walkInOver
            case .orderAsked: .orderAsked
            case .placeMade: .placeMade
            case .cameBeforeLine: .cameBeforeLine
            case .orderAnswered: .orderAnswered
            }
    }

    private init(_ event: BoothEvent) {
        self =
            switch event {
            case .paired: .boothPaired
            case .trouble: .boothTrouble
            }
    }

    private init(_ event: OperationsEvent) {
        self =
            switch event {
            case .signedIn: .signedIn
            case .branchChanged: .branchChanged
            case .checklistChanged: .checklistChanged
            case .policyChanged: .policyChanged
            case .messageResent: .messageResent
            }
    }
}
