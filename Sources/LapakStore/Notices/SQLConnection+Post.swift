package import LapakDomain

// What the postman and the operators ask of the messages.
extension SQLConnection {
    /// Messages of a channel to send now, oldest first; also those whose carrier never came back.
    package func messages(dueAt now: Instant, by channel: Message.Channel, limit: Int) throws -> [ID<Message>] {
        try query(
            """
            SELECT id FROM message WHERE channel = $1 AND phase IN ('waiting', 'taken') AND due <= $2 \
            ORDER BY due, id LIMIT $3
            """, channel.rawValue, now, limit
        ).map { ID(try $0.int(0)) }
    }

    /// Messages that should have arrived by now.
    package func messages(overdueAt now: Instant, limit: Int) throws -> [ID<Message>] {
        try query("SELECT id FROM message WHERE overdue IS NOT NULL AND overdue <= $1 ORDER BY overdue LIMIT $2", now, limit)
            .map { ID(try $0.int(0)) }
    }

    /// Messages that nobody got, latest first.
    package func deadMessages(limit: Int) throws -> [Message] {
        try query("SELECT \(Message.table.columnList) FROM message WHERE phase = 'dead' ORDER BY changed DESC, id DESC LIMIT $1", limit)
            .map(Message.init)
    }

    /// Whether what this source caused was refused for good, by every channel that it was sent by.
    package func isRefused(_ source: String) throws -> Bool {
        let all = try query("SELECT \(Message.table.columnList) FROM message WHERE source = $1", source).map(Message.init)
        return all.contains { $0.isRefused } && all.allSatisfy { $0.isRefused || $0.phase == .failed }
    }

    /// The newest message that was refused for good by a contact which the claim still has, and not longer ago than `since`.
    package func refused(by claim: Claim, since: Instant) throws -> Message? {
        try query(
            """
            SELECT \(Message.table.columnList) FROM message WHERE claim = $1 AND phase = 'dead' AND changed >= $2
            ORDER BY changed DESC LIMIT 8
            """, claim.id, since
        ).map(Message.init).first { $0.isRefused && claim.contacts.proven.contains($0.recipient.address) }
    }

    package func deadMessageCount() throws -> Int { Int(try query("SELECT count(*) FROM message WHERE phase = 'dead'")[0].int(0)) }
}
