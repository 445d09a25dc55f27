import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The steps of a check: who it is, which papers are there, and the number.
enum YardActions {
    /// The person's data were typed: compared with the registry, then the papers.
    static func person(_ call: Call, _ desk: Desk) async throws -> Reply {
        let form = YardForm(call.form)
        if case .ask = MailQuestion(form.email).answer(call.form) {
            return YardPersonPage(form: form).reply(call, desk, status: .unprocessableContent)
        }
        switch try await YardFinding.of(form, desk, call) {
        case .faults(let faults): return YardPersonPage(form: form, faults: faults).reply(call, desk)
        case .trouble(let words): return YardPersonPage(form: form, trouble: words).reply(call, desk)
        case .person(let person, let claim): return try await YardPapersPage.show(form, person: person, claim: claim, call, desk)
        }
    }

    /// The verdict. `aksi`: `lengkap`, `kurang`; `ubah` gives an appointment up; `tunggu` stands in the waiting list.
    static func check(_ call: Call, _ desk: Desk) async throws -> Reply {
        let form = YardForm(call.form)
        let walkIn = Int64(form.walkIn).map { ID<WalkIn>($0) }
        let looked = try await walkIn.asyncMap { try await call.walkIn($0, desk) }
        var check = YardCheck(
            key: "form:\(form.key)", walkIn: walkIn, priority: Priority(rawValue: form.priority), seen: form.seen, converts: form.converts,
            queues: form.queues)
        if looked?.claim == nil {
            switch try await YardFinding.of(form, desk, call) {
            case .faults(let faults): return YardPersonPage(form: form, faults: faults).reply(call, desk)
            case .trouble(let words): return YardPersonPage(form: form, trouble: words).reply(call, desk)
            case .person(let person, let claim):
                check.person = person
                if call.form["aksi"] == "lengkap", let fault = try await missing(check, person.facts, claim, call) {
                    return try await YardPapersPage.show(form, person: person, claim: claim, fault: fault, call, desk)
                }
            }
        } else if call.form["aksi"] == "lengkap", let looked, let id = looked.claim,
            let claim = try await call.app.store.read({ try $0.find(Claim.self, id) }),
            let fault = try await missing(check, claim.facts, claim, call)
        {
            return try await YardWalkInPage.show(call, desk, fault: fault, seen: form.seen)
        }
        do {
            switch try await YardReception(call, desk).receive(check) {
            case .walkIn(let walkIn): return .redirect(desk.address("\(Yard.path)/\(walkIn.id.rawValue)", "baru=1"))
            case .hasAppointment(let claim): return try await YardAppointmentPage.show(form, claim, call, desk)
            case .queued(let claim, let ticket): return try await YardFullPage.queued(claim, ticket, call, desk)
            }
        } catch Refusal.quotaSpent { return YardFullPage.ask(form, call, desk) } catch let refusal as Refusal {
            call.app.figures.refused(refusal.code)
            if let looked, looked.claim != nil {
                return try await YardWalkInPage.show(
                    call, desk, walkIn: looked.id, fault: refusal.words, seen: form.seen, status: refusal.status)
            }
            return YardPersonPage(form: form, trouble: [refusal.words]).reply(call, desk, status: refusal.status)
        }
    }

    /// "Complete" was pressed and something is not: which papers, before a number is given.
    private static func missing(_ check: YardCheck, _ facts: Dossier.Facts, _ claim: Claim?, _ call: Call) async throws -> Words? {
        let documents = try await claim.asyncMap { claim in try await call.app.store.read { try $0.documents(of: claim.id) } } ?? []
        let missing = Dossier(facts, documents: documents).missing(after: check.seen)
        guard !missing.isEmpty else { return nil }
        let rows = missing.map(\.words)
        return Words(
            "Belum lengkap: \(rows.map(\.id).joined(separator: "; ")). Beri tanda bila ada, atau tekan “Belum lengkap”.",
            "Not complete: \(rows.map(\.en).joined(separator: "; ")). Tick what is there, or press “Not complete”.")
    }

    /// Somebody says at the yard that they do not want their number any more.
    static func giveUp(_ call: Call, _ desk: Desk) async throws -> Reply {
        let (walkIn, author) = (try await call.walkIn(desk), desk.author)
        do {
            try await call.app.store.write(in: call.context()) { try $0.giveUp(walkIn.id, by: author) }
        } catch Refusal.walkInPhase(let phase) where !phase.isLive {} catch let refusal as Refusal {
            return try await YardWalkInPage.show(call, desk, fault: refusal.words, status: refusal.status)
        }
        return .redirect(desk.address("\(Yard.path)/\(walkIn.id.rawValue)"))
    }

    /// Somebody who missed every call is there again.
    static func comeBack(_ call: Call, _ desk: Desk) async throws -> Reply {
        let (walkIn, staff) = (try await call.walkIn(desk), desk.staff.id)
        do {
            _ = try await call.app.store.write(in: call.context()) { try $0.comeBack(walkIn.id, by: staff) }
        } catch let refusal as Refusal {
            return try await YardWalkInPage.show(call, desk, fault: refusal.words, status: refusal.status)
        }
        return .redirect(desk.address("\(Yard.path)/\(walkIn.id.rawValue)", "kembali=1"))
    }
}

extension Optional where Wrapped: Sendable {
    /// `map` for what has to be waited for.
    func asyncMap<T: Sendable>(_ next: (Wrapped) async throws -> T) async rethrows -> T? {
        guard let self else { return nil }
        return try await next(self)
    }
}
