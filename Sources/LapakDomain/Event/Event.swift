/// What happened, for the journal: ids, numbers and hashes, never personal data.
///
/// Grouped by noun. The stored form does not show the group: `{"booked":{"booking":11,…}}`, one key that names the event and its
/// fields below it. Names and fields are kept for ever; a stored sample of each is decoded by a test.
package enum Event: Hashable, Sendable {
    case slot(SlotEvent)
    case registration(RegistrationEvent)
    case claim(ClaimEvent)
    case ticket(TicketEvent)
    case draw(DrawEvent)
    case document(DocumentEvent)
    case evidence(EvidenceEvent)
    case session(SessionEvent)
    case interview(InterviewEvent)
    case walkIn(WalkInEvent)
    case booth(BoothEvent)
    case operations(OperationsEvent)
}

/// The events of one noun. A case's key in `CodingKeys` is its name in the journal; no two nouns share one.
package protocol EventNoun: Hashable, Codable, Sendable {
    associatedtype CodingKeys: CodingKey, CaseIterable
}

extension Event: Codable {
    package init(from decoder: any Decoder) throws {
        let names = try decoder.container(keyedBy: EventName.self).allKeys
        guard names.count == 1, let read = Self.readers[names[0].stringValue] else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no event: \(names.map(\.stringValue))"))
        }
        self = try read(decoder)
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .slot(let event): try event.encode(to: encoder)
        case .registration(let event): try event.encode(to: encoder)
        case .claim(let event): try event.encode(to: encoder)
        case .ticket(let event): try event.encode(to: encoder)
        case .draw(let event): try event.encode(to: encoder)
        case .document(let event): try event.encode(to: encoder)
        case .evidence(let event): try event.encode(to: encoder)
        case .session(let event): try event.encode(to: encoder)
        case .interview(let event): try event.encode(to: encoder)
        case .walkIn(let event): try event.encode(to: encoder)
        case .booth(let event): try event.encode(to: encoder)
        case .operations(let event): try event.encode(to: encoder)
        }
    }

    private typealias Reader = @Sendable (any Decoder) throws -> Event

    /// Which noun reads an event of this name.
    private static let readers: [String: Reader] = Dictionary(
        uniqueKeysWithValues: [
            reader(SlotEvent.self) { .slot($0) },
            reader(RegistrationEvent.self) { .registration($0) },
            reader(ClaimEvent.self) { .claim($0) },
            reader(TicketEvent.self) { .ticket($0) },
            reader(DrawEvent.self) { .draw($0) },
            reader(DocumentEvent.self) { .document($0) },
            reader(EvidenceEvent.self) { .evidence($0) },
            reader(SessionEvent.self) { .session($0) },
            reader(InterviewEvent.self) { .interview($0) },
            reader(WalkInEvent.self) { .walkIn($0) },
            reader(BoothEvent.self) { .booth($0) },
            reader(OperationsEvent.self) { .operations($0) },
        ].joined())

    private static func reader<Noun: EventNoun>(
        _: Noun.Type, _ event: @escaping @Sendable (Noun) -> Event
    ) -> [(String, Reader)] {
        Noun.CodingKeys.allCases.map { name in (name.stringValue, { try event(Noun(from: $0)) }) }
    }
}

/// Any name of an event, as it stands in the journal.
private struct EventName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
