import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// Coming back to a claim: its number, a code to the known contact, then what can be seen and changed.
enum ReturnVisitInterface {
    static var endpoints: [Endpoint] { [begin, prove, look, position, reschedule, cancel] }

    private static let claim = Endpoint.Answer(schema: ClaimView.shape.schema, description: "The claim as it is now.")
    private static let token = Shape<Key<ReturnVisit>>(
        "NewVisit", .init("token", JSONSchema.string().with("The bearer token of the visit; the code proves it."), text: \.word))

    private static var begin: Endpoint {
        Endpoint(
            method: .post, path: "/api/v1/claims/{number}/code", name: "beginVisit",
            summary: "Come back to a claim: a code goes to each contact that was proven",
            details: "The answer is the same for a number that is nobody's; its code never comes. At most eight an hour for one number.",
            expects: [.path(.number)],
            answer: Endpoint.Answer(status: .accepted, schema: token.schema, description: "A visit, waiting for its proof."),
            refuses: [.tooManyRequests]
        ) { asked in
            let number = try asked[.number]
            let key = try await asked.call.beginVisit(to: number, once: asked.once("visits/\(number.value)"))
            return .json(token.json(key).text, status: .accepted)
        }
    }

    private static var prove: Endpoint {
        Endpoint(
            method: .post, path: "/api/v1/visits/me/proof", name: "proveVisit", summary: "Prove the visit with the code",
            details: "A wrong code is counted.", access: .visit, expects: [.body(.code)],
            answer: Endpoint.Answer(status: .noContent, description: "Proven: the token opens the claim now.")
        ) { asked in
            let key = try asked.visit
            // A token is handed to the program that asked for it, and nobody can put another into its hands: it stays the same.
            let refusal = try await asked.call.proveVisit(key, code: try asked[.code], next: key, once: asked.once(key.pass))
            if let refusal { throw refusal }
            return Reply(status: .noContent)
        }
    }

    private static var look: Endpoint {
        Endpoint(
            method: .get, path: "/api/v1/claims/me", name: "getClaim", summary: "The visited claim", access: .visit, answer: claim
        ) { asked in
            let id = try await asked.call.visitedClaim(try asked.visit)
            return .json(try await ClaimView.load(id, asked.call).json(asked.call).text)
        }
    }

    private static var position: Endpoint {
        Endpoint(
            method: .get, path: "/api/v1/claims/me/position", name: "getPosition", summary: "Where the visited claim stands in line",
            access: .visit,
            answer: Endpoint.Answer(schema: Place.shape.schema, description: "The place in line and what it rests on."),
            refuses: [.conflict]
        ) { asked in
            let id = try await asked.call.visitedClaim(try asked.visit)
            guard let place = try await ClaimView.load(id, asked.call).place(asked.call.language) else { throw Refusal.notWaiting }
            return .json(Place.shape.json(place).text)
        }
    }

    private static var reschedule: Endpoint {
        Endpoint(
            method: .post, path: "/api/v1/claims/me/reschedule", name: "rescheduleClaim", summary: "Another appointment",
            details: """
                The former place goes to the waiting list. Asked for the slot that it already has, nothing changes. Whoever waits in line \
                takes a free place with it that suits nobody before them; an open offer is given back.
                """, access: .visit,
            expects: [.body(.slot)], answer: claim, refuses: [.notFound, .conflict]
        ) { asked in
            let slot = try asked[.slot]
            return try await change(asked) { work, claim in
                if claim.slot == slot { return }
                try work.move(&claim, to: slot)
            }
        }
    }

    private static var cancel: Endpoint {
        Endpoint(
            method: .post, path: "/api/v1/claims/me/cancellation", name: "cancelClaim", summary: "Cancel the claim",
            details: "The place goes to the waiting list, or the place in line is given up. Cancelled twice, it is cancelled once.",
            access: .visit, answer: claim, refuses: [.conflict]
        ) { asked in
            return try await change(asked, asOwner: true) { work, claim in
                if claim.phase == .cancelled { return }
                try work.cancel(&claim)
            }
        }
    }

    private static func change(
        _ asked: Asked, asOwner: Bool = false, _ change: @escaping @Sendable (Work, inout Claim) throws -> Void
    ) async throws -> Reply {
        let (key, call) = (try asked.visit, asked.call)
        let changed = try await call.changeClaim(key, once: asked.once(key.pass), asOwner: asOwner) { work, claim in
            try change(work, &claim)
            return try KeptClaim(claim, work, call)
        }
        return try await changed.reply(to: call)
    }
}
