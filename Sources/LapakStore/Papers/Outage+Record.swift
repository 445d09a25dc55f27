package import LapakDomain

extension Outage: Record {
    package static let table = Table<Outage>("outage") { table in
        let id = table.column("id", \.id)
        let kind = table.column("kind", \.kind)
        let from = table.column("since", \.from)
        let until = table.column("until", \.until)
        return { row in Outage(id: try row[id], kind: try row[kind], from: try row[from], until: try row[until]) }
    }
}
