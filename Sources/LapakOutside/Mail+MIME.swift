package import LapakDomain

extension Mail {
    /// The letter as it travels (RFC 5322, RFC 2045): ASCII with CR LF, the same for the same letter and date.
    ///
    /// Refuses, as permanent trouble, an id outside its alphabet and a subject with control characters.
    package func message(at date: Instant) throws(MailTrouble) -> String {
        guard (1...60).contains(id.utf8.count), id.utf8.allSatisfy(Mail.isIdentifier) else {
            throw .permanent("the id of a letter may only have letters, digits, dots, underscores and dashes")
        }
        guard !HeaderText.hasControls(subject) else { throw .permanent("a subject must be a single line") }
        let headers = [
            "Date: \(Mail.written(date))",
            "From: \(HeaderText.mailbox(from))",
            "To: \(HeaderText.mailbox(to))",
            "Subject: \(HeaderText.subject(subject))",
            "Message-ID: <\(id)@\(from.address.domain)>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
        ]
        return (headers + [body]).joined(separator: "\r\n") + "\r\n"
    }

    private var body: String {
        let letter = Mail.parts("alternative", boundary: "=_a_\(id)", [Mail.part("text/plain", text), Mail.part("text/html", html)])
        guard let calendar else { return letter }
        return Mail.parts("mixed", boundary: "=_m_\(id)", [letter, Mail.attachment(calendar)])
    }

    /// A boundary begins with `=_`, which quoted-printable text never has.
    private static func parts(_ kind: String, boundary: String, _ parts: [String]) -> String {
        let opened = parts.map { "--\(boundary)\r\n\($0)\r\n" }.joined()
        return "Content-Type: multipart/\(kind);\r\n boundary=\"\(boundary)\"\r\n\r\n\(opened)--\(boundary)--"
    }

    private static func part(_ type: String, _ text: String) -> String {
        "Content-Type: \(type); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\(QuotedPrintable.encode(text))"
    }

    /// The calendar's own METHOD must stand in the type as well (RFC 6047, section 2.4).
    private static func attachment(_ calendar: String) -> String {
        let methods = ["PUBLISH", "REQUEST", "CANCEL"]
        let lines = calendar.utf8.split { $0 == 13 || $0 == 10 }.map { String(decoding: $0, as: UTF8.self) }
        let method = methods.first { lines.contains("METHOD:\($0)") }
        return """
            Content-Type: text/calendar; charset=utf-8\(method.map { "; method=\($0)" } ?? "")\r
            Content-Disposition: attachment; filename="lapak.ics"\r
            Content-Transfer-Encoding: quoted-printable\r
            \r
            \(QuotedPrintable.encode(calendar))
            """
    }

    private static func isIdentifier(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: ".-_".utf8.contains(byte)
        }
    }

    /// `Wed, 10 Jun 2020 07:00:00 +0000` (RFC 5322, section 3.3).
    private static func written(_ date: Instant) -> String {
        let day = Day(number: Int(date.seconds.flooredDivision(by: 86_400)))
        let second = Int(date.seconds) - day.number * 86_400
        let (year, month, dayOfMonth) = day.date
        let time = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return "\(weekdays[day.weekday.rawValue - 1]), \(dayOfMonth) \(months[month - 1]) \(year) \(time) +0000"
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
