import Foundation
import LapakDomain
import LapakOutside
import Testing

@Suite("Letters as they travel")
struct LetterTests {
    /// Wednesday 10 June 2020, 14:00 WIB.
    static let date = Instant(seconds: 1_591_772_400)

    static func mail(
        id: String = "claim-4711.1", fromName: String = "Lapak Asik", toName: String = "", subject: String = "Jadwal Anda",
        text: String = "Halo", html: String = "<p>Halo</p>", calendar: String? = nil
    ) throws -> Mail {
        let sender = try #require(EmailAddress("no-reply@lapak.example.id"))
        let rina = try #require(EmailAddress("rina@example.id"))
        let from = try #require(Mailbox(name: fromName, address: sender))
        let to = try #require(Mailbox(name: toName, address: rina))
        return Mail(id: id, from: from, to: to, subject: subject, text: text, html: html, calendar: calendar)
    }

    @Test("A letter with a calendar file is written exactly so")
    func golden() throws {
        let mail = try Self.mail(
            toName: "Siti Nurhaliza 🌸", subject: "Wawancara 14.00 – siapkan KTP", text: "Halo Siti,\n.\nsampai jumpa = ya ",
            html: "<p>Halo “Siti”</p>\n", calendar: "BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n")
        let expected = """
            Date: Wed, 10 Jun 2020 07:00:00 +0000
            From: "Lapak Asik"
             <no-reply@lapak.example.id>
            To: =?UTF-8?B?U2l0aSBOdXJoYWxpemEg8J+MuA==?=
             <rina@example.id>
            Subject: =?UTF-8?B?V2F3YW5jYXJhIDE0LjAwIOKAkyBzaWFwa2FuIEtUUA==?=
            Message-ID: <claim-4711.1@lapak.example.id>
            Auto-Submitted: auto-generated
            MIME-Version: 1.0
            Content-Type: multipart/mixed;
             boundary="=_m_claim-4711.1"

            --=_m_claim-4711.1
            Content-Type: multipart/alternative;
             boundary="=_a_claim-4711.1"

            --=_a_claim-4711.1
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Halo Siti,
            =2E
            sampai jumpa =3D ya=20
            --=_a_claim-4711.1
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p>Halo =E2=80=9CSiti=E2=80=9D</p>

            --=_a_claim-4711.1--
            --=_m_claim-4711.1
            Content-Type: text/calendar; charset=utf-8; method=PUBLISH
            Content-Disposition: attachment; filename="lapak.ics"
            Content-Transfer-Encoding: quoted-printable

            BEGIN:VCALENDAR
            METHOD:PUBLISH
            END:VCALENDAR

            --=_m_claim-4711.1--

            """
        #expect(try mail.message(at: Self.date) == expected.replacing("\n", with: "\r\n"))
    }

    @Test("The same letter and date give the same bytes")
    func deterministic() throws {
        let mail = try Self.mail(calendar: "BEGIN:VCALENDAR")
        #expect(try mail.message(at: Self.date) == mail.message(at: Self.date))
    }

    static let texts = [
        "", "\n", ".", "..\n.\n.", "a\rb\r\nc\n\nd", "tab\t\nblank \n", "=3D", "From Rina", String(repeating: "é", count: 400),
        String(repeating: "x", count: 74) + ".y", String(repeating: "x", count: 75) + ".", String(repeating: "x", count: 76),
        String(repeating: "x", count: 77), String(repeating: ".", count: 300), String(repeating: " ", count: 200),
        String(repeating: "👨‍👩‍👧", count: 40), "--=_a_claim-4711.1--", "e\u{301}\u{0}\u{7F}",
    ]

