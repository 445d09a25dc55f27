import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakServer

@Suite("The member's papers") struct PaperPagesTests {
    private let cast = Cast(on: Zone.wib.day(of: TestApp.moment))

    private func slot(of claim: Claim, _ test: TestApp) async throws -> Slot {
        let id = try require(claim.slot)
        return try require(try await test.app.store.read { try $0.find(Slot.self, id) })
    }

    private func view(
        _ claim: Claim, _ app: App, slot: Slot? = nil, hadPlace: Bool = false, at now: Instant? = nil
    ) -> PaperView {
        PaperView(
            claim, slot: slot, dossier: Dossier(claim.facts, documents: []), uploads: [], hadPlace: hadPlace, in: app.nation,
            at: now ?? app.clock.now)
    }

    @Test("stand open until the deadline, then late, and never silent after it") func standing() async throws {
        let test = try await TestApp.make()
        let claim = try await test.book(cast.all[0])
        let slot = try await slot(of: claim, test)
        let due = try require(claim.papersDue)
        #expect(view(claim, test.app, slot: slot).standing == .open(until: due))
        #expect(view(claim, test.app, slot: slot, at: due - Span(milliseconds: 1)).isOpen)
        let late = view(claim, test.app, slot: slot, at: due)
        #expect(late.standing == .late)
        #expect(!late.isOpen)
    }

    @Test("may be prepared in line, and the place that was lost is told apart from one that never was") func inLine() async throws {
        let test = try await TestApp.make()
        let claim = try await test.book(cast.all[0])
        let waiting = Claim(
            id: claim.id, number: claim.number, member: claim.member, reason: claim.reason, rules: claim.rules, phase: .waiting,
            name: claim.name, nik: claim.nik, email: claim.email, phone: claim.phone, language: .id, filed: claim.filed)
        #expect(view(waiting, test.app).standing == .inLine)
        #expect(view(waiting, test.app).isOpen)
        #expect(view(waiting, test.app).lastMinute(.id) == nil)
        #expect(view(waiting, test.app, hadPlace: true).standing == .lostPlace)
    }

    @Test("say the last minute by the branch's clock, and that an outage has moved it") func lastMinute() async throws {
        let test = try await TestApp.make()
        let claim = try await test.book(cast.all[0])
        let slot = try await slot(of: claim, test)
        let usual = view(claim, test.app, slot: slot)
        #expect(usual.lastMinute(.id)?.contains("pukul 23.59 WIB") == true)
        #expect(!usual.isExtended)
        var moved = claim
        let outage = Outage(id: ID(1), kind: .storage, from: try require(claim.papersDue) - .minutes(90), until: claim.papersDue)
        _ = try moved.moveDeadline(
            for: [outage], slot: slot, zone: .wib, policy: test.app.policy, at: try require(claim.papersDue) - .minutes(1))
        let extended = view(moved, test.app, slot: slot)
        #expect(extended.isExtended)
        #expect(extended.lastMinute(.en)?.contains("01:29 WIB") == true)
    }
}

@Suite("The link to the papers") struct PaperLinkTests {
    private let cast = Cast(on: Zone.wib.day(of: TestApp.moment))

    private func exchange(
        _ pass: Pass<UploadLink>, session: String = "a", _ test: TestApp, at now: Instant? = nil
    ) async throws -> Claim {
        let now = now ?? test.clock.now
        return try await test.app.store.write(in: test.app.context(at: now)) { try $0.exchangeLink(pass, session: session) }
    }

    /// A claim with its link, and the key that its letter carries.
    private func linked(_ test: TestApp) async throws -> (Claim, Key<UploadLink>) {
        let (claim, now) = (try await test.book(cast.all[0]), test.clock.now)
        let key = Key<UploadLink>(
            id: UploadLink.identity(of: claim.id), secret: test.app.secrets.linkSecret(claim.id, sent: now))
        _ = try await test.app.store.write(in: test.app.context(at: now)) { try $0.issueLink(to: claim, secret: key.pass.hash) }
        return (claim, key)
    }

    @Test("is exchanged once, by the first device alone") func once() async throws {
        let test = try await TestApp.make()
        let (claim, key) = try await linked(test)
        let first = try await exchange(key.pass, test)
        let again = try await exchange(key.pass, test)
        #expect(first.id == claim.id)
        #expect(again.id == claim.id)
        await #expect(throws: Refusal.linkUsed) { try await exchange(key.pass, session: "b", test) }
    }

    @Test("that nobody made, or that belongs to another, is the same as one that is over") func unknown() async throws {
        let test = try await TestApp.make()
        let (claim, key) = try await linked(test)
        let forged = Key<UploadLink>(id: key.id, secret: "x").pass
        let nobodys = Key<UploadLink>(id: ID(1), secret: key.secret).pass
        for pass in [forged, nobodys] {
            await #expect(throws: Refusal.linkGone) { try await exchange(pass, test) }
        }
        let due = try require(claim.papersDue)
        await #expect(throws: Refusal.linkGone) { try await exchange(key.pass, test, at: due) }
    }

    @Test("sent again has a new secret, one message, and not before the pause is over") func again() async throws {
        let test = try await TestApp.make()
        let (claim, old) = try await linked(test)
        let policy = test.app.policy
        func resend() async throws {
            let now = test.clock.now
            let hash = Key<UploadLink>(id: old.id, secret: test.app.secrets.linkSecret(claim.id, sent: now)).pass.hash
            try await test.app.store.write(in: test.app.context(at: now)) { try $0.resendLink(to: claim, secret: hash) }
        }
        await #expect(throws: Refusal.notYet(test.clock.now + policy.codePause)) { try await resend() }
        test.clock.advance(policy.codePause)
        try await resend()
        await #expect(throws: Refusal.linkGone) { try await exchange(old.pass, test) }
        let kept = try await test.app.store.read { try $0.find(UploadLink.self, old.id) }
        let new = try require(kept).key(test.app.secrets)
        let opened = try await exchange(new.pass, test)
        #expect(opened.id == claim.id)
        let messages = try await test.messages().filter { $0.source.hasPrefix("link:") }
        #expect(messages.map(\.kind) == [.link])
    }
}
