package import LapakDomain

// Signing out is real: the session ends in the database, and with it everything that stood on it.
extension Work {
    /// Ends a staff session for good, whoever else knows its cookie, and closes the officer's session with members: everybody who sits goes
    /// back to the front of the lobby, and nobody is called to an empty chair. It stays open when the same person (`next`) signs in again
    /// in that browser.
    package func signOut(_ pass: Pass<SignIn>, followedBy next: ID<Staff>? = nil) throws {
        guard let signIn = try find(SignIn.self, pass.id), signIn.secret == pass.hash else { return }
        update(SignIn(id: signIn.id, secret: signIn.secret, staff: signIn.staff, due: min(signIn.due, now)))
        guard next != signIn.staff else { return }
        act(as: .staff(signIn.staff))
        try closeSession(of: signIn.staff)
    }

    /// Closes the session of an officer whose sign-in ran out or whose account is no more. Does nothing while they are signed in.
    package func closeSessionIfSignedOut(_ staff: ID<Staff>) throws {
        guard try query(SignIn.live, staff, now).isEmpty else { return }
        act(as: .staff(staff))
        try closeSession(of: staff)
    }

    private func closeSession(of staff: ID<Staff>) throws {
        for row in try query("SELECT id FROM officer_session WHERE staff = $1 AND live > 0", staff) {
            _ = try abandon(ID<OfficerSession>(try row.int(0)))
        }
    }
}

extension SignIn {
    /// The live sessions of somebody ($1) at a moment ($2) whose account is there.
    static let live = "SELECT s.id FROM staff_session s JOIN staff p ON p.id = s.staff WHERE s.staff = $1 AND s.due > $2 LIMIT 1"
}

extension SQLConnection {
    /// Officers with an open session with members who are signed in nowhere.
    package func signedOutOfficers(at now: Instant) throws -> [ID<Staff>] {
        try query(
            """
            SELECT o.staff FROM officer_session o WHERE o.live > 0 AND NOT EXISTS (
                SELECT 1 FROM staff_session s JOIN staff p ON p.id = s.staff WHERE s.staff = o.staff AND s.due > $1)
            ORDER BY o.staff
            """, now
        ).map { ID(try $0.int(0)) }
    }
}
