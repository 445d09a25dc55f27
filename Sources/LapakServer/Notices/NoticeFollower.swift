import LapakDomain
import LapakStore

/// Turns what happened into messages, one per event and channel.
struct NoticeFollower: Follower {
    let name = "notices"
    let chance: Chance
    let clock: Clock
    /// Which channels there are.
    var reach = Reach()

    func follow(_ line: Journal.Line, _ work: Work) throws {
        switch line.event {
        case .booked(let claim, _, _): try write(.confirmed, claim, line, work)
        case .queued(let claim, _): try write(.queued, claim, line, work)
        case .offered(_, let claim, let booking, _, _): try write(.offer, claim, line, work, details: "\(booking.rawValue)")
        case .offerLapsed(_, let claim, let booking, _): try write(.offerLapsed, claim, line, work, details: "\(booking.rawValue)")
        case .moved(let claim, _, _, _, _): try write(.moved, claim, line, work)
        case .cancelled(let claim, _, _): try write(.cancelled, claim, line, work)
        case .papersReminder(let claim, let days): try write(.reminder, claim, line, work, details: "\(days)")
        case .slotsOpened, .slotReplanned, .branchChanged, .held, .holdProven, .holdLapsed, .holdDropped, .contactProven, .offerAccepted,
            .offerDeclined, .placesReturned, .drawAnnounced, .drawn, .signedIn, .reminderDue, .documentReceived, .documentChecked,
            .documentRefused, .documentAccepted, .documentReturned, .documentWithdrawn, .documentViewed, .papersComplete,
            .papersMissed, .deadlineMoved:
            break
        }
    }

    private func write(_ kind: Message.Kind, _ id: ID<Claim>, _ line: Journal.Line, _ work: Work, details: String = "") throws {
        guard let claim = try work.find(Claim.self, id) else { return }
        let notice = Notice(
            source: "journal:\(line.position)", kind: kind, mail: claim.email, phone: claim.phone, language: claim.language, claim: id,
            details: details)
        work.post(notice, reach: reach, id: { chance.id(at: line.at) }, at: line.at)
    }
}
