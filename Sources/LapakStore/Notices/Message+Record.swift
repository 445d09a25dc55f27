package import LapakDomain

extension Message: Record {
    package static let table = Table<Message>("message") { table in
        let id = table.column("id", \.id)
        let source = table.column("source", \.source)
        let kind = table.column("kind", \.kind)
        let channel = table.column("channel", \.channel)
        let address = table.column("recipient", \.recipient.value)
        let language = table.column("language", \.language)
        let claim = table.column("claim", \.claim)
        let details = table.column("details", \.details)
        let phase = table.column("phase", \.phase)
        let attempts = table.column("attempts", \.attempts)
        let doubts = table.column("doubts", \.doubts)
        let due = table.column("due", \.due)
        let overdue = table.column("overdue", \.overdue)
        let made = table.column("made", \.made)
        let changed = table.column("changed", \.changed)
        let sent = table.column("sent", \.sent)
        let reference = table.column("reference", \.reference)
        let successor = table.column("successor", \.successor)
        let trouble = table.column("trouble", \.trouble)
        table.unique("message_once")
        return { row in
            var standing = Standing()
            standing.phase = try row[phase]
            standing.attempts = try row[attempts]
            standing.doubts = try row[doubts]
            standing.due = try row[due] as Instant
            standing.sent = try row[sent]
            standing.reference = try row[reference]
            standing.successor = try row[successor]
            standing.trouble = try row[trouble]
            return Message(
                id: try row[id], source: try row[source], kind: try row[kind],
                recipient: try Recipient(try row[channel], SQLValue.text(try row[address])), language: try row[language],
                claim: try row[claim], details: try row[details], overdue: try row[overdue], made: try row[made], at: try row[changed],
                standing: standing)
        }
    }
}

extension Recipient {
    /// The address or number that stands beside its channel.
    fileprivate init(_ channel: Message.Channel, _ address: SQLValue) throws(DatabaseTrouble) {
        self =
            switch channel {
            case .mail: .mail(try EmailAddress(sql: address))
            case .whatsapp: .whatsapp(try PhoneNumber(sql: address))
            case .sms: .sms(try PhoneNumber(sql: address))
            }
    }
}
