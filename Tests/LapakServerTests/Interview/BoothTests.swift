import Foundation
import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb
import Testing

@testable import LapakServer

@Suite("A booth in a branch") struct BoothTests {
    /// Booths 1 to `booths`, people who were told to come in, and an officer who called them.
    private func branch(booths: Int, people: Int) async throws -> (TestApp, [TestBooth], [TestVisitor], Desk) {
        let test = try await TestApp.make()
        var paired: [TestBooth] = []
        for number in 1...booths { paired.append(try await TestBooth.paired(number, in: test)) }
        let visitors = try await TestVisitor.admitted(people, in: test)
        let desk = try await test.staff(1)
        try await test.callIn(desk, seats: max(people, 1))
        return (test, paired, visitors, desk)
    }

    private func sit(_ visitor: TestVisitor, _ booth: TestBooth) async throws {
        try await booth.sit(visitor)
        try await booth.agreeToCamera()
    }

    // MARK: Pairing

    @Test("a code pairs one browser, once and for a quarter of an hour") func pairing() async throws {
        let test = try await TestApp.make()
        let booth = try await TestBooth.paired(1, in: test)
        #expect(try await booth.page().contains("Bilik kosong. Tunggu nomor Anda dipanggil."))
        let stranger = try await BoothPages.show(TestBooth.call("/bilik", cookie: nil, in: test))
        #expect(stranger.body.contains("Pasangkan bilik") && !stranger.body.contains("lapak-booth"))
        let (app, now, code) = (test.app, test.clock.now, PairingCode.make(test.app.secrets))
        let (branch, hash) = (app.nation.branches[0].id, PairingCode.hash(code, app.secrets))
        _ = try await app.store.write(in: app.context(at: now)) { try $0.offerCode(booth.id, at: branch, codeHash: hash) }
        // The former browser goes on until the code is used, and only until then.
        #expect(try await booth.page().contains("Bilik kosong"))
        let typed = "\(code.prefix(4).lowercased())-\(code.dropFirst(4).lowercased())"
        #expect(try await TestBooth.pair(typed, in: test).status == .seeOther)
        #expect(try await booth.page().contains("Pasangkan bilik"))
        #expect(try await TestBooth.pair(code, in: test).status.code == 422)
        let late = PairingCode.make(app.secrets)
        let lateHash = PairingCode.hash(late, app.secrets)
        _ = try await app.store.write(in: app.context(at: now)) { try $0.offerCode(booth.id, at: branch, codeHash: lateHash) }
        test.clock.advance(.minutes(15))
        #expect(try await TestBooth.pair(late, in: test).body.contains("lewat 15 menit"))
    }

    @Test("no code is kept as it was shown") func codes() async throws {
        let test = try await TestApp.make()
        let (app, now, code) = (test.app, test.clock.now, PairingCode.make(test.app.secrets))
        let (id, branch, hash): (ID<Booth>, ID<Branch>, String) = (
            app.ids.next(at: now), app.nation.branches[0].id, PairingCode.hash(code, app.secrets)
        )
        let booth = try await app.store.write(in: app.context(at: now)) { try $0.addBooth(id, number: 1, at: branch, codeHash: hash) }
        #expect(booth.code != code && booth.code?.count == 64)
        #expect(PairingCode.read(" \(code.lowercased().prefix(4)) - \(code.dropFirst(4))") == code)
    }

    // MARK: B1 to B6

    @Test("before the number is shown the page tells the number and nothing of the person") func welcome() async throws {
        let (_, booths, people, _) = try await branch(booths: 2, people: 2)
        let page = try await booths[0].page()
        #expect(page.contains("Nomor \(people[0].number), silakan duduk") && !page.contains(people[0].name))
        #expect(try await booths[0].page(.en).contains("please sit down"))
        let wrong = try await booths[0].type(people[1].number)
        #expect(wrong.status.code == 422 && wrong.body.contains("Nomor \(people[1].number) dipanggil ke bilik 2. Silakan ke sana."))
        #expect(try await booths[0].type("A-900").body.contains("Nomor A-900 belum dipanggil"))
        #expect(try await booths[0].type("apa").body.contains("Ketik nomor antrean Anda"))
        #expect(try await people[0].interview.phase == .called)
        // The number's digits with those of the phone, or the ticket's code, are enough.
        try await booths[0].type(String(people[0].number.suffix(3)), digits: people[0].digits)
        #expect(try await booths[0].page().contains("Selamat datang, nomor \(people[0].number)"))
        try await booths[1].type("https://example.id/n/\(people[1].key)")
        #expect(try await booths[1].page().contains("Selamat datang, nomor \(people[1].number)"))
    }

