// What the branch's yard leaves on the claim.
extension Claim {
    /// The yard saw every required paper as an original: ready for the interview. Nothing changes for one that is ready already.
    package mutating func seeOriginals(at now: Instant) throws(Refusal) {
        guard phase.hasPlace else { throw .wrongPhase(phase) }
        phase = .ready
        remindAt = nil
    }

    /// The person gave their number up: in line again with `ticket`, and it counts as no miss.
    package mutating func giveNumberUp(ticket: Ticket) throws(Refusal) -> Event {
        guard phase.hasPlace, let booking else { throw .wrongPhase(phase) }
        guard ticket.claim == id, ticket.phase == .waiting else { throw .notWaiting }
        phase = .waiting
        self.ticket = ticket.id
        (self.booking, slot, papersDue, remindAt) = (nil, nil, nil, nil)
        return .claim(.numberGivenUp(claim: id, booking: booking, ticket: ticket.id))
    }
}

extension Booking {
    /// A place for somebody who has a number already, or stands in the yard; whose turn it is was asked before.
    package static func onsite(
        _ id: ID<Booking>, in slot: inout Slot, for claim: ID<Claim>, promised: Bool, zone: Zone, policy: Policy, at now: Instant
    ) throws(Refusal) -> Booking {
        guard slot.channel == .onsite else { throw .slotUnknown }
        if promised { slot.squeeze() } else { try slot.take(proven: true, turn: .free, zone: zone, policy: policy, at: now) }
        return Booking(
            id: id, slot: slot.id, branch: slot.branch, start: slot.start, phase: .confirmed, proven: true, claim: claim, since: now,
            due: nil)
    }
}

extension Dossier {
    /// Which rows nothing of `seen` stands for, and no accepted or waiting document; each by its first paper.
    package func missing(after seen: [Paper]) -> [Paper] {
        required.filter { row in !row.isWhole && !row.item.papers.contains { seen.contains($0) } }.compactMap(\.item.papers.first)
    }

    /// A missing row as the yard says it: by the row's title where one of several papers is enough.
    package func words(missing paper: Paper) -> Words {
        guard let row = rows.first(where: { $0.item.papers.first == paper }), row.item.papers.count > 1 else { return paper.yardWords }
        return row.title
    }

    /// What is shown as an original in the interview, the identity card first: of every required row what the yard saw (`seen`),
    /// else what was sent.
    package func originals(seen: [Paper] = []) -> [Paper] {
        required.compactMap { row in row.item.papers.first { seen.contains($0) } ?? row.document?.paper }
            .filter(\.hasOriginal).sorted { ($0 == .ktp ? 0 : 1) < ($1 == .ktp ? 0 : 1) }
    }

    /// What somebody brings to the branch as originals, by its title.
    package var bring: [Words] { required.filter { $0.item.papers.allSatisfy(\.hasOriginal) }.map(\.title) }
}

extension Paper {
    /// False for the photo and the form that are made for the claim: there is nothing to show in the interview.
    package var hasOriginal: Bool { self != .facePhoto && self != .formF5 }

    /// What the officer looks at in the yard: the person instead of their photo.
    package var yardWords: Words {
        self == .facePhoto ? Words("Wajah cocok dengan foto di KTP", "The face fits the photo on the identity card") : words
    }
}
