import LapakDomain

/// The names of everything that was ever written into a journal. A new event needs its name here, or this does not compile;
/// and a name needs its sample, or the test fails.
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

    /// As they stand in journals that exist. Lines are added here and never changed: old journals do not change either.
    static let samples = [
        #"{"slotsOpened":{"branch":3,"day":{"number":20641},"places":72}}"#,
        #"{"slotReplanned":{"gained":0,"planned":4,"slot":25769803777}}"#,
        #"{"branchChanged":{"branch":3}}"#,
        #"{"held":{"booking":9223372036854775807,"proven":false,"slot":25769803777}}"#,
        #"{"holdProven":{"booking":11}}"#,
        #"{"holdLapsed":{"booking":11,"slot":25769803777}}"#,
        #"{"holdDropped":{"booking":11,"slot":25769803777}}"#,
        #"{"contactProven":{"registration":12}}"#,
        #"{"booked":{"booking":11,"claim":13,"slot":25769803777}}"#,
        #"{"queued":{"claim":13,"ticket":14}}"#,
        #"{"offered":{"booking":15,"claim":13,"slot":25769803777,"ticket":14,"until":1783299600000}}"#,
        #"{"offerAccepted":{"booking":15,"claim":13,"slot":25769803777,"ticket":14}}"#,
        #"{"offerDeclined":{"booking":15,"claim":13,"slot":25769803777,"ticket":14}}"#,
        #"{"offerLapsed":{"booking":15,"claim":13,"slot":25769803777,"ticket":14}}"#,
        #"{"moved":{"claim":13,"freed":25769803777,"from":11,"slot":25769803779,"to":16}}"#,
        #"{"cancelled":{"claim":13,"slot":25769803777,"ticket":14}}"#,
        #"{"cancelled":{"claim":13}}"#,
        #"{"reminderDue":{"claim":13}}"#,
        #"{"placesReturned":{"places":2,"slot":25769803777}}"#,
        #"{"drawAnnounced":{"day":{"number":20641},"seedHash":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}}"#,
        #"{"drawn":{"day":{"number":20641},"seed":"74657374","tickets":812}}"#,
        #"{"signedIn":{"staff":17}}"#,
        #"{"documentReceived":{"claim":13,"document":18,"paper":"kartu_peserta","version":2}}"#,
        #"{"documentChecked":{"claim":13,"document":18,"hints":["blurred","dark"]}}"#,
        #"{"documentRefused":{"claim":13,"document":18,"fault":{"kind":"tooLarge","most":6291456}}}"#,
        #"{"documentRefused":{"claim":13,"document":18,"fault":{"kind":"virus"}}}"#,
        #"{"documentAccepted":{"claim":13,"document":18}}"#,
        #"{"documentReturned":{"claim":13,"document":18,"reason":"name_differs"}}"#,
        #"{"documentWithdrawn":{"claim":13,"document":18}}"#,
        #"{"documentViewed":{"document":18,"why":"own_look"}}"#,
        #"{"papersComplete":{"claim":13}}"#,
        #"{"papersMissed":{"booking":11,"claim":13,"slot":25769803777,"ticket":14}}"#,
        #"{"deadlineMoved":{"claim":13,"from":1783299600000,"to":1783306800000}}"#,
        #"{"papersReminder":{"claim":13,"daysBefore":3}}"#,
        #"{"checklistChanged":{"rows":18,"version":"permenaker-4-2022"}}"#,
        #"{"policyChanged":{}}"#,
        #"{"messageResent":{"message":25}}"#,
        #"{"sessionOpened":{"branch":3,"seats":6,"session":20,"staff":17}}"#,
        #"{"seatsChanged":{"by":17,"seats":4,"session":20}}"#,
        #"{"sessionClosing":{"session":20,"sitting":2}}"#,
        #"{"announced":{"message":"tunggu","session":20}}"#,
        #"{"interviewEntered":{"booking":11,"claim":13,"consent":"wawancara-1","interview":21}}"#,
        #"{"interviewCalled":{"claim":13,"interview":21,"seat":4,"session":20,"time":1}}"#,
        #"{"interviewMoved":{"claim":13,"from":"called","interview":21,"session":20,"to":"filling"}}"#,
        #"{"interviewStuck":{"claim":13,"interview":21,"why":"contact_lost"}}"#,
        #"{"interviewRelieved":{"by":17,"interview":21}}"#,
        #"{"rowMarked":{"by":17,"fits":false,"interview":21,"subject":"face"}}"#,
        #"{"interviewPaused":{"claim":13,"interview":21,"session":20,"why":"officer_left"}}"#,
        #"{"interviewGivenBack":{"by":17,"interview":21,"reason":"illegible","subject":"identity"}}"#,
        #"{"interviewTold":{"interview":21,"message":"dekatkan"}}"#,
        #"{"interviewDone":{"by":17,"claim":13,"interview":21,"milliseconds":104000,"touches":3}}"#,
        #"{"interviewMissed":{"booking":11,"claim":13,"ticket":14}}"#,
        #"{"written":{"claim":13,"interview":21,"writing":33}}"#,
        #"{"written":{"by":17,"claim":13,"interview":21,"writing":34}}"#,
        #"{"interviewStuck":{"claim":13,"interview":21,"why":"wrote"}}"#,
        #"{"rungChanged":{"interview":21,"to":"audio"}}"#,
        #"{"evidenceKept":{"claim":13,"evidence":22,"interview":21,"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}}"#,
        #"{"evidenceViewed":{"evidence":22}}"#,
        #"{"questionsAsked":{"by":17,"interview":21,"questions":["mother","ended"]}}"#,
        #"{"stepUndone":{"by":17,"from":"summary","interview":21,"to":"shown"}}"#,
        #"{"takeOverOffered":{"from":20,"interview":21,"to":23}}"#,
        #"{"takenOver":{"by":24,"from":20,"interview":21,"seat":1,"to":23}}"#,
        #"{"attended":{"interview":21,"milliseconds":25000,"session":20}}"#,
        #"{"decided":{"claim":13,"decision":"approve"}}"#,
        #"{"numberTaken":{"branch":3,"claim":13,"number":"A-017","origin":"yard","walkIn":30}}"#,
        #"{"numbersReserved":{"branch":3,"count":200,"day":{"number":20623},"first":"A-101"}}"#,
        #"{"prechecked":{"by":17,"claim":13,"missing":["npwp"],"seen":["ktp"],"walkIn":30}}"#,
        #"{"comesSoon":{"claim":13,"walkIn":30}}"#,
        #"{"admitted":{"claim":13,"walkIn":30}}"#,
        #"{"setBack":{"claim":13,"order":1783306800000,"walkIn":30}}"#,
        #"{"walkInMissed":{"claim":13,"walkIn":30}}"#,
        #"{"cameBack":{"claim":13,"walkIn":30}}"#,
        #"{"walkInOver":{"claim":13,"phase":"done","walkIn":30}}"#,
        #"{"numberGivenUp":{"booking":11,"claim":13,"ticket":14}}"#,
        #"{"orderAsked":{"by":17,"to":1783306800000,"walkIn":30}}"#,
        #"{"orderAnswered":{"agreed":true,"by":17,"from":1783306800000,"second":24,"to":1783299600000,"walkIn":30}}"#,
        #"{"consented":{"consent":"wawancara-1","interview":21}}"#,
        #"{"boothPaired":{"booth":31,"branch":3,"number":4}}"#,
        #"{"boothTrouble":{"booth":31,"branch":3,"number":4,"trouble":"camera"}}"#,
        #"{"boothChanged":{"from":31,"interview":21,"to":32}}"#,
    ]
}
