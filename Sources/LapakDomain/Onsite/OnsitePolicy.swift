/// What the agency decided about the branch channel: room, calls, priority, tablets (domain.md, "Channels" and "Ours to decide").
package struct OnsitePolicy: Hashable, Codable, Sendable {
    /// After so many calls that nobody followed the person moves back `setBack` places.
    package var callsBeforeSetBack = 2
    package var setBack = 3
    /// Someone with priority stands where a person would who came this much earlier. So they overtake nobody who came earlier than
    /// that, and nobody starves.
    package var priorityAhead = Span.minutes(45)
    /// Who has it; published at every branch.
    package var priorities = Priority.allCases
    /// Numbers that a tablet reserves at once, and checks that it keeps without a network.
    package var block = 200
    /// People who have waited as long as this are told so long before they are expected to come in (screens.md 2.2).
    package var comesSoon = Span.minutes(10)
    /// A booth's page that was not heard of for this long takes nobody.
    package var boothAway = Span.seconds(60)
    /// A pairing code is good for so long.
    package var pairingLasts = Span.minutes(15)
    package init() {}
}

extension OnsitePolicy {
    /// What happens to whoever does not follow the calls.
    package var setBackWords: Words {
        Words(
            "Bila \(callsBeforeSetBack.spelled(.id)) panggilan terlewat, nomor Anda mundur \(setBack.spelled(.id)) urutan.",
            "If \(callsBeforeSetBack.spelled(.en)) calls pass, your number moves back \(setBack.spelled(.en)) places.")
    }
}

/// Who goes before others of the same time (domain.md, "Channels").
package enum Priority: String, Hashable, Codable, Sendable, CaseIterable {
    case pregnant, elderly, disabled, ill

    package var words: Words {
        switch self {
        case .pregnant: Words("Ibu hamil", "Pregnant")
        case .elderly: Words("Lansia", "Elderly")
        case .disabled: Words("Penyandang disabilitas", "Disabled")
        case .ill: Words("Sedang sakit", "Ill")
        }
    }
}
