/// A moment: whole milliseconds since 1970-01-01 00:00 UTC.
///
/// It always comes in as a value; nothing in the rules reads a clock.
package struct Instant: Hashable, Codable, Sendable, Comparable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }
    package init(seconds: Int64) { self.milliseconds = seconds * 1000 }

    /// Whole seconds since 1970, rounded down.
    package var seconds: Int64 { milliseconds.flooredDivision(by: 1000) }

    package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
    package static func + (a: Instant, b: Span) -> Instant { Instant(milliseconds: a.milliseconds + b.milliseconds) }
    package static func - (a: Instant, b: Span) -> Instant { Instant(milliseconds: a.milliseconds - b.milliseconds) }
    package static func - (a: Instant, b: Instant) -> Span { Span(milliseconds: a.milliseconds - b.milliseconds) }

    package init(from decoder: any Decoder) throws { milliseconds = try decoder.singleValueContainer().decode(Int64.self) }
    package func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(milliseconds)
    }
}

/// A length of time in whole milliseconds; may be negative.
package struct Span: Hashable, Codable, Sendable, Comparable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }
    package static func seconds(_ n: Int) -> Span { Span(milliseconds: Int64(n) * 1000) }
    package static func minutes(_ n: Int) -> Span { seconds(n * 60) }
    package static func hours(_ n: Int) -> Span { minutes(n * 60) }
    package static func days(_ n: Int) -> Span { hours(n * 24) }
    package static let zero = Span(milliseconds: 0)

    /// Whole minutes, rounded down.
    package var minutes: Int64 { seconds.flooredDivision(by: 60) }
    /// Whole seconds, rounded down.
    package var seconds: Int64 { milliseconds.flooredDivision(by: 1000) }

    package static func < (a: Span, b: Span) -> Bool { a.milliseconds < b.milliseconds }
    package static func + (a: Span, b: Span) -> Span { Span(milliseconds: a.milliseconds + b.milliseconds) }
}

extension Int64 {
    /// Division that rounds towards minus infinity, so that days before 1970 come out right.
    package func flooredDivision(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder != 0 && (remainder < 0) != (divisor < 0) ? quotient - 1 : quotient
    }
}
