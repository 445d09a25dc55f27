import LapakDomain
import Testing

@testable import LapakServer

@Suite("Credentials of the relay") struct TurnCredentialTests {
    private let noon = TestApp.moment

    @Test("the signature is HMAC-SHA1, as RFC 2202 has it") func vector() {
        #expect(TurnCredential.signature(of: "what do ya want for nothing?", secret: "Jefe") == "7/zfauXrL6LSdBbV8YTfnCWafHk=")
    }

    @Test("the name begins with its end, and both secret and name change the password") func parts() {
        let one = TurnCredential(user: "i7", expires: noon, secret: "a")
        #expect(one.username == "\(noon.seconds):i7")
        #expect(one.password != TurnCredential(user: "i7", expires: noon, secret: "b").password)
        #expect(one.password != TurnCredential(user: "i8", expires: noon, secret: "a").password)
    }

    private func servers(_ urls: String, _ secret: String? = "baru,lama") throws -> IceServers {
        var environment = ["LAPAK_TURN_URLS": urls]
        environment["LAPAK_TURN_SECRET"] = secret
        return try IceServers(Settings(environment: environment))
    }

    @Test("without a setting browsers get an empty list") func none() throws {
        #expect(try IceServers(Settings(environment: [:])).json(for: .session(1), at: noon) == #"{"iceServers":[]}"#)
    }

    @Test("a relay comes with two hours of the first secret; a plain STUN address with nothing") func list() throws {
        let text = try servers("turn:a.example:3478?transport=udp, turns:a.example:5349,stun:b.example").json(for: .interview(7), at: noon)
        let own = TurnCredential(user: "i7", expires: noon + .hours(2), secret: "baru")
        #expect(
            text == #"{"iceServers":[{"urls":["stun:b.example"]},{"urls":["turn:a.example:3478?transport=udp","turns:a.example:5349"],"#
                + #""username":"\#(own.username)","credential":"\#(own.password)"}]}"#)
    }

    @Test(
        "a wrong address or a relay without a secret stops the start", arguments: [("http://a", "x"), ("turn:a", ""), ("turn:a, b", "x")])
    func wrong(urls: String, secret: String) { #expect(throws: SettingTrouble.self) { try servers(urls, secret) } }
}
