package import LapakDomain

/// How much of something that must be scarce (codes to one address, looks at one NIK) was used, until when.
package struct Budget: Record {
    package let name: String
    package var used: Int
    package var until: Instant
    package init(name: String, used: Int, until: Instant) {
        self.name = name
        self.used = used
        self.until = until
    }

    package static let table = Table<Budget>("budget") { table in
        let name = table.column("key", \.name)
        let used = table.column("used", \.used)
        let until = table.column("until", \.until)
        return { row in Budget(name: try row[name], used: try row[used], until: try row[until]) }
    }
}

extension Work {
    /// Uses one of `most` in `window`; refuses when none is left.
    package func spend(_ name: String, most: Int, per window: Span) throws {
        var budget = try find(Budget.self, name) ?? Budget(name: name, used: 0, until: now + window)
        if now >= budget.until { budget = Budget(name: name, used: 0, until: now + window) }
        guard budget.used < most else { throw Refusal.tooMany }
        budget.used += 1
        upsert(budget)
    }

    /// What was spent of a budget is there again: the right answer came.
    package func refund(_ name: String) throws {
        guard var budget = try find(Budget.self, name) else { return }
        budget.used = 0
        update(budget)
    }
}
