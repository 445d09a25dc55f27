package import LapakDomain
import LapakWeb

/// What a handler answers where a page listens: whose page it is, and its first events.
package struct Live: Sendable {
    package let party: Party
    /// The page's own name for this load of it.
    package let inst: String
    /// Asked after the stream began to collect events, so that nothing falls between.
    let hello: @Sendable () async throws -> [LiveEvent]
    /// Whether whoever listens still may. Asked before every beat and every change: a stream ends with the key that opened it.
    var holds: @Sendable () async -> Bool = { true }

    /// - Throws: `invalid` when the page does not say which it is (`?inst=`).
    package init(_ party: Party, _ call: Call, hello: @escaping @Sendable () async throws -> [LiveEvent]) throws(Refusal) {
        guard let inst = call.query("inst"), Signal.isName(inst) else { throw Signal.unreadable("inst") }
        self.party = party
        self.inst = inst
        self.hello = hello
    }
}
