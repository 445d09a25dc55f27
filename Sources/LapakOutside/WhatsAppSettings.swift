package import LapakDomain

/// The agency's account at Meta's WhatsApp Business Cloud API.
package struct WhatsAppSettings: Sendable {
    let address: OutsideAddress
    /// Meta's id of the number that writes, not the number itself.
    let number: String
    /// What Meta signs its calls to us with.
    package let appSecret: String
    /// What Meta shows when the hook is set up.
    package let verifyToken: String
    let timeLimit: Span

    /// `url` is the API with its version: `https://graph.facebook.com/v23.0`. Refuses what cannot be used.
    package init(
        url: String, token: String, number: String, appSecret: String, verifyToken: String, timeLimit: Span = .seconds(10)
    ) throws(OutsideSettingTrouble) {
        address = try OutsideAddress(of: "WhatsApp", base: url, token: token)
        guard (1...30).contains(number.utf8.count), number.utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw OutsideSettingTrouble("the number of WhatsApp is Meta's id of it, digits only")
        }
        guard appSecret.utf8.count >= 16, verifyToken.utf8.count >= 16 else {
            throw OutsideSettingTrouble("the app secret and the verify token of WhatsApp have at least 16 characters")
        }
        self.number = number
        self.appSecret = appSecret
        self.verifyToken = verifyToken
        self.timeLimit = timeLimit
    }
}
