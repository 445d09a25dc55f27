import LapakDomain
import LapakGround
import LapakStore

// A claim as the interface shows it.

extension ClaimView {
    /// A claim and who asks for it: their language, the moment, the branches.
    struct Shown: Sendable {
        let view: ClaimView
        let call: Call
    }

    func json(_ call: Call) -> JSON { ClaimView.shape.json(Shown(view: self, call: call)) }

    static let shape = Shape<Shown>(
        "Claim",
        .init("number", .claimNumber, text: \.view.claim.number.description),
        .init("phase", .words(Claim.Phase.allCases.map(\.rawValue)), text: \.view.claim.phase.rawValue),
        .init("reason", .words(ClaimReason.allCases.map(\.rawValue)), text: \.view.claim.reason.rawValue),
        .init("filed", .moment, text: \.view.claim.filed.utcISO),
        .init("earliest", .day, textIfAny: \.view.claim.earliest?.iso),
        .init("decision", .string(), textIfAny: \.view.claim.decision?.name),
        .init("payBy", .day, textIfAny: \.view.claim.payBy?.iso),
        .init("changesLeft", JSONSchema.count.with("How often the appointment may still be changed."), number: \.changesLeft),
        .init("appointment", Appointment.shape.schema.orNull) { Appointment.shape.json($0.appointment) },
        .init("line", Place.shape.schema.orNull) { Place.shape.json($0.view.place($0.call.language)) },
        .init("offer", offer.schema.orNull) { offer.json($0.offer) })

    private static let offer = Shape<(token: String, appointment: Appointment, until: Instant)>(
        "OpenOffer",
        .init("token", Input<String>.offer.schema, text: \.token),
        .init("appointment", Appointment.shape.schema) { Appointment.shape.json($0.appointment) },
        .init("until", .moment, text: { $0.until.iso(in: $0.appointment.branch.zone) }))

    /// Where it stands in line; nil once it does not wait.
    func place(_ language: Language) -> Place? {
        guard let ticket, let forecast, claim.phase == .waiting else { return nil }
        return Place(forecast: forecast, drawn: ticket.drawn, language: language)
    }
}

extension ClaimView.Shown {
    fileprivate var changesLeft: Int { max(0, call.policy.changes - view.claim.changes) }

    fileprivate var appointment: Appointment? {
        guard view.claim.phase.hasPlace, let slot = view.slot, let branch = call.nation[slot.branch] else { return nil }
        return Appointment(
            slot: slot.id, start: slot.start, minutes: slot.minutes, branch: branch, papersDue: view.claim.papersDue)
    }

    fileprivate var offer: (token: String, appointment: Appointment, until: Instant)? {
        guard let booking = view.offer, booking.phase == .offered, let until = booking.due, call.now < until,
            let appointment = Appointment(of: booking, call)
        else { return nil }
        return (Key<Booking>(id: booking.id, secret: call.app.secrets.offerSecret(booking.id)).word, appointment, until)
    }
}

/// When and where, by the branch's own clock.
struct Appointment: Sendable {
    let slot: ID<Slot>
    let start: Instant
    let minutes: Int
    let branch: Branch
    private let promised: Instant?

    /// `papersDue` is the claim's own deadline, where our outages have moved it.
    init(slot: ID<Slot>, start: Instant, minutes: Int, branch: Branch, papersDue: Instant? = nil) {
        promised = papersDue
        self.slot = slot
        self.start = start
        self.minutes = minutes
        self.branch = branch
    }

    /// Nil when the branch is unknown.
    init?(of booking: Booking, _ call: Call) {
        guard let branch = call.nation[booking.branch] else { return nil }
        self.init(slot: booking.slot, start: booking.start, minutes: call.policy.slotMinutes, branch: branch)
    }

    static let shape = Shape<Appointment>(
        "Appointment",
        .init("slot", .id, text: { "\($0.slot.rawValue)" }),
        .init("branch", Input<String>.branch.schema, text: \.branch.code),
        .init("branchName", .string(), text: \.branch.name),
        .init("zone", .zone, text: \.branch.zone.rawValue),
        .init("timeZone", .timeZone, text: \.branch.zone.identifier),
        .init("start", JSONSchema.moment.with("With the branch's own offset."), text: { $0.start.iso(in: $0.branch.zone) }),
        .init("startLocal", .localTime, text: { $0.start.local(in: $0.branch.zone) }),
        .init("minutes", .integer(1...1440), number: \.minutes),
        .init("papersDue", JSONSchema.moment.with("Papers must be complete before this moment."), text: \.papersDue))

    /// The claim's own, or as `Slot.papersDue(in:)` has it.
    private var papersDue: String {
        (promised ?? Deadline.due(start: start, zone: branch.zone)).iso(in: branch.zone)
    }
}

/// A place in the waiting list, with an honest guess and what it rests on.
struct Place: Sendable {
    let forecast: WaitForecast
    let drawn: Bool
    let language: Language

    static let shape = Shape<Place>(
        "PlaceInLine",
        .init("position", JSONSchema.integer(1...1_000_000_000).orNull.with("Null until the day's draw has decided it.")) {
            $0.drawn ? JSON($0.forecast.ahead + 1) : .null
        },
        .init("ahead", JSONSchema.count.with("People before them who want one of the same branches."), number: \.forecast.ahead),
        .init("placesPerDay", JSONSchema.count.with("Places of one working day at those branches."), number: \.forecast.placesPerDay),
        .init("workingDaysAtLeast", JSONSchema.count.orNull) { JSON($0.forecast.workingDays?.lowerBound) },
        .init("workingDaysAtMost", JSONSchema.count.orNull) { JSON($0.forecast.workingDays?.upperBound) },
        .init("detail", .string(), text: { "\($0.forecast.text($0.language)) \($0.forecast.basis($0.language))" }))
}
