/// What the agency decided about One to Many: waits, calls, undo (domain.md, "Ours to decide"; screens.md 3).
package struct InterviewPolicy: Hashable, Codable, Sendable {
    /// The lobby opens this long before the appointment.
    package var lobbyOpens = Span.minutes(30)
    /// Who was called has this long to answer, and is called this often.
    package var answerWithin = Span.seconds(120)
    package var calls = 3
    /// Someone who never came is expected until this long after the window's end.
    package var missedAfter = Span.minutes(30)
    /// Missed appointments that cost no rank in line.
    package var freeMisses = 1
    /// Times that somebody who was in the lobby in time may not be reached when called, and keeps the rank.
    package var freeUnreached = 3
    /// A step of the officer can be taken back for this long.
    package var undo = Span.seconds(6)
    /// A member's step that takes this long without a sign of life is stuck.
    package var stuckAfter = Span.seconds(90)
    /// So many mismatches in one interview are stuck, too.
    package var mismatches = 2
    /// Anyone who waits longer for the officer comes before everyone who does not.
    package var longWait = Span.seconds(180)
    /// A page that was not heard of for this long counts as away.
    package var awayAfter = Span.seconds(10)
    /// The people of an officer who is away this long go back to the front of the lobby.
    package var abandonedAfter = Span.seconds(60)
    /// One in so many claims asks for one automatic row by hand.
    package var auditOneIn = 20
    /// A parked interview comes back by itself after this long.
    package var parkLasts = Span.minutes(10)
    /// Whoever is still in the lobby so long after their appointment was not served: that is our fault and costs them nothing.
    package var lobbyLasts = Span.hours(10)
    /// Working days within which an approved claim is paid (Permenaker 4/2022).
    package var payWithin = 5
    /// Whether idle officers also take people of other branches' lobbies.
    package var nationalPool = false
    package init() {}
}
