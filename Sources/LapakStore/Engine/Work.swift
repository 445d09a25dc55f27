package import LapakDomain

/// What one change sees and leaves: values in, next values and events out, all kept in one transaction or not at all.
///
/// Whatever is asked sees what was changed before it, by earlier changes of the same batch and by this one.
package final class Work {
    private let connection: any SQLConnection
    private var caches: [ObjectIdentifier: any AnyRowCache] = [:]
    /// The order in which tables are written: the order of first use, so that two batches of one kind agree.
    private var order: [any AnyRowCache] = []
    private var entries: [JournalEntry] = []
    private var noted: [JournalEntry] = []
    /// The current job wrote something before its end, behind a savepoint.
    private var isAhead = false

    /// In what the current job happens.
    private(set) var context = Context.bookkeeping
    private var drawnQuiet: Span?

    /// How long places that the current change gives back stay quiet: drawn once for all of them.
    var quiet: Span {
        let quiet = drawnQuiet ?? context.fresh.quiet(policy)
        drawnQuiet = quiet
        return quiet
    }

    init(_ connection: any SQLConnection) { self.connection = connection }

    /// A job begins; the former one was kept or dropped.
    func begin(in context: Context) { (self.context, drawnQuiet) = (context, nil) }

    /// The change found out who does it: whoever proved a claim or a registration, or decided what is settled now.
    package func act(as author: Author) { context = Context(at: context.now, by: author, in: context.nation, fresh: context.fresh) }

    package func find<R: Record>(_ type: R.Type, _ key: any SQLEncodable) throws -> R? { try cache(type).find(key.sql) }

    /// A row that the change only takes into account and never updates: not locked, so that nobody waits for it.
    package func glance<R: Record>(_ type: R.Type, _ key: any SQLEncodable) throws -> Glance<R>? {
        try cache(type).glance(at: key.sql).map { Glance(value: $0) }
    }

    /// The same where its absence is our own mistake or a stale link: refuses with `notFound`.
    package func get<R: Record>(_ type: R.Type, _ key: any SQLEncodable) throws -> R {
        guard let record = try find(type, key) else { throw Refusal.notFound }
        return record
    }

    /// Loads many rows with few statements, for a change that will ask for each of them.
    package func load<R: Record>(_ type: R.Type, _ keys: some Sequence<any SQLEncodable>) throws {
        try prefetch(type, Set(keys.map { $0.sql }))
    }

    /// Holds a row until the end, so that nobody else changes what it guards; it need not exist.
    package func lock<R: Record>(_ type: R.Type, _ key: any SQLEncodable) throws { _ = try find(type, key) }

    /// Keeps a new row. The change fails with unique trouble, named by the constraint, when a row of that key is there already.
    package func insert<R: Record>(_ record: R) { cache(R.self).insert(record) }

    /// Keeps the next value of a row that was found or inserted before; a glance is not enough. The change fails otherwise.
    package func update<R: Record>(_ record: R) { cache(R.self).update(record) }

    /// Keeps a row whether it is there or not. Without a look before, whatever stands there is overwritten; after one, a row that
    /// another process made meanwhile is not: the change is done again.
    package func upsert<R: Record>(_ record: R) { cache(R.self).upsert(record) }

    /// Writes into the journal what happened, in the same transaction: done by the change's author unless another one is named.
    package func note(_ events: Event?..., by author: Author? = nil) {
        for case let event? in events { entries.append(JournalEntry(event: event, author: author ?? self.author, at: now)) }
    }

    /// Rows of a question that no key answers: lists, counts, the next in line. Asking before the first change is cheaper: after it,
    /// a savepoint is needed.
    package func query(_ sql: String, _ arguments: any SQLEncodable...) throws -> [Row] {
        try query(sql, arguments.map { $0.sql })
    }

    /// The same with as many arguments as the question has.
    func query(_ sql: String, _ arguments: [SQLValue]) throws -> [Row] {
        try flush()
        if !order.allSatisfy({ $0.isClean }) {
            if !isAhead { try connection.execute("SAVEPOINT ahead", []) }
            isAhead = true
            for cache in order { try cache.flushOwn() }
        }
        return try connection.query(sql, arguments)
    }

    private func cache<R: Record>(_ type: R.Type) -> RowCache<R> {
        if let cache = caches[ObjectIdentifier(type)] as? RowCache<R> { return cache }
        let cache = RowCache<R>(connection)
        caches[ObjectIdentifier(type)] = cache
        order.append(cache)
        return cache
    }
}

// For the commit queue.
extension Work {
    func prefetch(_ needs: [Need]) throws {
        var keys: [ObjectIdentifier: (changing: Set<SQLValue>, glancing: Set<SQLValue>)] = [:]
        var types: [any Record.Type] = []
        for need in needs {
            let id = ObjectIdentifier(need.type)
            if keys[id] == nil { types.append(need.type) }
            if need.glancing {
                keys[id, default: ([], [])].glancing.insert(need.key)
            } else {
                keys[id, default: ([], [])].changing.insert(need.key)
            }
        }
        for type in types {
            let keys = keys[ObjectIdentifier(type)] ?? ([], [])
            try prefetch(type, keys.changing)
            try glance(type, keys.glancing)
        }
    }

    private func glance<R: Record>(_ type: R.Type, _ keys: Set<SQLValue>) throws { try cache(type).glance(keys) }

    private func prefetch<R: Record>(_ type: R.Type, _ keys: Set<SQLValue>) throws { try cache(type).prefetch(keys) }

    /// The job succeeded. Throws when one of its changes cannot be kept.
    func keep() throws {
        for cache in order { try cache.keep() }
        if isAhead { try connection.execute("RELEASE SAVEPOINT ahead", []) }
        isAhead = false
        noted += entries
        entries.removeAll(keepingCapacity: true)
    }

    /// The job refused: nothing of it remains.
    func drop() throws {
        for cache in order { cache.drop() }
        if isAhead {
            try connection.execute("ROLLBACK TO SAVEPOINT ahead", [])
            try connection.execute("RELEASE SAVEPOINT ahead", [])
            // PostgreSQL gives up the locks that were taken since.
            for cache in order { cache.forget() }
        }
        isAhead = false
        entries.removeAll(keepingCapacity: true)
    }

    func flush() throws { for cache in order { try cache.flush() } }

    /// Writes the journal last: its head is the one row that every batch of every process wants, held as shortly as can be.
    func writeJournal() throws -> [Journal.Line] { noted.isEmpty ? [] : try Journal.append(noted, connection) }
}

/// A row that was looked at without a lock: it can be read, and is no record that could be updated.
@dynamicMemberLookup package struct Glance<R: Record>: Sendable {
    /// The row itself, for a rule that wants it whole.
    package let value: R
    /// One property of the row.
    package subscript<Value>(dynamicMember path: KeyPath<R, Value>) -> Value { value[keyPath: path] }
}

/// A row that a change will ask for, named before it runs, so that a whole batch is loaded with one statement a table.
package struct Need: Sendable {
    let type: any Record.Type
    let key: SQLValue
    let glancing: Bool
    package static func row<R: Record>(_ type: R.Type, _ key: any SQLEncodable) -> Need {
        Need(type: type, key: key.sql, glancing: false)
    }
    /// A row that it will only glance at.
    package static func glance<R: Record>(_ type: R.Type, _ key: any SQLEncodable) -> Need {
        Need(type: type, key: key.sql, glancing: true)
    }
}
