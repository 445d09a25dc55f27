extension Decision {
    /// A decision as the journal keeps it. Reason and day are nil only where the journal was written before it kept them.
    package enum Told: Hashable, Sendable {
        case approve
        case giveBack(ReturnReason?)
        case reject(RejectReason?)
        case inPerson(Day?)

        package init(_ decision: Decision) {
            self =
                switch decision {
                case .approve: .approve
                case .giveBack(let reason): .giveBack(reason)
                case .reject(let reason): .reject(reason)
                case .inPerson(let day): .inPerson(day)
                }
        }

        package var kind: Kind {
            switch self {
            case .approve: .approve
            case .giveBack: .giveBack
            case .reject: .reject
            case .inPerson: .inPerson
            }
        }
    }
}

extension Decision.Told: RawRepresentable, Codable {
    /// The kind, and behind a colon what belongs to it: `approve`, `reject:forged_paper`, `in_person:2026-07-10`.
    package var rawValue: String {
        let detail: String? =
            switch self {
            case .approve: nil
            case .giveBack(let reason): reason?.rawValue
            case .reject(let reason): reason?.rawValue
            case .inPerson(let day): day?.iso
            }
        return kind.rawValue + (detail.map { ":\($0)" } ?? "")
    }

    package init?(rawValue: String) {
        let parts = rawValue.split(separator: ":", maxSplits: 1).map(String.init)
        guard let kind = parts.first.flatMap(Decision.Kind.init(rawValue:)) else { return nil }
        let detail = parts.count == 2 ? parts[1] : nil
        switch (kind, detail) {
        case (.approve, nil): self = .approve
        case (.giveBack, nil): self = .giveBack(nil)
        case (.reject, nil): self = .reject(nil)
        case (.inPerson, nil): self = .inPerson(nil)
        case (.approve, _?): return nil
        case (.giveBack, let text?):
            guard let reason = ReturnReason(rawValue: text) else { return nil }
            self = .giveBack(reason)
        case (.reject, let text?):
            guard let reason = RejectReason(rawValue: text) else { return nil }
            self = .reject(reason)
        case (.inPerson, let text?):
            guard let day = Day(iso: text) else { return nil }
            self = .inPerson(day)
        }
    }
}
