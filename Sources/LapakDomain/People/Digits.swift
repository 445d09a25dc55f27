/// Digits as people type them.
package enum Digits {
    /// The digits of `typed` as ASCII, or nil if anything but digits, blanks, points and dashes can be seen in it.
    package static func only(_ typed: String) -> String? {
        let line = Typed.line(typed)
        return stranger(in: line) == nil ? String(line.unicodeScalars.filter(isDigit).map(Character.init)) : nil
    }

    /// How many digits a person sees in `typed`, for messages such as "you typed 15 digits".
    package static func count(in typed: String) -> Int { Typed.line(typed).unicodeScalars.count(where: isDigit) }

    /// Why `typed` is no number of `length` digits: a sign that is no digit, or how many there are. `subject` begins the sentence.
    package static func fault(_ typed: String, of subject: Words, length: Int) -> Words {
        let line = Typed.line(typed)
        guard let stranger = stranger(in: line) else {
            let count = count(in: line)
            return Words(
                "\(subject.id) harus \(length) angka. Anda mengetik \(count) angka.",
                "\(subject.en) has \(length) digits. You typed \(count) digits.")
        }
        return Words(
            "\(subject.id) harus \(length) angka saja. Tanda “\(stranger)” bukan angka: hapus atau ganti dengan angkanya.",
            "\(subject.en) has \(length) digits only. “\(stranger)” is not a digit: delete it or type the digit.")
    }

    /// The first sign that is neither a digit nor one that people put between digits.
    private static func stranger(in line: String) -> Character? {
        line.first { sign in !sign.unicodeScalars.allSatisfy { isDigit($0) || " .-".unicodeScalars.contains($0) } }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
