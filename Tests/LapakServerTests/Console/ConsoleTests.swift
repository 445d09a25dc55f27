import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb
import Testing

@testable import LapakServer

@Suite("The officer's console") struct ConsoleTests {
    /// An application with an open session and people called to its seats.
    private func make(
        _ people: Int = 2, unchecked: Bool = false, registered: String? = nil
    ) async throws -> (test: TestApp, console: Console, ani: Desk, seated: [Interview]) {
        let test = try await TestApp.make()
        let (console, ani) = (Console(), try await test.staff(1))
        var seated: [Interview] = []
        for number in 0..<people {
            seated.append(try await test.enter(try await test.ready(Int64(number + 1), registered: registered, unchecked: unchecked)))
        }
        try await test.press(console, .open, ani, script: false, ["jumlah": "4"])
        try await test.seat(ani)
        return (test, console, ani, seated)
    }

    private func id(_ interview: Interview) -> String { "\(interview.id.rawValue)" }

    /// Marks every row that asks for a hand.
    private func markAll(_ test: TestApp, _ console: Console, _ desk: Desk, _ interview: Interview) async throws {
        for subject in InterviewCheck.Subject.rows {
            _ = try? await test.press(console, .mark, desk, ["kursi": id(interview), "tanda": "\(subject.name):1"])
        }
    }

    @Test func `a claim goes through both touches to approval with marks and Enter alone`() async throws {
        let (test, console, ani, seated) = try await make()
        let one = seated[0]
        try await test.play(one.id)
        #expect(try await test.interview(one.id).phase == .shown)
        try await markAll(test, console, ani, one)
        try await test.press(console, .accept, ani, ["kursi": id(one)])
        #expect(try await test.interview(one.id).phase == .summary)
        try await test.play(one.id)
        try await test.press(console, .accept, ani, ["kursi": id(one)])
        let decided = try await test.interview(one.id)
        #expect(decided.phase == .deciding && decided.decision == .approve && decided.decidedBy == ani.staff.id)
    }

