import LapakDomain

/// The rows of one table that a batch has in hand: loaded once, changed in memory, written together.
///
/// A job's changes lie on top until it succeeds; what a refused job changed is simply dropped.
final class RowCache<R: Record>: AnyRowCache {
    private let connection: any SQLConnection
    private var rows: [SQLValue: HeldRow<R>] = [:]
    /// What was only looked at, without a lock: as fresh as this batch, and never the ground of a change to the same row.
    private var glanced: [SQLValue: R?] = [:]
    /// What earlier jobs changed and is not written yet.
    private var dirty: [HeldRow<R>] = []
    /// What the current job changed.
    private var changed: [HeldRow<R>] = []
    /// What the current job changed and a question of its own already wrote, behind the savepoint.
    private var written: [HeldRow<R>] = []
    /// Why the current job cannot be kept.
    private var fault: (any Error)?

    init(_ connection: any SQLConnection) { self.connection = connection }

    func prefetch(_ keys: Set<SQLValue>) throws {
        let missing = keys.filter { rows[$0]?.isKnown != true }
        let isNarrow = connection.dialect.rowsPerStatement == 1
        try load(missing, locked: true) { row, record in
            let held = held(row.values[0])
            held.record = record
            if isNarrow { held.stored = row.values }
        }
        for key in missing { held(key).isKnown = true }
    }

    func glance(_ keys: Set<SQLValue>) throws {
        let missing = keys.filter { rows[$0]?.isKnown != true && glanced[$0] == nil }
        try load(missing, locked: false) { glanced[$0.values[0]] = .some($1) }
        for key in missing where glanced[key] == nil { glanced[key] = .some(nil) }
    }

    private func load(_ keys: Set<SQLValue>, locked: Bool, _ keep: (Row, R) -> Void) throws {
        var rest = Array(keys)[...]
        for power in powers(of: keys.count, atMost: 64) {
            let some = Array(rest.prefix(1 << power))
            rest = rest.dropFirst(1 << power)
            let statement = R.table.statements.select(power: power, locked: locked ? connection.dialect : nil)
            for row in try connection.query(statement, some) { keep(row, try R(row: row)) }
        }
    }

    private func held(_ key: SQLValue) -> HeldRow<R> {
        if let held = rows[key] { return held }
        let held = HeldRow<R>()
        rows[key] = held
        return held
    }

    /// The row as it looks now, without locking it: for what a rule only takes into account.
    func glance(at key: SQLValue) throws -> R? {
        if let held = rows[key] {
            if let own = held.own { return own }
            if held.isKnown { return held.record }
        }
        try glance([key])
        return glanced[key] ?? nil
    }

    func find(_ key: SQLValue) throws -> R? {
        if let own = rows[key]?.own { return own }
        if rows[key]?.isKnown != true { try prefetch([key]) }
        return rows[key]?.record
    }

    /// A row that must not be there. The job fails with the key's constraint when it is; if only the database knows, when it is
    /// written.
    func insert(_ record: R) {
        let held = held(record.key)
        if held.isInHand {
            let trouble = DatabaseTrouble(.unique, "\(R.table.name): the row is there already", constraint: R.table.keyConstraint)
            fault = fault ?? Collision(trouble: trouble, refusal: R.table.refusal(of: trouble))
        } else {
            change(held, record, .insert)
        }
    }

    /// The next value of a row that was found, or made, by this job or another of the batch. The job fails otherwise.
    func update(_ record: R) {
        let held = held(record.key)
        if held.isInHand {
            change(held, record, .update)
        } else {
            fault = fault ?? DatabaseTrouble(.other, "\(R.table.name): a row is updated that was not found first")
        }
    }

    /// The next value of a row, whether it is there or not. What was not looked for is written without a look.
    func upsert(_ record: R) {
        let held = held(record.key)
        change(held, record, held.isInHand ? .update : held.isKnown ? .insert : .upsert)
    }

