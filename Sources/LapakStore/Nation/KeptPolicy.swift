package import LapakDomain

/// What the agency decided, as it is kept: one row, without which the national defaults hold.
struct KeptPolicy: Record {
    let policy: Policy
    static let id: Int64 = 0
    init(_ policy: Policy) { self.policy = policy }

    static let table = Table<KeptPolicy>("policy") { table in
        table.derived("id") { _ in KeptPolicy.id }
        let policy = table.json("body", \.policy)
        return { row in KeptPolicy(try row[policy]) }
    }
}

extension Work {
    /// What the agency decides from now on; a running server takes it with its next start.
    package func change(policy: Policy) throws {
        upsert(KeptPolicy(policy))
        note(.operations(.policyChanged), by: .operations)
    }

    /// The same from what is kept at this moment, so that two operators who change different numbers both keep theirs.
    package func change(policy next: (Policy) throws -> Policy) throws {
        try change(policy: next(try find(KeptPolicy.self, KeptPolicy.id)?.policy ?? Policy()))
    }

    /// Puts other rows in place of a rule version's checklist. Claims that were filed keep theirs. Refuses with `invalid` an empty
    /// table and a row without papers.
    package func change(checklist rows: [Requirement], of version: RuleVersion) throws {
        guard !rows.isEmpty, rows.allSatisfy({ !$0.papers.isEmpty }) else {
            throw Refusal.invalid(
                field: "checklist",
                Words(
                    "Daftar persyaratan kosong, atau satu barisnya tanpa dokumen.", "The checklist is empty, or a row of it names no paper."
                ))
        }
        var policy = try find(KeptPolicy.self, KeptPolicy.id)?.policy ?? Policy()
        policy.checklists[version] = rows
        upsert(KeptPolicy(policy))
        note(.operations(.checklistChanged(version: version, rows: rows.count)), by: .operations)
    }
}
