package import LapakOutside

extension Phones {
    /// What the settings say, and `standIns` for the rest. Each carrier has threads of its own, so that WhatsApp cannot hold up the
    /// SMS that goes in its place.
    static func open(
        _ settings: Settings, whatsapp: WhatsAppSettings?, standIns: Phones, threads: () -> CurlThreads
    ) throws(OutsideSettingTrouble) -> Phones {
        let hasGateway = settings.smsURL != nil || settings.smsToken != nil
        return Phones(
            whatsapp: whatsapp.map { WhatsApp($0, threads: threads()) } ?? standIns.whatsapp,
            sms: hasGateway ? try SMSGateway(settings, threads: threads()) : standIns.sms)
    }
}

extension WhatsAppSettings {
    /// Nil where nothing of it is set; refuses half an account.
    package init?(_ settings: Settings) throws(OutsideSettingTrouble) {
        let parts = [
            settings.whatsappURL, settings.whatsappToken, settings.whatsappNumber, settings.whatsappAppSecret, settings.whatsappVerifyToken,
        ]
        guard parts.contains(where: { $0 != nil }) else { return nil }
        guard let url = parts[0], let token = parts[1], let number = parts[2], let secret = parts[3], let verify = parts[4] else {
            throw OutsideSettingTrouble("WhatsApp needs all of LAPAK_WHATSAPP_URL, _TOKEN, _NUMBER, _APP_SECRET and _VERIFY_TOKEN")
        }
        try self.init(url: url, token: token, number: number, appSecret: secret, verifyToken: verify)
    }
}

extension SMSGateway {
    /// Nil where nothing of it is set; refuses half of it.
    package init?(_ settings: Settings, threads: CurlThreads) throws(OutsideSettingTrouble) {
        guard settings.smsURL != nil || settings.smsToken != nil else { return nil }
        guard let url = settings.smsURL, let token = settings.smsToken else {
            throw OutsideSettingTrouble("the SMS gateway needs both LAPAK_SMS_URL and LAPAK_SMS_TOKEN")
        }
        try self.init(url: url, token: token, threads: threads)
    }
}
