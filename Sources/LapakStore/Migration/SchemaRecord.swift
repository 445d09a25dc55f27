/// Which steps a database has seen: its table `migration`.
struct SchemaRecord {
    static let table = "CREATE TABLE migration (number BIGINT PRIMARY KEY, sha256 TEXT)"

    private let columns: [String]
    private let rows: [(number: Int, sha256: String?)]

    /// Only looks: also for a role that may change nothing.
    init(_ connection: any SQLConnection) throws {
        columns = try connection.query(connection.dialect.columns, "migration").map { try $0.text(0) }
        let hash = columns.contains("sha256") ? "sha256" : "NULL"
        rows =
            columns.isEmpty
            ? []
            : try connection.query("SELECT number, \(hash) AS sha256 FROM migration ORDER BY number").map {
                (number: Int(try $0.int(0)), sha256: try $0["sha256"])
            }
    }

    var isThere: Bool { !columns.isEmpty }
    /// False for a database that was made before hashes were kept.
    var hasHashes: Bool { columns.contains("sha256") }

    /// How many of `steps` were done. Throws when the tables are not what these steps make.
    func done(of steps: [SchemaStep]) throws(SchemaTrouble) -> Int {
        if let newest = rows.last?.number, newest > steps.count { throw .newer(tables: newest, program: steps.count) }
        for (row, step) in zip(rows, steps) {
            guard row.number == step.number else { throw .skipped(step: step.title) }
            guard !hasHashes || row.sha256 == step.sha256 else { throw .changed(step: step.title) }
        }
        return rows.count
    }
}

extension Dialect {
    /// The columns of a table that is named by the one argument; none when it does not exist.
    fileprivate var columns: String {
        switch self {
        case .sqlite: "SELECT name FROM pragma_table_info($1)"
        case .postgres:
            "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1"
        }
    }
}
