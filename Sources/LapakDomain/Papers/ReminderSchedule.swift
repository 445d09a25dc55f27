/// When a member is reminded of an appointment and its papers: by default at 09.00 on H-3, H-2 and H-1, the branch's clock.
package struct ReminderSchedule: Hashable, Sendable {
    package struct Reminder: Hashable, Sendable {
        package let daysBefore: Int
        package let moment: Instant
    }

    /// In the order of time.
    package let reminders: [Reminder]

    package init(start: Instant, zone: Zone, policy: Policy) {
        let day = zone.day(of: start)
        reminders = policy.files.remindDays.filter { $0 > 0 }.sorted(by: >).map {
            Reminder(daysBefore: $0, moment: (day - $0).at(policy.reminderAt, in: zone))
        }
    }

    /// The first one that still lies ahead.
    package func next(after now: Instant) -> Reminder? { reminders.first { $0.moment > now } }

    /// The last one whose moment has come.
    package func latest(at now: Instant) -> Reminder? { reminders.last { $0.moment <= now } }
}
