import LapakDomain
import LapakNation
import LapakOutside
import Testing

@testable import LapakDevelopment
@testable import LapakServer
@testable import LapakStore

/// What a person's calendar holds after every change of their appointment, whatever its cause.
@Suite("The appointment in people's calendars") struct CalendarTests {
    /// The files that were sent to somebody, oldest first.
    private func files(_ site: Site, to person: CastMember) async throws -> [CalendarReader] {
        try await site.settle()
        return try site.outbox.all.reversed().filter { $0.to == person.email }.compactMap(\.calendar).map {
            try #require(CalendarReader($0))
        }
    }

    /// One event for ever, every file newer than the one before.
    private func check(_ files: [CalendarReader], _ methods: [String]) {
        #expect(files.map(\.method) == methods)
        #expect(Set(files.map(\.uid)).count <= 1)
        for (before, after) in zip(files, files.dropFirst()) { #expect(before.sequence < after.sequence && before.stamp <= after.stamp) }
    }

    private func calendar(_ files: [CalendarReader]) -> PersonCalendar {
        files.reduce(into: PersonCalendar()) { $0.open($1) }
    }

    @Test func `moved and cancelled by the member`() async throws {
        let site = try await Site.open()
        let (phone, claim) = try await site.booked()
        #expect(try await files(site, to: site.cast.siti).map(\.sequence) == [0])
        try await phone.open("/klaim/ubah")
        try await phone.press("f-ubah", ["slot": phone.firstSlot])
        let moved = try await files(site, to: site.cast.siti)
        check(moved, ["PUBLISH", "PUBLISH"])
        #expect(calendar(moved).starts == [moved[1].start] && moved[0].start != moved[1].start)
        let file = try #require(CalendarReader(try await phone.open("/klaim/kalender.ics").text))
        #expect((file.uid, file.sequence) == (moved[1].uid, moved[1].sequence))
        try await phone.open("/klaim/batal")
        try await phone.press("f-batal")
        let gone = try await files(site, to: site.cast.siti)
        check(gone, ["PUBLISH", "PUBLISH", "CANCEL"])
        #expect(calendar(gone).starts.isEmpty && gone[2].uid.hasPrefix(claim.number.value))
    }

    @Test func `papers missed takes it out, and the next place is a newer state of the same event`() async throws {
        let site = try await Site.open()
        let line = try await Line.of(1, on: site)
        let budi = site.cast.budi
        try await line.waiting[0].open(try await line.offer(to: budi.email))
        try await line.waiting[0].press("f-jawab", button: "terima")
        let had = try await files(site, to: budi)
        check(had, ["PUBLISH"])
        let claim = try await claim(of: budi, site)
        site.clock.advance(try #require(claim.papersDue) - site.clock.now)
        let lost = try await files(site, to: budi)
        check(lost, ["PUBLISH", "CANCEL"])
        #expect(lost[1].start == lost[0].start && calendar(lost).starts.isEmpty)
        // The deadline is at midnight; offers are told in the morning.
        try await site.wait(.hours(9))
        try await line.waiting[0].open(try await site.link("/tawaran/", to: budi.email))
        try await line.waiting[0].press("f-jawab", button: "terima")
        let again = try await files(site, to: budi)
        check(again, ["PUBLISH", "CANCEL", "PUBLISH"])
        #expect(calendar(again).starts == [again[2].start])
        // Letters may overtake each other.
        #expect(calendar(again.reversed()).starts == [again[2].start])
    }

    @Test func `a missed interview takes it out`() async throws {
        let test = try await TestApp.make()
        let member = try await TestMember.one(in: test)
        let before = try await member.record
        test.clock.advance(.hours(3))
        try await InterviewClock(app: test.app).settleDue()
        try await test.follow()
        _ = try await Postman(app: test.app, sender: try #require(Mailbox("Lapak Asik <lapak@example.id>"))).deliver()
        let file = try #require(test.carrier.delivered.last?.calendar.flatMap(CalendarReader.init))
        let after = try await member.record
        #expect(file.method == "CANCEL" && file.sequence == after.sequence && after.revision > before.revision)
    }

    @Test func `a number for today replaces it, and giving the number up takes it out`() async throws {
        let site = try await Site.open()
        let (phone, claim) = try await site.booked(onLastDay: true)
        try await site.settle()
        let form = try await phone.open("/klaim/hari-ini").markup.all("form").first { $0["method"] == "post" && $0["id"] != nil }
        try await phone.press(try #require(form?["id"]), ["slot": phone.firstSlot])
        let number = try await files(site, to: site.cast.siti)
        check(number, ["PUBLISH", "PUBLISH"])
        let walkIn = try #require(try await site.app.store.read { try $0.walkIn(of: claim.id) })
        try await site.app.store.write(in: site.app.context(by: .member(claim.id))) { try $0.giveUp(walkIn.id, by: .member(claim.id)) }
        let gone = try await files(site, to: site.cast.siti)
        check(gone, ["PUBLISH", "PUBLISH", "CANCEL"])
        #expect(calendar(gone).starts.isEmpty)
    }

    private func claim(of person: CastMember, _ site: Site) async throws -> Claim {
        let id = person.member.id
        return try #require(try await site.app.store.read { try $0.liveClaim(of: id) })
    }
}
