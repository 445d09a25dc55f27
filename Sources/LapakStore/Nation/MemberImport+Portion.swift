import LapakDomain

extension MemberImport {
    /// Which place of a record holds which column.
    struct Columns {
        private let places: [Int]

        /// Refuses a first line that does not name every column.
        init(_ header: CSVReader.Record) throws(MemberImportTrouble) {
            let names = header.fields.map { Columns.trimmed($0 ?? "").lowercased() }
            let missing = MemberCard.columns.filter { !names.contains($0) }
            guard missing.isEmpty else { throw .columnsMissing(missing) }
            places = MemberCard.columns.compactMap { names.firstIndex(of: $0) }
        }

        /// The texts in the order of `MemberCard.columns`; what a short record lacks is empty, what is not UTF-8 is nil.
        func texts(of record: CSVReader.Record) -> [String?] {
            places.map { $0 < record.fields.count ? record.fields[$0].map(Columns.trimmed) : "" }
        }

        /// As people see it, without surrounding blanks and the `'` with which spreadsheets mark digits as text.
        static func trimmed(_ text: String) -> String {
            let line = Typed.line(text)
            return line.utf8.first == UInt8(ascii: "'") ? Typed.line(String(line.dropFirst())) : line
        }
    }

    /// What was read since the last transaction: whole members, and what was wrong.
    struct Portion {
        private var members: [Member] = []
        private(set) var faults: [Fault] = []
        /// The last line that belongs to a finished group.
        private(set) var line = 0
        private var niks: Set<NIK> = []
        private var group: (key: String, cards: [MemberCard], isWhole: Bool)?
        private var lastRead = 0
        private static let mostCards = 200
        private static let most = 10_000

        /// Enough for one transaction.
        var isFull: Bool { members.count >= Portion.most || faults.count >= Portion.most }

        mutating func read(_ record: CSVReader.Record, _ columns: Columns) {
            let texts = columns.texts(of: record)
            let key = Digits.only(texts[0] ?? "") ?? ""
            if group?.key != key { end() }
            var group = self.group ?? (key, [], true)
            if let column = texts.firstIndex(of: nil) {
                faults.append(Fault(line: record.line, field: MemberCard.columns[column], words: "the text is not UTF-8"))
                group.isWhole = false
            } else if group.cards.count == Portion.mostCards {
                faults.append(Fault(line: record.line, field: "nik", words: "more than \(Portion.mostCards) cards of one NIK"))
                group.isWhole = false
            } else if let card = MemberCard(line: record.line, texts: texts.compactMap(\.self), faults: &faults) {
                group.cards.append(card)
            } else {
                group.isWhole = false
            }
            self.group = group
            lastRead = record.line
        }

        /// The group is complete: its member goes with the portion, unless a line of it was faulty.
        mutating func end() {
            line = lastRead
            guard let group else { return }
            self.group = nil
            guard group.isWhole, let member = MemberCard.member(of: group.cards, faults: &faults) else { return }
            guard niks.insert(member.nik).inserted else {
                faults.append(Fault(line: lastRead, field: "nik", words: "the cards of one NIK must stand together"))
                return
            }
            members.append(member)
        }

        /// By id: rows that lie together in the table are written together.
        var sorted: [Member] { members.sorted { $0.id < $1.id } }

        /// Forgets what was kept; the group that is being read stays.
        mutating func empty() {
            members.removeAll(keepingCapacity: true)
            faults.removeAll()
            niks.removeAll(keepingCapacity: true)
        }
    }
}
