import LapakDomain
import Testing

@testable import LapakServer

@Suite("What the hall hears") struct SpokenCallTests {
    @Test func `a call is the number sign by sign and the booth as people say it`() {
        let spoken = SpokenCall(QueueNumber("A-037")!, to: 3)
        #expect(spoken.text == "Nomor antrean A, nol tiga tujuh, silakan ke bilik tiga")
        #expect(spoken.clips == ["nomor-antrean", "a", "nol", "tiga", "tujuh", "silakan-ke-bilik", "tiga"])
        #expect(SpokenCall(admitting: QueueNumber("Z-999")!).text == "Nomor antrean Z, sembilan sembilan sembilan, silakan masuk")
    }

    @Test(arguments: [
        (1, "satu"), (10, "sepuluh"), (11, "sebelas"), (12, "dua belas"), (20, "dua puluh"), (21, "dua puluh satu"),
        (99, "sembilan puluh sembilan"),
    ])
    func `booths are counted in words`(number: Int, words: String) {
        #expect(SpokenCall.spoken(number).joined(separator: " ") == words)
    }

    @Test func `every clip that any call needs is there, and every sentence of the list has its clip`() throws {
        let voice = try Voice()
        let numbers = stride(from: 1, to: QueueNumber.most, by: 37).compactMap { QueueNumber(ordinal: $0) }
        var needed: Set<String> = ["bel"]
        for (index, number) in numbers.enumerated() {
            needed.formUnion(SpokenCall(number, to: index % 99 + 1).clips)
            needed.formUnion(SpokenCall(admitting: number).clips)
        }
        #expect(needed.subtracting(voice.names) == [])
        #expect(Set(voice.sentences.keys).subtracting(voice.names) == [])
        for name in voice.names { #expect(Array((voice[name] ?? []).prefix(4)) == Array("OggS".utf8), "\(name)") }
    }
}
