import LapakDomain
import Testing

@Suite struct UploadLinkTests {
    let now = Papers.thursday
    let papers = Papers()

    private func link() throws -> UploadLink { try UploadLink.issue(ID(1), for: papers.claim, secret: "one", at: now) }

    @Test func `looking at a link changes nothing, however often a scanner does`() throws {
        let link = try link()
        for _ in 1...3 { try link.open(secret: "one", for: papers.claim, at: now) }
        #expect(try link == self.link())
        #expect(refused { try link.open(secret: "two", for: papers.claim, at: now) } == .linkGone)
        #expect(refused { try link.admit(session: "one", for: papers.claim, at: now) } == .linkGone)
    }

    @Test func `it is exchanged once, and the same session may ask twice`() throws {
        var link = try link()
        try link.exchange(secret: "one", session: "s1", for: papers.claim, at: now)
        try link.exchange(secret: "one", session: "s1", for: papers.claim, at: now + .hours(1))
        #expect(link.exchanged == now)
        #expect(refused { try link.exchange(secret: "one", session: "s2", for: papers.claim, at: now) } == .linkUsed)
        #expect(refused { try link.open(secret: "one", for: papers.claim, at: now) } == .linkUsed)
        try link.admit(session: "s1", for: papers.claim, at: now)
    }

    @Test func `another one replaces it; a session lasts until that one is exchanged`() throws {
        var link = try link()
        try link.exchange(secret: "one", session: "s1", for: papers.claim, at: now)
        #expect(
            refused { try link.resend(secret: "two", for: papers.claim, policy: papers.policy, at: now + .seconds(44)) }
                == .notYet(now + .seconds(45)))
        try link.resend(secret: "two", for: papers.claim, policy: papers.policy, at: now + .seconds(45))
        #expect(refused { try link.open(secret: "one", for: papers.claim, at: now) } == .linkGone)
        #expect(refused { try link.exchange(secret: "one", session: "s1", for: papers.claim, at: now) } == .linkGone)
        try link.admit(session: "s1", for: papers.claim, at: now)
        try link.exchange(secret: "two", session: "s2", for: papers.claim, at: now + .minutes(1))
        #expect(refused { try link.admit(session: "s1", for: papers.claim, at: now) } == .linkGone)
        try link.admit(session: "s2", for: papers.claim, at: now)
    }

    @Test(arguments: Zone.allCases) func `link and session end with the deadline, to the millisecond, and move with it`(zone: Zone) throws {
        var papers = Papers(in: zone)
        var link = try UploadLink.issue(ID(1), for: papers.claim, secret: "one", at: now)
        try link.open(secret: "one", for: papers.claim, at: Papers.before(papers.due))
        #expect(refused { try link.open(secret: "one", for: papers.claim, at: papers.due) } == .linkGone)
        try link.exchange(secret: "one", session: "s", for: papers.claim, at: now)
        try link.admit(session: "s", for: papers.claim, at: Papers.before(papers.due))
        #expect(refused { try link.admit(session: "s", for: papers.claim, at: papers.due) } == .linkGone)
        let outage = Outage(id: ID(1), kind: .storage, from: papers.due - .hours(1), until: papers.due)
        _ = try papers.claim.moveDeadline(for: [outage], slot: papers.slot, zone: zone, policy: papers.policy, at: papers.due)
        try link.admit(session: "s", for: papers.claim, at: papers.due)
    }

    @Test(arguments: [Claim.Phase.waiting, .cancelled]) func `a claim without a place has no link`(phase: Claim.Phase) throws {
        let claim = Papers(phase: phase).claim
        #expect(refused { _ = try UploadLink.issue(ID(1), for: claim, secret: "one", at: now) } == .linkGone)
        var link = try link()
        #expect(refused { try link.open(secret: "one", for: claim, at: now) } == .linkGone)
        #expect(refused { try link.resend(secret: "two", for: claim, policy: Policy(), at: now + .hours(1)) } == .linkGone)
    }
}
