import LapakDomain

extension WalkIn {
    /// The place in the line, and what was asked for it.
    var basis: Basis {
        Basis(["\(order.milliseconds)"] + (asked.map { ["\($0.order.milliseconds)", "\($0.by.rawValue)", $0.reason] } ?? []))
    }
}
