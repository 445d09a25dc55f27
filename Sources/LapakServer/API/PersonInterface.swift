import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// Who it is: identity, contact and its proof, and why they claim.
enum PersonInterface {
    static func endpoints(asking policy: IdentityPolicy) -> [Endpoint] {
        [identity(asking: policy), contact, code, proof, eligibility, reason]
    }

    private static func identity(asking policy: IdentityPolicy) -> Endpoint {
        let birth = policy.asksBirth ? Expected.body(.birth) : .bodyIfAny(.birth)
        let mother = policy.asksMother ? Expected.body(.mother) : .bodyIfAny(.mother)
        return Endpoint(
            method: .put, path: "/api/v1/registrations/me/identity", name: "stateIdentity", summary: "Say who it is",
            details: "Nothing is looked up before the contact is proven; then `eligibility` says whether it matches.",
            access: .registration,
            expects: [.body(.nik), .body(.kpj), .body(.name), birth, mother],
            answer: RegistrationInterface.answer, refuses: [.conflict]
        ) { asked in
            let (nik, kpj, name, policy) = (try asked[.nik], try asked[.kpj], try asked[.name], asked.call.policy.identity)
            let birth = policy.asksBirth ? try asked[.birth] : try asked.ifAny(.birth)
            let mother = policy.asksMother ? try asked[.mother] : try asked.ifAny(.mother)
            return try await asked.registrationAfter { _, registration in
                try registration.state(nik: nik)
                try registration.state(kpj: kpj, name: name.value, birth: birth, mother: mother?.value)
            }
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
            return try await asked.registrationAfter([.row(Budget.self, "code:\(email.value)")]) { work, registration in
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
            return .json(outcome.view.json(nation).text)
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
            details: "Only after the proof. Which fields differ is said only to those whose NIK and card belong together.",
            access: .registration,
            answer: Endpoint.Answer(schema: Outlook.shape.schema, description: "Every reason with its verdict."),
            refuses: [.conflict, .unprocessableContent, .tooManyRequests]
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
            let (reason, nation, now) = (try asked[.reason], asked.call.nation, asked.call.now)
            let (finding, member) = try await asked.call.finding(for: try await asked.lookAtRegistration().registration)
            guard finding == .matched, let member else { throw Refusal.identity(finding) }
            return try await asked.registrationAfter { work, registration in
                guard let identity = registration.identity else { throw Refusal.stepMissing }
                let slot = try registration.slot.flatMap { try work.find(Slot.self, $0) }
                let day = try slot.map { try nation.branch(of: $0).zone.day(of: $0.start) } ?? Zone.wib.day(of: now) + 1
                try registration.give(
                    reason: reason, of: member, finding: identity.finding(in: member),
                    verdict: Eligibility.verdict(for: reason, of: member, at: day, under: EligibilityPolicy(nation.policy.rules)),
                    under: nation.policy)
            }
        }
    }
}
