/// How long someone has been a member, over several cards.
///
/// The law asks for years of membership ("masa kepesertaan") and does not say how breaks count. Decided here: years run
/// from the first card's start; every day without a card puts the anniversary off by one day; days with two cards count
/// once. A card counts from its first to its last day, both included; a running card is taken to go on. Paid cards are
/// settled and left out by the caller; an ended card without an end date cannot be counted.
package struct MembershipYears: Hashable, Sendable {
    private let cards: [Membership]

    package init(of cards: [Membership]) {
        self.cards = cards.filter { $0.status == .active || $0.end != nil }.sorted { $0.start < $1.start }
    }

    /// The first day on which `years` of membership are full, which may lie ahead; nil when the last card ended too soon.
    package func completion(of years: Int) -> Day? {
        guard let first = cards.first else { return nil }
        var anniversary = first.start.adding(years: years)
        var reached = first.start
        for card in cards {
            if reached >= anniversary { break }
            if card.start > reached { anniversary = anniversary + (card.start - reached) }
            guard card.status != .active, let end = card.end else { return anniversary }
            reached = max(reached, end + 1)
        }
        return reached >= anniversary ? anniversary : nil
    }
}
