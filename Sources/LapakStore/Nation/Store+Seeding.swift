package import LapakDomain

// Filling an empty database: the nation and its members, past the commit queue and without the journal.
extension Store {
    /// Members written in one transaction.
    static let membersPerTransaction = 2000

    /// Loads regional offices, branches, holidays and staff, all or nothing. What is there already stays as people left it.
    /// Answers how many rows were new.
    @discardableResult package func seed(
        regions: [Region], branches: [Branch], holidays: [Holiday], staff: [Staff]
    ) async throws -> Int {
        try await maintain { connection in
            try connection.load(regions, onConflict: "DO NOTHING") + connection.load(branches, onConflict: "DO NOTHING")
                + connection.load(holidays, onConflict: "DO NOTHING") + connection.load(staff, onConflict: "DO NOTHING")
        }
    }

    /// Loads members, some thousand a transaction, so that an interrupted run can simply be started again. Members with the
    /// same id are brought to what is given here: stories that count days back from today stay true.
    /// `progress` gets the number of members so far. Answers how many there were.
    @discardableResult package func seed(members: some Sequence<Member>, progress: (Int) -> Void = { _ in }) async throws -> Int {
        var chunk: [Member] = []
        var count = 0
        chunk.reserveCapacity(Store.membersPerTransaction)
        for member in members {
            chunk.append(member)
            guard chunk.count == Store.membersPerTransaction else { continue }
            count += try await keep(chunk)
            chunk.removeAll(keepingCapacity: true)
            progress(count)
        }
        count += try await keep(chunk)
        progress(count)
        return count
    }

    private func keep(_ members: [Member]) async throws -> Int {
        _ = try await maintain { connection in
            try connection.load(
                members,
                onConflict: """
                    (id) DO UPDATE SET nik = excluded.nik, name = excluded.name, birth = excluded.birth, mother = excluded.mother, \
                    memberships = excluded.memberships, partials = excluded.partials
                    """)
        }
        return members.count
    }
}
