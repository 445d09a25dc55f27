package import LapakDomain

/// Carries notices to phones, by one channel.
package protocol PhoneCarrier: Sendable {
    /// Tries once, and says what came of it; never throws, because an unknown end is an end, too.
    func send(_ note: PhoneNote) async -> Handover
}
