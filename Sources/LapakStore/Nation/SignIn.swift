package import LapakDomain

/// A staff member who has signed in, until `due`.
package struct SignIn: Record {
    package let id: ID<SignIn>
    package let secret: String
    package let staff: ID<Staff>
    package let due: Instant

    package init(id: ID<SignIn>, secret: String, staff: ID<Staff>, due: Instant) {
        self.id = id
        self.secret = secret
        self.staff = staff
        self.due = due
    }

    package static let table = Table<SignIn>("staff_session") { table in
        let id = table.column("id", \.id)
        let secret = table.column("secret", \.secret)
        let staff = table.column("staff", \.staff)
        let due = table.column("due", \.due)
        return { row in SignIn(id: try row[id], secret: try row[secret], staff: try row[staff], due: try row[due]) }
    }
}
