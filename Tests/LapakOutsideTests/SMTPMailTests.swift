import Foundation
import LapakDomain
import LapakOutside
import Testing

@Suite("Mail through a real server", .enabled(if: PythonChild.isAvailable), .timeLimit(.minutes(5)))
struct SMTPMailTests {
    @Test("A letter arrives whole, with its lines of dots, and the next one takes the same connection")
    func plain() async throws {
        let server = try PythonChild(script: SMTPServer.script)
        defer { server.stop() }
        let carrier = try await Self.carrier("smtp://127.0.0.1:\(server.port())?starttls=never")
        let text = "Halo Siti,\n.\n..\n\(String(repeating: "panjang é ", count: 60))\nselesai"
        try await carrier.send(Self.mail(to: "siti@example.id", text: text, calendar: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"))
        try await carrier.send(Self.mail(to: "budi@example.id", text: "."))

        let first = try await Self.letter(from: server)
        #expect(first.sender == "no-reply@lapak.example.id" && first.recipients == ["siti@example.id"])
        #expect(first.subject == "Jadwal wawancara Anda – 10 Juni 2020, pukul 14.00 WIB, kantor cabang Jakarta Salemba")
        #expect(first.to == "Siti 🌸" && first.id == "<claim-1@lapak.example.id>")
        #expect(first.text == text && first.html == "<p>.</p>\n" && first.files == ["BEGIN:VCALENDAR\nEND:VCALENDAR\n"])
        #expect(first.greeting == "lapak.example.id" && first.defects == 0 && !first.tls)
        let second = try await Self.letter(from: server)
        #expect(second.recipients == ["budi@example.id"] && second.text == "." && second.peer == first.peer)
    }

    @Test("STARTTLS with a certificate that we were told to trust carries account and letter", arguments: ["require", "try"])
    func startTLS(mode: String) async throws {
        let certificate = try Certificate()
        defer { certificate.remove() }
        let server = try PythonChild(script: SMTPServer.script, arguments: [certificate.chain, certificate.key])
        defer { server.stop() }
        let url = try await "smtp://lapak:p%3Aw@127.0.0.1:\(server.port())?starttls=\(mode)&ca=\(certificate.chain)"
        try await Self.carrier(url).send(Self.mail(to: "siti@example.id"))
        let letter = try await Self.letter(from: server)
        #expect(letter.tls && letter.account == "lapak")
    }

    @Test(
        "Without trust in the certificate, with a wrong password or without TLS, nothing leaves and it is worth trying again"
    )
    func settingsTrouble() async throws {
        let certificate = try Certificate()
        defer { certificate.remove() }
        let server = try PythonChild(script: SMTPServer.script, arguments: [certificate.chain, certificate.key])
        defer { server.stop() }
        let port = try await server.port()
        for url in [
            "smtp://127.0.0.1:\(port)?starttls=require",
            "smtp://lapak:wrong@127.0.0.1:\(port)?starttls=require&ca=\(certificate.chain)",
            "smtp://127.0.0.1:\(port)?starttls=never",
            "smtps://127.0.0.1:\(port)?ca=\(certificate.chain)&seconds=2",
        ] {
            #expect(await Self.outcome(try Self.carrier(url), to: "siti@example.id") == .temporary, "\(url)")
        }
    }

    @Test("When STARTTLS is required but not offered, the letter stays here")
    func startTLSMissing() async throws {
        let server = try PythonChild(script: SMTPServer.script)
        defer { server.stop() }
        let carrier = try await Self.carrier("smtp://127.0.0.1:\(server.port())?starttls=require")
        #expect(await Self.outcome(carrier, to: "siti@example.id") == .temporary)
    }

    @Test("Replies 4xx are worth trying again, replies 5xx are final, and neither spoils the next letter")
    func refusals() async throws {
        let server = try PythonChild(script: SMTPServer.script)
        defer { server.stop() }
        let carrier = try await Self.carrier("smtp://127.0.0.1:\(server.port())?starttls=never")
        for (recipient, expected) in [
            ("full", Outcome.temporary), ("gone", .permanent), ("later", .temporary), ("spam", .permanent), ("siti", .taken),
        ] {
            #expect(await Self.outcome(carrier, to: "\(recipient)@example.id") == expected, "\(recipient)")
        }
    }

    @Test("A server that has gone is worth trying again, even after it said something final")
    func closedPort() async throws {
        let server = try PythonChild(script: SMTPServer.script)
        let carrier = try await Self.carrier("smtp://127.0.0.1:\(server.port())?starttls=never")
        #expect(await Self.outcome(carrier, to: "gone@example.id") == .permanent)
        server.stop()
        await server.ended()
        #expect(await Self.outcome(carrier, to: "gone@example.id") == .temporary)
    }

    enum Outcome { case taken, temporary, permanent }

    private static func outcome(_ carrier: SMTPMail, to recipient: String) async -> Outcome {
        do {
            try await carrier.send(mail(to: recipient))
            return .taken
        } catch MailTrouble.permanent {
            return .permanent
        } catch {
            return .temporary
        }
    }

    /// One thread, so that connections are shared.
    private static func carrier(_ url: String) throws -> SMTPMail {
        let settings = try SMTPSettings(url: "\(url)&from=no-reply@lapak.example.id".replacing("?&", with: "?"))
        return SMTPMail(settings, threads: CurlThreads(count: 1)) { LetterTests.date }
    }

    private static func mail(to recipient: String, text: String = "Halo", calendar: String? = nil) throws -> Mail {
        let from = try #require(Mailbox("Lapak Asik <no-reply@lapak.example.id>"))
        let address = try #require(EmailAddress(recipient))
        let to = try #require(Mailbox(name: "Siti 🌸", address: address))
        return Mail(
            id: "claim-1", from: from, to: to,
            subject: "Jadwal wawancara Anda – 10 Juni 2020, pukul 14.00 WIB, kantor cabang Jakarta Salemba",
            text: text, html: "<p>.</p>\n", calendar: calendar)
    }

    private static func letter(from server: PythonChild) async throws -> SMTPServer.Letter {
        try JSONDecoder().decode(SMTPServer.Letter.self, from: Data(await server.line().utf8))
    }
}
