import LapakGround
import LapakWeb

/// One event of a live stream: a name, JSON on one line, and an id where a page that comes back should say what it knew.
package struct LiveEvent: Equatable, Sendable {
    package let name: String
    package let data: String
    package let id: String?

    /// `data` must be JSON.
    package init(_ name: String, _ data: String = "{}", id: String? = nil) {
        self.name = name
        self.data = data
        self.id = id
    }

    init(_ name: String, _ data: JSON, id: String? = nil) { self.init(name, data.text, id: id) }

    /// As it goes over the wire: `event`, `id` and `data` lines, and an empty one.
    var text: String {
        let lines = data.split(separator: "\n", omittingEmptySubsequences: false).map { "data: \($0)\n" }.joined()
        return "event: \(name)\n\(id.map { "id: \($0)\n" } ?? "")\(lines)\n"
    }
}

extension LiveEvent {
    /// `hb`: the line is alive. A page that hears nothing for twelve seconds opens a new one.
    package static let beat = LiveEvent("hb")

    /// `ubah`: something changed in the database; the page fetches its fragment. `position` is the journal's.
    package static func changed(_ position: Int64) -> LiveEvent { LiveEvent("ubah", id: String(position)) }

    /// Whether it is one of the events before which a stream looks whether it may go on: often enough, and not at every signal.
    var asksRight: Bool { name == LiveEvent.beat.name || name == "ubah" }
    /// `versi`: where every script and sheet is now; a page of another version loads itself anew at a quiet moment.
    static func version(_ assets: Assets) -> LiveEvent { LiveEvent("versi", .array(assets.addresses.map { .string($0) })) }

    /// `pesan`: words for the member, shown and spoken.
    package static func message(_ text: String) -> LiveEvent { LiveEvent("pesan", ["text": .string(text)]) }

    /// `rekan`: the other side came, went or reloaded.
    package static func peer(_ party: Party, _ presence: Presence) -> LiveEvent { LiveEvent("rekan", Self.peer(party, presence)) }

    /// `pindah`: this party's newest page; every other one shows that the call goes on elsewhere.
    static func moved(to inst: String) -> LiveEvent { LiveEvent("pindah", ["inst": .string(inst)]) }

    /// `halo`: what a page knows first, every time that its stream begins.
    static func hello(boot: String, newest: String?, peers: [(Party, Presence)]) -> LiveEvent {
        LiveEvent(
            "halo", ["boot": .string(boot), "inst": JSON(newest), "peers": .array(peers.map { Self.peer($0.0, $0.1) })])
    }

    private static func peer(_ party: Party, _ presence: Presence) -> JSON {
        ["id": .string(party.id), "online": .bool(presence.isOnline), "inst": JSON(presence.inst)]
    }
}
