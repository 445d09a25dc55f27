import HTTPTypes
import LapakDomain
import LapakGround
import LapakNation
import LapakStore

@testable import LapakDevelopment
@testable import LapakServer

/// A branch at work: papers, a session with somebody in it, people in line, a booth. So pages have something to show.
struct BusyBranch {
    let router: TestRouter
    let session: String
    /// What stands in the gaps of a route's pattern, and behind it.
    private let examples: [String: [String]]

    static func make(reader role: Staff.Role) async throws -> BusyBranch {
        let test = try await TestApp.make()
        let router = TestRouter(test)
        let (desk, session) = try await test.signIn(role, 1)
        let colleague = try await test.staff(2)
        let claim = try await test.book(Cast(on: Zone.wib.day(of: TestApp.moment)).siti)
        let documents = [try await test.send(.ktp, for: claim), try await test.send(.kartuPeserta, for: claim)]
        if desk.may(.checkPapers) { _ = try await PrecheckActions.next(test.call(), desk) }
        // The session is the reader's own where they may hold one, else a colleague's.
        let officer = desk.may(.holdSession) ? desk : colleague
        _ = try await test.enter(try await test.ready(1))
        try await test.press(Console(), .open, officer, ["jumlah": "2"])
        try await test.seat(officer)
        try await test.press(Console(), .open, colleague, ["jumlah": "2"])
        let watched = try require(try await test.app.store.read { try $0.openSession(of: colleague.staff.id) })
        let walkIns = try await DevWalkIns.file(3, at: desk.branch, test.app).compactMap { walkIn -> String? in
            if case .string(let id)? = walkIn["id"] { id } else { nil }
        }
        let move = ["nomor": walkIns[1], "sebelum": walkIns[0], "alasan": "sakit"]
        _ = try await router.ask(.post, "\(DayOrderPage.path)/ubah", as: try await test.session(of: colleague), move)
        _ = try await TestBooth.paired(1, in: test)
        return BusyBranch(
            router: router, session: session,
            examples: [
                "/kantor/berkas/{id}": documents.map { "/kantor/berkas/\($0.id.rawValue)" },
                "/kantor/klaim/{number}": ["/kantor/klaim/\(claim.number)"],
                "\(Yard.path)/{visit}": walkIns.map { "\(Yard.path)/\($0)" },
                "\(Yard.path)/{visit}/kurang": walkIns.map { "\(Yard.path)/\($0)/kurang" },
                "/kantor/nomor/{id}/karcis": walkIns.map { "/kantor/nomor/\($0)/karcis" },
                Console.path: [Console.path, "\(Console.path)?sesi=\(watched.id.rawValue)"],
            ])
    }

    func addresses(of route: Route) -> [String] { examples[route.path] ?? [route.example] }
}
