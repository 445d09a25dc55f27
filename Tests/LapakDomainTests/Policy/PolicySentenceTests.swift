import LapakDomain
import Testing

/// Sentences that name a policy's numbers, under the national policy and under another.
@Suite struct PolicySentenceTests {
    @Test func `small numbers are read as words, larger ones as digits`() {
        #expect([0, 1, 3, 10, 11, 1200, -1].map { $0.spelled(.id) } == ["nol", "satu", "tiga", "sepuluh", "11", "1.200", "-1"])
        #expect([1, 2, 3, 11].map { $0.times(.en) } == ["once", "twice", "three times", "11 times"])
        #expect([1, 2].map { $0.times(.id) } == ["satu kali", "dua kali"])
    }

    @Test func `the set back is told as the policy has it`() {
        var policy = OnsitePolicy()
        #expect(policy.setBackWords.id == "Bila dua panggilan terlewat, nomor Anda mundur tiga urutan.")
        #expect(policy.setBackWords.en == "If two calls pass, your number moves back three places.")
        (policy.callsBeforeSetBack, policy.setBack) = (3, 12)
        #expect(policy.setBackWords.id == "Bila tiga panggilan terlewat, nomor Anda mundur 12 urutan.")
    }

    @Test func `a code that is too old says how long codes last`() {
        var policy = Policy()
        policy.codeLasts = .minutes(20)
        var code = OneTimeCode(hash: "x", sent: Instant(milliseconds: 0), until: Instant(milliseconds: 1))
        let refusal = refused { try code.check("x", policy: policy, at: Instant(milliseconds: 1)) }
        #expect(refusal?.words.id == "Kode sudah lewat 20 menit. Minta kode baru.")
        #expect(Refusal.codeExpired(after: Policy().codeLasts).words.en == "The code is older than 15 minutes. Ask for a new code.")
    }

    @Test func `a working day is no weekend and no holiday`() {
        let monday = Papers.monday
        #expect((0..<7).map { (monday + $0).isWorking([monday + 2]) } == [true, true, false, true, true, false, false])
        #expect(monday.adding(workingDays: 5, holidays: [monday + 2]) == monday + 8)
        #expect(Decision.mayInvite(on: monday + 1, after: monday, holidays: []))
        for day in [monday, monday + 5, monday + Decision.invitedWithin + 1] {
            #expect(!Decision.mayInvite(on: day, after: monday, holidays: []))
        }
    }

    @Test func `pages learn why an appointment cannot be changed from the verb's own rule`() throws {
        let papers = Papers()
        var policy = papers.policy
        #expect(papers.claim.refusesMove(from: papers.slot, policy: policy, at: Papers.before(papers.due)) == nil)
        #expect(papers.claim.refusesMove(from: papers.slot, policy: policy, at: papers.due) == .papersLate)
        #expect(papers.claim.refusesMove(from: papers.slot, policy: policy, at: papers.slot.start) == .slotPassed)
        policy.changes = 0
        #expect(papers.claim.refusesMove(from: papers.slot, policy: policy, at: Papers.before(papers.due)) == .noChangesLeft(0))
    }
}
