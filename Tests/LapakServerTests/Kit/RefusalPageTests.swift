import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// Each no, and each accident, as the page that people see and as the problem that programs read.
@Suite("Pages that say no") struct RefusalPageTests {
    /// Every refusal once, with sample values.
    static let refusals: [Refusal] = [
        .slotFull, .slotPassed, .lineFirst, .slotUnknown, .holdGone, .holdElsewhere, .alreadyConfirmed, .proofFirst,
        .notYet(TestApp.moment), .offerGone, .offerDeclined, .notWaiting,
        .tooManyWishes(5), .alreadyDrawn, .stepMissing, .registrationGone, .alreadyFiled, .codeWrong(left: 2),
        .codeExpired(after: .minutes(15)), .codeSpent,
        .tooManyCodes, .identity(.notFound), .identity(.mismatch([.name, .birth])), .ineligible(.alreadyPaid),
        .tooEarly(Day(year: 2026, month: 7, day: 1)!), .liveClaim, .wrongPhase(.cancelled), .noChangesLeft(3), .notYours, .otherClaim,
        .papersLate,
        .papersChecking, .papersMissing(2), .papersThere, .paperNotAsked, .paperAccepted, .file(FileFault(.broken, under: FilePolicy())),
        .file(FileFault(.tooLarge, under: FilePolicy())), .tooManyVersions(5), .tooManyUploads(10), .uploadGone, .uploadOffset(7),
        .linkGone,
        .linkUsed, .documentPhase(.accepted), .documentTaken, .leaseGone, .interviewPhase(.lobby), .interviewRunning, .noSeat,
        .rowOpen(Words("Wajah cocok", "The face matches")), .rowDiffers(Words("Wajah cocok", "The face matches")), .undoGone,
        .walkInPhase(.done), .secondPerson, .consentFirst, .quotaSpent, .changedMeanwhile, .keyReused,
        .invalid(field: "nik", Words("Salah.", "Wrong.")),
        .tooMany, .spent(until: TestApp.moment + .minutes(62)), .crowded(until: TestApp.moment + .seconds(15)),
        .signInFailed, .notFound,
    ]

    private struct Accident: Error {}

    /// What the front door makes of an error.
    private func answer(to error: any Error, headers: HTTPFields, _ site: Site) async throws -> Answer {
        let router = Router(context: LapakContext.self)
        router.add(middleware: AnswerMiddleware(app: site.app))
        router.get("/salah") { _, _ -> Response in throw error }
        let responder = router.buildResponder()
        return try await site.answer(
            HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/salah", headerFields: headers), by: responder)
    }

    @Test func `every refusal has a page with its title, its sentence and a way on, in both languages`() async throws {
        let site = try await Site.open()
        var lines: [String] = []
        for refusal in Self.refusals {
            for language in [Language.id, .en] {
                let page = try await answer(to: refusal, headers: [.cookie: "bahasa=\(language.rawValue)"], site)
                #expect(page.markup.faults(in: language) == [], "\(refusal.code)")
                #expect(page.markup.all("main").first?.all("a").contains { $0["class"] == "btn" } ?? false, "\(refusal.code)")
                lines.append("\(refusal.code) \(page.status) \(language): \(page.markup.title) | \(page.markup.main)")
            }
        }
        #expect(Set(Self.refusals.map(\.code)).count >= 54, "a new refusal stands in the list above")
        try Snapshot.compare(lines.joined(separator: "\n") + "\n", with: "Kit/refusals.txt", sourceLocation: #_sourceLocation)
    }

    @Test func `every refusal is a problem for programs, with the same code and sentence`() async throws {
        let site = try await Site.open()
        for refusal in Self.refusals {
            let problem = try await answer(to: refusal, headers: [.accept: "application/json"], site)
            #expect(problem.type == "application/problem+json" && problem.status == refusal.status.code)
            #expect(problem.json.text("code") == refusal.code && problem.json.text("detail") == refusal.words.id)
            let wait = refusal.again.map { ($0 - TestApp.moment).seconds } ?? 0
            #expect(problem.headers[.retryAfter] == (wait > 0 ? "\(wait)" : nil), "\(refusal.code)")
        }
    }

    @Test(
        "an accident, an overload and an oversized body have pages of their own",
        arguments: [("trouble", 500), ("overload", 503), ("too-large", 413), ("bad-request", 400), ("unsupported", 415)])
    func accidents(name: String, status: Int) async throws {
        let errors: [String: any Error] = [
            "trouble": Accident(), "overload": DatabaseTrouble(.overload, "too many at once"), "too-large": HTTPError(.contentTooLarge),
            "bad-request": HTTPError(.badRequest), "unsupported": HTTPError(.unsupportedMediaType),
        ]
        let site = try await Site.open()
        for language in [Language.id, .en] {
            let page = try await answer(to: try #require(errors[name]), headers: [.cookie: "bahasa=\(language.rawValue)"], site)
            #expect(page.status == status && page.markup.faults(in: language) == [])
            #expect(!page.text.contains("Accident") && !page.text.contains("too many at once"), "nothing of ours is told to strangers")
            let lines = try await page.markup.lines.map(SnapshotMask(site).applied)
            try Snapshot.compare(
                "\(status)\n" + lines.joined(separator: "\n") + "\n", with: "Kit/\(name).\(language.rawValue).html",
                sourceLocation: #_sourceLocation)
        }
    }

    @Test func `an address that is not there, a method that is not, and a body that is too large`() async throws {
        let site = try await Site.open()
        let method = try await site.answer(.delete, "/jadwal")
        #expect(method.status == 404 && method.isDocument)
        let large = try await site.answer(
            .post, "/daftar/nik", headers: [.contentType: "application/x-www-form-urlencoded"],
            body: Array(repeating: 97, count: Routes.largestForm + 1))
        #expect(large.status == 413 && large.isDocument && large.says("Kiriman terlalu besar"))
        let program = try await site.answer(.get, "/api/v1/tidak-ada")
        #expect(program.status == 404 && program.type == "application/problem+json")
    }
}
