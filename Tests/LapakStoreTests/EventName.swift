import LapakDomain

/// The names of everything that was ever written into a journal. A new event needs its name here, or this does not compile;
/// and a name needs a line in Samples/event-*.jsonl, or the test fails.
enum EventName: String, CaseIterable {
    case slotsOpened, slotReplanned, branchChanged, held, holdProven, holdLapsed, holdDropped, contactProven, booked, queued, offered
    case offerAccepted, offerDeclined, offerLapsed, moved, cancelled, reminderDue, placesReturned, drawAnnounced, drawn, signedIn
    case documentReceived, documentChecked, documentRefused, documentAccepted, documentReturned, documentWithdrawn, documentViewed
    case papersComplete, papersMissed, deadlineMoved, papersReminder
    case checklistChanged, policyChanged, messageResent, sessionOpened, seatsChanged, sessionClosing, announced, interviewEntered
    case interviewCalled, interviewMoved, interviewStuck, interviewRelieved, interviewPaused, interviewGivenBack, interviewTold
    case interviewDone, interviewMissed, rungChanged, evidenceKept, evidenceViewed, questionsAsked
    case stepUndone, takeOverOffered, takenOver, attended, decided
    case numberTaken, numbersReserved, prechecked, comesSoon, admitted, setBack, walkInMissed, cameBack, walkInOver, numberGivenUp
    case orderAsked, orderAnswered, rowMarked, written, consented, boothPaired, boothTrouble, boothChanged

    init(_ event: Event) {
        self =
            switch event {
            case .slotsOpened: .slotsOpened
            case .slotReplanned: .slotReplanned
            case .branchChanged: .branchChanged
            case .held: .held
            case .holdProven: .holdProven
            case .holdLapsed: .holdLapsed
            case .holdDropped: .holdDropped
            case .contactProven: .contactProven
            case .booked: .booked
            case .queued: .queued
            case .offered: .offered
            case .offerAccepted: .offerAccepted
            case .offerDeclined: .offerDeclined
            case .offerLapsed: .offerLapsed
            case .moved: .moved
            case .cancelled: .cancelled
            case .reminderDue: .reminderDue
            case .placesReturned: .placesReturned
            case .drawAnnounced: .drawAnnounced
            case .drawn: .drawn
            case .signedIn: .signedIn
            case .documentReceived: .documentReceived
            case .documentChecked: .documentChecked
            case .documentRefused: .documentRefused
            case .documentAccepted: .documentAccepted
            case .documentReturned: .documentReturned
            case .documentWithdrawn: .documentWithdrawn
            case .documentViewed: .documentViewed
            case .papersComplete: .papersComplete
            case .papersMissed: .papersMissed
            case .deadlineMoved: .deadlineMoved
            case .papersReminder: .papersReminder
            case .checklistChanged: .checklistChanged
            case .policyChanged: .policyChanged
            case .messageResent: .messageResent
            case .sessionOpened: .sessionOpened
            case .seatsChanged: .seatsChanged
            case .sessionClosing: .sessionClosing
            case .announced: .announced
            case .interviewEntered: .interviewEntered
            case .interviewCalled: .interviewCalled
            case .interviewMoved: .interviewMoved
            case .interviewStuck: .interviewStuck
            case .interviewRelieved: .interviewRelieved
            case .rowMarked: .rowMarked
            case .written: .written
            case .interviewPaused: .interviewPaused
            case .interviewGivenBack: .interviewGivenBack
            case .interviewTold: .interviewTold
            case .interviewDone: .interviewDone
            case .interviewMissed: .interviewMissed
            case .rungChanged: .rungChanged
            case .evidenceKept: .evidenceKept
            case .evidenceViewed: .evidenceViewed
            case .questionsAsked: .questionsAsked
            case .stepUndone: .stepUndone
            case .takeOverOffered: .takeOverOffered
            case .takenOver: .takenOver
            case .attended: .attended
            case .decided: .decided
            case .numberTaken: .numberTaken
            case .numbersReserved: .numbersReserved
            case .prechecked: .prechecked
            case .comesSoon: .comesSoon
            case .admitted: .admitted
            case .setBack: .setBack
            case .walkInMissed: .walkInMissed
            case .cameBack: .cameBack
            case .walkInOver: .walkInOver
            case .numberGivenUp: .numberGivenUp
            case .orderAsked: .orderAsked
            case .orderAnswered: .orderAnswered
            case .consented: .consented
            case .boothPaired: .boothPaired
            case .boothTrouble: .boothTrouble
            case .boothChanged: .boothChanged
            }
    }
}
