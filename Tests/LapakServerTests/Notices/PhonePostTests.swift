import LapakDomain
import LapakNation
import LapakOutside
import LapakStore
import Testing

@testable import LapakServer

@Suite("Post to phones") struct PhonePostTests {
    private let sender = Mailbox("Lapak Asik <lapak@example.id>")!
    private let siti = Cast(on: Zone.wib.day(of: TestApp.moment)).siti

    /// Siti has booked, and her messages are made.
    private func booked(whatsapp: TestPhone? = TestPhone(), sms: TestPhone? = TestPhone()) async throws -> (TestApp, Claim, Postman) {
        let test = try await TestApp.make(phones: Phones(whatsapp: whatsapp, sms: sms))
        let claim = try await test.book(siti)
        try await test.follow()
        return (test, claim, Postman(app: test.app, sender: sender))
    }

    @Test("a booking goes by mail and by WhatsApp, once each, in the branch's own time") func both() async throws {
        let whatsapp = TestPhone()
        let (test, claim, post) = try await booked(whatsapp: whatsapp)
        for _ in 0..<3 { _ = try await post.deliver() }
        #expect(test.carrier.delivered.count == 1)
        let note = try #require(whatsapp.notes.first)
        #expect(whatsapp.notes.count == 1 && note.to == PhoneNumber(siti.phone) && note.template == "lapak_confirmed")
        let slot = try #require(try await test.app.store.read { try $0.find(Slot.self, claim.slot!) })
        let zone = try #require(test.app.nation[slot.branch]).zone
        let when = "\(zone.day(of: slot.start).textShort(.id)), \(zone.time(of: slot.start).text(.id)) \(zone.name)"
        #expect(note.values.prefix(2) == [claim.number.description, when] && note.values[2].hasSuffix("23.59 \(zone.name)"))
        #expect(note.text.utf8.count <= 160 && !note.text.contains(claim.name))
        #expect(try await test.messages().map(\.phase) == [.sent, .sent])
    }

    @Test("where WhatsApp fails for good, one SMS goes, and the mail does not care") func fallback() async throws {
        let (whatsapp, sms) = (TestPhone([.refused("131026")]), TestPhone())
        let (test, _, post) = try await booked(whatsapp: whatsapp, sms: sms)
        for _ in 0..<5 {
            _ = try await post.deliver()
            test.clock.advance(.hours(1))
        }
        #expect((whatsapp.notes.count, sms.notes.count, test.carrier.delivered.count) == (1, 1, 1))
        #expect(sms.notes[0].text == whatsapp.notes[0].text && sms.notes[0].attempt != whatsapp.notes[0].attempt)
        #expect(try await test.messages().map(\.phase) == [.sent, .failed, .sent])
    }

    @Test("where WhatsApp takes it and never delivers, one SMS goes after the time that it has") func late() async throws {
        let (whatsapp, sms) = (TestPhone(), TestPhone())
        let (test, _, post) = try await booked(whatsapp: whatsapp, sms: sms)
        _ = try await post.deliver()
        test.clock.advance(Span(milliseconds: Message.Kind.confirmed.patience.milliseconds - 1))
        _ = try await post.deliver()
        #expect(sms.notes.isEmpty)
        test.clock.advance(Span(milliseconds: 1))
        for _ in 0..<3 { _ = try await post.deliver() }
        #expect((whatsapp.notes.count, sms.notes.count) == (1, 1))
    }

    @Test("without WhatsApp the SMS goes at once; without either only mail") func others() async throws {
        let sms = TestPhone()
        let (test, _, post) = try await booked(whatsapp: nil, sms: sms)
        _ = try await post.deliver()
        #expect(sms.notes.count == 1)
        #expect(try await test.messages().map(\.channel) == [.mail, .sms])
        let (bare, _, _) = try await booked(whatsapp: nil, sms: nil)
        #expect(try await bare.messages().map(\.channel) == [.mail])
    }

    @Test("a channel that was taken out of the settings leaves its messages to the SMS") func removed() async throws {
        let (test, _, _) = try await booked()
        let sms = TestPhone()
        let app = try App(
            settings: test.app.settings, store: test.app.store, nation: test.app.nation, clock: test.clock,
            registry: test.app.registry, carrier: test.carrier, phones: Phones(sms: sms), secrets: test.app.secrets,
            papers: test.app.papers, log: test.app.log)
        for _ in 0..<2 { _ = try await Postman(app: app, sender: sender).deliver() }
        #expect(sms.notes.count == 1)
    }

    @Test("a notice that is no longer true is sent by no channel") func moot() async throws {
        let (whatsapp, sms) = (TestPhone(), TestPhone())
        let (test, claim, post) = try await booked(whatsapp: whatsapp, sms: sms)
        let now = test.clock.now
        try await test.app.store.write(in: test.app.context(at: now)) { work in
            var claim = try work.get(Claim.self, claim.id)
            try work.cancel(&claim)
        }
        _ = try await post.deliver()
        #expect(whatsapp.notes.isEmpty && sms.notes.isEmpty && test.carrier.delivered.isEmpty)
        #expect(try await test.messages().map(\.phase) == [.moot, .moot])
        try await test.follow()
        _ = try await post.deliver()
        #expect(whatsapp.notes.map(\.template) == ["lapak_cancelled"] && test.carrier.delivered.count == 1)
    }

    @Test("when a channel's end is unknown, it is asked once more at most, and then one SMS goes") func unknown() async throws {
        let (whatsapp, sms) = (TestPhone([.unknown("the connection broke"), .unknown("the connection broke")]), TestPhone())
        let (test, _, post) = try await booked(whatsapp: whatsapp, sms: sms)
        for _ in 0..<8 {
            _ = try await post.deliver()
            test.clock.advance(.minutes(1))
        }
        let message = try await test.messages()[1]
        #expect(message.phase == .failed && message.attempts == 2 && message.doubts == 2 && sms.notes.count == 1)
        #expect(whatsapp.notes.map(\.attempt) == ["m\(message.id.rawValue)-1", "m\(message.id.rawValue)-2"])
    }
}
