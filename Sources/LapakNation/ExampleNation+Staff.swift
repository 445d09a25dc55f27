package import LapakDomain

extension ExampleNation {
    /// Three national watchers, then for every branch one manager and as many officers as `Branch.officers` says.
    package static let staff: [StaffMember] = national + branches.flatMap(staff(of:))

    /// The manager and the officers of one branch, the manager first; the same names every time.
    package static func staff(of branch: Branch) -> [StaffMember] {
        var dice = Dice(seed: 1977, item: Int(branch.id.rawValue))
        let place = branch.code
        var names: Set<String> = []
        func freshName() -> String {
            while true {
                let name = custom(of: branch).name(woman: dice.chance(50), with: &dice)
                if names.insert(name).inserted { return name }
            }
        }
        let manager = StaffMember(username: "manajer.\(place)", name: freshName(), role: .manager, branch: branch.id)
        return [manager]
            + (1...branch.officers).map { number in
                StaffMember(username: "petugas\(number).\(place)", name: freshName(), role: .officer, branch: branch.id)
            }
    }

    private static let national = [
        StaffMember(username: "nasional1", name: "Ratna Kusumawati", role: .national, branch: nil),
        StaffMember(username: "nasional2", name: "Taufik Anwar", role: .national, branch: nil),
        StaffMember(username: "nasional3", name: "Yosef Mandacan", role: .national, branch: nil),
    ]

    private static func custom(of branch: Branch) -> NamingCustom {
        switch branch.id.rawValue {
        case 1...17: .malay
        case 18...29: .minang
        case 30...36: .betawi
        case 37...38: .sunda
        case 39...43: .java
        case 44: .bali
        case 48...49: .bugis
        case 50...51: .papua
        case 52: .maluku
        default: .malay
        }
    }
}
