/// A moment: whole milliseconds since 1970-01-01 00:00 UTC.
///
/// It always comes in as a value; nothing in the rules reads a clock. Reckoning with times, spans and days ends at the last number that
/// there is instead of ending the program: what somebody typed may be as large as they like.
package struct Instant: Hashable, Codable, Sendable, Comparable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }
    package init(seconds: Int64) { self.milliseconds = seconds.times(1000) }

    /// Whole seconds since 1970, rounded down.
    package var seconds: Int64 { milliseconds.flooredDivision(by: 1000) }

    package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
    package static func + (a: Instant, b: Span) -> Instant { Instant(milliseconds: a.milliseconds.plus(b.milliseconds)) }
    package static func - (a: Instant, b: Span) -> Instant { Instant(milliseconds: a.milliseconds.minus(b.milliseconds)) }
    package static func - (a: Instant, b: Instant) -> Span { Span(milliseconds: a.milliseconds.minus(b.milliseconds)) }

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
    package static func seconds(_ n: Int) -> Span { Span(milliseconds: Int64(n).times(1000)) }
    package static func minutes(_ n: Int) -> Span { seconds(n.times(60)) }
    package static func hours(_ n: Int) -> Span { minutes(n.times(60)) }
    package static func days(_ n: Int) -> Span { hours(n.times(24)) }
    package static let zero = Span(milliseconds: 0)

    /// Whole minutes, rounded down.
    package var minutes: Int64 { seconds.flooredDivision(by: 60) }
    /// Whole seconds, rounded down.
    package var seconds: Int64 { milliseconds.flooredDivision(by: 1000) }

    package static func < (a: Span, b: Span) -> Bool { a.milliseconds < b.milliseconds }
    package static func + (a: Span, b: Span) -> Span { Span(milliseconds: a.milliseconds.plus(b.milliseconds)) }
}

extension FixedWidthInteger where Self: SignedInteger {
    /// The sum, or the last number there is in its direction.
    package func plus(_ other: Self) -> Self {
        let (sum, isOver) = addingReportingOverflow(other)
        return isOver ? (other < 0 ? .min : .max) : sum
    }

    /// The difference, or the last number there is in its direction.
    package func minus(_ other: Self) -> Self {
        let (difference, isOver) = subtractingReportingOverflow(other)
        return isOver ? (other < 0 ? .max : .min) : difference
    }

    /// The product, or the last number there is in its direction.
    package func times(_ other: Self) -> Self {
        let (product, isOver) = multipliedReportingOverflow(by: other)
        return isOver ? ((self < 0) == (other < 0) ? .max : .min) : product
    }
}

extension Int64 {
    /// Division that rounds towards minus infinity, so that days before 1970 come out right.
    package func flooredDivision(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder != 0 && (remainder < 0) != (divisor < 0) ? quotient - 1 : quotient
    }
}
