import LapakDomain
import LapakStore
import Logging

/// Says once a minute that this process lives, so that no other one makes identities with its number.
struct NodeService: Rounds {
    let app: App
    let name = "node"
    let pace = Pace.every(.seconds(60))

    func tick() async throws { try await app.keepNode() }
}

extension App {
    /// Goes on with this process's number, or takes another one where it was given away. Throws the database's trouble.
    func keepNode() async throws {
        let (number, holder) = (ids.node, ids.holder)
        // By the time outside: the clock of development is this process's own.
        let kept = try await store.write(in: context(at: clock.wall)) { try $0.keepNode(number, of: holder) }
        guard kept != number else { return }
        ids.take(node: kept)
        log.notice("node.number changed", metadata: ["from": "\(number)", "to": "\(kept)"])
    }
}
