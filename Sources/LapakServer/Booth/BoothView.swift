import LapakDomain
import LapakStore

/// A booth with whom it is for now.
struct BoothView: Sendable {
    enum State: Sendable {
        /// Camera, network or the manager.
        case trouble(Booth.Trouble)
        case idle
        /// This number is called here; nobody has shown it yet. `again`: it was shown before, and the page was left or moved.
        case called(QueueNumber, again: Bool)
        /// The number was shown; camera and microphone are not agreed to yet.
        case consent(QueueNumber)
        case step(QueueNumber, InterviewView)
        /// It is over: the receipt, until this moment.
        case receipt(QueueNumber, InterviewView, until: Instant)
    }

    let booth: Booth
    let state: State
    /// Who was sent from here to another booth a moment ago.
    let sent: Booth.Sent?
    /// Whose number was shown here.
    let claim: ID<Claim>?

    static func load(_ booth: Booth, _ call: Call) async throws -> BoothView {
        let (nation, now) = (call.nation, call.now)
        let view = try await call.app.store.read { connection in
            let booth = try connection.find(Booth.self, booth.id) ?? booth
            let interview = try connection.interview(in: booth.id, since: now - Call.receiptLasts)
            let walkIn = try interview?.walkIn.flatMap { try connection.find(WalkIn.self, $0) }
            let sent = booth.sent.flatMap { now - $0.at < Call.receiptLasts ? $0 : nil }
            func shows(_ state: State) -> BoothView {
                BoothView(booth: booth, state: state, sent: sent, claim: interview.flatMap { $0.sits == booth.id ? $0.claim : nil })
            }
            guard let interview, let number = walkIn?.number else { return shows(booth.trouble.map { .trouble($0) } ?? .idle) }
            if interview.phase == .done {
                guard interview.sits == booth.id else { return shows(booth.trouble.map { .trouble($0) } ?? .idle) }
                let view = try InterviewView(interview.claim, in: nation, connection, at: now)
                return shows(.receipt(number, view, until: interview.since + Call.receiptLasts))
            }
            // With a broken camera nobody new is let in; who sits keeps the step and waits for help.
            if booth.trouble == .camera, !interview.isThere { return shows(.trouble(.camera)) }
            guard interview.phase.hasSeat else { return shows(booth.trouble.map { .trouble($0) } ?? .idle) }
            guard interview.isThere else { return shows(.called(number, again: interview.phase != .called)) }
            if interview.phase == .called { return shows(.consent(number)) }
            return shows(.step(number, try InterviewView(interview.claim, in: nation, connection, at: now)))
        }
        // The page's forms are for whoever sits here now.
        if let claim = view.claim { try call.isAbout(claim) }
        return view
    }

    /// Stable name for scripts and tests.
    var name: String {
        switch state {
        case .trouble: "trouble"
        case .idle: "idle"
        case .called: "called"
        case .consent: "consent"
        case .step(_, let view): view.state.name
        case .receipt: "done"
        }
    }

    /// The person whose data the page shows.
    var interview: ID<Interview>? {
        switch state {
        case .step(_, let view), .receipt(_, let view, _): view.interview?.id
        default: nil
        }
    }

    var number: QueueNumber? {
        switch state {
        case .called(let number, _), .consent(let number), .step(let number, _), .receipt(let number, _, _): number
        case .idle, .trouble: nil
        }
    }
}
