import LapakDomain

/// What the member's page shows: the running interview's phase, or what stands before and after it.
enum InterviewState: Equatable {
    /// No interview can begin: papers are still open, or the claim has no place.
    case closed
    /// The lobby opens at this moment.
    case early(Instant)
    /// The lobby is open; `again` for someone who went out.
    case entrance(again: Bool)
    case running(Interview.Phase)
    /// The calls were missed, nobody came, or somebody who was there could not be reached.
    case missed
    case result(Decision)

    /// Reads it from the database. `interview` is the claim's last one, running or over.
    init(_ claim: Claim, _ interview: Interview?, _ booking: Booking?, _ policy: Policy, at now: Instant) {
        if let interview, interview.phase.isLive {
            self = .running(interview.phase)
            return
        }
        switch claim.phase {
        case .approved, .rejected, .inPerson: self = claim.decision.map { .result($0) } ?? .closed
        case .waiting:
            if interview?.phase == .done, let decision = claim.decision {
                self = .result(decision)
            } else {
                self = claim.misses + claim.unreached > 0 ? .missed : .closed
            }
        case .ready:
            // Whoever has a number is called to a booth, not at home.
            guard let booking, Slot.channel(of: booking.slot) == .online else {
                self = .closed
                return
            }
            let opens = booking.start - policy.interviews.lobbyOpens
            self = now < opens ? .early(opens) : .entrance(again: interview?.phase == .left && interview?.booking == booking.id)
        case .booked, .cancelled: self = .closed
        }
    }

    /// Stable name for scripts and tests.
    var name: String {
        switch self {
        case .closed: "closed"
        case .early: "early"
        case .entrance: "entrance"
        case .running(let phase): phase.rawValue
        case .missed: "missed"
        case .result(let decision): decision.name
        }
    }

    /// Somebody is there: scripts, camera and events are needed.
    var isLive: Bool { if case .running = self { true } else { false } }
    /// Nobody types or photographs: a page without scripts may renew itself.
    var isWaiting: Bool {
        guard case .running(let phase) = self else { return false }
        return phase == .lobby || phase.isOfficers || phase == .deciding
    }
}

extension Interview.Rung {
    /// What a member chooses.
    var choice: Words {
        switch self {
        case .video: Words("Panggilan video", "Video call")
        case .audio: Words("Suara saja, dengan foto", "Voice only, with photos")
        case .text: Words("Pesan dan foto, tanpa suara", "Messages and photos, without voice")
        case .phone: Words("Petugas menelepon saya", "The officer phones me")
        }
    }

    /// What it needs, for whom it is.
    func hint(_ claim: Claim) -> Words {
        switch self {
        case .video: Words("Perlu kamera dan sambungan yang cukup.", "Needs a camera and a fair connection.")
        case .audio: Words("Untuk sambungan lemah. Dokumen tetap difoto.", "For weak connections. Papers are still photographed.")
        case .text: Words("Untuk sambungan sangat lemah atau bila sulit mendengar.", "For very weak connections, or if hearing is hard.")
        case .phone:
            Words(
                "Ke nomor \(claim.phone.masked). Dokumen tetap difoto di sini.",
                "At \(claim.phone.masked). Papers are still photographed here.")
        }
    }
}
