import LapakDomain
import LapakGround
import LapakOutside
import Testing

@Suite("WhatsApp and SMS over HTTP", .enabled(if: PythonChild.isAvailable), .timeLimit(.minutes(5)))
struct PhoneCarrierTests {
    private static let secret = "app-secret-of-the-tests"

    private static func whatsapp(_ port: Int, _ threads: CurlThreads) throws -> WhatsApp {
        WhatsApp(
            try WhatsAppSettings(
                url: "http://127.0.0.1:\(port)/v23.0", token: "secret", number: "4711", appSecret: secret, verifyToken: secret,
                timeLimit: .seconds(1)), threads: threads)
    }

    private static func note(_ end: String, isCode: Bool = false) throws -> PhoneNote {
        PhoneNote(
            message: "m7", attempt: "m7-1", to: try #require(PhoneNumber("0812345678\(end)")), language: .id,
            template: isCode ? "lapak_code" : "lapak_reminder",
            values: isCode ? ["123456"] : ["7K4M-92QX", "Rab, 30 Sep, 10.00 WITA", "Sel, 29 Sep, 23.59 WITA"], isCode: isCode,
            text: isCode ? "123456 adalah kode Anda." : "Pengingat untuk 7K4M-92QX.")
    }

    @Test("Each answer of Meta has its meaning") func answers() async throws {
        let server = try PythonChild(script: PhoneServer.script)
        defer { server.stop() }
        let carrier = try await Self.whatsapp(server.port(), CurlThreads(count: 1))
        #expect(try await carrier.send(Self.note("77")) == .taken(reference: "wamid.77"))
        #expect(try await carrier.send(Self.note("20")) == .taken(reference: nil))
        for end in ["26", "01", "99", "44"] { #expect(try await Self.kind(carrier.send(Self.note(end))) == "refused", "\(end)") }
        for end in ["29", "48", "56", "90", "42", "31", "16", "51"] {
            #expect(try await Self.kind(carrier.send(Self.note(end))) == "postponed", "\(end)")
        }
        for end in ["66", "67", "50"] { #expect(try await Self.kind(carrier.send(Self.note(end))) == "unknown", "\(end)") }
        let nowhere = try Self.whatsapp(1, CurlThreads(count: 1))
        #expect(try await Self.kind(nowhere.send(Self.note("77"))) == "postponed")
    }

    @Test("A template message is written exactly so; a code also fills the button") func body() async throws {
        let server = try PythonChild(script: PhoneServer.script)
        defer { server.stop() }
        let carrier = try await Self.whatsapp(server.port(), CurlThreads(count: 1))
        _ = try await carrier.send(Self.note("77"))
        #expect(
            try await server.line() == """
                {"bearer": "Bearer secret", "biz_opaque_callback_data": "m7-1", "messaging_product": "whatsapp", \
                "path": "/v23.0/4711/messages", \
                "recipient_type": "individual", "template": {"components": [{"parameters": [{"text": "7K4M-92QX", "type": "text"}, \
                {"text": "Rab, 30 Sep, 10.00 WITA", "type": "text"}, \
                {"text": "Sel, 29 Sep, 23.59 WITA", "type": "text"}], "type": "body"}], \
                "language": {"code": "id"}, "name": "lapak_reminder"}, \
                "to": "6281234567877", "type": "template"}
                """)
        _ = try await carrier.send(Self.note("77", isCode: true))
        #expect(
            try await server.line().contains(
                #"{"index": "0", "parameters": [{"text": "123456", "type": "text"}], "sub_type": "url", "type": "button"}"#))
    }

    @Test("The SMS gateway gets number, text and id, and each answer has its meaning") func gateway() async throws {
        let server = try PythonChild(script: PhoneServer.script)
        defer { server.stop() }
        let url = try await "http://127.0.0.1:\(server.port())/sms"
        let gateway = try SMSGateway(url: url, token: "secret", timeLimit: .seconds(1), threads: CurlThreads(count: 1))
        #expect(try await gateway.send(Self.note("77", isCode: true)) == .taken())
        #expect(
            try await server.line() == """
                {"bearer": "Bearer secret", "id": "m7", "path": "/sms", "text": "123456 adalah kode Anda.", "to": "+6281234567877"}
                """)
        #expect(try await Self.kind(gateway.send(Self.note("26"))) == "refused")
        for end in ["29", "31", "90"] { #expect(try await Self.kind(gateway.send(Self.note(end))) == "postponed", "\(end)") }
        for end in ["66", "67"] { #expect(try await Self.kind(gateway.send(Self.note(end))) == "unknown", "\(end)") }
    }

    private static func kind(_ end: Handover) -> String {
        switch end {
        case .taken: "taken"
        case .postponed: "postponed"
        case .refused: "refused"
        case .unknown: "unknown"
        case .moot: "moot"
        }
    }
}

@Suite("Settings of WhatsApp and SMS") struct PhoneSettingsTests {
    @Test(
        "an address in the clear, a number instead of its id and a short secret are refused",
        arguments: [
            ("http://graph.example/v23.0", "4711", "0123456789abcdef"), ("https://graph.example/v23.0", "+62812", "0123456789abcdef"),
            ("https://graph.example/v23.0", "4711", "short"), ("https://graph.example/?v=23", "4711", "0123456789abcdef"),
        ])
    func refused(url: String, number: String, secret: String) {
        #expect(throws: OutsideSettingTrouble.self) {
            try WhatsAppSettings(url: url, token: "t", number: number, appSecret: secret, verifyToken: "0123456789abcdef")
        }
    }
}
