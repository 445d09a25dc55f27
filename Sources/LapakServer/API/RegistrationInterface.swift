import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// Time first, person after: a registration begins with a slot or with the waiting list, and is its token's alone.
enum RegistrationInterface {
    static var endpoints: [Endpoint] { [begin, look, slot, queue, wish] }

    static let answer = Endpoint.Answer(schema: RegistrationView.shape.schema, description: "The registration as it is now.")

    private static var begin: Endpoint {
        Endpoint(
            method: .post, path: "/api/v1/registrations", name: "beginRegistration", summary: "Choose a slot, or the waiting list",
            details: """
                Give `slot`, or `queue: true`. The place is held for some minutes; where few are left, it is taken only after the proof \
                of the contact.
                """,
            expects: [.bodyIfAny(.slot), .bodyIfAny(.queue), .bodyIfAny(.language)],
            answer: Endpoint.Answer(
                status: .created, schema: RegistrationView.newShape.schema, description: "The registration with its bearer token."),
            refuses: [.notFound, .conflict, .tooManyRequests], handle: begin)
    }

    private static func begin(_ asked: Asked) async throws -> Reply {
        let call = asked.call
        try call.pay(.registration)
        let (slot, queues) = (try asked.ifAny(.slot), try asked.ifAny(.queue) ?? false)
        guard (slot != nil) != queues else {
            throw Refusal.invalid(
                field: "slot", Words("Pilih salah satu waktu, atau daftar tunggu.", "Choose a slot, or the waiting list."))
        }
        let language = try asked.ifAny(.language) ?? .id
        let (nation, now, secrets) = (call.nation, call.now, call.app.secrets)
        let id: ID<Registration> = call.app.ids.next(at: now)
        let hash = secrets.key(of: id).pass.hash
        let view = try await call.app.store.write(once: asked.once("registrations"), in: call.context(), needs(slot)) { work in
            var registration = Registration(id: id, secret: hash, language: language, policy: nation.policy, at: now)
            work.insert(registration)
            if let slot {
                try work.choose(slot, for: &registration)
            } else {
                try work.queue(&registration)
            }
            return try work.view(of: registration)
        }
        let json = RegistrationView.newShape.json((.init(view: view, nation: nation), secrets.key(of: view.id).word))
        return .json(json.text, status: .created)
    }

    private static var look: Endpoint {
        Endpoint(
            method: .get, path: "/api/v1/registrations/me", name: "getRegistration", summary: "What was reached, and what comes next",
            access: .registration, answer: answer
        ) { asked in
            .json(try await asked.lookAtRegistration().view.json(asked.call.nation).text)
        }
    }

    private static var slot: Endpoint {
        Endpoint(
            method: .put, path: "/api/v1/registrations/me/slot", name: "chooseSlot", summary: "Choose another slot",
            details: "The older hold is given back when the new one succeeds.", access: .registration, expects: [.body(.slot)],
            answer: answer, refuses: [.notFound, .conflict]
        ) { asked in
            let slot = try asked[.slot]
            let nation = asked.call.nation
            return try await asked.registrationAfter(needs(slot)) { work, registration in
                if let earliest = registration.earliest, let chosen = try work.find(Slot.self, slot),
                    try nation.branch(of: chosen).zone.day(of: chosen.start) < earliest
                {
                    throw Refusal.tooEarly(earliest)
                }
                try work.choose(slot, for: &registration)
            }
        }
    }

    private static var queue: Endpoint {
        Endpoint(
            method: .put, path: "/api/v1/registrations/me/queue", name: "chooseQueue", summary: "Choose the waiting list instead",
            details: "A held place is given back.", access: .registration, answer: answer, refuses: [.conflict]
        ) { asked in
            return try await asked.registrationAfter { work, registration in try work.queue(&registration) }
        }
    }

    private static var wish: Endpoint {
        Endpoint(
            method: .put, path: "/api/v1/registrations/me/wish", name: "wish", summary: "What would suit, asked once of those who wait",
            access: .registration, expects: [.bodyIfAny(.branches), .bodyIfAny(.days), .bodyIfAny(.times), .bodyIfAny(.earliest)],
            answer: answer, refuses: [.conflict]
        ) { asked in
            let (nation, policy) = (asked.call.nation, asked.call.policy)
            let branches = try (asked.ifAny(.branches) ?? []).map { code in
                guard let branch = nation[code] else {
                    throw Refusal.invalid(field: "branches", Words("Kantor \(code) tidak ada.", "There is no branch \(code)."))
                }
                return branch.id
            }
            let wish = Wish(
                branches: branches.sorted(), days: Set(try asked.ifAny(.days) ?? []), times: Set(try asked.ifAny(.times) ?? []),
                earliest: try asked.ifAny(.earliest))
            return try await asked.registrationAfter { _, registration in try registration.want(wish, policy: policy) }
        }
    }

    private static func needs(_ slot: ID<Slot>?) -> [Need] {
        slot.map { [.row(Slot.self, $0), .glance(LineCount.self, Slot.branch(of: $0)), .glance(LineCount.self, LineCount.anywhere)] } ?? []
    }
}

extension Secrets {
    /// A registration's token: derived from its id, so that the answer to a repeated request can be made again and is
    /// nowhere kept.
    func key(of registration: ID<Registration>) -> Key<Registration> {
        Key(id: registration, secret: String(hash(code: "registration", for: registration.rawValue).prefix(32)))
    }

    /// A visit's token, in the same way.
    func key(of visit: ID<ReturnVisit>) -> Key<ReturnVisit> {
        Key(id: visit, secret: String(hash(code: "visit", for: visit.rawValue).prefix(32)))
    }
}
