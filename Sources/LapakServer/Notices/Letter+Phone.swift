import LapakDomain
import LapakOutside
import LapakStore

extension Letter {
    /// The same news in its short form, for a phone. Nil when there is nothing left to say.
    func note() -> PhoneNote? {
        guard hasSomethingToSay, let phone = message.recipient.phone else { return nil }
        let template = NoticeTemplate(message.kind, policy: app.policy)
        let values = template.values.compactMap(value)
        guard values.count == template.values.count else { return nil }
        return PhoneNote(name: AttemptName(message), to: phone, language: message.language, template: template, values: values)
    }

    private func value(_ value: NoticeTemplate.Value) -> String? {
        switch value {
        case .code: message.details
        case .number: claim?.number.description
        case .when: (slot?.start ?? offer?.start).map(short)
        case .papersDue: (claim?.papersDue ?? slot?.papersDue(in: zone)).map { short($0 - .minutes(1)) }
        case .answerBefore: offer?.due.map(short)
        // As much as an SMS has room for.
        case .officer: officer.map { String($0.prefix(30)) }
        case .contact: contact?.words[message.language]
        case .codeWord: codeWord
        case .lobby: lobbyAddress
        case .queueNumber: walkIn?.number.text
        }
    }

    /// `Rab, 30 Sep, 10.00 WITA`: the branch's own time in as few signs as can be.
    private func short(_ moment: Instant) -> String {
        "\(zone.day(of: moment).textShort(message.language)), \(zone.time(of: moment).text(message.language)) \(zone.name)"
    }
}
