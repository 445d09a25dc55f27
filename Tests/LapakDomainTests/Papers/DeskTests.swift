import LapakDomain
import Testing

@Suite struct DeskTests {
    let now = Papers.thursday
    let until = Papers.thursday + .minutes(10)
    let ani = ID<Staff>(7)
    let budi = ID<Staff>(8)

    /// On Ani's desk for ten minutes.
    private func taken() throws -> Document {
        var document = Papers.document(.ktp, .waiting)
        try document.take(by: ani, for: .minutes(10), at: now)
        return document
    }

    @Test func `two officers never get the same document`() throws {
        var document = try taken()
        #expect(refused { try document.take(by: budi, for: .minutes(10), at: Papers.before(until)) } == .documentTaken)
        #expect(refused { try document.take(by: ani, for: .minutes(10), at: now) } == .documentTaken)
        #expect(document.lease == Lease(staff: ani, until: until))
    }

    @Test func `an abandoned one comes back to anybody, to the millisecond`() throws {
        var document = try taken()
        #expect(!document.isFree(at: Papers.before(until)) && document.isFree(at: until))
        try document.take(by: budi, for: .minutes(10), at: until)
        #expect(document.lease == Lease(staff: budi, until: until + .minutes(10)))
        #expect(refused { _ = try document.accept(by: ani, at: until) } == .leaseGone)
        #expect(refused { try document.keep(by: ani, for: .minutes(10), at: until) } == .leaseGone)
        #expect(refused { try document.letGo(by: ani, at: until) } == .leaseGone)
        _ = try document.accept(by: budi, at: until)
    }

    @Test func `a lease that has run out gives no verdict, also when nobody else took the document`() throws {
        var document = try taken()
        #expect(refused { _ = try document.accept(by: ani, at: until) } == .leaseGone)
        #expect(refused { try document.keep(by: ani, for: .minutes(10), at: until) } == .leaseGone)
        try document.take(by: ani, for: .minutes(10), at: until)
        _ = try document.accept(by: ani, at: until)
        #expect((document.phase, document.lease) == (.accepted, nil))
    }

    @Test func `a sign of life lengthens the lease and never shortens it`() throws {
        var document = try taken()
        try document.keep(by: ani, for: .minutes(1), at: now)
        #expect(document.lease?.until == until)
        try document.keep(by: ani, for: .minutes(10), at: now + .minutes(9))
        #expect(document.lease?.until == now + .minutes(19))
        try document.letGo(by: ani, at: now + .minutes(12))
        #expect(document.isFree(at: now + .minutes(12)))
    }

    @Test func `without taking it there is no verdict`() {
        var document = Papers.document(.ktp, .waiting)
        #expect(refused { _ = try document.accept(by: ani, at: now) } == .leaseGone)
        #expect(refused { _ = try document.giveBack(.expired, by: ani, policy: Policy(), at: now) } == .leaseGone)
    }

    @Test func `what the member replaced meanwhile gets no verdict`() throws {
        var others = [try taken()]
        var newer = Papers.document(.ktp, .checking, version: 2)
        _ = try newer.pass(DocumentTests.cleaned, over: &others)
        #expect(refused { _ = try others[0].accept(by: ani, at: now) } == .documentPhase(.superseded))
        #expect(others[0].lease == nil)
    }

    @Test(arguments: ReturnReason.allCases) func `a document is given back with its reason`(reason: ReturnReason) throws {
        var document = try taken()
        let event = try document.giveBack(reason, note: "Halaman 2 belum ada.", by: ani, policy: Policy(), at: now)
        #expect(event == .document(.returned(document: document.id, claim: ID(13), reason: reason)))
        #expect((document.phase, document.reason, document.note) == (.returned, reason, "Halaman 2 belum ada."))
        #expect(document.lease == nil)
    }

    @Test func `a note has at most 300 characters, and "other" needs one`() throws {
        func field(_ reason: ReturnReason, _ note: String?) throws -> String? {
            var document = try taken()
            let refused = refused { _ = try document.giveBack(reason, note: note, by: ani, policy: Policy(), at: now) }
            guard case .invalid(let field, _) = refused else { return refused?.code }
            #expect(document.phase == .waiting && document.lease != nil)
            return field
        }
        #expect(try field(.illegible, String(repeating: "a", count: 300)) == nil)
        #expect(try field(.illegible, String(repeating: "a", count: 301)) == "note")
        #expect(try field(.illegible, "e" + String(repeating: "\u{301}", count: 300)) == "note")
        #expect(try field(.illegible, nil) == nil)
        #expect(try field(.other, nil) == "note")
        #expect(try field(.other, " \n") == "note")
        #expect(try field(.other, "Cap tidak terbaca.") == nil)
    }
}
