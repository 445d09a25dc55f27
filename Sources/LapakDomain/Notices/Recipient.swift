/// Who gets a message, and by which channel.
package enum Recipient: Hashable, Sendable {
    case mail(EmailAddress)
    case whatsapp(PhoneNumber)
    case sms(PhoneNumber)

    package var channel: Message.Channel {
        switch self {
        case .mail: .mail
        case .whatsapp: .whatsapp
        case .sms: .sms
        }
    }
    /// The address or number itself.
    package var value: String {
        switch self {
        case .mail(let address): address.value
        case .whatsapp(let number), .sms(let number): number.value
        }
    }
    package var phone: PhoneNumber? {
        switch self {
        case .mail: nil
        case .whatsapp(let number), .sms(let number): number
        }
    }
    /// Enough to recognise one's own.
    package var masked: String {
        switch self {
        case .mail(let address): address.masked
        case .whatsapp(let number), .sms(let number): number.masked
        }
    }
}
