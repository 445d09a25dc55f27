import LapakDomain
import LapakInspection
import LapakStore
import LapakVault
import LapakWeb
import Synchronization
import Testing

@testable import LapakServer

/// An antivirus that the test switches on and off.
final class SwitchedScanner: LapakInspection.Scanner {
    struct Away: Error {}
    private let verdict = Mutex<ScanVerdict?>(nil)
    func answers(_ new: ScanVerdict?) { verdict.withLock { $0 = new } }
    func scan(_ bytes: [UInt8]) async throws -> ScanVerdict {
        guard let verdict = verdict.withLock({ $0 }) else { throw Away() }
        return verdict
    }
}

@Suite("Inspection service") struct InspectionServiceTests {
    private func service(_ test: TestApp, _ scanner: SwitchedScanner? = nil) -> InspectionService {
        InspectionService(app: test.app, inspector: Inspector(program: test.app.settings.inspectorProgram), scanner: scanner)
    }

    private func phase(_ test: TestApp, _ id: ID<Document>) async throws -> Document.Phase? {
        try await test.find(Document.self, id)?.phase
    }

    @Test("a clean photo waits for an officer with its cleaned copy and its picture; what arrived is gone") func clean() async throws {
        let test = try await TestApp.make()
        let claim = try await test.claim()
        let id = try await test.send(pixel, of: claim).id
        let worked = try await service(test).step()
        let more = try await service(test).step()
        #expect(worked && !more)
        let document = try #require(try await test.find(Document.self, id))
        #expect(document.phase == .waiting && document.kind == .png && document.pages == 1)
        let original = try await PaperPictures.original(document, test.app)
        #expect(original.bytes?.count == document.bytes)
        let page = try await PaperPictures.page(document, 1, test.app)
        #expect(page.bytes?.starts(with: [0xFF, 0xD8]) == true)
        await #expect(throws: VaultTrouble.missing) { try await test.app.papers.load(.arrived, of: id, claim.id) }
    }

    @Test("while the antivirus is away a file waits and never passes; when it is back it passes") func away() async throws {
        let test = try await TestApp.make()
        let (id, scanner) = (try await test.send(pixel, of: try await test.claim()).id, SwitchedScanner())
        let service = service(test, scanner)
        for _ in 0..<5 {
            _ = try await service.step()
            let phase = try await phase(test, id)
            #expect(phase == .checking)
            test.clock.advance(.minutes(6))
        }
        let none = try await test.app.store.read { try $0.openOutages() }
        #expect(none.isEmpty)
        let outages = OutageService(app: test.app)
        try await outages.tick()
        let open = try await test.app.store.read { try $0.openOutages() }
        #expect(open == [.checks])
        scanner.answers(.clean)
        _ = try await service.step()
        let after = try await phase(test, id)
        #expect(after == .waiting)
        try await outages.tick()
        let left = try await test.app.store.read { try $0.openOutages() }
        #expect(left.isEmpty)
    }

    @Test("what the antivirus finds is refused and not kept") func virus() async throws {
        let test = try await TestApp.make()
        let (claim, scanner) = (try await test.claim(), SwitchedScanner())
        let id = try await test.send(pixel, of: claim).id
        scanner.answers(.found("Eicar-Test-Signature"))
        _ = try await service(test, scanner).step()
        let document = try await test.find(Document.self, id)
        #expect(document?.phase == .refused && document?.fault?.kind == .virus)
        await #expect(throws: VaultTrouble.missing) { try await test.app.papers.load(.arrived, of: id, claim.id) }
    }

    @Test("a crash after the verdict only leaves what arrived to be removed") func halfway() async throws {
        let test = try await TestApp.make()
        let claim = try await test.claim()
        let (id, now) = (try await test.send(pixel, of: claim).id, test.clock.now)
        _ = try await test.app.store.write(in: test.app.context(at: now)) { try $0.takeInspection(id, for: .minutes(4)) }
        try await test.app.store.write(in: test.app.context(at: now)) {
            try $0.inspected(id, .success(CleanedFile(kind: .png, bytes: 1, sha256: "aa", pages: 1)))
        }
        let early = try await service(test).step()
        #expect(!early)
        test.clock.advance(.minutes(5))
        _ = try await service(test).step()
        let waiting = try await test.app.store.read { try $0.inspectionsOutstanding() }
        #expect(waiting == 0)
        let sum = try await test.find(Document.self, id)?.sha256
        #expect(sum == "aa")
        await #expect(throws: VaultTrouble.missing) { try await test.app.papers.load(.arrived, of: id, claim.id) }
    }

    @Test("a file whose inspector fell is taken over within seconds; one that is still at it keeps it") func takenOver() async throws {
        let test = try await TestApp.make()
        let id = try await test.send(pixel, of: try await test.claim()).id
        let (began, span) = (test.clock.now, InspectionService.inHand)
        #expect(span <= .seconds(15))
        func at(_ moment: Instant) -> Context { test.app.context(at: moment) }
        let taken = try await test.app.store.write(in: at(began)) { try $0.takeInspection(id, for: span) }
        let attempt = try #require(taken?.attempt)
        try await test.app.store.write(in: at(began + .seconds(8))) { try $0.holdInspection(id, attempt: attempt, for: span) }
        test.clock.advance(span)
        #expect(try await !service(test).step())
        test.clock.advance(.seconds(8))
        #expect(try await service(test).step())
        #expect(try await test.find(Document.self, id)?.phase != .checking)
        #expect(try await test.app.store.read { try $0.inspectionsOutstanding() } == 0)
    }

    @Test("a file that took down whoever looked at it again and again is broken") func deadly() async throws {
        let test = try await TestApp.make()
        let id = try await test.send(pixel, of: try await test.claim()).id
        for _ in 0..<InspectionService.mostLost {
            let now = test.clock.now
            _ = try await test.app.store.write(in: test.app.context(at: now)) { try $0.takeInspection(id, for: .minutes(4)) }
            test.clock.advance(.minutes(5))
        }
        _ = try await service(test).step()
        let document = try await test.find(Document.self, id)
        #expect(document?.phase == .refused && document?.fault?.kind == .broken)
    }
}
