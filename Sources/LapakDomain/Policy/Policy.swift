/// What the agency decided and may decide otherwise: every number that is "ours to decide" (domain.md).
///
/// National defaults; kept as versioned data beside the database.
package struct Policy: Hashable, Codable, Sendable {
    /// Length of one appointment window, minutes.
    package var slotMinutes = 30
    /// How many days ahead places can be taken, opened day by day.
    package var horizonDays = 7
    /// How long a chosen place waits for someone who has not yet proven their contact, and the longest it can be stretched.
    package var holdUnproven = Span.minutes(4)
    package var holdUnprovenAtMost = Span.minutes(10)
    /// The same after the proof: ten minutes that extend while the person is active (screens.md 2.1).
    package var holdProven = Span.minutes(10)
    package var holdProvenAtMost = Span.minutes(30)
    /// Unproven holds may take at most one of this many places of a slot.
    package var unprovenShare = 3
    /// Changes of appointment per claim.
    package var changes = 2
    /// Branches a person may name for the waiting list.
    package var wishes = 5
    /// How long a one-time code lasts, how often it may be mistyped, and how many may be asked for.
    package var codeLasts = Span.minutes(15)
    package var codeTries = 5
    package var codesPerRegistration = 5
    /// The pause before another code may be asked for.
    package var codePause = Span.seconds(45)
    /// A contact that was changed opens nothing valuable by itself for this long, so that whoever it was taken from can object.
    package var contactRest = Span.hours(24)
    /// An unfinished registration is forgotten after this long without a sign of life.
    package var registrationLasts = Span.hours(24)
    /// A look at one's own claim ends this long after the code.
    package var visitLasts = Span.hours(2)
    /// Freed places that nobody on the list wants return to everyone after a chance delay within these bounds,
    /// so that nobody can know the moment.
    package var quietAtLeast = Span.minutes(7)
    package var quietAtMost = Span.minutes(55)
    /// From this many people waiting for a branch on, whoever joins on one day is put in order by a public draw.
    package var drawFrom = 200
    package var offers = OfferPolicy()
    package var files = FilePolicy()
    package var interviews = InterviewPolicy()
    package var onsite = OnsitePolicy()
    package var identity = IdentityPolicy()
    package var sources = SourcePolicy()
    /// The rule version that claims are judged by.
    package var rules = RuleVersion.permenaker4Of2022
    /// Checklists that the agency changed; a version that is not here has the table that the service comes with.
    package var checklists: [RuleVersion: [Requirement]] = [:]
    /// Reminders go out at this time, the branch's clock, on the days that `files.remindDays` names.
    package var reminderAt = ClockTime(9, 0)

    package init() {}
}

/// How long an offered place waits for its answer.
package struct OfferPolicy: Hashable, Codable, Sendable {
    /// More than three days before the appointment.
    package var far = Span.hours(12)
    /// One to three days before.
    package var near = Span.hours(4)
    /// Less than a day before.
    package var close = Span.hours(1)
    /// Nobody is woken: between these times, the branch's clock, no message of an offer goes out and no window runs.
    package var nightFrom = ClockTime(21, 0)
    package var nightUntil = ClockTime(7, 0)

    package init() {}

    /// When an offer made `now` for an appointment at `start` runs out: the window by lead time, with the nights
    /// left out, and never later than `last`, the last moment at which the place can be used.
    package func deadline(for start: Instant, in zone: Zone, last: Instant, at now: Instant) -> Instant {
        let lead = start - now
        let window = lead > .days(3) ? far : lead > .days(1) ? near : close
        return min(awake(after: now, for: window, in: zone), last)
    }

    /// True while people sleep at the branch's clock.
    package func isNight(at now: Instant, in zone: Zone) -> Bool {
        let time = zone.time(of: now)
        // A night may begin before midnight or after it; one that ends when it begins is none.
        return nightFrom > nightUntil ? time >= nightFrom || time < nightUntil : time >= nightFrom && time < nightUntil
    }

    /// The next moment at which people are awake: now, or the end of the night.
    package func awake(at now: Instant, in zone: Zone) -> Instant { awake(after: now, for: .zero, in: zone) }

    /// The moment at which `window` has passed after `start`, not counting the nights.
    private func awake(after start: Instant, for window: Span, in zone: Zone) -> Instant {
        guard nightFrom != nightUntil else { return start + window }
        var moment = start
        var left = window
        while true {
            if isNight(at: moment, in: zone) { moment = next(nightUntil, after: moment, in: zone) }
            let evening = next(nightFrom, after: moment, in: zone)
            if moment + left <= evening { return moment + left }
            left = Span(milliseconds: left.milliseconds - (evening - moment).milliseconds)
            moment = evening
        }
    }

    /// The next moment at which the branch's clock shows `time`.
    private func next(_ time: ClockTime, after moment: Instant, in zone: Zone) -> Instant {
        let today = zone.day(of: moment)
        return [today, today + 1].map { $0.at(time, in: zone) }.first { $0 > moment } ?? (today + 1).at(time, in: zone)
    }
}