    @Test("Any text comes through, in ASCII lines of at most 76 that no server touches", arguments: texts)
    func quotedPrintable(text: String) throws {
        let message = try Self.mail(text: text).message(at: Self.date)
        let lines = message.split(separator: "\r\n", omittingEmptySubsequences: false)
        for line in lines {
            #expect(line.utf8.count <= 76)
            #expect(line.utf8.allSatisfy { (32...126).contains($0) || $0 == 9 })
            #expect(!line.hasPrefix(".") && !line.hasSuffix(" ") && !line.hasSuffix("\t"))
        }
        let body = try #require(MIMEReader.parts(of: message, boundary: "=_a_claim-4711.1").first)
        #expect(MIMEReader.quotedPrintable(body) == Array(MIMEReader.canonical(text).utf8))
    }

    static let subjects = [
        "Jadwal", "", " ", "=?UTF-8?B?SGFsbw==?=", "Siti “Ñ” 🌸", String(repeating: "a", count: 61),
        String(repeating: "ä", count: 300), String(repeating: "👩🏽‍⚕️", count: 30), "\u{2028}Bcc: x@example.id",
    ]

    @Test("Any subject comes through, folded, with no letter cut in two", arguments: subjects)
    func subject(text: String) throws {
        let message = try Self.mail(subject: text).message(at: Self.date)
        #expect(try MIMEReader.header("Subject", of: message) == text)
        #expect(MIMEReader.headerLines(message).allSatisfy { $0.utf8.count <= 76 })
        #expect(MIMEReader.headerNames(message) == Self.names)
    }

    static let names = ["Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"]

    @Test("A name with quotes, commas or brackets stays a name")
    func quotedName() throws {
        let message = try Self.mail(fromName: #"A "B" \ <x@example.id>, C"#).message(at: Self.date)
        #expect(message.contains(#"From: "A \"B\" \\ <x@example.id>, C""# + "\r\n <no-reply@lapak.example.id>\r\n"))
    }

    @Test(
        "A line end or other control character in a subject is refused",
        arguments: ["a\r\nBcc: x@example.id", "a\nb", "a\rb", "\u{0}", "a\u{7F}"])
    func subjectInjection(subject: String) throws {
        let mail = try Self.mail(subject: subject)
        #expect(throws: MailTrouble.permanent("a subject must be a single line")) { try mail.message(at: Self.date) }
    }

    @Test("A name with a line end is not a mailbox", arguments: ["a\r\nBcc: x@example.id", "a\nb", "\rb", "a\u{0}"])
    func nameInjection(name: String) throws {
        let address = try #require(EmailAddress("rina@example.id"))
        #expect(Mailbox(name: name, address: address) == nil)
        #expect(Mailbox("\(name) <rina@example.id>") == nil)
    }

    @Test(
        "An id that could leave its header is refused",
        arguments: ["", "a b", "a>b", "a\r\nb", "é", "a\"b", String(repeating: "a", count: 61)])
    func idInjection(id: String) throws {
        let mail = try Self.mail(id: id)
        #expect(throws: MailTrouble.self) { try mail.message(at: Self.date) }
    }

    @Test(
        "Dates are written as RFC 5322 has them",
        arguments: [
            (0, "Thu, 1 Jan 1970 00:00:00 +0000"), (1_582_934_399, "Fri, 28 Feb 2020 23:59:59 +0000"),
            (1_582_934_400, "Sat, 29 Feb 2020 00:00:00 +0000"), (1_609_459_199, "Thu, 31 Dec 2020 23:59:59 +0000"),
        ])
    func date(seconds: Int, written: String) throws {
        #expect(try Self.mail().message(at: Instant(seconds: Int64(seconds))).hasPrefix("Date: \(written)\r\n"))
    }

    @Test("A mailbox is read with and without a name")
    func mailboxes() throws {
        #expect(Mailbox("Lapak Asik <no-reply@example.id>")?.name == "Lapak Asik")
        #expect(Mailbox("no-reply@example.id")?.address.value == "no-reply@example.id")
        #expect(Mailbox("<no-reply@example.id>")?.name == "")
        #expect(Mailbox("Lapak Asik") == nil)
        #expect(Mailbox("a@example.id>") == nil)
    }
}
