package import LapakDomain

extension Staff: Record {
    package static let table = Table<Staff>("staff") { table in
        let id = table.column("id", \.id)
        let username = table.column("username", \.username)
        let name = table.column("name", \.name)
        let role = table.column("role", \.role)
        let branch = table.column("branch", \.branch)
        let password = table.column("password", \.password)
        table.unique("staff_username_key")
        return { row in
            Staff(
                id: try row[id], username: try row[username], name: try row[name], role: try row[role], branch: try row[branch],
                password: try row[password])
        }
    }
}
