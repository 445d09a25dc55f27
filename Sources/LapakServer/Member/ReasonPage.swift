import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let title = Words("Apa sebab klaim Anda?", "Why are you claiming?")
    static let goOn = Words("Lanjut", "Continue")
    static let match = Words(
        "Data Anda cocok. Ini yang mungkin menurut data peserta hari ini.",
        "Your details match. This is what is possible by the member record today.")
    static let others = Words("Sebab lain, dan mengapa belum dapat dipilih", "Other reasons, and why they cannot be chosen")
    static let notYet = Words("Klaim belum dapat diajukan", "The claim is not possible yet")
}

/// Why the person claims: what the registry says is possible, with the exact first date where it is too early.
struct ReasonPage {
    let outlook: [(reason: ClaimReason, verdict: EligibilityVerdict)]
    var chosen: ClaimReason?
    var faults = Faults()

    static func routes(_ routes: Routes) {
        routes.get("/daftar/sebab") { call in
            let registration = try await call.registration()
            guard registration.proven != nil else { return .redirect(registration.step.path) }
            let member: Member
            switch try await known(registration, call) {
            case .member(let found): member = found
            case .elsewhere(let reply): return reply
            }
            return ReasonPage(outlook: outlook(of: member, call), chosen: registration.reason).reply(call)
        }
        routes.post("/daftar/sebab") { call in
            let registration = try await call.registration()
            let member: Member
            switch try await known(registration, call) {
            case .member(let found): member = found
            case .elsewhere(let reply): return reply
            }
            guard let reason = ClaimReason(rawValue: call.form["sebab"]) else {
                let fault = Faults(.invalid(field: "sebab", Words("Pilih sebab klaim Anda.", "Choose the reason for your claim.")))
                return ReasonPage(outlook: outlook(of: member, call), faults: fault).reply(call, status: .unprocessableContent)
            }
            do { return try await give(reason, of: member, call) } catch let refusal as Refusal {
                guard case .ineligible = refusal else { throw refusal }
                return ReasonPage(outlook: outlook(of: member, call), chosen: reason, faults: Faults(refusal, field: "sebab")).reply(
                    call, status: refusal.status)
            }
        }
    }

    private enum Known {
        case member(Member)
        case elsewhere(Reply)
    }

    /// The member behind a proven registration; someone who does not match is shown what to correct, a budgeted number of times.
    private static func known(_ registration: Registration, _ call: Call) async throws -> Known {
        guard registration.proven != nil, let identity = registration.identity else { return .elsewhere(.redirect(registration.step.path)) }
        let member = try await call.app.member(identity.nik)
        let finding = identity.finding(in: member)
        guard finding == .matched, let member else {
            try await call.app.store.write(in: call.context()) { try $0.spend("nik:\(identity.nik.digits)", most: 20, per: .days(1)) }
            return .elsewhere(.redirect("/daftar/peserta"))
        }
        if try await call.app.store.read({ try $0.hasLiveClaim(member.id) }) { throw Refusal.liveClaim }
        return .member(member)
    }

    private static func outlook(of member: Member, _ call: Call) -> [(reason: ClaimReason, verdict: EligibilityVerdict)] {
        let day = Zone.wib.day(of: call.now) + 1
        return Eligibility.outlook(of: member, at: day, under: EligibilityPolicy(call.policy.rules))
    }

    private static func give(_ reason: ClaimReason, of member: Member, _ call: Call) async throws -> Reply {
        let nation = call.nation
        let (registration, tooEarly) = try await call.change { work, registration in
            guard let identity = registration.identity else { throw Refusal.stepMissing }
            let slot = try registration.slot.flatMap { try work.find(Slot.self, $0) }
            let day = try slot.map { try nation.branch(of: $0).zone.day(of: $0.start) } ?? Zone.wib.day(of: call.now) + 1
            try registration.give(
                reason: reason, of: member, finding: identity.finding(in: member),
                verdict: Eligibility.verdict(for: reason, of: member, at: day, under: EligibilityPolicy(nation.policy.rules)),
                under: nation.policy)
            work.update(registration)
            return (registration, slot != nil && registration.earliest.map { day < $0 } ?? false)
        }
        return .redirect(tooEarly ? "/jadwal" : registration.step.path)
    }

    func reply(_ call: Call, status: HTTPResponse.Status = .ok) -> Reply {
        let title = call.say(Say.title)
        let now = outlook.filter { if case .eligible = $0.verdict { true } else { false } }
        let possible = now + outlook.filter { if case .notBefore = $0.verdict { true } else { false } }
        let refused = outlook.filter { if case .refused = $0.verdict { true } else { false } }
        let first = possible.first?.reason
        let choices: HTML = """
            <fieldset><legend><h1>\(title)</h1></legend><p class="hint">\(call.say(Say.match))</p>\
            \(possible.html { card($0, first: $0.reason == first, call) })</fieldset>
            """
        let question =
            possible.isEmpty
            ? nothing(title, call) : form(call, action: "/daftar/sebab", id: "f-sebab", button: call.say(Say.goOn), choices)
        let others: HTML = """
            <details><summary>\(call.say(Say.others))</summary><ul>\(refused.html { refusedItem($0, call) })</ul></details>
            """
        let body: HTML = "\(faults.summary(call))\(question)\(when(!refused.isEmpty, others))"
        return Page(title: title, back: "/daftar/peserta", body: body, hasErrors: !faults.isEmpty).reply(to: call, status: status)
    }

    private func card(_ item: (reason: ClaimReason, verdict: EligibilityVerdict), first: Bool, _ call: Call) -> HTML {
        let note: String =
            if case .notBefore(let day) = item.verdict {
                call.say("Dapat diajukan mulai \(day.text(.id)).", "Possible from \(day.text(.en)).")
            } else { call.say(item.reason.hint) }
        return radio(
            "sebab", value: item.reason.rawValue, checked: item.reason == chosen, id: first ? "sebab" : nil,
            "<span><strong>\(call.say(item.reason.words))</strong><br>\(note)</span>")
    }

    private func refusedItem(_ item: (reason: ClaimReason, verdict: EligibilityVerdict), _ call: Call) -> HTML {
        guard case .refused(let why) = item.verdict else { return .empty }
        return "<li><strong>\(call.say(item.reason.words))</strong>: \(call.say(why.words))</li>"
    }

    /// Nothing is possible: the most telling refusal, large, with its next step.
    private func nothing(_ title: String, _ call: Call) -> HTML {
        guard case .refused(let why)? = outlook.first(where: { $0.reason == .resignation })?.verdict ?? outlook.first?.verdict else {
            return .empty
        }
        return "<h1>\(call.say(Say.notYet))</h1>\(box(.warning, "<p>\(call.say(why.words))</p>"))"
    }
}
