/// How an attempt to hand a message over ended.
package enum Handover: Hashable, Sendable {
    /// The next hop has it, under a name of its own; `arrived` when it vouches for the arrival, too.
    case taken(reference: String? = nil, arrived: Bool = false)
    /// Certainly not handed over; worth trying again.
    case postponed(String)
    /// Never going to work.
    case refused(String)
    /// It may have left, or not: the connection broke, or time ran out.
    case unknown(String)
    /// There was nothing left to say.
    case moot(String)
}
