extension Story {
    /// Every story, in the order in which a claim meets the rooms.
    static let all: [Story] = [
        publicPages, registration, mistakes, waitingList, claims, contacts, papers, results, interviews, onsite, yard, booths, precheck,
        desks,
        consoles,
    ].flatMap { $0 }
}
