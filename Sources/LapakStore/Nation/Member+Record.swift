package import LapakDomain

extension Member: Record {
    package static let table = Table<Member>("member") { table in
        let id = table.column("id", \.id)
        let nik = table.column("nik", \.nik)
        let name = table.column("name", \.name)
        let birth = table.column("birth", \.birth)
        let mother = table.column("mother", \.mother)
        let memberships = table.json("memberships", \.memberships)
        let partials = table.json("partials", \.partials)
        table.unique("member_nik_key")
        return { row in
            Member(
                id: try row[id], nik: try row[nik], name: try row[name], birth: try row[birth], mother: try row[mother],
                memberships: try row[memberships], partials: try row[partials])
        }
    }
}
