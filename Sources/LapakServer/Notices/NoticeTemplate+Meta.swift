import LapakDomain
import LapakGround
import LapakStore

extension NoticeTemplate {
    /// All templates in all languages as Meta's `message_templates` takes them, for registration by hand or by script.
    package static var registration: String {
        JSON.array(all.flatMap { template in Language.allCases.map { template.registered($0) } }).text
    }

    /// A code is an authentication template: its words are Meta's, and only the button is ours to choose.
    private func registered(_ language: Language) -> JSON {
        let components: JSON =
            kind.isCode
            ? [
                ["type": "BODY", "add_security_recommendation": true], ["type": "FOOTER", "code_expiration_minutes": 15],
                ["type": "BUTTONS", "buttons": [["type": "OTP", "otp_type": "COPY_CODE"]]],
            ]
            : [
                [
                    "type": "BODY", "text": .string(words[language]),
                    "example": ["body_text": [.array(values.map { .string($0.sample(language)) })]],
                ]
            ]
        return [
            "name": .string(name), "language": .string(language.rawValue), "category": kind.isCode ? "AUTHENTICATION" : "UTILITY",
            "components": components,
        ]
    }
}
