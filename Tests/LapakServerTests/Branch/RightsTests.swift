import Foundation
import HTTPTypes
import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakServer

/// What the table in docs/rights.md says, what the router answers, and what pages show are the same.
@Suite("Rights of staff") struct RightsTests {
    /// Every role, and a browser in which nobody is signed in.
    static let readers = Staff.Role.allCases.map { Optional($0) } + [nil]

    @Test func `docs/rights.md is the router's own table`() async throws {
        let table = RightsTable(TestRouter(try await TestApp.make()).routes).text
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardizedFileURL
        let file = root.appending(path: "docs/rights.md")
        if ProcessInfo.processInfo.environment["LAPAK_WRITE_RIGHTS"] != nil {
            try table.write(to: file, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: file, encoding: .utf8)
        let (expected, found) = (table.split(separator: "\n"), written.split(separator: "\n"))
        for line in expected where !found.contains(line) { Issue.record("docs/rights.md lacks: \(line) (see make rights)") }
        for line in found where !expected.contains(line) { Issue.record("only docs/rights.md says: \(line) (see make rights)") }
        #expect(table == written)
    }

    @Test(arguments: readers) func `every staff route lets in who has the right, and nobody else`(reader: Staff.Role?) async throws {
        let test = try await TestApp.make()
        let router = TestRouter(test)
        let session = if let reader { try await test.signIn(reader, 1).session } else { String?.none }
        var asked = 0
        for route in router.routes {
            guard let right = route.right else { continue }
            asked += 1
            let before = router.turnedAway
            let answer = try await router.ask(route.method, route.example, as: session)
            let said: Comment = "\(route.method) \(route.path) answers \(answer.status)"
            if let reader, reader.rights.contains(right) {
                #expect(router.turnedAway == before && !answer.leadsToSignIn && answer.status < 500, said)
            } else if reader != nil {
                #expect(router.turnedAway == before + 1 && [403, 404].contains(answer.status), said)
            } else {
                #expect(answer.leadsToSignIn || answer.status == 403, said)
            }
        }
        #expect(asked > 60)
    }

    @Test(arguments: Staff.Role.allCases) func `no page shows a way or a form that its reader may not use`(role: Staff.Role) async throws {
        let busy = try await BusyBranch.make(reader: role)
        let router = busy.router
        var (pages, ways) = (0, 0)
        for route in router.routes where route.method == .get {
            guard let right = route.right, role.rights.contains(right) else { continue }
            for address in busy.addresses(of: route) {
                let answer = try await router.ask(.get, address, as: busy.session)
                guard answer.status == 200, answer.body.contains("<html") else { continue }
                pages += 1
                for way in PageWay.all(in: answer.body) {
                    ways += 1
                    guard let led = way.route(among: router.routes) else {
                        Issue.record("\(address) leads nowhere: \(way.method) \(way.path)")
                        continue
                    }
                    #expect(led.right.map { role.rights.contains($0) } ?? true, "\(address) shows \(way.method) \(way.path)")
                }
            }
        }
        #expect(pages > role.rights.count / 2 && ways > pages, "too little was seen to mean anything")
    }

    @Test func `after signing in everybody comes to a page that is theirs`() {
        for role in Staff.Role.allCases {
            #expect(Desk.ways.contains { $0.path == Desk.home(of: role) && role.rights.contains($0.right) })
        }
    }
}
