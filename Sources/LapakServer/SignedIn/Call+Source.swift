import HTTPTypes
import LapakDomain

extension Call {
    /// Pays for what a stranger asks, before anything is read or written for it. Refuses with `crowded`.
    func pay(_ act: SourceBudgets.Act) throws(Refusal) { try app.sources.pay(act, by: source, under: policy, at: now) }

    /// Pays for a code to somebody, unless this browser proved them before.
    func payForCode(to whom: String, _ device: KnownDevice) throws(Refusal) {
        guard !device.knows(whom, app.secrets) else { return }
        try app.sources.pay(.code, .codeFor(whom), by: source, under: policy, at: now)
    }
}