    private func change(_ held: HeldRow<R>, _ record: R, _ way: RowWay) {
        if held.changed == nil {
            changed.append(held)
            held.changedWay = way
        }
        held.changed = record
    }

    /// The job succeeded: its changes become the batch's. Throws what its changes were refused with.
    func keep() throws {
        if let fault { throw fault }
        for held in written {
            held.record = held.written
            held.isKnown = true
            held.written = nil
        }
        written.removeAll(keepingCapacity: true)
        for held in changed {
            held.record = held.changed
            held.isKnown = true
            held.changed = nil
            // A row that an earlier job made, and nobody wrote yet, is still to be made.
            if held.way == nil {
                held.way = held.changedWay
                dirty.append(held)
            }
        }
        changed.removeAll(keepingCapacity: true)
    }

    func drop() {
        fault = nil
        for held in written { held.written = nil }
        written.removeAll(keepingCapacity: true)
        for held in changed { held.changed = nil }
        changed.removeAll(keepingCapacity: true)
    }

    var isClean: Bool { changed.isEmpty }

    /// The database gave up what it held for this batch: nothing in hand is certain any more. Only when nothing waits to be written.
    func forget() {
        rows.removeAll(keepingCapacity: true)
        glanced.removeAll(keepingCapacity: true)
    }

    /// Writes what the batch changed: new rows together, changed rows together.
    func flush() throws {
        guard !dirty.isEmpty else { return }
        let changes = dirty.compactMap { held in held.record.map { RowChange(held: held, record: $0, way: held.way ?? .upsert) } }
        for held in dirty { held.way = nil }
        dirty.removeAll(keepingCapacity: true)
        try write(changes)
    }

    /// Writes what the current job changed, so that its next question sees it.
    func flushOwn() throws {
        if let fault { throw fault }
        guard !changed.isEmpty else { return }
        let changes = changed.compactMap { held in held.changed.map { RowChange(held: held, record: $0, way: held.changedWay) } }
        for change in changes {
            if change.held.written == nil { written.append(change.held) }
            change.held.written = change.record
            change.held.changed = nil
        }
        changed.removeAll(keepingCapacity: true)
        try write(changes)
    }

    private func write(_ changes: [RowChange<R>]) throws {
        do {
            for way in RowWay.allCases {
                if connection.dialect.rowsPerStatement == 1 {
                    for change in changes where change.way == way { try write(change) }
                } else {
                    try write(changes.filter { $0.way == way }.map(\.record.values), way)
                }
            }
        } catch let trouble as DatabaseTrouble where trouble.kind == .unique {
            throw Collision(trouble: trouble, refusal: R.table.refusal(of: trouble))
        }
    }

    /// One row; of a row that was loaded only the columns that changed, so that the indexes of the others stay untouched.
    private func write(_ change: RowChange<R>) throws {
        let values = change.record.values
        guard change.way == .update, let former = change.held.stored else { return try write([values], change.way) }
        let columns = values.indices.filter { values[$0] != former[$0] }
        guard !columns.isEmpty else { return }
        let count = try connection.execute(R.table.statements.update(columns: columns), [values[0]] + columns.map { values[$0] })
        if count != 1 { throw vanished }
        change.held.stored = values
    }

    private func write(_ rows: [[SQLValue]], _ way: RowWay) throws {
        var rest = rows[...]
        for power in powers(of: rows.count, atMost: connection.dialect.rowsPerStatement) {
            let some = rest.prefix(1 << power)
            rest = rest.dropFirst(1 << power)
            let statement =
                switch way {
                case .update: R.table.statements.update(power: power)
                case .insert: R.table.statements.insert(power: power)
                case .upsert: R.table.statements.upsert(power: power)
                }
            let count = try connection.execute(statement, some.count == 1 ? some[some.startIndex] : some.flatMap(\.self))
            if way == .update, count != some.count { throw vanished }
        }
    }

    private var vanished: DatabaseTrouble { DatabaseTrouble(.serialization, "\(R.table.name): a row vanished") }
}
