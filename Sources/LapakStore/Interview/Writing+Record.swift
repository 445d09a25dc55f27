package import LapakDomain

extension Writing: Record {
    package static let table = Table<Writing>("writing") { table in
        let id = table.column("id", \.id)
        let interview = table.column("interview", \.interview)
        let claim = table.column("claim", \.claim)
        let staff = table.column("staff", \.staff)
        let at = table.column("at", \.at)
        let box = table.column("box", \.box)
        return { row in
            Writing(
                id: try row[id], interview: try row[interview], claim: try row[claim], staff: try row[staff], at: try row[at],
                box: try row[box])
        }
    }
}

extension SQLConnection {
    /// What was written in an interview, the oldest first.
    package func writings(of interview: ID<Interview>) throws -> [Writing] {
        try query("SELECT \(Writing.table.columnList) FROM writing WHERE interview = $1 ORDER BY id", interview).map(Writing.init)
    }

    /// What was written by and to those who sit in a session.
    package func writings(in session: ID<OfficerSession>) throws -> [Writing] {
        try query(
            """
            SELECT \(Writing.table.columnList) FROM writing
            WHERE interview IN (SELECT id FROM interview WHERE session = $1 AND live = 1) ORDER BY id
            """, session
        ).map(Writing.init)
    }
}

extension Work {
    /// Member or officer wrote something; each side has its own budget.
    package func write(_ writing: Writing) throws -> Interview {
        act(as: writing.staff.map { .staff($0) } ?? .member(writing.claim))
        let side = writing.staff == nil ? "member" : "staff"
        if try find(Writing.self, writing.id) != nil { return try get(Interview.self, writing.interview) }
        try spend("tulis:\(side):\(writing.interview.rawValue)", most: Writing.most, per: Writing.mostWithin)
        let interview = try step(writing.interview) { try $0.add(writing) }
        insert(writing)
        return interview
    }
}
