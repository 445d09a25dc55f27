package import LapakDomain

/// The named cast: fourteen people whose stories cover what a claim can meet.
///
/// Dates that matter are counted back from the base day; birth dates, card numbers and ids (1...14) stay the same.
/// Each NIK ends in a serial above 9980, so none is met in the population or in life.
package struct Cast: Hashable, Sendable {
    /// The day on which the stories are as told.
    package let base: Day

    package init(on base: Day) { self.base = base }

    /// Everyone, in the order of their ids.
    package static func all(on base: Day) -> [CastMember] { Cast(on: base).all }

    package var all: [CastMember] {
        [siti, budi, made, rina, joko, maria, hasan, wulan, agus, andi, sukarni, hendra, yuliana, grace]
    }

    /// Puts a person together. `place` is the six digits of the NIK; the branch must be in the nation.
    func person(
        _ id: Int64, _ name: String, woman: Bool, place: Int, birth: Day, mother: String, contact: String, branch code: String,
        reason: ClaimReason, cards: [Membership], partials: [PartialClaim] = [], story: Words
    ) -> CastMember {
        guard let branch = ExampleNation.branch(code: code) else { preconditionFailure("no such branch: \(code)") }
        let nik = MadeUp.nik(place: place, birth: birth, woman: woman, serial: MadeUp.highestPopulationSerial + Int(id))
        return CastMember(
            member: Member(id: ID(id), nik: nik, name: name, birth: birth, mother: mother, memberships: cards, partials: partials),
            email: "\(contact)@example.com", phone: "0800000001" + MadeUp.padded(Int(id), 2), branch: branch.id, reason: reason,
            story: story)
    }

    /// A card; `ended` is days before the base day, nil while contributions run. Serials are below 1000 and unique in the cast.
    func card(
        _ serial: Int, _ employer: Company, years: Int, ended: Int?, rupiah: Int64, status: Membership.Status? = nil
    ) -> Membership {
        let end = ended.map { base - $0 }
        let start = (end ?? base).adding(years: -years)
        return Membership(
            kpj: MadeUp.kpj(serial: serial, joined: start), npp: employer.npp, employer: employer.name, start: start, end: end,
            status: status ?? (end == nil ? .active : .ended), balance: Rupiah(rupiah))
    }
}
