import LapakDomain

/// A member as the registry writes it, before its parts are checked. Shape: see `HTTPMemberRegistry`.
struct MemberRecord: Decodable {
    struct Card: Decodable {
        let kpj: String
        let npp: String
        let employer: String
        let start: String
        let end: String?
        let status: Membership.Status
        let balance: Int64
    }
    struct Partial: Decodable {
        let reason: ClaimReason
        let paid: String
    }

    let id: Int64
    let nik: String
    let name: String
    let birth: String
    let mother: String
    let memberships: [Card]
    let partials: [Partial]?

    /// The member, or trouble that names the part that is wrong.
    func member() throws(RegistryTrouble) -> Member {
        guard let nik = NIK(nik) else { throw .unreadable("nik") }
        var cards: [Membership] = []
        for (index, card) in memberships.enumerated() {
            let place = "memberships[\(index)]"
            guard let kpj = KPJ(card.kpj) else { throw .unreadable("\(place).kpj") }
            guard card.balance >= 0 else { throw .unreadable("\(place).balance") }
            var end: Day?
            if let written = card.end { end = try MemberRecord.day(written, at: "\(place).end") }
            cards.append(
                Membership(
                    kpj: kpj, npp: card.npp, employer: card.employer, start: try MemberRecord.day(card.start, at: "\(place).start"),
                    end: end, status: card.status, balance: Rupiah(card.balance)))
        }
        var paid: [PartialClaim] = []
        for (index, partial) in (partials ?? []).enumerated() {
            paid.append(PartialClaim(reason: partial.reason, paid: try MemberRecord.day(partial.paid, at: "partials[\(index)].paid")))
        }
        return Member(
            id: ID(id), nik: nik, name: name, birth: try MemberRecord.day(birth, at: "birth"), mother: mother, memberships: cards,
            partials: paid)
    }

    /// `1990-08-05`.
    private static func day(_ written: String, at place: String) throws(RegistryTrouble) -> Day {
        let parts = written.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isDigits = parts.allSatisfy { $0.allSatisfy { (48...57).contains($0) } }
        let numbers = parts.compactMap { Int(String(Substring($0))) }
        guard isDigits, parts.map(\.count) == [4, 2, 2], numbers.count == 3,
            let day = Day(year: numbers[0], month: numbers[1], day: numbers[2])
        else { throw .unreadable(place) }
        return day
    }

    /// Where decoding failed: the path of keys, never a value.
    static func part(named error: any Error) -> String {
        let path: [any CodingKey] =
            switch error as? DecodingError {
            case .keyNotFound(let key, let context): context.codingPath + [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): context.codingPath
            default: []
            }
        let names = path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
        return names.isEmpty ? "not JSON" : String(names.trimmingPrefix("."))
    }
}
