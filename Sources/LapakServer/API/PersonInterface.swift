import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// Who it is: identity, contact and its proof, and why they claim.
enum PersonInterface {
    static func endpoints(asking policy: IdentityPolicy) -> [Endpoint] {
        [identity(asking: policy), contact, code, proof, comparison, eligibility, reason]
    }

    private static func identity(asking policy: IdentityPolicy) -> Endpoint {
        let birth = policy.asksBirth ? Expected.body(.birth) : .bodyIfAny(.birth)
        let mother = policy.asksMother ? Expected.body(.mother) : .bodyIfAny(.mother)
        return Endpoint(
            method: .put, path: "/api/v1/registrations/me/identity", name: "stateIdentity", summary: "Say who it is",
            details: "Nothing is looked up before the contact is proven; then it is compared, and `eligibility` says what was found.",
            access: .registration,
            expects: [.body(.nik), .body(.kpj), .body(.name), birth, mother],
            answer: RegistrationInterface.answer, refuses: [.conflict]
        ) { asked in
            let (nik, kpj, name, policy) = (try asked[.nik], try asked[.kpj], try asked[.name], asked.call.policy.identity)
            let birth = policy.asksBirth ? try asked[.birth] : try asked.ifAny(.birth)
            let mother = policy.asksMother ? try asked[.mother] : try asked.ifAny(.mother)
            let reply = try await asked.registrationAfter { work, registration in
                try work.state(nik: nik, for: &registration)
                try registration.state(kpj: kpj, name: name.value, birth: birth, mother: mother?.value)
            }
            try await compareSoon(asked)
            return reply
        }
    }

    private static var contact: Endpoint {
        Endpoint(
            method: .put, path: "/api/v1/registrations/me/contact", name: "giveContact",
            summary: "Say where to reach them; a code goes there",
            access: .registration, expects: [.body(.email), .body(.phone)], answer: RegistrationInterface.answer,
            refuses: [.conflict, .tooManyRequests]
        ) { asked in
            let (call, email, phone) = (asked.call, try asked[.email], try asked[.phone])
            try call.payForCode(to: KnownDevice.mailbox(email), call.knownDevice)
            return try await asked.registrationAfter { work, registration in
                if registration.proven != nil, registration.email == email {
                    try registration.correct(phone: phone)
                    return work.update(registration)
                }
                try call.speaking(registration.language).sendCode(to: email, for: &registration, work) {
                    registration, hash throws(Refusal) in
                    try registration.reach(email: email, phone: phone, codeHash: hash, policy: call.policy, at: call.now)
                }
            }
        }
    }

    private static var code: Endpoint {
        Endpoint(
            method: .post, path: "/api/v1/registrations/me/code", name: "sendCodeAgain", summary: "Send another code",
            details: "The older one stops working. 409 with `Retry-After` when the last one was sent a moment ago.", access: .registration,
            answer: Endpoint.Answer(status: .accepted, schema: RegistrationView.shape.schema, description: "The code is on its way."),
            refuses: [.conflict, .tooManyRequests]
        ) { asked in
            let call = asked.call
            try call.pay(.code)
            return try await asked.registrationAfter(status: .accepted) { work, registration in
                guard let email = registration.email else { throw Refusal.stepMissing }
                try call.speaking(registration.language).sendCode(to: email, for: &registration, work) {
                    registration, hash throws(Refusal) in
                    try registration.resend(codeHash: hash, policy: call.policy, at: call.now)
                }
            }
        }
    }

    private static var proof: Endpoint {
        Endpoint(
            method: .post, path: "/api/v1/registrations/me/proof", name: "proveContact", summary: "Prove the contact with the code",
            details: "A wrong code is counted. After the proof a place is held in the chosen slot, if one is left.", access: .registration,
            expects: [.body(.code)], answer: RegistrationInterface.answer, refuses: [.conflict]
        ) { asked in
            let (digits, nation, secrets) = (try asked[.code], asked.call.nation, asked.call.app.secrets)
            let outcome = try await asked.changeRegistration { work, registration in
                let hash = secrets.hash(code: digits, for: registration.id.rawValue)
                let refusal = try work.prove(&registration, codeHash: hash, secret: registration.secret)
                return Proof(refusal: refusal, view: try work.view(of: registration))
            }
            if let refusal = outcome.refusal { throw refusal }
            try await compareSoon(asked)
            return .json(outcome.view.json(nation).text)
        }
    }

    /// Compares what is proven and not compared yet; a request that comes twice does not pay twice.
    private static func compareSoon(_ asked: Asked) async throws {
        let registration = try await asked.lookAtRegistration().registration
        guard registration.proven != nil, registration.identity != nil, registration.comparison == nil, registration.claim == nil else {
            return
        }
        await asked.call.compareSoon(try asked.registration.pass)
    }

    private static var comparison: Endpoint {
        Endpoint(
            method: .post, path: "/api/v1/registrations/me/comparison", name: "compareIdentity",
            summary: "Compare with the member registry again",
            details: """
                Only needed where the comparison after the proof could not be made. Wrong tries use up a budget of the NIK, the mailbox \
                and the registration; then the answer is 429 with `Retry-After`, whatever it would have been.
                """, access: .registration,
            answer: Endpoint.Answer(schema: Outlook.shape.schema, description: "Every reason with its verdict."),
            refuses: [.conflict, .unprocessableContent, .tooManyRequests]
        ) { asked in
            try await asked.call.compare(try asked.registration.pass)
            let (registration, _) = try await asked.lookAtRegistration()
            return .json(Outlook.shape.json(try await asked.call.outlook(for: registration)).text)
        }
    }

    /// A wrong code is a change too: it was counted.
    private struct Proof: Codable, Sendable {
        let refusal: Refusal?
        let view: RegistrationView
    }

    private static var eligibility: Endpoint {
        Endpoint(
            method: .get, path: "/api/v1/registrations/me/eligibility", name: "getEligibility", summary: "What they may claim for",
            details: """
                What the latest comparison found; the registry is not asked again. Which fields differ is said only in the first tries, to \
                those whose NIK and card belong together.
                """,
            access: .registration,
            answer: Endpoint.Answer(schema: Outlook.shape.schema, description: "Every reason with its verdict."),
            refuses: [.conflict, .unprocessableContent]
        ) { asked in
            let (registration, _) = try await asked.lookAtRegistration()
            return .json(Outlook.shape.json(try await asked.call.outlook(for: registration)).text)
        }
    }

    private static var reason: Endpoint {
        Endpoint(
            method: .put, path: "/api/v1/registrations/me/reason", name: "giveReason", summary: "Say why they claim",
            details: "Where the reason is possible only later, `earliest` says from which day on; an earlier slot must be changed then.",
            access: .registration, expects: [.body(.reason)], answer: RegistrationInterface.answer, refuses: [.conflict, .tooManyRequests]
        ) { asked in
            let reason = try asked[.reason]
            let member = try await asked.call.compared(try asked.registration.pass)
            return try await asked.registrationAfter { work, registration in try work.give(reason, of: member, to: &registration) }
        }
    }
}
