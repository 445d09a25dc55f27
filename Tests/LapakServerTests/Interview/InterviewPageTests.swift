import HTTPTypes
import LapakDomain
import LapakOutside
import LapakStore
import LapakWeb
import Testing

@testable import LapakServer

@Suite("The member's page of an interview") struct InterviewPageTests {
    private func member() async throws -> (TestApp, TestMember, Desk) {
        let test = try await TestApp.make()
        return (test, try await TestMember.one(in: test), try await test.staff(1))
    }

    @Test("whoever has no claim here is led to the door") func stranger() async throws {
        let (_, member, _) = try await member()
        let reply = try await InterviewPages.show(member.call(signedIn: false))
        #expect(reply.location == "/klaim")
    }

    @Test("before its time the page says when the lobby opens, and loads no call") func early() async throws {
        let (test, member, _) = try await member()
        let claim = try await member.record
        let place = try #require(claim.booking)
        let booking = try #require(try await test.find(Booking.self, place))
        let state = InterviewState(claim, nil, booking, test.app.policy, at: booking.start - .minutes(31))
        #expect(state == .early(booking.start - .minutes(30)))
        #expect(InterviewState(claim, nil, booking, test.app.policy, at: booking.start - .minutes(30)) == .entrance(again: false))
        let page = try await member.page()
        #expect(page.contains("Masuk ruang tunggu") && !page.contains("lapak-interview"))
    }

    @Test("nobody gets in without consent, and is told at the box") func consent() async throws {
        let (_, member, _) = try await member()
        let reply = try await member.press(.enter)
        #expect(reply.status.code == 422)
        #expect(reply.body.contains("href=\"#setuju\"") && reply.body.contains("Beri tanda setuju dahulu"))
        let claim = member.claim
        #expect(try await member.test.app.store.read { try $0.lastInterview(of: claim) } == nil)
    }

