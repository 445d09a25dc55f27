import LapakDomain
import LapakStore
import LapakWeb

// What is done about the whole session.
extension ConsoleActions {
    /// Opens the officer's session, or finds the one that is open already, in whatever window.
    func open() async throws {
        let (person, branch, now) = (desk.staff, desk.branch, call.now)
        let id: ID<OfficerSession> = call.app.ids.next(at: now)
        let seats = call.form["jumlah"].isEmpty ? nil : Int(call.form["jumlah"]) ?? 0
        _ = try await call.app.store.write(in: call.context()) { try $0.openSession(id, for: person, at: branch, seats: seats) }
    }

    /// The next person of the lobby to a free seat, or the named one once more.
    func callNext() async throws {
        guard call.form["kursi"].isEmpty else {
            let policy = call.policy
            return try await step { interview, _, now in [try interview.callAgain(policy: policy, at: now)] }
        }
        let session = try await session()
        try await once { work in
            guard try work.fillSeats(of: session, most: 1).isEmpty else { return }
            throw Refusal.invalid(
                field: "panggil",
                Words(
                    "Tidak ada yang dapat dipanggil: ruang tunggu kosong, atau semua kursi terisi.",
                    "Nobody can be called: the lobby is empty, or every seat is taken."))
        }
    }

    /// Another number of seats: the officer's own, or those of a session that the manager looks after.
    func changeSeats() async throws {
        let (staff, seats) = (staff, Int(call.form["jumlah"]) ?? 0)
        let id = call.form["sesi"].isEmpty ? try await session() : try await lookedAfter(call.form["sesi"])
        try await once { _ = try $0.change(seats: seats, of: id, by: staff) }
    }

    /// Takes nobody new. At once: everyone who sits goes back to the front of the lobby, with all that was done.
    func close() async throws {
        let session = try await session()
        let atOnce = call.form["segera"] == "1"
        try await once { work in
            if atOnce {
                _ = try work.abandon(session)
            } else {
                _ = try work.close(session)
            }
        }
    }

    /// A sign of life from a page without a live stream.
    func stayAlive() async throws {
        let session = try await session()
        try await call.app.store.write(in: call.context()) { try $0.keepAlive(session) }
    }

    private func lookedAfter(_ word: String) async throws -> ID<OfficerSession> {
        let (id, branch) = (Int64(word).map { ID<OfficerSession>($0) }, desk.branch.id)
        let session = try await call.app.store.read { connection in try id.flatMap { try connection.find(OfficerSession.self, $0) } }
        guard let session, session.branch == branch, desk.may(.adjustSessions) || session.staff == desk.staff.id else {
            throw Refusal.notFound
        }
        return session.id
    }
}
