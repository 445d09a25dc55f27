/// An honest guess of when someone in the lobby is called: who stands before them, over the seats that are open now.
///
/// Seats refill one by one, so with `seats` taken one becomes free about every `sitting / seats`. The range spans from six tenths
/// to sixteen tenths of that.
package struct LobbyForecast: Hashable, Sendable {
    /// How long one sits where nothing was measured yet (screens.md 3.2).
    package static let usual = Span.minutes(15)

    /// People who are called before this one.
    package let ahead: Int
    /// Seats of the branch's open sessions, and how many of them nobody sits in.
    package let seats: Int
    package let free: Int
    /// From the answered call to the end, on average.
    package let sitting: Span

    package init(ahead: Int, seats: Int, free: Int, sitting: Span = LobbyForecast.usual) {
        self.ahead = ahead
        self.seats = seats
        self.free = free
        self.sitting = sitting
    }

    /// Counted from now; nil while nobody has opened a session.
    package var wait: ClosedRange<Span>? {
        guard seats > 0 else { return nil }
        guard ahead >= free else { return Span.zero...Span.minutes(2) }
        let middle = sitting.milliseconds * Int64(ahead - free + 1) / Int64(seats)
        return Span(milliseconds: middle * 6 / 10)...Span(milliseconds: middle * 16 / 10)
    }

    /// So many people are called within `span`, at the pace of now.
    package func people(within span: Span) -> Int { Int(Int64(seats) * span.milliseconds / sitting.milliseconds) }

    /// From when to when, in steps of five minutes and never before `now`.
    package func clock(at now: Instant) -> ClosedRange<Instant>? {
        guard let wait else { return nil }
        let step: Int64 = 300_000
        let from = max(now.milliseconds, (now + wait.lowerBound).milliseconds / step * step)
        let until = ((now + wait.upperBound).milliseconds + step - 1) / step * step
        return Instant(milliseconds: from)...Instant(milliseconds: max(from, until))
    }

    /// The expectation in one sentence, by the clocks of `zone`.
    package func text(at now: Instant, in zone: Zone, _ language: Language) -> String {
        guard let clock = clock(at: now) else {
            return Words(
                "Belum ada petugas yang membuka sesi. Begitu ada, panggilan berjalan menurut urutan.",
                "No officer has opened a session yet. As soon as one does, people are called in turn.")[language]
        }
        guard ahead >= free else {
            return Words("Ada kursi kosong. Panggilan datang sebentar lagi.", "A seat is free. The call comes in a moment.")[language]
        }
        let from = zone.time(of: clock.lowerBound).text(language)
        return Words(
            "Petugas kira-kira memanggil antara pukul \(from) dan \(clock.upperBound.timeText(in: zone, .id).dropFirst(6)).",
            "The officer is expected to call between \(from) and \(clock.upperBound.timeText(in: zone, .en)).")[language]
    }
}
