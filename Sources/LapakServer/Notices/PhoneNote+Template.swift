package import LapakDomain
package import LapakOutside
import LapakStore

extension PhoneNote {
    /// A template with its places filled, for one attempt to send it.
    package init(name: AttemptName, to phone: PhoneNumber, language: Language, template: NoticeTemplate, values: [String]) {
        self.init(
            message: name.stem, attempt: name.text, to: phone, language: language, template: template.name, values: values,
            isCode: template.kind.isCode, text: template.text(language, values))
    }
}
