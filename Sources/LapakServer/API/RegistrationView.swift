import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// A registration as its holder sees it: what was reached, and what comes next; nothing that was typed comes back.
struct RegistrationView: Codable, Sendable {
    let id: ID<Registration>
    let step: String
    let language: Language
    let queues: Bool
    let slot: ID<Slot>?
    /// When the held place is given back; nil while none is held.
    let until: Instant?
    let proven: Bool
    let reason: ClaimReason?
    let earliest: Day?
    let claim: ClaimNumber?
    let due: Instant

    init(_ registration: Registration, booking: Booking?, claim: Claim?) {
        id = registration.id
        step = registration.step.rawValue
        language = registration.language
        queues = registration.queues
        slot = registration.slot
        until = booking?.phase == .held ? booking?.due : nil
        proven = registration.proven != nil
        reason = registration.reason
        earliest = registration.earliest
        self.claim = claim?.number
        due = registration.due
    }
}

extension RegistrationView {
    /// A registration among the branches.
    struct Placed: Sendable {
        let view: RegistrationView
        let nation: Nation
    }

    func json(_ nation: Nation) -> JSON { RegistrationView.shape.json(Placed(view: self, nation: nation)) }

    static let shape = Shape<Placed>("Registration", members)

    /// The same with the token that opens it, for who has just begun.
    static let newShape = Shape<(placed: Placed, token: String)>(
        "NewRegistration",
        [.init("token", JSONSchema.string().with("The bearer token of what follows. It is shown only here."), text: \.token)]
            + members.map { member in .init(name: member.name, schema: member.schema) { member.json($0.placed) } })

    private static let members: [Shape<Placed>.Member] = [
        .init("id", .id, text: { "\($0.view.id.rawValue)" }),
        .init("step", JSONSchema.words(Registration.Step.allCases.map(\.rawValue)).with("What to fill in next."), text: \.view.step),
        .init("language", .words(Language.allCases.map(\.rawValue)), text: \.view.language.rawValue),
        .init("queue", whether: \.view.queues),
        .init("slot", .id, textIfAny: { $0.view.slot.map { "\($0.rawValue)" } }),
        .init("hold", hold.schema.orNull) { hold.json($0.held) },
        .init("proven", whether: \.view.proven),
        .init("reason", .words(ClaimReason.allCases.map(\.rawValue)), textIfAny: \.view.reason?.rawValue),
        .init(
            "earliest", JSONSchema.day.with("The first day that the reason allows, where it lies ahead."),
            textIfAny: \.view.earliest?.iso),
        .init("claim", .claimNumber, textIfAny: \.view.claim?.description),
        .init("expires", JSONSchema.moment.with("Forgotten then, if nothing is sent before."), text: \.view.due.utcISO),
    ]

    private static let hold = Shape<(slot: ID<Slot>, until: Instant, zone: Zone)>(
        "Hold",
        .init("slot", .id, text: { "\($0.slot.rawValue)" }),
        .init(
            "until", JSONSchema.moment.with("Given back then. Every request extends it, up to a limit."),
            text: { $0.until.iso(in: $0.zone) })
    )
}

extension RegistrationView.Placed {
    fileprivate var held: (slot: ID<Slot>, until: Instant, zone: Zone)? {
        guard let slot = view.slot, let until = view.until else { return nil }
        return (slot, until, nation[Slot.branch(of: slot)]?.zone ?? .wib)
    }
}

extension Work {
    func view(of registration: Registration) throws -> RegistrationView {
        RegistrationView(
            registration, booking: try registration.booking.flatMap { try find(Booking.self, $0) },
            claim: try registration.claim.flatMap { try find(Claim.self, $0) })
    }
}

extension Asked {
    /// The registration behind the token, for looking. Refuses a forged, a forgotten and an expired one alike.
    func lookAtRegistration() async throws -> (registration: Registration, view: RegistrationView) {
        let (pass, now) = (try registration.pass, call.now)
        return try await call.app.store.read { connection in
            guard let found = try connection.find(Registration.self, pass.id), found.secret == pass.hash, now < found.due else {
                throw Refusal.registrationGone
            }
            let view = RegistrationView(
                found, booking: try found.booking.flatMap { try connection.find(Booking.self, $0) },
                claim: try found.claim.flatMap { try connection.find(Claim.self, $0) })
            return (found, view)
        }
    }

    /// Changes the registration behind the token in one transaction, once for one idempotency key.
    func changeRegistration<T: Codable & Sendable>(
        _ needs: [Need] = [], _ change: @escaping @Sendable (Work, inout Registration) throws -> T
    ) async throws -> T {
        let pass = try registration.pass
        return try await call.app.store.write(once: once(pass), in: call.context(), [.row(Registration.self, pass.id)] + needs) { work in
            var registration = try work.registration(pass)
            return try change(work, &registration)
        }
    }

    /// The same, answered with the registration as it is then.
    func registrationAfter(
        _ needs: [Need] = [], status: HTTPResponse.Status = .ok, _ change: @escaping @Sendable (Work, inout Registration) throws -> Void
    ) async throws -> Reply {
        let view = try await changeRegistration(needs) { work, registration in
            try change(work, &registration)
            work.update(registration)
            return try work.view(of: registration)
        }
        return .json(view.json(call.nation).text, status: status)
    }
}
