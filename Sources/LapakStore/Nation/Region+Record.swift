package import LapakDomain

extension Region: Record {
    package static let table = Table<Region>("region") { table in
        let id = table.column("id", \.id)
        let name = table.column("name", \.name)
        return { row in Region(id: try row[id], name: try row[name]) }
    }
}
