import HTTPTypes
import LapakDomain

@testable import LapakServer

/// docs/rights.md as it follows from the router and from what each role may.
struct RightsTable {
    let routes: [Route]

    /// What has a right, and everything else under the staff's address: a page that is open there must be meant to be.
    init(_ all: [Route]) {
        routes = all.filter { $0.right != nil || $0.path == "/kantor" || $0.path.hasPrefix("/kantor/") }
            .sorted { ($0.path, $0.method.rawValue) < ($1.path, $1.method.rawValue) }
    }

    var text: String {
        """
        # Rights of staff

        Who may ask for what, as `Staff.Role.rights` says (Sources/LapakDomain/People/; each right is explained in Right.swift).
        This file is made from the router: `make rights` writes it anew, and a test fails where it differs. Why it is so: decision 15.

        A right that is missing is refused before the route's handler runs. Where a right counts is the role's scope: officers and
        managers at their own branch, national operations at every branch. What depends on the object (a document on another desk, a
        visit of another branch) is refused by the handler, also to those who have the right.

        ## Routes

        A route that needs nothing is open to everybody: signing in and out, and a script that knows nobody.

        \(Self.table(["method", "route", "needs"], routes.map { (Self.cells(of: $0), $0.right) }))

        ## Rights

        Those that no route above names are asked by a page about a part of it.

        \(Self.table(["right"], Right.allCases.map { (["`\($0)`"], $0) }))

        """
    }

    private static func cells(of route: Route) -> [String] {
        ["\(route.method)", "`\(route.path)`", route.right.map { "`\($0)`" } ?? "–"]
    }

    /// One column for every role; what needs no right is everybody's.
    private static func table(_ heads: [String], _ rows: [(cells: [String], right: Right?)]) -> String {
        let roles = Staff.Role.allCases
        let lines =
            [heads + roles.map { "\($0)" }, Array(repeating: "---", count: heads.count + roles.count)]
            + rows.map { row in row.cells + roles.map { role in row.right.map { role.rights.contains($0) } ?? true ? "yes" : "no" } }
        return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    }
}
