package import LapakDomain

extension Document: Record {
    package static let table = Table<Document>("document") { table in
        let id = table.column("id", \.id)
        let claim = table.column("claim", \.claim)
        let paper = table.column("paper", \.paper)
        let version = table.column("version", \.version)
        let kind = table.column("kind", \.kind)
        let bytes = table.column("bytes", \.bytes)
        let sha256 = table.column("sha256", \.sha256)
        let pages = table.column("pages", \.pages)
        let hints = table.json("hints") { $0.hints.sorted { $0.rawValue < $1.rawValue } }
        let received = table.column("received", \.received)
        let phase = table.column("phase", \.phase)
        let fault = table.optionalJSON("fault", \.fault)
        let reason = table.column("reason", \.reason)
        let note = table.column("note", \.note)
        let staff = table.column("staff", \.lease?.staff)
        let until = table.column("until", \.lease?.until)
        table.unique("document_claim_paper_version_key")
        return { row in
            var lease: Lease?
            if let staff = try row[staff], let until = try row[until] { lease = Lease(staff: staff, until: until) }
            return Document(
                id: try row[id], claim: try row[claim], paper: try row[paper], version: try row[version], kind: try row[kind],
                bytes: try row[bytes], sha256: try row[sha256], pages: try row[pages], hints: Set(try row[hints]),
                received: try row[received], phase: try row[phase], fault: try row[fault], reason: try row[reason],
                note: try row[note], lease: lease)
        }
    }
}
