import LapakDomain
import LapakStore
import LapakWeb

// What is done about one person.
extension ConsoleActions {
    /// The officer turns to this seat, or away from all.
    func attend() async throws {
        let session = try await session()
        let interview = call.form["kursi"].isEmpty ? nil : try named()
        _ = try await call.app.store.write(in: call.context()) { try $0.attend(interview, in: session) }
    }

    func mark() async throws {
        let parts = call.form["tanda"].split(separator: ":")
        let name = parts.count == 2 ? String(parts[0]) : call.form["butir"]
        let answer = parts.count == 2 ? String(parts[1]) : call.form["cocok"]
        guard let subject = InterviewCheck.Subject(row: name), answer == "1" || answer == "0" else { throw Refusal.notFound }
        let staff = staff
        try await stepWithRows { interview, rows, now in
            try interview.mark(subject, fits: answer == "1", among: rows, by: staff, at: now).map { [$0] } ?? []
        }
    }

    /// Enter, and the key that says somebody who was stuck is helped.
    func accept(onlyStuck: Bool) async throws {
        let (staff, policy) = (staff, call.policy)
        try await stepWithRows { interview, rows, now in
            guard !onlyStuck || interview.stuck != nil && !interview.phase.isOfficers else { throw Refusal.interviewPhase(interview.phase) }
            return try interview.accept(rows, by: staff, policy: policy, at: now)
        }
    }

    func giveBack() async throws {
        guard let subject = InterviewCheck.Subject(row: call.form["butir"]) else { throw Refusal.notFound }
        let (reason, staff, policy) = (try reason("alasan"), staff, call.policy)
        try await stepWithRows { interview, rows, now in
            guard rows.contains(where: { $0.subject == subject }) else { throw Refusal.notFound }
            return try interview.giveBack(subject, reason, by: staff, policy: policy, at: now)
        }
    }

    func decide() async throws {
        let (staff, policy) = (staff, call.policy)
        if call.form["putusan"] == "approve" {
            // Approving is accepting: never past a row that is open.
            return try await stepWithRows { interview, rows, now in
                guard interview.phase == .agreed else { throw Refusal.interviewPhase(interview.phase) }
                return try interview.accept(rows, by: staff, policy: policy, at: now)
            }
        }
        let decision = try decision()
        try await step { interview, _, now in try interview.decide(decision, by: staff, policy: policy, at: now) }
    }

    func pause(_ why: Interview.Pause) async throws {
        let policy = call.policy
        try await step { interview, _, now in [try interview.pause(why, policy: policy, at: now)] }
    }

    /// Asks a colleague's session, or takes the question back where none is named.
    func offer() async throws {
        let asked = call.form["ke"]
        let (branch, other) = (desk.branch.id, Int64(asked).map { ID<OfficerSession>($0) })
        guard asked.isEmpty || other != nil else { throw Refusal.notFound }
        try await step { interview, work, _ in
            if let other {
                guard let session = try work.glance(OfficerSession.self, other), session.branch == branch, session.isOpen else {
                    throw Refusal.noSeat
                }
            }
            return [try interview.offer(to: other)]
        }
    }

    /// Says yes to a colleague.
    func take() async throws {
        let (id, session, staff) = (try named(), try await session(), staff)
        let offered = try await call.app.store.read { try $0.find(Interview.self, id)?.offered }
        guard offered == session else { throw Refusal.notFound }
        try await once { _ = try $0.takeOver(id, to: session, by: staff) }
    }

    func absent() async throws {
        let (id, session) = (try named(), try await session())
        try await once { work in
            guard try work.find(Interview.self, id)?.session == session else { throw Refusal.notFound }
            _ = try work.miss(id)
        }
    }

    /// A quick message to one person, or words for everybody while the officer speaks to all.
    func tell() async throws {
        let session = try await session()
        let message = QuickMessage(rawValue: call.form["pesan"])
        if call.form["semua"] == "1" {
            let telling = message.map(Telling.quick) ?? .speaking
            return try await once { $0.note(.session(.announced(session: session, message: telling))) }
        }
        guard let message else { throw Refusal.notFound }
        try await step { interview, _, _ in
            guard interview.phase.hasSeat else { throw Refusal.notFound }
            return [.interview(.told(interview: interview.id, message: .quick(message)))]
        }
    }

    /// An answer in words to what the member wrote, or the first word.
    func write() async throws {
        let (id, session, typed) = (try named(), try await session(), call.form.text("tulisan"))
        let interview = try await call.app.store.read { try $0.find(Interview.self, id) }
        guard let interview, interview.session == session, interview.seat != nil else { throw Refusal.notFound }
        let writing = try await InterviewWritings.seal(typed, by: staff, in: id, of: interview.claim, call)
        try await once { work in
            guard try work.find(Interview.self, id)?.session == session else { throw Refusal.notFound }
            _ = try work.write(writing)
        }
    }

    private func reason(_ field: String) throws(Refusal) -> ReturnReason {
        if let reason = ReturnReason(rawValue: call.form[field]) { return reason }
        throw .invalid(field: field, Words("Pilih alasan pengembalian.", "Choose why it is given back."))
    }

    private func decision() throws(Refusal) -> Decision {
        switch call.form["putusan"] {
        case "give_back": return .giveBack(try reason("alasan"))
        case "reject":
            if let reason = RejectReason(rawValue: call.form["alasan"]) { return .reject(reason) }
            throw .invalid(field: "alasan", Words("Pilih alasan penolakan.", "Choose why it is rejected."))
        case "in_person":
            let today = desk.branch.zone.day(of: call.now)
            if let day = Day(iso: call.form["hari"]), Decision.mayInvite(on: day, after: today, holidays: call.nation.holidays) {
                return .inPerson(day)
            }
            let most = Decision.invitedWithin
            throw .invalid(
                field: "hari",
                Words(
                    "Pilih hari kerja sesudah hari ini, paling lama \(most) hari lagi.",
                    "Choose a working day after today, at most \(most) days from now."))
        default: throw .notFound
        }
    }
}
