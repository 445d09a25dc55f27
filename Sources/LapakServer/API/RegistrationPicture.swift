import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// A registration as its holder sees it: what was reached, and what comes next; nothing that was typed comes back.
struct RegistrationPicture: Codable, Sendable {
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

extension RegistrationPicture {
    /// A registration among the branches.
    struct Placed: Sendable {
        let picture: RegistrationPicture
        let atlas: Atlas
    }

    func json(_ atlas: Atlas) -> JSON { RegistrationPicture.shape.json(Placed(picture: self, atlas: atlas)) }

    static let shape = Shape<Placed>("Registration", members)

    /// The same with the token that opens it, for who has just begun.
    static let newShape = Shape<(placed: Placed, token: String)>(
        "NewRegistration",
        [.init("token", JSONSchema.string().with("The bearer token of what follows. It is shown only here."), text: \.token)]
            + members.map { member in .init(name: member.name, schema: member.schema) { member.json($0.placed) } })

    private static let members: [Shape<Placed>.Member] = [
        .init("id", .id, text: { "\($0.picture.id.rawValue)" }),
        .init("step", JSONSchema.words(Registration.Step.allCases.map(\.rawValue)).with("What to fill in next."), text: \.picture.step),
        .init("language", .words(Language.allCases.map(\.rawValue)), text: \.picture.language.rawValue),
        .init("queue", whether: \.picture.queues),
        .init("slot", .id, textIfAny: { $0.picture.slot.map { "\($0.rawValue)" } }),
        .init("hold", hold.schema.orNull) { hold.json($0.held) },
        .init("proven", whether: \.picture.proven),
        .init("reason", .words(ClaimReason.allCases.map(\.rawValue)), textIfAny: \.picture.reason?.rawValue),
        .init(
            "earliest", JSONSchema.day.with("The first day that the reason allows, where it lies ahead."),
            textIfAny: \.picture.earliest?.iso),
        .init("claim", .claimNumber, textIfAny: \.picture.claim?.description),
        .init("expires", JSONSchema.moment.with("Forgotten then, if nothing is sent before."), text: \.picture.due.utcISO),
    ]

    private static let hold = Shape<(slot: ID<Slot>, until: Instant, zone: Zone)>(
        "Hold",
        .init("slot", .id, text: { "\($0.slot.rawValue)" }),
        .init(
            "until", JSONSchema.moment.with("Given back then. Every request extends it, up to a limit."),
            text: { $0.until.iso(in: $0.zone) })
    )
}

extension RegistrationPicture.Placed {
    fileprivate var held: (slot: ID<Slot>, until: Instant, zone: Zone)? {
        guard let slot = picture.slot, let until = picture.until else { return nil }
        return (slot, until, atlas[Slot.branch(of: slot)]?.zone ?? .wib)
    }
}

extension Work {
    func picture(of registration: Registration) throws -> RegistrationPicture {
        RegistrationPicture(
            registration, booking: try registration.booking.flatMap { try find(Booking.self, $0) },
            claim: try registration.claim.flatMap { try find(Claim.self, $0) })
    }
}

extension Asked {
    /// The registration behind the token, for looking. Refuses a forged, a forgotten and an expired one alike.
    func lookAtRegistration() async throws -> (registration: Registration, picture: RegistrationPicture) {
        let (pass, now) = (try registration.pass, call.now)
        return try await call.house.store.read { connection in
            guard let found = try connection.find(Registration.self, pass.id), found.secret == pass.hash, now < found.due else {
                throw Refusal.registrationGone
            }
            let picture = RegistrationPicture(
                found, booking: try found.booking.flatMap { try connection.find(Booking.self, $0) },
                claim: try found.claim.flatMap { try connection.find(Claim.self, $0) })
            return (found, picture)
        }
    }

    /// Changes the registration behind the token in one transaction, once for one idempotency key.
    func changeRegistration<T: Codable & Sendable>(
        _ needs: [Need] = [], _ change: @escaping @Sendable (Work, inout Registration) throws -> T
    ) async throws -> T {
        let (pass, policy, now) = (try registration.pass, call.policy, call.now)
        return try await call.house.store.write(once: once(pass), at: now, [.row(Registration.self, pass.id)] + needs) { work in
            var registration = try work.registration(pass, policy: policy, at: now)
            return try change(work, &registration)
        }
    }

    /// The same, answered with the registration as it is then.
    func registrationAfter(
        _ needs: [Need] = [], status: HTTPResponse.Status = .ok, _ change: @escaping @Sendable (Work, inout Registration) throws -> Void
    ) async throws -> Reply {
        let picture = try await changeRegistration(needs) { work, registration in
            try change(work, &registration)
            work.update(registration)
            return try work.picture(of: registration)
        }
        return .json(picture.json(call.atlas).text, status: status)
    }
}