    @Test func `Enter never passes a row that waits for eyes or does not fit, and approving is no way around`() async throws {
        let (test, console, ani, seated) = try await make(1, unchecked: true)
        let one = seated[0]
        try await test.play(one.id)
        #expect(try await test.interview(one.id).phase == .ready)
        await #expect(throws: Refusal.rowOpen(Words("Berkas unggahan diterima", "Uploaded papers accepted"))) {
            try await test.press(console, .accept, ani, ["kursi": id(one)])
        }
        await #expect(throws: Refusal.interviewPhase(.ready)) {
            try await test.press(console, .decide, ani, ["kursi": id(one), "putusan": "approve"])
        }
        try await test.press(console, .mark, ani, ["kursi": id(one), "butir": "papers", "cocok": "0"])
        await #expect(throws: Refusal.rowDiffers(Words("Berkas unggahan diterima", "Uploaded papers accepted"))) {
            try await test.press(console, .accept, ani, ["kursi": id(one)])
        }
        let page = try await test.press(console, .accept, ani, script: false, ["kursi": id(one)])
        #expect(page.status == .conflict && page.body.contains("Ada butir yang tidak cocok"))
        #expect(try await test.interview(one.id).phase == .ready)
    }

    @Test func `a mark by hand is told once, by whom and how, so that a second window sees it`() async throws {
        let (test, console, ani, seated) = try await make(1)
        try await test.play(seated[0].id)
        for answer in ["1", "1", "0"] { try await test.press(console, .mark, ani, ["kursi": id(seated[0]), "tanda": "face:\(answer)"]) }
        let told = try await test.lines().map(\.event).filter { if case .interview(.rowMarked) = $0 { true } else { false } }
        let (one, ours) = (seated[0].id, ani.staff.id)
        #expect(
            told == [
                .interview(.rowMarked(interview: one, subject: .face, fits: true, by: ours)),
                .interview(.rowMarked(interview: one, subject: .face, fits: false, by: ours)),
            ])
    }

    @Test func `what does not fit goes back with its reason, and can be undone for six seconds`() async throws {
        let (test, console, ani, seated) = try await make(1)
        let one = seated[0]
        try await test.play(one.id)
        await #expect(throws: Refusal.self) { try await test.press(console, .giveBack, ani, ["kursi": id(one), "butir": "identity"]) }
        try await test.press(console, .giveBack, ani, ["kursi": id(one), "butir": "identity", "alasan": "illegible"])
        let back = try await test.interview(one.id)
        #expect(back.phase == .originals && back.returned.map(\.reason) == [.illegible])
        try await test.press(console, .undo, ani, ["kursi": id(one)])
        #expect(try await test.interview(one.id).phase == .shown)
        try await test.press(console, .giveBack, ani, ["kursi": id(one), "butir": "face", "alasan": "illegible"])
        test.clock.advance(.seconds(7))
        await #expect(throws: Refusal.undoGone) { try await test.press(console, .undo, ani, ["kursi": id(one)]) }
        await #expect(throws: Refusal.notFound) {
            try await test.press(console, .giveBack, ani, ["kursi": id(one), "butir": "agreement", "alasan": "illegible"])
        }
    }

    @Test(
        "reject, return and ask to come need what they say, and wait six seconds",
        arguments: [
            (["putusan": "reject", "alasan": "forged_paper"], Decision.reject(.forgedPaper)),
            (["putusan": "give_back", "alasan": "expired"], Decision.giveBack(.expired)),
            (["putusan": "in_person", "hari": "2026-06-10"], Decision.inPerson(Day(year: 2026, month: 6, day: 10)!)),
        ])
    func decisions(form: [String: String], decision: Decision) async throws {
        let (test, console, ani, seated) = try await make(1)
        let one = seated[0]
        try await test.play(one.id)
        let bare = form.filter { $0.key == "putusan" }.merging(["kursi": id(one)]) { $1 }
        await #expect(throws: Refusal.self) { try await test.press(console, .decide, ani, bare) }
        try await test.press(console, .decide, ani, form.merging(["kursi": id(one)]) { $1 })
        let decided = try await test.interview(one.id)
        #expect(decided.decision == decision && decided.phase == .deciding)
    }

    @Test("a day on which nobody comes is refused", arguments: ["2026-06-09", "2026-06-13", "2027-06-10", "morgen"])
    func days(day: String) async throws {
        let (test, console, ani, seated) = try await make(1)
        try await test.play(seated[0].id)
        await #expect(throws: Refusal.self) {
            try await test.press(console, .decide, ani, ["kursi": id(seated[0]), "putusan": "in_person", "hari": day])
        }
        #expect(try await test.interview(seated[0].id).phase == .shown)
    }

    @Test("a colleague's people are not there for any verb", arguments: ConsoleVerb.allCases)
    func strangers(verb: ConsoleVerb) async throws {
        let (test, console, ani, seated) = try await make(1)
        try await test.play(seated[0].id)
        let before = try await test.interview(seated[0].id)
        let budi = try await test.staff(2)
        let form = [
            "kursi": id(seated[0]), "tanda": "face:1", "butir": "face", "alasan": "illegible", "putusan": "reject", "pesan": "wait",
            "jumlah": "9", "tulisan": "halo",
        ]
        if verb != .open {
            await #expect(throws: Refusal.self) { try await test.press(console, verb, budi, form) }
        }
        try await test.press(console, .open, budi, ["jumlah": "2"])
        // Those that name nobody, or only the own session.
        let own: Set<ConsoleVerb> = [.open, .live, .close, .seats]
        if !own.contains(verb) { await #expect(throws: Refusal.self) { try await test.press(console, verb, budi, form) } }
        let after = try await test.interview(seated[0].id)
        #expect(after == before && after.session != nil)
        let page = try await console.page(test.consoleCall(), budi)
        #expect(!page.body.contains(id(seated[0])) && !page.body.contains("Siti A."))
        _ = ani
    }

    @Test("hostile names of seats and rows are refused", arguments: ["", "0", "-1", "99999999999999999999", "1 OR 1=1", "<b>"])
    func hostile(word: String) async throws {
        let (test, console, ani, seated) = try await make(1)
        try await test.play(seated[0].id)
        for verb in [
            ConsoleVerb.mark, .accept, .giveBack, .decide, .undo, .park, .handOver, .offer, .take, .absent, .relieve, .tell, .write,
        ] {
            let form = [
                "kursi": word, "tanda": "face:1", "butir": "face", "alasan": "illegible", "putusan": "reject", "pesan": "wait",
                "tulisan": "halo",
            ]
            await #expect(throws: Refusal.self) { try await test.press(console, verb, ani, form) }
        }
        for tanda in ["\(word):1", "face:\(word)x", "face"] {
            await #expect(throws: Refusal.self) { try await test.press(console, .mark, ani, ["kursi": id(seated[0]), "tanda": tanda]) }
        }
        #expect(try await test.interview(seated[0].id).marks.isEmpty)
    }

    @Test func `two windows share one session, and the same press sent twice is one`() async throws {
        let (test, console, ani, seated) = try await make(1)
        async let first = test.press(console, .open, ani, ["jumlah": "2"])
        async let second = test.press(console, .open, ani, ["jumlah": "3"])
        _ = try await (first, second)
        let branch = ani.branch.id
        #expect(try await test.app.store.read { try $0.sessions(at: branch).count } == 1)
        try await test.play(seated[0].id)
        let form = ["kursi": id(seated[0]), "kunci": "k1", "butir": "face", "alasan": "illegible"]
        for _ in 1...2 { try await test.press(console, .giveBack, ani, form) }
        #expect(try await test.interview(seated[0].id).mismatches == 1)
    }

    @Test func `parked, handed over and left people keep what was done and free their seat`() async throws {
        let (test, console, ani, seated) = try await make(3)
        for one in seated { try await test.play(one.id) }
        try await test.press(console, .park, ani, ["kursi": id(seated[0])])
        try await test.press(console, .handOver, ani, ["kursi": id(seated[1])])
        let parked = try await test.interview(seated[0].id)
        #expect(parked.phase == .lobby && parked.pause == .parked && parked.captures.count > 1)
        #expect(try await test.interview(seated[1].id).pause == .handedOver)
        let reply = try await test.press(console, .close, ani, script: false, ["segera": "1"])
        #expect(reply.location == "/kantor/konsol")
        #expect(try await test.interview(seated[2].id).pause == .officerLeft)
        let door = try await console.page(test.consoleCall(), ani)
        #expect(door.body.contains("Buka sesi"))
    }

    @Test func `taking over is explicit on both consoles`() async throws {
        let (test, console, ani, seated) = try await make(1)
        let budi = try await test.staff(2)
        try await test.play(seated[0].id)
        try await test.press(console, .open, budi, ["jumlah": "2"])
        let other = try require(try await test.app.store.read { try $0.openSession(of: budi.staff.id) })
        await #expect(throws: Refusal.notFound) { try await test.press(console, .take, budi, ["kursi": id(seated[0])]) }
        try await test.press(console, .offer, ani, ["kursi": id(seated[0]), "ke": "\(other.id.rawValue)"])
        let asked = try await console.page(test.consoleCall(), budi)
        #expect(asked.body.contains("Petugas 1 meminta Anda mengambil alih") && asked.body.contains("Siti A."))
        try await test.press(console, .take, budi, ["kursi": id(seated[0])])
        let taken = try await test.interview(seated[0].id)
        #expect(taken.session == other.id && taken.phase == .shown)
        let mine = try await console.pieces(test.consoleCall("isi", script: true), ani)
        #expect(!mine.body.contains(id(seated[0])))
    }

    @Test func `calling, calling again and saying that nobody is there`() async throws {
        let (test, console, ani, seated) = try await make(1)
        try await test.press(console, .call, ani, ["kursi": id(seated[0])])
        #expect(try await test.interview(seated[0].id).calls == 2)
        await #expect(throws: Refusal.self) { try await test.press(console, .call, ani) }
        try await test.press(console, .absent, ani, ["kursi": id(seated[0])])
        #expect(try await test.interview(seated[0].id).phase == .missed)
        let late = try await test.enter(try await test.ready(9))
        try await test.press(console, .call, ani)
        #expect(try await test.interview(late.id).phase == .called)
    }

    @Test func `quick messages are journalled in the member's language, to one or to all`() async throws {
        let (test, console, ani, seated) = try await make(1)
        try await test.play(seated[0].id)
        try await test.press(console, .tell, ani, ["kursi": id(seated[0]), "pesan": "light"])
        try await test.press(console, .tell, ani, ["semua": "1"])
        await #expect(throws: Refusal.notFound) { try await test.press(console, .tell, ani, ["kursi": id(seated[0]), "pesan": "rm -rf"]) }
        let told = try await test.lines().map(\.event)
        #expect(told.contains(.interview(.told(interview: seated[0].id, message: .quick(.light)))))
        #expect(told.contains { if case .session(.announced(_, .speaking)) = $0 { true } else { false } })
    }

    @Test func `attention is kept as touches with how long the person had waited`() async throws {
        let (test, console, ani, seated) = try await make(1)
        try await test.play(seated[0].id)
        test.clock.advance(.seconds(20))
        try await test.press(console, .attend, ani, ["kursi": id(seated[0])])
        test.clock.advance(.seconds(30))
        try await test.press(console, .attend, ani, ["kursi": ""])
        let looked = try await test.interview(seated[0].id)
        #expect(looked.touches == 1 && looked.attention == .seconds(30))
        let session = try require(looked.session)
        let touches = try await test.app.store.read {
            try $0.query("SELECT waited FROM touch WHERE session = $1", session).map { try $0.int(0) }
        }
        #expect(touches == [20_000])
    }
}
