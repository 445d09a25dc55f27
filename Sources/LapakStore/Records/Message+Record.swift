package import LapakDomain

extension Message: Record {
    package static let table = Table(
        "message", .int("id"), .text("source"), .text("kind"), .text("channel"), .text("recipient"), .text("language"), .int("claim"),
        .text("details"), .text("phase"), .int("attempts"), .int("doubts"), .int("due"), .int("overdue"), .int("made"), .int("changed"),
        .int("sent"), .text("reference"), .int("successor"), .text("trouble"))

    package var values: [SQLValue] {
        [
            id.sql, source.sql, kind.rawValue.sql, channel.rawValue.sql, recipient.value.sql, language.rawValue.sql, claim.sql,
            details.sql, phase.rawValue.sql, attempts.sql, doubts.sql, due.sql, overdue.sql, made.sql, changed.sql, sent.sql,
            reference.sql, successor.sql, trouble.sql,
        ]
    }

    package init(row: Row) throws {
        let recipient: Recipient =
            switch try row.value(3) as Channel {
            case .mail: .mail(try row.email(4))
            case .whatsapp: .whatsapp(try row.phone(4))
            case .sms: .sms(try row.phone(4))
            }
        var standing = Standing()
        standing.phase = try row.value(8)
        standing.attempts = Int(try row.int(9))
        standing.doubts = Int(try row.int(10))
        standing.due = try row.instant(11)
        standing.sent = try row.optionalInstant(15)
        standing.reference = row.optionalText(16)
        standing.successor = try row.id(17)
        standing.trouble = row.optionalText(18)
        self.init(
            id: ID(try row.int(0)), source: try row.text(1), kind: try row.value(2), recipient: recipient, language: try row.value(5),
            claim: try row.id(6), details: try row.text(7), overdue: try row.optionalInstant(12), made: try row.instant(13),
            at: try row.instant(14), standing: standing)
    }
}
