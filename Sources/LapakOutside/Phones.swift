/// The carriers to phones that there are.
package struct Phones: Sendable {
    package let whatsapp: (any PhoneCarrier)?
    package let sms: (any PhoneCarrier)?

    package init(whatsapp: (any PhoneCarrier)? = nil, sms: (any PhoneCarrier)? = nil) {
        self.whatsapp = whatsapp
        self.sms = sms
    }
}
