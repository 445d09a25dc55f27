import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// An offered place behind the word in its link. Looking changes nothing.
enum OfferInterface {
    static var endpoints: [Endpoint] { [look, accept, decline] }

    private static let claim = Endpoint.Answer(schema: ClaimView.shape.schema, description: "The claim as it is now.")

    private static var look: Endpoint {
        Endpoint(
            method: .get, path: "/api/v1/offers/{token}", name: "getOffer", summary: "An offered place", expects: [.path(.offer)],
            answer: Endpoint.Answer(schema: offer.schema, description: "The place, and whether it can still be taken."),
            refuses: [.notFound]
        ) { asked in
            let (pass, call) = (try key(asked).pass, asked.call)
            let (booking, claim) = try await call.app.store.read { connection in
                guard let booking = try connection.find(Booking.self, pass.id), booking.secret == pass.hash,
                    let claim = try booking.claim.flatMap({ try connection.find(Claim.self, $0) })
                else { throw Refusal.notFound }
                return (booking, claim)
            }
            guard let appointment = Appointment(of: booking, call) else { throw Refusal.notFound }
            return .json(offer.json(View(booking: booking, claim: claim, appointment: appointment, now: call.now)).text)
        }
    }

    private static var accept: Endpoint {
        Endpoint(
            method: .post, path: "/api/v1/offers/{token}/acceptance", name: "acceptOffer", summary: "Take the offered place",
            details: "Taken twice, it is taken once.", expects: [.path(.offer)], answer: claim, refuses: [.notFound, .conflict]
        ) { asked in
            let pass = try key(asked).pass
            return try await answer(asked, pass) { work in try work.accept(pass) }
        }
    }

    private static var decline: Endpoint {
        Endpoint(
            method: .post, path: "/api/v1/offers/{token}/refusal", name: "declineOffer",
            summary: "Leave the offered place to the next person",
            details: "The place in line stays.", expects: [.path(.offer)], answer: claim, refuses: [.notFound, .conflict]
        ) { asked in
            let pass = try key(asked).pass
            return try await answer(asked, pass) { work in try work.decline(pass) }
        }
    }

    private static func answer(
        _ asked: Asked, _ pass: Pass<Booking>, _ change: @escaping @Sendable (Work) throws -> Claim
    ) async throws -> Reply {
        let (call, needs) = (asked.call, [Need.row(Booking.self, pass.id)])
        let answered = try await call.app.store.write(once: asked.once(pass), in: call.context(), needs) { work in
            try KeptClaim(change(work), work, call)
        }
        return try await answered.reply(to: call)
    }

    /// A word that cannot be an offer's is one that no offer has.
    private static func key(_ asked: Asked) throws -> Key<Booking> {
        guard let key = Key<Booking>(try asked[.offer]) else { throw Refusal.notFound }
        return key
    }

    private struct View: Sendable {
        let booking: Booking
        let claim: Claim
        let appointment: Appointment
        let now: Instant

        var state: String {
            if claim.booking == booking.id, booking.phase != .released { return "taken" }
            if booking.declined { return "declined" }
            return booking.phase == .offered && booking.due.map { now < $0 } ?? false ? "open" : "gone"
        }
    }

    private static let offer = Shape<View>(
        "Offer",
        .init(
            "state",
            JSONSchema.words(["open", "taken", "declined", "gone"]).with(
                "Open can become taken, declined, or gone when its time has passed."), text: \.state),
        .init("claim", .claimNumber, text: \.claim.number.description),
        .init("appointment", Appointment.shape.schema) { Appointment.shape.json($0.appointment) },
        .init(
            "until", JSONSchema.moment.with("While it is open: answer before this moment."),
            textIfAny: { view in
                view.booking.due?.iso(in: view.appointment.branch.zone)
            }))
}
