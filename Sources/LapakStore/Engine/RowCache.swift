import LapakDomain

/// The rows of one table that a batch has in hand: loaded once, changed in memory, written together.
///
/// A job's changes lie on top until it succeeds; what a refused job changed is simply dropped.
final class RowCache<R: Record>: AnyRowCache {
    /// How a row that was changed is written.
    private enum Way { case insert, update, upsert }

    private let connection: any SQLConnection
    /// What earlier jobs of the batch left, or the database holds; nil is known to be absent.
    private var known: [SQLValue: R?] = [:]
    /// What earlier jobs changed and is not written yet.
    private var dirty: [SQLValue] = []
    private var ways: [SQLValue: Way] = [:]
    /// What was only looked at, without a lock: as fresh as this batch, and never the ground of a change to the same row.
    private var glanced: [SQLValue: R?] = [:]
    /// What the current job changed.
    private var changed: [SQLValue: (record: R, way: Way)] = [:]
    private var order: [SQLValue] = []
    /// What the current job changed and a question of its own already wrote, behind the savepoint.
    private var written: [SQLValue: R] = [:]
    /// Why the current job cannot be kept.
    private var fault: (any Error)?

    init(_ connection: any SQLConnection) { self.connection = connection }

    func prefetch(_ keys: Set<SQLValue>) throws {
        let missing = keys.filter { known[$0] == nil }
        try load(missing, locked: true) { known[$0] = .some($1) }
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
            let statement = R.table.statements.select(power: power, locked: locked ? connection.dialect : nil)
            for row in try connection.query(statement, some) { keep(row.values[0], try R(row: row)) }
        }
    }

    /// The row as it looks now, without locking it: for what a rule only takes into account.
    func glance(at key: SQLValue) throws -> R? {
        if let record = own(key) { return record }
        if let record = known[key] { return record }
        try glance([key])
        return glanced[key] ?? nil
    }

    func find(_ key: SQLValue) throws -> R? {
        if let record = own(key) { return record }
        if known[key] == nil { try prefetch([key]) }
        return known[key] ?? nil
    }

    private func own(_ key: SQLValue) -> R? { changed[key]?.record ?? written[key] }
    private func isInHand(_ key: SQLValue) -> Bool { own(key) != nil || (known[key] ?? nil) != nil }

    /// A row that must not be there. The job fails with the key's constraint when it is; if only the database knows, when it is
    /// written.
    func insert(_ record: R) {
        let key = record.key
        if isInHand(key) {
            let trouble = DatabaseTrouble(.unique, "\(R.table.name): the row is there already", constraint: R.table.keyConstraint)
            fault = fault ?? Collision(trouble: trouble, refusal: R.table.refusal(of: trouble))
        } else {
            change(record, key, .insert)
        }
    }

    /// The next value of a row that was found, or made, by this job or another of the batch. The job fails otherwise.
    func update(_ record: R) {
        let key = record.key
        if isInHand(key) {
            change(record, key, .update)
        } else {
            fault = fault ?? DatabaseTrouble(.other, "\(R.table.name): a row is updated that was not found first")
        }
    }

    /// The next value of a row, whether it is there or not. What was not looked for is written without a look.
    func upsert(_ record: R) {
        let key = record.key
        let way: Way = isInHand(key) ? .update : known[key] == nil ? .upsert : .insert
        change(record, key, way)
    }

    private func change(_ record: R, _ key: SQLValue, _ way: Way) {
        guard let former = changed.updateValue((record, way), forKey: key) else { return order.append(key) }
        changed[key]?.way = former.way
    }

    /// The job succeeded: its changes become the batch's. Throws what its changes were refused with.
    func keep() throws {
        if let fault { throw fault }
        guard !isClean || !written.isEmpty else { return }
        for (key, record) in written { known[key] = .some(record) }
        for key in order {
            guard let change = changed[key] else { continue }
            known[key] = .some(change.record)
            // A row that an earlier job made, and nobody wrote yet, is still to be made.
            if ways[key] == nil {
                ways[key] = change.way
                dirty.append(key)
            }
        }
        drop()
    }

    func drop() {
        fault = nil
        if !written.isEmpty { written.removeAll() }
        guard !order.isEmpty else { return }
        changed.removeAll(keepingCapacity: true)
        order.removeAll(keepingCapacity: true)
    }

    var isClean: Bool { order.isEmpty }

    /// The database gave up what it held for this batch: nothing in hand is certain any more. Only when nothing waits to be written.
    func forget() {
        known.removeAll(keepingCapacity: true)
        glanced.removeAll(keepingCapacity: true)
    }

    /// Writes what the batch changed: new rows together, changed rows together.
    func flush() throws {
        guard !dirty.isEmpty else { return }
        let changes = dirty.compactMap { key in (known[key] ?? nil).map { ($0, ways[key] ?? .upsert) } }
        dirty.removeAll(keepingCapacity: true)
        ways.removeAll(keepingCapacity: true)
        try write(changes)
    }

    /// Writes what the current job changed, so that its next question sees it.
    func flushOwn() throws {
        if let fault { throw fault }
        guard !order.isEmpty else { return }
        let changes = order.compactMap { changed[$0] }
        for (record, _) in changes { written[record.key] = record }
        changed.removeAll(keepingCapacity: true)
        order.removeAll(keepingCapacity: true)
        try write(changes.map { ($0.record, $0.way) })
    }

    private func write(_ changes: [(record: R, way: Way)]) throws {
        do {
            let statements = R.table.statements
            try write(changes.filter { $0.way == .update }, statements.update, exactly: true)
            try write(changes.filter { $0.way == .insert }, statements.insert, exactly: false)
            try write(changes.filter { $0.way == .upsert }, statements.upsert, exactly: false)
        } catch let trouble as DatabaseTrouble where trouble.kind == .unique {
            throw Collision(trouble: trouble, refusal: R.table.refusal(of: trouble))
        }
    }

    private func write(_ changes: [(record: R, way: Way)], _ statement: (Int) -> String, exactly: Bool) throws {
        var rest = changes[...]
        for power in powers(of: changes.count, atMost: connection.dialect.rowsPerStatement) {
            let some = rest.prefix(1 << power)
            rest = rest.dropFirst(1 << power)
            let count = try connection.execute(statement(power), some.flatMap { $0.record.values })
            if exactly, count != some.count { throw DatabaseTrouble(.serialization, "\(R.table.name): a row vanished") }
        }
    }
}

/// A row cache whose kind of record does not matter.
protocol AnyRowCache: AnyObject {
    func prefetch(_ keys: Set<SQLValue>) throws
    func glance(_ keys: Set<SQLValue>) throws
    func keep() throws
    func drop()
    func forget()
    func flush() throws
    func flushOwn() throws
    var isClean: Bool { get }
}

/// Two rows wanted the same unique place. With one job in the batch it is that job's refusal.
struct Collision: Error {
    let trouble: DatabaseTrouble
    let refusal: Refusal?
}
