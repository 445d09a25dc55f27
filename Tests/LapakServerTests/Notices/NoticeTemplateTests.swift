import LapakDomain
import LapakGround
import LapakStore
import Testing

@testable import LapakServer

@Suite("Short forms of notices") struct NoticeTemplateTests {
    private static let gsm = Set(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
    )

    @Test(
        "every kind has words for every channel in both languages, which fit into one SMS", arguments: Message.Kind.allCases,
        Language.allCases)
    func fits(kind: Message.Kind, language: Language) {
        let template = NoticeTemplate(kind)
        let text = template.text(language, template.values.map { $0.sample(language) })
        #expect(!text.contains("{{") && !text.contains("}}"))
        #expect(text.unicodeScalars.count <= 160, "\(text.count): \(text)")
        #expect(text.allSatisfy { Self.gsm.contains($0) }, "\(text.filter { !Self.gsm.contains($0) })")
        #expect(!kind.words[language].isEmpty)
        for channel in Message.Channel.allCases { #expect(!channel.words[language].isEmpty) }
    }

    @Test(
        "the places stand in order, each once, and not at an end where Meta refuses them", arguments: Message.Kind.allCases,
        Language.allCases)
    func places(kind: Message.Kind, language: Language) {
        let template = NoticeTemplate(kind)
        let words = template.words[language]
        let places = words.split(separator: "{{").dropFirst(words.hasPrefix("{{") ? 0 : 1).compactMap { $0.first }.map(String.init)
        #expect(places == (1...template.values.count).map(String.init))
        #expect(!words.hasSuffix("}}"))
        #expect(kind.isCode || !words.hasPrefix("{{"))
    }

    @Test("short forms tell nothing about the person but number and time") func nothingPersonal() {
        let told = Set(Message.Kind.allCases.flatMap { NoticeTemplate($0).values })
        #expect(told == [.code, .number, .when, .papersDue, .answerBefore, .officer, .codeWord, .lobby, .queueNumber, .contact])
        #expect(
            Message.Kind.allCases.allSatisfy { kind in Language.allCases.allSatisfy { !NoticeTemplate(kind).words[$0].contains("http") } })
    }

    @Test("Meta is told every template in both languages, with an example for each place") func registration() throws {
        guard case .array(let all)? = JSON(Array(NoticeTemplate.registration.utf8)) else { throw Missing() }
        #expect(all.count == Message.Kind.allCases.count * Language.allCases.count)
        let names = all.compactMap { if case .string(let name)? = $0["name"] { name } else { nil } }
        #expect(Set(names).count == Message.Kind.allCases.count)
        #expect(names.contains("lapak_offer_lapsed"))
        #expect(names.allSatisfy { $0.utf8.allSatisfy { (97...122).contains($0) || $0 == UInt8(ascii: "_") } })
        #expect(
            NoticeTemplate.registration.contains(
                #""example":{"body_text":[["7K4M-92QX","Rab, 30 Sep, 10.00 WITA","Sel, 29 Sep, 23.59 WITA"]]}"#))
        #expect(NoticeTemplate.registration.contains(#""name":"lapak_code","language":"id","category":"AUTHENTICATION""#))
    }

    @Test("the name of an attempt is read back, and nothing else is taken for one") func attemptName() {
        #expect(AttemptName("m73-2")?.text == "m73-2")
        for text in [
            "", "m73", "73-2", "m-2", "m73-", "m73-0", "m73--2", "m73-2-3", "m073-2", "m+73-2", "m73-2 ", "m99999999999999999999-1",
        ] {
            #expect(AttemptName(text) == nil, "\(text)")
        }
    }
}
