import LapakDomain
import LapakStore

/// Turns what happened into messages, one per event and channel.
struct NoticeFollower: Follower {
    let name = "notices"
    let secrets: Secrets
    let clock: Clock
    /// Which channels there are.
    var reach = Reach()

    func follow(_ line: Journal.Line, _ work: Work) throws {
        switch line.event {
        case .claim(let event): try follow(event, line, work)
        case .ticket(let event): try follow(event, line, work)
        case .document(let event): try follow(event, line, work)
        case .walkIn(let event): try follow(event, line, work)
        // Called again, the person has the first message already. A visitor of a branch is called by its displays.
        case .interview(.called(let interview, let claim, _, _, time: 1)):
            if try work.find(Interview.self, interview)?.walkIn == nil { try write(.called, claim, line, work) }
        case .interview, .slot, .registration, .draw, .evidence, .session, .booth, .operations: break
        }
    }

    /// Of appointments, which come by the hundred; the rest is looked up one by one.
    func needs(of line: Journal.Line) -> [Need] {
        switch line.event {
        case .claim(.booked(let claim, _, let slot)) where Slot.channel(of: slot) != .onsite:
            [.row(Claim.self, claim), .row(UploadLink.self, UploadLink.identity(of: claim))]
        default: []
        }
    }

    private func follow(_ event: ClaimEvent, _ line: Journal.Line, _ work: Work) throws {
        switch event {
        // A number for today has its own message.
        case .booked(_, _, let slot) where Slot.channel(of: slot) == .onsite: break
        case .moved(_, _, _, let slot, _) where Slot.channel(of: slot) == .onsite: break
        case .booked(let claim, _, _):
            try issueLink(to: claim, work)
            try write(.confirmed, claim, line, work)
        case .moved(let claim, _, _, _, _):
            try issueLink(to: claim, work)
            try write(.moved, claim, line, work)
        case .numberGivenUp(let claim, let booking, _): try write(.queued, claim, line, work, details: "\(booking.rawValue)")
        case .cancelled(let claim, _, _): try write(.cancelled, claim, line, work)
        case .papersComplete(let claim): try write(.papersComplete, claim, line, work)
        case .papersMissed(let claim, let booking, _, _): try write(.papersMissed, claim, line, work, details: "\(booking.rawValue)")
        case .deadlineMoved(let claim, _, _): try write(.deadlineMoved, claim, line, work)
        case .papersReminder(let claim, let days): try write(.reminder, claim, line, work, details: "\(days)")
        case .decided(let claim, let decision, _): try write(.decided, claim, line, work, details: decision.kind.rawValue)
        case .interviewMissed(let claim, let booking, _): try write(.interviewMissed, claim, line, work, details: "\(booking.rawValue)")
        case .contactProven(let claim, let contact, _):
            try write(.contactChanged, claim, line, work, details: contact.rawValue, but: contact)
            try catchUp(claim, contact, line, work)
        case .visited(let claim, let contact, false):
            try write(.visited, claim, line, work, details: contact.rawValue, but: contact)
        case .interviewUnreached(let claim, _, _): try write(.interviewMissed, claim, line, work, details: "unreached")
        case .visited, .reminderDue: break
        }
    }

    private func follow(_ event: TicketEvent, _ line: Journal.Line, _ work: Work) throws {
        switch event {
        case .queued(let claim, _): try write(.queued, claim, line, work)
        case .offered(_, let claim, let booking, let slot, _):
            // Nobody is woken: the person's page says it at once, the message goes out in the morning.
            let awake = work.nation[Slot.branch(of: slot)].map { work.policy.offers.awake(at: work.now, in: $0.zone) }
            try write(.offer, claim, line, work, details: "\(booking.rawValue)", from: awake)
        case .lapsed(_, let claim, let booking, _): try write(.offerLapsed, claim, line, work, details: "\(booking.rawValue)")
        case .accepted, .declined: break
        }
    }

    private func follow(_ event: DocumentEvent, _ line: Journal.Line, _ work: Work) throws {
        switch event {
        case .returned(let document, let claim, _): try write(.returned, claim, line, work, details: "\(document.rawValue)")
        case .refused(let document, let claim, _): try write(.refusedFile, claim, line, work, details: "\(document.rawValue)")
        case .received, .checked, .accepted, .withdrawn, .viewed: break
        }
    }

    private func follow(_ event: WalkInEvent, _ line: Journal.Line, _ work: Work) throws {
        switch event {
        case .numberTaken(_, let claim?, _, _, _): try write(.number, claim, line, work)
        case .prechecked(_, let claim?, _, let missing, _) where !missing.isEmpty: try write(.papersToBring, claim, line, work)
        case .comesSoon(_, let claim?): try write(.soon, claim, line, work)
        case .admitted(_, let claim?): try write(.comeIn, claim, line, work)
        case .missed(_, let claim?): try write(.numberMissed, claim, line, work)
        case .numberTaken, .numbersReserved, .prechecked, .comesSoon, .admitted, .setBack, .missed, .cameBack, .over, .orderAsked,
            .orderAnswered, .placeMade, .cameBeforeLine:
            break
        }
    }

    /// The personal link of an appointment: the letter that follows makes the same secret again from the moment.
    private func issueLink(to id: ID<Claim>, _ work: Work) throws {
        guard let claim = try work.find(Claim.self, id) else { return }
        let key = Key<UploadLink>(id: UploadLink.identity(of: id), secret: secrets.linkSecret(id, sent: work.now))
        _ = try work.issueLink(to: claim, secret: key.pass.hash)
    }

    /// A contact that was just proven gets what it lacks: the open offer, or the appointment, the number, the place in line.
    private func catchUp(_ id: ID<Claim>, _ contact: Contacts.Way, _ line: Journal.Line, _ work: Work) throws {
        guard let claim = try work.find(Claim.self, id) else { return }
        if let ticket = try claim.ticket.flatMap({ try work.find(Ticket.self, $0) }), ticket.phase == .offered, let offer = ticket.booking {
            return try write(.offer, id, line, work, details: "\(offer.rawValue)", only: contact)
        }
        let isOnsite = claim.slot.map { Slot.channel(of: $0) == .onsite } ?? false
        let kind: Message.Kind? = claim.phase.hasPlace ? (isOnsite ? .number : .confirmed) : claim.phase == .waiting ? .queued : nil
        if let kind { try write(kind, id, line, work, only: contact) }
    }

    private func write(
        _ kind: Message.Kind, _ id: ID<Claim>, _ line: Journal.Line, _ work: Work, details: String = "", only: Contacts.Way? = nil,
        but other: Contacts.Way? = nil, from: Instant? = nil
    ) throws {
        guard let claim = try work.find(Claim.self, id) else { return }
        var notice = Notice.about(
            claim, source: "journal:\(line.position)", kind: kind, details: details, only: only, but: other)
        notice.from = from
        work.post(notice, reach: reach)
    }
}
