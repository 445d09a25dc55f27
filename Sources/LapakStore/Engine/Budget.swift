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
    /// Uses one of `most` in `window`; answers how many are used now. Refuses with `spent` when none is left, until the window is over.
    @discardableResult package func spend(_ name: String, most: Int, per window: Span) throws -> Int {
        var budget = try find(Budget.self, name) ?? Budget(name: name, used: 0, until: now + window)
        if now >= budget.until { budget = Budget(name: name, used: 0, until: now + window) }
        guard budget.used < most else { throw Refusal.spent(until: budget.until) }
        budget.used += 1
        upsert(budget)
        return budget.used
    }

    /// Gives back one that was used, where it turned out not to count.
    package func payBack(_ name: String) throws {
        guard var budget = try find(Budget.self, name), budget.used > 0 else { return }
        budget.used -= 1
        update(budget)
    }

    /// What was spent of a budget is there again: the right answer came.
    package func refund(_ name: String) throws {
        guard var budget = try find(Budget.self, name) else { return }
        budget.used = 0
        update(budget)
    }
}
