import LapakDomain

extension SQLConnection {
    /// Inserts many rows with few statements. `conflict` follows the values: what happens to a row that is already there.
    /// Answers how many rows were written.
    @discardableResult func load<R: Record>(_ records: some Collection<R>, onConflict conflict: String) throws -> Int {
        var rest = records[...]
        var written = 0
        for power in powers(of: records.count, atMost: 64) {
            let some = rest.prefix(1 << power)
            rest = rest.dropFirst(1 << power)
            written += try execute("\(R.table.statements.insert(power: power)) ON CONFLICT \(conflict)", some.flatMap(\.values))
        }
        return written
    }
}