    @Test(
        "the number that the hall's display shows opens nothing: three guesses, then the ticket alone",
        arguments: ["0000", "", "abcd", "12345"])
    func displayed(guess: String) async throws {
        let (_, booths, people, _) = try await branch(booths: 1, people: 1)
        for _ in 0..<3 {
            let answer = try await booths[0].type(people[0].number, digits: guess == people[0].digits ? "1111" : guess)
            #expect(answer.status.code == 422 && !answer.body.contains(people[0].name))
        }
        // Four digits were looked at, and are spent; what is no answer was not counted.
        let isCounted = guess == "0000"
        let right = try await booths[0].sit(people[0])
        #expect((right.status.code == 422) == isCounted)
        #expect(try await people[0].interview.isThere == !isCounted)
        if isCounted {
            #expect(right.body.contains("minta petugas di halaman mencetak karcis baru"))
            try await booths[0].type("", digits: "https://example.id/nomor/\(people[0].key)")
            #expect(try await people[0].interview.isThere, "a scanner types into any field")
        }
    }

    @Test("nothing begins without consent, and with it the officer has a seat like any other") func consent() async throws {
        let (_, booths, people, _) = try await branch(booths: 1, people: 1)
        try await booths[0].agreeToCamera()
        #expect(try await people[0].interview.phase == .called)
        try await booths[0].sit(people[0])
        #expect(try await people[0].interview.consent.isEmpty)
        try await booths[0].agreeToCamera()
        let interview = try await people[0].interview
        #expect(interview.phase == .filling && interview.consent == Interview.consentVersion && interview.prechecked)
        #expect(try await booths[0].page().contains(people[0].name))
    }

    @Test("the interview of one booth is out of reach for every other booth, and for the person's phone") func others() async throws {
        let (_, booths, people, _) = try await branch(booths: 2, people: 1)
        try await sit(people[0], booths[0])
        try await booths[1].press(.confirm)
        #expect(try await people[0].interview.phase == .filling)
        #expect(try await !booths[1].page().contains(people[0].name))
        await #expect(throws: Refusal.notYours) { try await booths[1].photograph(.ktp) }
        try await booths[0].press(.confirm)
        #expect(try await people[0].interview.phase == .originals)
    }

    @Test("originals, the summary and the receipt; then nothing is left of the person") func journey() async throws {
        let (test, booths, people, _) = try await branch(booths: 1, people: 1)
        let (booth, person) = (booths[0], people[0])
        try await sit(person, booth)
        try await booth.press(.confirm)
        #expect(try await booth.page().contains("Taruh KTP asli di dalam kotak kuning"))
        #expect(try await !booth.page().contains("type=\"file\""))
        for paper in try await person.interview.wanted { try await booth.photograph(paper) }
        #expect(try await person.interview.phase == .shown)
        let (id, policy, now) = (try await person.interview.id, test.app.policy, test.clock.now)
        _ = try await test.app.store.write(in: test.app.context(by: .clock, at: now)) {
            try $0.step(id) { try $0.accept([], by: ID(1), policy: policy, at: now) }
        }
        #expect(try await booth.page().contains("Baca ringkasan"))
        try await booth.press(.agree)
        _ = try await test.app.store.write(in: test.app.context(by: .clock, at: now)) {
            try $0.step(id) { try $0.decide(.approve, by: ID(1), policy: policy, at: now) }
        }
        test.clock.advance(.seconds(7))
        let later: Instant = test.clock.now
        _ = try await test.app.store.write(in: test.app.context(at: later)) { try $0.settle(id) }
        let receipt = try await booth.page()
        #expect(receipt.contains("Klaim Anda disetujui") && receipt.contains("Ambil bukti") && receipt.contains(person.number))
        test.clock.advance(.seconds(61))
        let after = try await booth.page()
        #expect(after.contains("Bilik kosong") && !after.contains(person.number) && !after.contains(person.name))
    }

