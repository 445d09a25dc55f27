import LapakDomain
import LapakGround

// Codes, tokens, wishes and bounds.

extension Input where Value == String {
    /// The six digits of a letter.
    static var code: Input {
        Input("code", .string(pattern: "^[0-9]{6}$"), fault: Words("Kode harus 6 angka.", "The code has 6 digits.")) {
            $0.utf8.count == 6 && Digits.only($0) == $0 ? $0 : nil
        }
    }
    /// A branch by its code.
    static var branch: Input {
        Input(
            "branch", JSONSchema.string(pattern: "^[a-z0-9-]{1,64}$").with("A branch's code.", example: "jakarta-salemba"),
            fault: Words(
                "Kode kantor terdiri dari huruf kecil, angka dan tanda hubung.", "A branch's code has small letters, digits and dashes.")
        ) { isCode($0) ? $0 : nil }
    }
    /// The word in an offer's link.
    static var offer: Input {
        Input(
            "token", JSONSchema.string(pattern: #"^[0-9a-z]{1,13}\.[0-9a-f]{32}$"#).with("The word at the end of the offer's link."),
            fault: Words("Tautan ini tidak lengkap.", "This link is not complete."), text: { $0 })
    }

    static func isCode(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
    }
}

extension Input where Value == Int {
    /// How many at most; written in the address.
    static var limit: Input {
        Input(
            "limit", .integer(1...1000).with("How many slots at most; 200 when it is left out."),
            fault: Words("Tulis 1 sampai 1000.", "Write 1 to 1000.")
        ) {
            $0.utf8.count <= 4 && Digits.only($0) == $0 ? Int($0).flatMap { (1...1000).contains($0) ? $0 : nil } : nil
        }
    }
}

extension Input where Value == [String] {
    static var branches: Input {
        Input(
            "branches",
            JSONSchema.list(of: .string(pattern: "^[a-z0-9-]{1,64}$"), unique: true).with("Branch codes; none means any officer online."),
            fault: Words("Tulis kode kantor, masing-masing satu kali.", "Write branch codes, each once.")
        ) { json in
            list(json) { if case .string(let code) = $0, Input<String>.isCode(code) { code } else { nil } }
        }
    }
}

extension Input where Value == [Weekday] {
    static var days: Input {
        Input(
            "days", JSONSchema.list(of: .integer(1...7), unique: true).with("Monday is 1; none means every working day."),
            fault: Words("Tulis 1 (Senin) sampai 7 (Minggu), masing-masing satu kali.", "Write 1 (Monday) to 7 (Sunday), each once.")
        ) { json in
            list(json) { element in
                switch element {
                case .int(let number): Int(exactly: number).flatMap(Weekday.init(rawValue:))
                case .number(let number): Int(exactly: number).flatMap(Weekday.init(rawValue:))
                default: nil
                }
            }
        }
    }
}

extension Input where Value == [DayPart] {
    static var times: Input {
        Input(
            "times",
            JSONSchema.list(of: .words(DayPart.allCases.map(\.rawValue)), unique: true).with("`pagi` is until noon; none means any time."),
            fault: Words("Tulis pagi atau siang, masing-masing satu kali.", "Write pagi or siang, each once.")
        ) { json in
            list(json) { if case .string(let part) = $0 { DayPart(rawValue: part) } else { nil } }
        }
    }
}

/// Every element, or nil when one cannot be read or stands twice.
private func list<Element: Hashable>(_ json: JSON, _ read: (JSON) -> Element?) -> [Element]? {
    guard case .array(let values) = json else { return nil }
    let elements = values.compactMap(read)
    return elements.count == values.count && Set(elements).count == elements.count ? elements : nil
}
