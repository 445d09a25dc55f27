import LapakDomain

/// One line of a registry export: a membership card with its member's particulars beside it.
struct MemberCard {
    let line: Int
    let texts: [String]
    let nik: NIK
    let membership: Membership

    /// The columns that the first line must name, in any order; others are ignored.
    static let columns = ["nik", "name", "birth", "mother", "kpj", "npp", "employer", "start", "end", "status", "balance"]
    private static let (name, birth, mother) = (1, 2, 3)
    private static let mostMoney: Int64 = 1_000_000_000_000

    /// Reads a line whose texts stand in the order of `columns`, trimmed. Nil with what is wrong in `faults`.
    init?(line: Int, texts: [String], faults: inout [MemberImport.Fault]) {
        let before = faults.count
        func fault(_ column: Int, _ words: String) {
            faults.append(MemberImport.Fault(line: line, field: Self.columns[column], words: words))
        }
        let nik = NIK(texts[0])
        if nik == nil { fault(0, "a NIK has 16 digits: place, birth date and serial") }
        let kpj = KPJ(texts[4])
        if kpj == nil { fault(4, "a card number has \(KPJ.length) digits") }
        if !(1...40).contains(texts[5].utf8.count) { fault(5, "the employer's number has 1 to 40 signs") }
        if !(1...300).contains(texts[6].utf8.count) { fault(6, "the employer's name is missing or too long") }
        let (start, end) = (Self.day(texts[7]), Self.day(texts[8]))
        if start == nil { fault(7, "a day is written 2020-06-15") }
        if end == nil, !texts[8].isEmpty { fault(8, "a day is written 2020-06-15, or left empty") }
        if let start, let end, end < start { fault(8, "the card ends before it starts") }
        let status = Membership.Status(rawValue: texts[9].lowercased())
        if status == nil { fault(9, "the status is active, ended or paid") }
        if status == .ended, texts[8].isEmpty { fault(8, "an ended card needs its end") }
        if status == .active, !texts[8].isEmpty { fault(8, "an active card has no end") }
        let balance = texts[10].utf8.allSatisfy { (48...57).contains($0) } ? Int64(texts[10]) : nil
        if balance.map({ $0 > Self.mostMoney }) ?? true { fault(10, "the balance is whole rupiah, digits only") }
        guard faults.count == before, let nik, let kpj, let start, let status, let balance else { return nil }
        self.line = line
        self.texts = texts
        self.nik = nik
        membership = Membership(
            kpj: kpj, npp: texts[5], employer: texts[6], start: start, end: end, status: status, balance: Rupiah(balance))
    }

    /// The member whose cards these are, in the order of the file. Particulars come from the first card; another card that
    /// says something else is a fault, for nobody can tell which one is right.
    static func member(of cards: [MemberCard], faults: inout [MemberImport.Fault]) -> Member? {
        guard let first = cards.first else { return nil }
        let before = faults.count
        func fault(_ card: MemberCard, _ column: Int, _ words: String) {
            faults.append(MemberImport.Fault(line: card.line, field: columns[column], words: words))
        }
        let name = PersonName(first.texts[self.name])
        if name == nil { fault(first, self.name, "a name has 1 to 100 visible signs") }
        let birth = day(first.texts[self.birth])
        if birth == nil { fault(first, self.birth, "a day is written 1987-06-15") }
        let mother = first.texts[self.mother].isEmpty ? "" : PersonName(first.texts[self.mother])?.value
        if mother == nil { fault(first, self.mother, "a name has 1 to 100 visible signs, or is left empty") }
        for card in cards.dropFirst() {
            for column in [self.name, self.birth, self.mother] where card.texts[column] != first.texts[column] {
                fault(card, column, "differs from the first card of the same NIK")
            }
        }
        guard faults.count == before, let name, let birth, let mother else { return nil }
        return Member(
            id: MemberImport.identity(of: first.nik), nik: first.nik, name: name.value, birth: birth, mother: mother,
            memberships: cards.map(\.membership))
    }

    private static func day(_ text: String) -> Day? { Day(iso: text) ?? Day(typed: text) }
}
