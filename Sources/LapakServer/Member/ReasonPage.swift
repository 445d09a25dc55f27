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
    let outlook: [Comparison.Reason]
    var chosen: ClaimReason?
    var faults = Faults()

    static func routes(_ routes: Routes) {
        routes.get("/daftar/sebab") { call in
            let registration = try await call.registration()
            guard registration.proven != nil, registration.identity != nil else { return .redirect(registration.step.path) }
            guard let comparison = registration.comparison else { return ComparePage().reply(call) }
            guard comparison.finding == .matched else { return .redirect("/daftar/peserta") }
            return ReasonPage(
                outlook: try await call.outlook(for: registration).comparison.reasons, chosen: registration.reason
            ).reply(call)
        }
        routes.post("/daftar/sebab") { call in
            let registration = try await call.registration()
            guard registration.proven != nil, registration.identity != nil else { return .redirect(registration.step.path) }
            guard let comparison = registration.comparison else { return .redirect("/daftar/sebab") }
            guard let reason = ClaimReason(rawValue: call.form["sebab"]) else {
                let fault = Faults(.invalid(field: "sebab", Words("Pilih sebab klaim Anda.", "Choose the reason for your claim.")))
                return ReasonPage(outlook: comparison.reasons, faults: fault).reply(call, status: .unprocessableContent)
            }
            do { return try await give(reason, call) } catch let refusal as Refusal {
                switch refusal {
                case .identity: return .redirect("/daftar/peserta")
                case .ineligible, .spent:
                    let page = ReasonPage(outlook: comparison.reasons, chosen: reason, faults: Faults(refusal, field: "sebab"))
                    return page.reply(call, status: refusal.status).waiting(refusal, at: call.now)
                default: throw refusal
                }
            }
        }
    }

    /// The registry is asked once more: what was possible when the page was opened may not be now.
    private static func give(_ reason: ClaimReason, _ call: Call) async throws -> Reply {
        guard let key = call.registrationKey else { throw Refusal.registrationGone }
        let member = try await call.compared(key.pass)
        let (registration, tooEarly) = try await call.change { work, registration in
            try work.give(reason, of: member, to: &registration)
            let day = try work.interviewDay(of: registration)
            return (registration, registration.slot != nil && registration.earliest.map { day < $0 } ?? false)
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

    private func card(_ item: Comparison.Reason, first: Bool, _ call: Call) -> HTML {
        let note: String =
            if case .notBefore(let day) = item.verdict {
                call.say("Dapat diajukan mulai \(day.text(.id)).", "Possible from \(day.text(.en)).")
            } else { call.say(item.reason.hint) }
        return radio(
            "sebab", value: item.reason.rawValue, checked: item.reason == chosen, id: first ? "sebab" : nil,
            "<span><strong>\(call.say(item.reason.words))</strong><br>\(note)</span>")
    }

    private func refusedItem(_ item: Comparison.Reason, _ call: Call) -> HTML {
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
