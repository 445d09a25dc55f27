import LapakDomain

/// The rows of one table that a batch has in hand: loaded once, changed in memory, written together.
///
/// A job's changes lie on top until it succeeds; what a refused job changed is simply dropped.
final class Shelf<R: Record>: AnyShelf {
    private let connection: any SQLConnection
    /// What earlier jobs of the batch left, or the database holds; nil is known to be absent.
    private var known: [SQLValue: R?] = [:]
    private var stored: Set<SQLValue> = []
    private var dirty: [SQLValue] = []
    private var dirtyKeys: Set<SQLValue> = []
    /// What was only looked at, without a lock: as fresh as this batch, and never the ground of a change to the same row.
    private var glanced: [SQLValue: R?] = [:]
    /// What the current job changed.
    private var changed: [SQLValue: R] = [:]
    private var order: [SQLValue] = []

    init(_ connection: any SQLConnection) { self.connection = connection }

    func prefetch(_ keys: Set<SQLValue>) throws {
        let missing = keys.filter { known[$0] == nil }
        try load(missing, locked: true) { key, record in
            known[key] = .some(record)
            stored.insert(key)
        }
        for key in missing where known[key] == nil { known[key] = .some(nil) }
    }

    func glance(_ keys: Set<SQLValue>) throws {
        let missing = keys.filter { known[$0] == nil && glanced[$0] == nil }
        try load(missing, locked: false) { glanced[$0] = .some($1) }
        for key in missing where glanced[key] == nil { glanced[key] = .some(nil) }
    }

    private func load(_ keys: Set<SQLValue>, locked: Bool, _ keep: (SQLValue, R) -> Void) throws {
        var rest = Array(keys)[...]
        for power in powers(of: keys.count, atMost: 64) {
            let some = Array(rest.prefix(1 << power))
            rest = rest.dropFirst(1 << power)
            for row in try connection.query(R.table.select(power: power, locked: locked ? connection.dialect : nil), some) {
                keep(row.values[0], try R(row: row))
            }
        }
    }

    /// The row as it looks now, without locking it: for what a rule only takes into account.
    func glance(at key: SQLValue) throws -> R? {
        if let record = changed[key] { return record }
        if let record = known[key] { return record }
        try glance([key])
        return glanced[key] ?? nil
    }

    func find(_ key: SQLValue) throws -> R? {
        if let record = changed[key] { return record }
        if known[key] == nil { try prefetch([key]) }
        return known[key] ?? nil
    }

    /// Keeps a new value or the next value of an old one. A key that was never asked for counts as new.
    func save(_ record: R) {
        let key = record.key
        if changed.updateValue(record, forKey: key) == nil { order.append(key) }
    }

    /// The job succeeded: its changes become the batch's.
    func keep() {
        guard !order.isEmpty else { return }
        for key in order {
            known[key] = .some(changed[key])
            if dirtyKeys.insert(key).inserted { dirty.append(key) }
        }
        drop()
    }

    func drop() {
        guard !order.isEmpty else { return }
        changed.removeAll(keepingCapacity: true)
        order.removeAll(keepingCapacity: true)
    }

    var isClean: Bool { order.isEmpty }

    /// Writes what the batch changed: new rows together, changed rows together.
    func flush() throws {
        guard !dirty.isEmpty else { return }
        let changes = dirty.compactMap { known[$0] ?? nil }
        dirty.removeAll(keepingCapacity: true)
        dirtyKeys.removeAll(keepingCapacity: true)
        do {
            try write(changes.filter { stored.contains($0.key) }, R.table.update, exactly: true)
            try write(changes.filter { !stored.contains($0.key) }, R.table.insert, exactly: false)
        } catch let trouble as DatabaseTrouble where trouble.kind == .unique {
            throw Collision(trouble: trouble, refusal: R.refusal(of: trouble))
        }
        stored.formUnion(changes.lazy.map { $0.key })
    }

    private func write(_ records: [R], _ statement: (Int) -> String, exactly: Bool) throws {
        var rest = records[...]
        for power in powers(of: records.count, atMost: connection.dialect.rowsPerStatement) {
            let some = rest.prefix(1 << power)
            rest = rest.dropFirst(1 << power)
            let count = try connection.execute(statement(power), some.flatMap { $0.values })
            if exactly, count != some.count { throw DatabaseTrouble(.serialization, "\(R.table.name): a row vanished") }
        }
    }
}

/// A shelf whose kind of record does not matter.
protocol AnyShelf: AnyObject {
    func prefetch(_ keys: Set<SQLValue>) throws
    func glance(_ keys: Set<SQLValue>) throws
    func keep()
    func drop()
    func flush() throws
    var isClean: Bool { get }
}

/// Two rows wanted the same unique place. With one job in the batch it is that job's refusal.
struct Collision: Error {
    let trouble: DatabaseTrouble
    let refusal: Refusal?
}