    @Test("the receipt goes at once when the person says so") func done() async throws {
        let (test, booths, people, _) = try await branch(booths: 1, people: 1)
        try await sit(people[0], booths[0])
        let (id, policy, now) = (try await people[0].interview.id, test.app.policy, test.clock.now)
        _ = try await test.app.store.write(in: test.app.context(by: .clock, at: now)) {
            try $0.step(id) { try $0.decide(.reject(.notEligible), by: ID(1), policy: policy, at: now) }
        }
        test.clock.advance(.seconds(7))
        let later: Instant = test.clock.now
        _ = try await test.app.store.write(in: test.app.context(at: later)) { try $0.settle(id) }
        #expect(try await booths[0].page().contains("Klaim Anda ditolak"))
        try await booths[0].leave()
        #expect(try await booths[0].page().contains("Bilik kosong"))
    }

    @Test("who walks away is hidden, and goes on with the same step once the number is typed again") func away() async throws {
        let (test, booths, people, desk) = try await branch(booths: 1, people: 1)
        try await sit(people[0], booths[0])
        try await booths[0].press(.confirm)
        try await booths[0].photograph(.ktp)
        test.clock.advance(.seconds(100))
        try await test.seat(desk)
        try await InterviewClock(app: test.app).settleDue()
        #expect(try await people[0].interview.stuck == .noProgress)
        try await booths[0].leave()
        let page = try await booths[0].page()
        #expect(page.contains("lanjutkan di sini") && !page.contains(people[0].name) && !page.contains("KTP"))
        try await booths[0].sit(people[0])
        let interview = try await people[0].interview
        #expect(interview.phase == .originals && interview.stuck == nil && interview.capture(of: .paper(.ktp)) != nil)
    }

    // MARK: Health

    @Test("a broken camera sends the person to the smallest free booth, with the step") func broken() async throws {
        let (test, booths, people, _) = try await branch(booths: 3, people: 2)
        for (person, booth) in zip(people, booths) { try await sit(person, booth) }
        try await booths[0].press(.confirm)
        try await booths[0].photograph(.ktp)
        try await booths[0].camera(works: false)
        let moved = try await people[0].interview
        #expect(moved.booth == booths[2].id && moved.phase == .originals && moved.stuck == .contactLost && !moved.isThere)
        // The old page's line is open for a moment longer and says nothing about somebody who walks.
        var walking = moved
        #expect(walking.regainContact(at: test.clock.now) == nil && walking.stuck == .contactLost)
        #expect(try await booths[0].record.trouble == .camera)
        let old = try await booths[0].page()
        #expect(old.contains("Kamera bermasalah. Pindah ke bilik 3, data Anda ikut.") && !old.contains(people[0].name))
        let new = try await booths[2].page()
        #expect(new.contains("Nomor \(people[0].number), lanjutkan di sini") && !new.contains(people[0].name))
        try await booths[2].sit(people[0])
        let there = try await people[0].interview
        #expect(there.stuck == nil && there.capture(of: .paper(.ktp)) != nil)
        try await booths[0].camera(works: true)
        #expect(try await booths[0].record.trouble == nil)
        #expect(try await booths[0].page().contains("Nomor \(people[0].number): pindah ke bilik 3"))
    }

    @Test("where no other booth is free the officer is called, and the next free booth takes over") func full() async throws {
        let (test, booths, people, _) = try await branch(booths: 2, people: 1)
        try await booths[1].camera(works: false)
        try await sit(people[0], booths[0])
        try await booths[0].camera(works: false)
        #expect(try await people[0].interview.stuck == .help)
        #expect(try await booths[0].page().contains("Kamera bermasalah. Petugas sudah tahu."))
        try await booths[1].camera(works: true)
        try await booths[0].camera(works: false)
        #expect(try await people[0].interview.booth == booths[1].id)
        // Nobody is called to the broken one.
        let (branch, policy, now) = (test.app.nation.branches[0].id, test.app.policy, test.clock.now)
        let records = try await test.app.store.read { try $0.booths(of: branch) }
        #expect(records.filter { $0.isUsable(policy, at: now) }.map(\.number) == [2])
    }

