extension InterviewCheck.Subject {
    /// A row by its stable name; nil for originals and any other text.
    package init?(row name: String) {
        guard let subject = Self.rows.first(where: { $0.name == name }) else { return nil }
        self = subject
    }

    /// The subject of this stable name; nil for any other text.
    package init?(name: String) {
        if let row = Self(row: name) {
            self = row
        } else if let paper = name.split(separator: ":", maxSplits: 1).last.flatMap({ Paper(rawValue: String($0)) }),
            Self.original(paper).name == name
        {
            self = .original(paper)
        } else {
            return nil
        }
    }
}

extension InterviewCheck.Subject: Codable {
    /// Reads the stable name, or the form in which it was kept earlier: `{"face":{}}`, `{"original":{"_0":"ktp"}}`.
    package init(from decoder: any Decoder) throws {
        let name =
            if let name = try? decoder.singleValueContainer().decode(String.self) { name } else { try Self.formerName(decoder) }
        guard let subject = Self(name: name) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no subject: \(name)"))
        }
        self = subject
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }

    private static func formerName(_ decoder: any Decoder) throws -> String {
        let former = try decoder.container(keyedBy: FormerKey.self)
        guard former.contains(.original) else { return former.allKeys.first?.stringValue ?? "" }
        let paper = try former.nestedContainer(keyedBy: FormerKey.self, forKey: .original).decode(Paper.self, forKey: .paper)
        return Self.original(paper).name
    }

    private enum FormerKey: String, CodingKey {
        case nik, names, waiting, papers, face, identity, others, answers, agreement, original
        case paper = "_0"
    }
}
