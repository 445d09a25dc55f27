import LapakDevelopment
import LapakDomain
import LapakOutside
import LapakServer
import LapakStore
import Testing

@Suite("The outbox of development") struct DevOutboxTests {
    @Test("without settings every channel ends in the outbox of development, and a number without WhatsApp gets the SMS")
    func outbox() async throws {
        let outbox = DevOutbox(clock: Clock(at: TestApp.moment))
        let whatsapp = try #require(outbox.phones.whatsapp)
        let sms = try #require(outbox.phones.sms)
        for number in ["0812 3456 7788", "0812 3456 7700"] {
            let note = PhoneNote(
                name: AttemptName("m1-1")!, to: PhoneNumber(number)!, language: .id, template: NoticeTemplate(.code), values: ["123456"])
            let end = await whatsapp.send(note)
            if case .refused = end { _ = await sms.send(note) }
        }
        #expect(outbox.all.map(\.channel) == [.sms, .whatsapp])
        #expect(outbox.all.allSatisfy { $0.code == "123456" && $0.to.hasPrefix("+62812") && $0.text.hasPrefix("123456 ") })
    }
}
