import LapakOutside
import Testing

@testable import LapakServer

@Suite("Settings of WhatsApp and SMS in the environment") struct PhoneSettingsTests {
    @Test("nothing set means nothing there; half of it is refused") func half() throws {
        #expect(try WhatsAppSettings(Settings()) == nil)
        #expect(try SMSGateway(Settings(), threads: CurlThreads(count: 0)) == nil)
        var settings = Settings()
        (settings.whatsappURL, settings.smsURL) = ("https://graph.example/v23.0", "https://sms.example")
        #expect(throws: OutsideSettingTrouble.self) { try WhatsAppSettings(settings) }
        #expect(throws: OutsideSettingTrouble.self) { try SMSGateway(settings, threads: CurlThreads(count: 0)) }
    }
}
