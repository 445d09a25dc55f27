import LapakDomain

/// How a row that was changed is written; in this order.
enum RowWay: CaseIterable { case update, insert, upsert }

/// One row that a batch has in hand: what it is, and what was made of it.
final class HeldRow<R: Record> {
    /// Whether the database was asked for it, under its lock, or an earlier job wrote it.
    var isKnown = false
    /// What earlier jobs of the batch left, or the database holds; nil is absent, where it is known.
    var record: R?
    /// Its columns as the database has them, where it was loaded and one row is written at a time.
    var stored: [SQLValue]?
    /// How it is to be written after earlier jobs changed it.
    var way: RowWay?
    /// What the current job made of it, and how that is to be written.
    var changed: R?
    var changedWay = RowWay.update
    /// What the current job already wrote, behind the savepoint.
    var written: R?

    /// As the current job made it.
    var own: R? { changed ?? written }
    var isInHand: Bool { changed != nil || written != nil || record != nil }
}

/// A row to be written.
struct RowChange<R: Record> {
    let held: HeldRow<R>
    let record: R
    let way: RowWay
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
