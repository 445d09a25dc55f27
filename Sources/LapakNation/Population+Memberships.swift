import LapakDomain

extension Population {
    /// One to three cards, the oldest first, of someone who began to work at 18 or later.
    func memberships(
        of index: Int, standing: Standing, birth: Day, island: Place.Island, with dice: inout Dice
    ) -> [Membership] {
        let adult = birth.adding(years: 18)
        let end = base - standing.daysSinceEnd(longest: base - adult - 120, with: &dice)
        let career = Career.drawn(longest: (end - adult) / 30, with: &dice)
        let slack = end - adult - career.months * 30
        let companies = Company.list(of: island)
        var newestFirst: [Membership] = []
        var leaves = end
        for (number, stint) in career.stints.enumerated() {
            let company = dice.pick(companies)
            let joins = leaves - stint.months * 30
            newestFirst.append(
                Membership(
                    kpj: MadeUp.kpj(serial: 1000 + index * 3 + number, joined: joins), npp: company.npp, employer: company.name,
                    start: joins, end: standing == .active && number == 0 ? nil : leaves, status: status(number, standing),
                    balance: standing == .paid ? Rupiah(0) : Rupiah(Int64(stint.balance))))
            leaves = joins - dice.roll(0...min(200, slack / career.stints.count))
        }
        return newestFirst.reversed()
    }

    /// One in twenty of those with ten years' membership took 10 % at some time after them.
    func partials(after memberships: [Membership], standing: Standing, with dice: inout Dice) -> [PartialClaim] {
        guard let first = memberships.first, let last = memberships.last, standing != .paid else { return [] }
        let possible = first.start.adding(years: 10)
        let until = last.end ?? base
        guard dice.chance(5), possible < until else { return [] }
        return [PartialClaim(reason: .partial10, paid: possible + dice.roll(0..<(until - possible)))]
    }

    /// The status of the card `number`, 0 the newest.
    private func status(_ number: Int, _ standing: Standing) -> Membership.Status {
        switch standing {
        case .paid: .paid
        case .active where number == 0: .active
        case .ended, .waiting, .active, .elder: .ended
        }
    }
}
