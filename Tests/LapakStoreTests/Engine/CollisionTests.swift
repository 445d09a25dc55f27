import LapakDomain
import Testing

@testable import LapakStore

@Suite struct CollisionTests {
    /// Two statements, and the constraint that the second one violates.
    private static let collisions: [(first: String, second: String, constraint: String)] = [
        ("INSERT INTO region (id, name) VALUES (1, 'a')", "INSERT INTO region (id, name) VALUES (1, 'b')", "region_pkey"),
        ("INSERT INTO budget VALUES ('a', 1, 1)", "INSERT INTO budget VALUES ('a', 2, 2)", "budget_pkey"),
        (
            "INSERT INTO staff (id, username, name, role, password) VALUES (1, 'a', '', '', '')",
            "INSERT INTO staff (id, username, name, role, password) VALUES (2, 'a', '', '', '')", "staff_username_key"
        ),
        (
            "INSERT INTO booth (id, branch, number, body) VALUES (1, 1, 1, '')",
            "INSERT INTO booth (id, branch, number, body) VALUES (2, 1, 1, '')", "booth_branch_number_key"
        ),
        (
            """
            INSERT INTO officer_session (id, staff, branch, live, seats, opened, seen, body) VALUES (1, 1, 1, 1, 1, 1, 1, '')
            """,
            """
            INSERT INTO officer_session (id, staff, branch, live, seats, opened, seen, body) VALUES (2, 1, 1, 2, 1, 1, 1, '')
            """, "officer_session_live"
        ),
    ]

    @Test(arguments: Databases.all) func `a collision names its constraint, the same on every database`(database: Databases) async throws {
        try await database.open { store, _ in
            for collision in Self.collisions {
                try await store.run(collision.first)
                let trouble = await #expect(throws: DatabaseTrouble.self) { try await store.run(collision.second) }
                #expect(trouble?.kind == .unique)
                #expect(trouble?.constraint == collision.constraint)
            }
        }
    }

    @Test(arguments: Databases.all) func `an index on an expression is named, too`(database: Databases) async throws {
        try await database.open { store, _ in
            try await store.run("CREATE UNIQUE INDEX region_word ON region (lower(name))")
            try await store.run("INSERT INTO region (id, name) VALUES (1, 'Siak')")
            let trouble = await #expect(throws: DatabaseTrouble.self) { try await store.run("INSERT INTO region VALUES (2, 'SIAK')") }
            #expect(trouble?.constraint == "region_word")
        }
    }

    @Test(arguments: Databases.all) func `other trouble names no constraint`(database: Databases) async throws {
        try await database.open { store, _ in
            let trouble = await #expect(throws: DatabaseTrouble.self) { try await store.run("INSERT INTO region (id) VALUES (1)") }
            #expect(trouble?.kind == .check)
            #expect(trouble?.constraint == nil)
        }
    }

    @Test func `what a collision means is found by its name alone`() {
        func told(_ constraint: String?) -> DatabaseTrouble { DatabaseTrouble(.unique, "number seat booth claim", constraint: constraint) }
        #expect(Claim.table.refusal(of: told("claim_live")) == .liveClaim)
        #expect(Claim.table.refusal(of: told("claim_number")) == nil)
        #expect(Claim.table.refusal(of: told(Claim.table.keyConstraint)) == nil)
        #expect(Interview.table.refusal(of: told("interview_live")) == .interviewRunning)
        #expect(Interview.table.refusal(of: told("interview_seat")) == nil)
        #expect(WalkIn.table.refusal(of: told("walk_in_claim")) == .liveClaim)
        #expect(WalkIn.table.refusal(of: told("walk_in_branch_day_number_key")) == nil)
        #expect(Booking.table.refusal(of: told(nil)) == nil)
    }
}
