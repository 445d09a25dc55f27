import HTTPTypes
package import LapakDomain
package import LapakWeb

extension Reply {
    /// With the header that says in how many seconds the same may be tried again, where the refusal knows: the truth, rounded up.
    package func waiting(_ refusal: Refusal, at now: Instant) -> Reply {
        guard let again = refusal.again, again > now else { return self }
        var reply = self
        reply.fields.append((.retryAfter, "\(((again - now).milliseconds + 999) / 1000)"))
        return reply
    }
}
