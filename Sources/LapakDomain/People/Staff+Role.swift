extension Staff {
    /// What somebody works as. It is stored by its raw value, which therefore never changes.
    package enum Role: String, Hashable, Codable, Sendable, CaseIterable {
        /// Interviews and verifies (petugas, Customer Service Officer).
        case officer
        /// Leads one branch.
        case manager
        /// Looks after every branch of the nation.
        case national
    }
}

extension Staff.Role {
    /// Everything that the role may do; what is not named here is refused. The table in docs/rights.md shows what follows for
    /// every route.
    package var rights: Set<Right> {
        switch self {
        case .officer:
            [.seeAppointments, .seeLists, .changeOrder, .workYard, .seePapers, .checkPapers, .seeConsole, .holdSession, .changeContacts]
        case .manager:
            [
                .seeAppointments, .seeLists, .changeOrder, .workYard, .seePapers, .checkPapers, .seeEveryPaper, .seeConsole,
                .holdSession, .watchSessions, .adjustSessions, .seeFigures, .planHours, .manageBooths, .showHall, .changeContacts,
            ]
        case .national:
            [
                .seeAppointments, .seeLists, .changeOrder, .workYard, .seePapers, .checkPapers, .seeEveryPaper, .seeConsole,
                .holdSession, .watchSessions, .adjustSessions, .seeFigures, .planHours, .manageBooths, .showHall,
                .resendMessages, .changeContacts,
            ]
        }
    }

    /// How far the role's rights reach.
    package enum Scope: Hashable, Sendable {
        /// The one branch where the person works.
        case branch
        /// Every branch, one at a time as the person chooses.
        case nation
    }

    /// Where the role's rights count.
    package var scope: Scope {
        switch self {
        case .officer, .manager: .branch
        case .national: .nation
        }
    }

    /// What the role is called on the screen.
    package var words: Words {
        switch self {
        case .officer: Words("petugas", "officer")
        case .manager: Words("manajer", "manager")
        case .national: Words("operasi nasional", "national operations")
        }
    }
}
