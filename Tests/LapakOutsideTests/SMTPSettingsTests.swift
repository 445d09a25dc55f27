import LapakDomain
import LapakOutside
import Testing

@Suite("The address of the mail server")
struct SMTPSettingsTests {
    @Test("All parts are read")
    func allParts() throws {
        let settings = try SMTPSettings(
            url:
                "smtp://lapak%40example.id:p%3Aw@mail.example.id:2525?starttls=require"
                + "&from=Lapak%20Asik%20%3Cno-reply@example.id%3E&ca=/etc/ca.pem&seconds=5"
        )
        #expect(settings.host == "mail.example.id")
        #expect(settings.port == 2525)
        #expect(settings.startTLS == .require)
        #expect(settings.account == SMTPSettings.Account(user: "lapak@example.id", password: "p:w"))
        #expect(settings.from.name == "Lapak Asik")
        #expect(settings.authorities == "/etc/ca.pem")
        #expect(settings.timeLimit == .seconds(5))
    }

    @Test("What is not written is safe: STARTTLS required, the port of the scheme, half a minute")
    func defaults() throws {
        let plain = try SMTPSettings(url: "smtp://mail.example.id?from=a@example.id")
        #expect(plain.startTLS == .require && plain.port == 587 && plain.account == nil && plain.timeLimit == .seconds(30))
        let secure = try SMTPSettings(url: "smtps://mail.example.id?from=a@example.id")
        #expect(secure.isTLSFromStart && secure.port == 465)
    }

    @Test(
        "What cannot be used is refused",
        arguments: [
            "", "mail.example.id", "http://mail.example.id?from=a@example.id", "smtp://?from=a@example.id", "smtp://mail.example.id",
            "smtp://mail.example.id?from=a", "smtp://mail.example.id?from=a@example.id&starttls=maybe",
            "smtp://mail.example.id?from=a@example.id&seconds=0", "smtp://mail.example.id?from=a@example.id&form=b@example.id",
            "smtp://mail.example.id?from=a@example.id&from=b@example.id", "smtp://mail.example.id/x?from=a@example.id",
        ])
    func refused(url: String) {
        #expect(throws: OutsideSettingTrouble.self) { try SMTPSettings(url: url) }
    }

    @Test("A password never travels in the clear to another machine", arguments: ["never", "try"])
    func clearPassword(mode: String) throws {
        #expect(throws: OutsideSettingTrouble.self) {
            try SMTPSettings(url: "smtp://user:secret@mail.example.id?from=a@example.id&starttls=\(mode)")
        }
        _ = try SMTPSettings(url: "smtp://user:secret@127.0.0.1?from=a@example.id&starttls=\(mode)")
    }

    @Test("Printing the settings prints no secret")
    func printing() throws {
        let settings = try SMTPSettings(url: "smtp://lapak:secret@mail.example.id?from=a@example.id")
        #expect(settings.description == "smtp://mail.example.id:587?starttls=require")
        #expect(!"\(settings) \(settings.account.map { "\($0)" } ?? "")".contains("secret"))
    }
}
