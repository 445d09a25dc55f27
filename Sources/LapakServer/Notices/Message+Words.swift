package import LapakDomain

extension Message.Channel {
    /// What people call the channel.
    package var words: Words {
        switch self {
        case .mail: Words("E-mail", "E-mail")
        case .whatsapp: Words("WhatsApp", "WhatsApp")
        case .sms: Words("SMS", "SMS")
        }
    }
}
