package import LapakDomain

extension Upload: Record {
    package static let table = Table<Upload>("upload") { table in
        let id = table.column("id", \.id)
        let claim = table.column("claim", \.claim)
        let paper = table.column("paper", \.paper)
        let length = table.column("length", \.length)
        let offset = table.column("received", \.offset)
        let name = table.column("name", \.name)
        let declared = table.column("declared", \.declared)
        let phase = table.column("phase", \.phase)
        let begun = table.column("begun", \.begun)
        let due = table.column("due", \.due)
        let sha256 = table.column("sha256", \.sha256)
        let metadata = table.column("metadata", \.metadata)
        return { row in
            Upload(
                id: try row[id], claim: try row[claim], paper: try row[paper], length: try row[length], offset: try row[offset],
                name: try row[name], declared: try row[declared], metadata: try row[metadata], phase: try row[phase],
                begun: try row[begun], due: try row[due], sha256: try row[sha256])
        }
    }
}
