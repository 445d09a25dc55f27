/// How the people of a place are named: given names, what follows them, and how many have one name only.
struct NamingCustom: Sendable {
    let men: [String]
    let women: [String]
    /// Second names or family names; both sexes unless `womenSecond` says otherwise.
    let second: [String]
    let womenSecond: [String]
    /// Percent of people with a single name.
    let oneName: Int

    init(men: String, women: String, second: String, womenSecond: String? = nil, oneName: Int) {
        self.men = NamingCustom.list(men)
        self.women = NamingCustom.list(women)
        self.second = NamingCustom.list(second)
        self.womenSecond = NamingCustom.list(womenSecond ?? second)
        self.oneName = oneName
    }

    /// A name for a man or a woman.
    func name(woman: Bool, with dice: inout Dice) -> String {
        let given = dice.pick(woman ? women : men)
        let following = dice.pick(woman ? womenSecond : second)
        return dice.chance(oneName) || given == following ? given : given + " " + following
    }

    /// Names are written with commas, so that one may hold a space (`Ni Putu`).
    private static func list(_ names: String) -> [String] {
        names.split(separator: ",").map { name in String(name.drop { $0 == " " }) }
    }
}
