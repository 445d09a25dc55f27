import LapakDomain

/// A claim, its appointment and its papers, for the tests about documents. The interview is on Tuesday 7 July 2026,
/// 09.00 by the branch's clock; "now" is the Thursday before, 10.00 WIB, unless a test says otherwise.
struct Papers {
    static let monday = Day(number: 20_640)
    static let thursday = (monday - 4).at(ClockTime(10, 0), in: .wib)
    static let officer = ID<Staff>(7)
    static let hash = String(repeating: "ab", count: 32)

    let zone: Zone
    var policy = Policy()
    let slot: Slot
    var claim: Claim

    /// A claim that was booked on Thursday.
    init(in zone: Zone = .wib, phase: Claim.Phase = .booked) {
        self.zone = zone
        slot = Self.slot(in: zone)
        let number = ClaimNumber(chance: 1)
        claim = Claim(
            id: ID(13), number: number, member: ID(1), reason: .pension56, rules: .permenaker4Of2022, phase: .waiting, name: "Rani",
            nik: NIK(Worker.nik)!, email: EmailAddress("rani@example.com")!, phone: PhoneNumber("081234567890")!, language: .id,
            filed: Self.thursday)
        if phase == .waiting { return }
        _ = try? claim.book(Self.booking(in: slot), zone: zone, policy: policy, at: Self.thursday)
        if !phase.isOpen || phase == .ready {
            _ = try? claim.complete(Self.dossier(.accepted), slot: slot, zone: zone, policy: policy, at: Self.thursday)
        }
        switch phase {
        case .cancelled: _ = try? claim.cancel(at: Self.thursday)
        case .approved: settle(.approve)
        case .rejected: settle(.reject(.notEligible))
        case .inPerson: settle(.inPerson(Self.monday))
        case .waiting, .booked, .ready: break
        }
    }

    /// Midnight before the interview, at the branch.
    var due: Instant { (Self.monday + 1).at(ClockTime(0, 0), in: zone) }
    /// One hour before the interview.
    var latest: Instant { (Self.monday + 1).at(ClockTime(8, 0), in: zone) }
    static func before(_ moment: Instant) -> Instant { Instant(milliseconds: moment.milliseconds - 1) }

    /// An even number: odd ones are of the branch channel.
    static func slot(in zone: Zone, day: Int = 1, id: Int64 = 20) -> Slot {
        Slot(
            id: ID(id), branch: ID(3), channel: .online, start: (monday + day).at(ClockTime(9, 0), in: zone), minutes: 30, planned: 4,
            taken: 1)
    }

    static func booking(in slot: Slot, id: Int64 = 11) -> Booking {
        Booking(
            id: ID(id), slot: slot.id, branch: slot.branch, start: slot.start, phase: .confirmed, proven: true, claim: ID(13),
            since: thursday, due: nil)
    }

    private mutating func settle(_ decision: Decision) {
        _ = try? claim.settle(decision, payBy: Self.monday, ticket: nil, at: Self.thursday)
    }

    static func ticket(_ phase: Ticket.Phase = .waiting, claim: Int64 = 13) -> Ticket {
        Ticket(
            id: ID(14), claim: ID(claim), member: ID(1), phase: phase, cohort: monday - 4, rank: 5, drawn: true, wish: Wish(),
            joined: thursday, booking: phase == .served || phase == .offered ? ID(11) : nil)
    }

    static func document(
        _ paper: Paper, _ phase: Document.Phase, version: Int = 1, id: Int64? = nil, lease: Lease? = nil
    ) -> Document {
        Document(
            id: ID(id ?? Int64(100 + version)), claim: ID(13), paper: paper, version: version, kind: phase == .checking ? nil : .jpeg,
            bytes: 310_000, sha256: hash, received: thursday, phase: phase, lease: lease)
    }

    static let pension = Dossier.Facts(
        reason: .pension56, rules: .permenaker4Of2022, balance: Rupiah(14_250_000), partialBefore: false)

    /// Card, KTP, bank book and photo: the first three waiting or accepted as `phase` says, the photo as `last` does.
    static func dossier(_ phase: Document.Phase = .waiting, last: Document.Phase? = nil) -> Dossier {
        let documents = [.kartuPeserta, .ktp, .bankBook].map { document($0, phase) }
        return Dossier(pension, documents: documents + [document(.facePhoto, last ?? phase)])
    }

    static let nothing = Dossier(pension, documents: [])
}

/// What a verb refuses, or nil when it is allowed.
func refused(_ verb: () throws -> Void) -> Refusal? {
    do { try verb(); return nil } catch let refusal as Refusal { return refusal } catch { return .notFound }
}
