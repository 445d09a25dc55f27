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

    package func deadMessageCount() throws -> Int { Int(try query("SELECT count(*) FROM message WHERE phase = 'dead'")[0].int(0)) }
}