    @Test("the lobby tells the place, the hour and the code word, and keeps version and rung of what was agreed to") func lobby()
        async throws
    {
        let (test, member, _) = try await member()
        try await member.press(.enter, ["setuju": "ya", "rung": "audio", "prioritas": "ya"])
        let interview = try await member.interview
        #expect(
            interview.phase == .lobby && interview.rung == .audio && interview.priority && interview.consent == Interview.consentVersion)
        let page = try await member.page()
        #expect(page.contains("Urutan Anda: 1.") && page.contains("Belum ada petugas yang membuka sesi"))
        #expect(page.contains(test.app.secrets.codeWord(of: member.claim)))
        #expect(page.contains("lapak-interview"))
    }

    @Test("the data to confirm have the birth date of the registry, and NIK and contacts only in part") func data() async throws {
        let (test, member, ani) = try await member()
        try await member.enter()
        _ = try await member.sit(with: ani)
        try await member.press(.answer)
        let claim = try await member.record
        let known = try #require(try await test.app.registry.member(nik: claim.nik))
        let page = try await member.page()
        #expect(page.contains("Tanggal lahir</dt><dd>\(known.birth.text(.id).split(separator: ", ")[1])"))
        #expect(try await member.page(.en).contains("Date of birth</dt><dd>\(known.birth.text(.en).split(separator: ", ")[1])"))
        #expect(!page.contains(claim.nik.digits) && !page.contains(claim.phone.value))
    }

    @Test("the fragment is the same markup as on the page") func fragment() async throws {
        let (_, member, _) = try await member()
        try await member.enter()
        let call = member.call()
        let step = InterviewStep(view: try await InterviewView.load(call), call: call)
        // Keys of forms are new each time.
        let bare = { (html: String) in html.replacing(#/name="kunci" value="\w*"/#, with: "") }
        let page = bare(try await member.page())
        #expect(page.contains(bare(step.head(step.content).text)))
        #expect(page.contains(bare(step.foot(step.content).text)))
    }

    @Test("from the call to the approval every step says what to do, in both languages") func journey() async throws {
        let (test, member, desk) = try await member()
        try await member.enter()
        let session = try await member.sit(with: desk)
        var page = try await member.page()
        #expect(page.contains("Petugas memanggil Anda") && page.contains(desk.staff.name) && page.contains("Saya siap"))
        #expect(page.contains("pukul 10.02 WIB"))
        try await member.press(.answer)
        page = try await member.page()
        #expect(page.contains("Periksa data Anda") && page.contains("••••"))
        let record = try await member.record
        #expect(!page.contains(record.nik.digits) && !page.contains(record.email?.value ?? "@") && !page.contains(record.phone.value))
        try await member.press(.confirm)
        page = try await member.page(.en)
        #expect(page.contains("Photo of the original: Identity card (KTP)") && page.contains("data-foto=\"ktp\""))
        for paper in try await member.interview.wanted { _ = try await member.send(pixel, as: paper.rawValue) }
        #expect(try await member.page().contains("Petugas melihat dokumen Anda"))
        let policy = test.app.policy
        try await member.officer { try $0.accept([], by: ID(1), policy: policy, at: test.clock.now) }
        page = try await member.page()
        #expect(page.contains("Baca ringkasan") && page.contains(record.facts.balance.text))
        try await member.press(.agree)
        #expect(try await member.page().contains("Menunggu keputusan petugas"))
        try await member.settle(.approve)
        page = try await member.page()
        let payBy = try #require(try await member.record.payBy)
        #expect(page.contains("Klaim Anda disetujui") && page.contains(payBy.text(.id)) && !page.contains("lapak-interview"))
        #expect(try await test.app.store.read { try $0.interviews(of: session.id) }.isEmpty)
    }

    @Test(
        "rejected, given back or asked to come: the result says why, what to do and by when",
        arguments: [
            (Decision.reject(.forgedPaper), "dalam 30 hari"), (.giveBack(.illegible), "dengan urutan yang sama"),
            (.inPerson(Day(year: 2026, month: 6, day: 17)!), "Rabu, 17 Juni 2026"),
        ])
    func results(decision: Decision, says: String) async throws {
        let (_, member, desk) = try await member()
        try await member.show(to: desk)
        try await member.settle(decision)
        #expect(try await member.page().contains(says))
        let status = try await StatusPages.status(member.call("/klaim/status"))
        #expect(status.body.contains(says))
    }

    @Test("a step that was taken meanwhile is no error: the page shows where it stands") func late() async throws {
        let (_, member, desk) = try await member()
        try await member.enter()
        #expect(try await member.press(.agree).location == "/wawancara")
        _ = try await member.sit(with: desk)
        let answered = try await member.press(.answer, script: true)
        #expect(answered.body.contains("data-keadaan=\"filling\""))
        let again = try await member.press(.answer, script: true)
        #expect(again.status == .ok && again.body.contains("data-keadaan=\"filling\""))
    }

    @Test("help and objection stop the seat until the officer comes; a sign of life does not") func help() async throws {
        let (test, member, desk) = try await member()
        try await member.enter()
        _ = try await member.sit(with: desk)
        try await member.press(.answer)
        try await member.press(.ask)
        #expect(try await member.interview.stuck == .help)
        try await member.press(.ask, ["sebab": "objection"])
        #expect(try await member.interview.stuck == .objection)
        #expect(try await member.page().contains("Petugas sudah tahu"))
        test.clock.advance(.seconds(30))
        #expect(try await member.press(.live).status == .noContent)
        #expect(try await member.interview.stuck == .objection)
    }

    @Test("who stood still and moves again is no longer stuck, and the console hears of it") func alive() async throws {
        let (test, member, desk) = try await member()
        try await member.enter()
        _ = try await member.sit(with: desk)
        try await member.press(.answer)
        test.clock.advance(.seconds(91))
        try await member.officer { $0.noticeStandstill(policy: test.app.policy, at: test.clock.now).map { [$0] } ?? [] }
        #expect(try await member.interview.stuck == .noProgress)
        let before = try await test.lines().count
        try await member.press(.live)
        #expect(try await member.interview.stuck == nil)
        #expect(try await test.lines().count == before + 1)
    }

    @Test("the ladder keeps everything, and without video the face is asked for first") func ladder() async throws {
        let (_, member, desk) = try await member()
        try await member.enter()
        _ = try await member.sit(with: desk)
        try await member.press(.answer)
        try await member.press(.confirm)
        _ = try await member.send(pixel, as: "ktp")
        try await member.press(.change, ["rung": "text"])
        #expect(try await member.page().contains("Foto wajah Anda"))
        _ = try await member.send(pixel, as: "face")
        let interview = try await member.interview
        #expect(interview.rung == .text && interview.captures.count == 2)
        #expect(try await InterviewView.load(member.call()).next == .paper(interview.missing[0]))
        try await member.press(.change, ["rung": "phone"])
        #expect(try await member.interview.rung == .phone)
    }

    @Test("who leaves can come in again while the appointment lasts; paused people are told why") func leaving() async throws {
        let (test, member, desk) = try await member()
        try await member.enter()
        try await member.press(.leave)
        #expect(try await member.interview.phase == .left)
        #expect(try await member.page().contains("Anda dapat masuk lagi"))
        try await member.enter()
        _ = try await member.sit(with: desk)
        try await member.press(.answer)
        for (why, says) in [
            (Interview.Pause.parked, "menunda wawancara"), (.handedOver, "hanya melayani Anda"),
            (.officerLeft, "Sambungan petugas terputus"),
        ] {
            try await member.officer { interview in
                if interview.phase == .lobby {
                    _ = try interview.call(to: try TestMember.anySession(desk), seat: 1, policy: Policy(), at: test.clock.now)
                }
                if interview.phase == .called { _ = try interview.answer(wanted: [], prechecked: true, questions: [], at: test.clock.now) }
                return [try interview.pause(why, policy: Policy(), at: test.clock.now)]
            }
            #expect(try await member.page().contains(says))
        }
    }

    @Test("calls that nobody answers end the appointment, and the page says what is left") func missed() async throws {
        let (test, member, desk) = try await member()
        try await member.enter()
        let session = try await member.sit(with: desk)
        for _ in 0..<3 {
            test.clock.advance(.seconds(121))
            // The officer is there all the while.
            let now = test.clock.now
            try await test.app.store.write(in: test.app.context(at: now)) { try $0.keepAlive(session.id) }
            try await InterviewClock(app: test.app).settleDue()
        }
        #expect(try await member.interview.phase == .missed)
        let page = try await member.page()
        #expect(page.contains("Anda tidak tersambung saat dipanggil") && page.contains("dengan urutan yang sama"))
    }

    @Test("everybody of a lobby has an hour that follows from who stands before and what seats there are")
    func forecast() {
        let now = TestApp.moment
        #expect(LobbyForecast(ahead: 3, seats: 0, free: 0).text(at: now, in: .wib, .id).contains("Belum ada petugas"))
        #expect(LobbyForecast(ahead: 0, seats: 6, free: 1).text(at: now, in: .wib, .id).contains("sebentar lagi"))
        let sixth = LobbyForecast(ahead: 5, seats: 6, free: 0)
        // Six people of a quarter of an hour over six seats.
        #expect(sixth.wait == Span.minutes(9)...Span.minutes(24))
        #expect(sixth.text(at: now, in: .wib, .id) == "Petugas kira-kira memanggil antara pukul 10.05 dan 10.25 WIB.")
        #expect(sixth.text(at: now, in: .wib, .en) == "The officer is expected to call between 10:05 and 10:25 WIB.")
    }
}

extension TestMember {
    /// A session that is open, for rules that only ask for one.
    static func anySession(_ desk: Desk) throws -> OfficerSession {
        try OfficerSession.open(ID(77), staff: desk.staff, branch: desk.branch, seats: 1, at: TestApp.moment).0
    }
}
