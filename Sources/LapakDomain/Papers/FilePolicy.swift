/// What the agency decided about files: how large, for how long, how many.
package struct FilePolicy: Hashable, Codable, Sendable {
    /// Size of one file, bytes (6 MB at the portal, domain.md).
    package var mostBytes = 6 * 1_048_576
    /// Pixels of one image, so that a small file cannot fill the memory.
    package var mostPixels = 60_000_000
    /// Pages of one PDF.
    package var mostPages = 20
    /// The longer side, pixels, to which a photo is shrunk on the member's device (screens.md, section 1).
    package var shrinkTo = 1800
    /// Papers that need another one.
    package var shrinkPapers: [Paper: Int] = [.kk: 2400, .facePhoto: 1200]
    /// Files sent for one paper of a claim, replacements included.
    package var versions = 20
    /// An unfinished upload is kept this long, and never past the deadline.
    package var uploadLasts = Span.hours(24)
    /// Unfinished uploads of one claim at the same time.
    package var uploads = 10
    /// How long a file stays with the officer who took it, without a sign of life.
    package var leaseLasts = Span.minutes(10)
    /// A document whose deadline is nearer than this is urgent.
    package static let urgentWithin = Span.hours(24)
    /// An officer's note to the member, characters.
    package var noteLength = 300
    /// Outages of ours within this long before the deadline move it.
    package var outageWindow = Span.hours(6)
    /// Papers are never taken later than this before the interview.
    package var latestBeforeCall = Span.hours(1)
    /// An outage that still lasts is taken to last this much longer.
    package var outageGuess = Span.hours(1)
    /// Reminders go out so many days before the appointment.
    package var remindDays = [3, 2, 1]

    package init() {}

    /// The longer side, pixels, for photos of `paper`.
    package func shrink(_ paper: Paper) -> Int { shrinkPapers[paper] ?? shrinkTo }
}

extension Paper: CodingKeyRepresentable {}
