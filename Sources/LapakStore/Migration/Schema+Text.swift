import Foundation

extension Schema {
    /// Today's whole schema as one text of SQL, as all steps together make it: tables by name, each with its comment and its indexes.
    package static func text(for dialect: Dialect) async throws -> String {
        let store = try Store.open("sqlite::memory:")
        // SQLite takes either type of identity column, and keeps the statement of every table with the columns that were added later.
        let rows = try await store.maintain { connection in
            try connection.execute(SchemaRecord.table)
            for step in steps {
                for statement in step.statements(identity: dialect.identity) { try connection.execute(statement) }
            }
            return try connection.query(
                "SELECT type, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY tbl_name, type DESC, name")
        }
        await store.close()
        let comments = comments()
        var text = "-- The tables of Lapak Asik on \(dialect.label) after step \(steps.last?.title ?? "0"), printed by `lapak schema`.\n"
        for row in rows {
            let (type, table, sql) = (try row.text(0), try row.text(1), try row.text(2))
            text += type == "table" ? "\n-- \(comments[table] ?? "")\n\(lines(of: sql, table: table))" : "\(sql);\n"
        }
        return text
    }

    /// What the steps say right above a table, by the table's name of today.
    private static func comments() -> [String: String] {
        var comments = ["migration": "The schema steps that were done, each with the SHA-256 of its file."]
        for step in steps {
            var said = ""
            for line in step.text.split(separator: "\n") {
                let words = line.split(separator: " ")
                if line.hasPrefix("CREATE TABLE ") { comments[String(words[2])] = said }
                if line.hasPrefix("ALTER TABLE "), words.count == 6, words[3] == "RENAME" {
                    comments[String(words[5].dropLast())] = comments.removeValue(forKey: String(words[2]))
                }
                said = line.hasPrefix("-- ") ? String(line.dropFirst(3)) : ""
            }
        }
        return comments
    }

    /// A table with one column or constraint a line.
    private static func lines(of sql: String, table: String) -> String {
        guard let open = sql.firstIndex(of: "("), let close = sql.lastIndex(of: ")") else { return "\(sql);\n" }
        var (parts, depth) = ([""], 0)
        for sign in sql[sql.index(after: open)..<close] {
            depth += sign == "(" ? 1 : sign == ")" ? -1 : 0
            if sign == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(sign) }
        }
        let columns = parts.map { "    " + $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        return "CREATE TABLE \(table) (\n\(columns.joined(separator: ",\n"))\n);\n"
    }
}

extension Dialect {
    /// As the products call themselves.
    fileprivate var label: String { self == .postgres ? "PostgreSQL" : "SQLite" }
}
