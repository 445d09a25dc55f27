package import LapakDomain

/// What the hall hears: the names of the clips, one after the other, and the same in words for those who read it.
package struct SpokenCall: Equatable, Sendable {
    package let clips: [String]
    package let text: String

    /// A number is called to a booth: "Nomor antrean A, nol tiga tujuh, silakan ke bilik tiga".
    package init(_ number: QueueNumber, to booth: Int) {
        clips = ["nomor-antrean"] + number.spoken + ["silakan-ke-bilik"] + Self.spoken(booth)
        text = "Nomor antrean \(Self.words(number)), silakan ke bilik \(Self.spoken(booth).joined(separator: " "))"
    }

    /// A number may come in: "Nomor antrean A, nol tiga tujuh, silakan masuk".
    package init(admitting number: QueueNumber) {
        clips = ["nomor-antrean"] + number.spoken + ["silakan-masuk"]
        text = "Nomor antrean \(Self.words(number)), silakan masuk"
    }

    private static func words(_ number: QueueNumber) -> String {
        "\(number.letter), \(number.spoken.dropFirst().joined(separator: " "))"
    }

    /// 1 to 99 as people say it: `tiga`, `dua belas`, `dua puluh satu`.
    static func spoken(_ number: Int) -> [String] {
        let ones = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]
        guard number > 11, number < 100 else { return [ones[min(max(0, number), 11)]] }
        guard number > 19 else { return [ones[number - 10], "belas"] }
        return [ones[number / 10], "puluh"] + (number % 10 == 0 ? [] : [ones[number % 10]])
    }
}
