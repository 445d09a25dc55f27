package import LapakDomain

/// One attempt to send one message, as it is called outside: `m7341259873-2`.
package struct AttemptName: Hashable, Sendable {
    package let message: ID<Message>
    /// From 1 on.
    package let attempt: Int

    package init(_ message: Message) {
        self.message = message.id
        attempt = message.attempts
    }

    /// Nil for anything that this application did not write.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].first == "m", let id = Int64(parts[0].dropFirst()), id >= 0, let attempt = Int(parts[1]),
            attempt > 0, text == "m\(id)-\(attempt)"
        else { return nil }
        message = ID(id)
        self.attempt = attempt
    }

    package var text: String { "\(stem)-\(attempt)" }
    /// The same for every attempt: `m7341259873`.
    package var stem: String { "m\(message.rawValue)" }
}
