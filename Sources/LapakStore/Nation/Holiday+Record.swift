package import LapakDomain

extension Holiday: Record {
    package static let table = Table<Holiday>("holiday") { table in
        let day = table.column("day", \.day)
        let name = table.column("name", \.name)
        let source = table.column("source", \.source)
        let confirmed = table.column("confirmed", \.confirmed)
        return { row in
            Holiday(day: try row[day], name: try row[name], source: try row[source], confirmed: try row[confirmed])
        }
    }
}
