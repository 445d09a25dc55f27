import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// The filing of a claim, and looking at it with the registration that filed it.
enum ClaimInterface {
    static var endpoints: [Endpoint] { [file, look] }

    private static var file: Endpoint {
        Endpoint(
            method: .post, path: "/api/v1/claims", name: "fileClaim", summary: "File the claim",
            details: """
                Takes the held place, or a free one in `slot`, or joins the waiting list. Filed twice, it is one claim: the answer is the \
                claim that was filed. The place in line is counted anew whenever the answer is asked for again.
                """,
            access: .registration, expects: [.bodyIfAny(.slot)],
            answer: Endpoint.Answer(
                status: .created, schema: ClaimView.shape.schema, description: "The claim with its appointment or place in line."),
            refuses: [.notFound, .conflict], handle: file)
    }

    /// One change and no look beside it when a place is taken: this is what a morning's rush asks for.
    private static func file(_ asked: Asked) async throws -> Reply {
        let (call, pass, slot) = (asked.call, try asked.registration.pass, try asked.ifAny(.slot))
        var needs: [Need] = [.row(Registration.self, pass.id)]
        if let slot {
            needs += [.row(Slot.self, slot), .glance(LineCount.self, Slot.branch(of: slot)), .glance(LineCount.self, LineCount.anywhere)]
        }
        let filed = try await call.app.store.write(once: asked.once(pass), in: call.context(), needs) { work in
            var registration = try work.registration(pass)
            return try KeptClaim(work.file(&registration, slot: slot), work, call)
        }
        return try await filed.reply(to: call, status: .created)
    }

    private static var look: Endpoint {
        Endpoint(
            method: .get, path: "/api/v1/registrations/me/claim", name: "getFiledClaim", summary: "The claim that this registration became",
            access: .registration, answer: Endpoint.Answer(schema: ClaimView.shape.schema, description: "The claim as it is now."),
            refuses: [.notFound]
        ) { asked in
            guard let claim = try await asked.lookAtRegistration().registration.claim else { throw Refusal.notFound }
            return .json(try await ClaimView.load(claim, asked.call).json(asked.call).text)
        }
    }
}