    @Test("two booths that fail at once do not end in the same one") func twice() async throws {
        let (_, booths, people, _) = try await branch(booths: 3, people: 2)
        for (person, booth) in zip(people, booths) { try await sit(person, booth) }
        async let one: Void = booths[0].camera(works: false)
        async let two: Void = booths[1].camera(works: false)
        _ = try await (one, two)
        let (first, second) = (try await people[0].interview, try await people[1].interview)
        #expect([first.booth, second.booth].filter { $0 == booths[2].id }.count == 1)
        #expect(Set([first.stuck, second.stuck]) == [.contactLost, .help])
    }

    @Test("English is for one person: the next one begins in Indonesian") func language() async throws {
        let (_, booths, people, _) = try await branch(booths: 1, people: 1)
        #expect(try await booths[0].page(.en).contains("Number \(people[0].number), please sit down"))
        #expect(try await booths[0].page().contains("?bahasa=en"))
    }

    @Test("a page that is gone for ten seconds is trouble, and mended when it is back") func presence() async throws {
        let (test, booths, _, _) = try await branch(booths: 1, people: 0)
        let service = PresenceService(app: test.app)
        let listening = try test.app.switchboard.listen(.booth(booths[0].id.rawValue), inst: "abc")
        let begun = test.clock.now
        listening.end()
        test.clock.advance(.seconds(9))
        try await service.lookAtBooths(since: begun)
        #expect(try await booths[0].record.trouble == nil)
        test.clock.advance(.seconds(2))
        try await service.lookAtBooths(since: begun)
        #expect(try await booths[0].record.trouble == .network)
        let back = try test.app.switchboard.listen(.booth(booths[0].id.rawValue), inst: "abc")
        try await service.lookAtBooths(since: begun)
        #expect(try await booths[0].record.trouble == nil)
        // Signs of life are written down seldom.
        let seen = try await booths[0].record.seen
        test.clock.advance(.seconds(15))
        try await service.lookAtBooths(since: begun)
        _ = try await booths[0].page()
        #expect(try await booths[0].record.seen == seen)
        test.clock.advance(.seconds(6))
        _ = try await booths[0].page()
        #expect(try await booths[0].record.seen == test.clock.now)
        back.end()
    }

    @Test("a booth that the manager closed stays closed, whatever its camera does") func closed() async throws {
        let (test, booths, _, _) = try await branch(booths: 1, people: 0)
        let (id, now) = (booths[0].id, test.clock.now)
        _ = try await test.app.store.write(in: test.app.context(by: .clock, at: now)) { try $0.booth(id) { $0.set(.closed, at: now) } }
        try await booths[0].camera(works: false)
        try await booths[0].camera(works: true)
        #expect(try await booths[0].record.trouble == .closed)
        #expect(try await booths[0].page().contains("Bilik ini ditutup."))
    }

    // MARK: The desk and the voice

    @Test("the console names number and booth of who sits there") func console() async throws {
        let (test, booths, people, desk) = try await branch(booths: 2, people: 2)
        try await sit(people[1], booths[1])
        let session = try #require(try await test.app.store.read { try $0.openSession(of: desk.staff.id) })
        let floor = try #require(try await test.app.store.read { try SessionFloor.load(session.id, $0) })
        let place = try #require(floor.places[try await people[1].interview.id])
        #expect(place.number.text == people[1].number && place.booth == 2)
        let rows = try await test.app.store.read { try BoothRow.load(desk.branch.id, $0) }
        #expect(rows.map { $0.sitting?.number.text } == people.map(\.number))
        #expect(rows.map { $0.sitting?.isThere } == [false, true])
    }

    @Test("every sentence that is shown is spoken, word by word, and has its clip") func voice() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/LapakServer")
        let text = try String(contentsOf: sources.appending(path: "Voice/sentences.txt"), encoding: .utf8)
        let pairs = text.split(separator: "\n").map { $0.split(separator: "\t", maxSplits: 1).map(String.init) }
        let sentences = Dictionary(pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { first, _ in first }
        for voice in BoothVoice.all {
            #expect(sentences[voice.clip] == voice.words.id, "\(voice.clip)")
            let clip = sources.appending(path: "Assets/suara/\(voice.clip).ogg").path
            #expect(FileManager.default.fileExists(atPath: clip), "\(voice.clip).ogg")
        }
    }
}
