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
            case .decided: .decided
            case .numberGivenUp: .numberGivenUp
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
        #"{"decided":{"claim":13,"decision":"give_back:illegible","ticket":14}}"#,
        #"{"decided":{"claim":13,"decision":"reject:forged_paper"}}"#,
        #"{"decided":{"claim":13,"decision":"in_person:2026-07-10"}}"#,
        #"{"announced":{"message":"speaking","session":20}}"#,
        #"{"announced":{"message":"wait","session":20}}"#,
        #"{"interviewTold":{"interview":21,"message":"closer"}}"#,
        #"{"interviewGivenBack":{"by":17,"interview":21,"reason":"illegible","subject":"original:ktp"}}"#,
        // Before decision 0016 a decision came without its reason.
        #"{"decided":{"claim":13,"decision":"reject"}}"#,
        #"{"decided":{"claim":13,"decision":"give_back","ticket":14}}"#,
        #"{"decided":{"claim":13,"decision":"in_person"}}"#,
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
