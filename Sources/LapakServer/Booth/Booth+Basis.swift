import LapakDomain
import LapakStore

extension Booth {
    func basis(sitting: QueueNumber?) -> Basis { Basis([trouble?.rawValue ?? "", secret == nil ? "" : "x", sitting?.text ?? ""]) }
}

extension BoothRow {
    /// Its state, its pairing, and who sits there; not when its page was last heard of.
    var basis: Basis { booth.basis(sitting: sitting?.number) }
}
