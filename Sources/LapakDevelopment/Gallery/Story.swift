import Foundation
import LapakDomain
import LapakServer
import LapakStore

/// A way through the service that is told once: it puts a site of its own into states that the rules allow, by the pages themselves,
/// and shows pages as it goes. What it shows are the examples of the gallery, the snapshots, and what the accessibility test looks at.
///
/// A story is deterministic: the same pages in the same order, whatever the time and whichever identities chance makes.
struct Story: Sendable {
    /// What it tells, as a sentence.
    let name: String
    private let policy: @Sendable (inout Policy) -> Void
    private let tell: @Sendable (Site) async throws -> Void

    init(
        _ name: String, policy: @escaping @Sendable (inout Policy) -> Void = { _ in },
        _ tell: @escaping @Sendable (Site) async throws -> Void
    ) {
        self.name = name
        self.policy = policy
        self.tell = tell
    }

    /// Plays it from the beginning; `viewer` gets each page that it shows. `assets` is a folder whose scripts and style somebody works on.
    /// - Throws: `StoryBroken` where the service answers otherwise than the story tells.
    func play(assets: String? = nil, _ viewer: @escaping Site.Viewer) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lapak-story-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let site = try await Site.open(
            settings: {
                $0.assets = assets
                $0.files = folder.path
            }, policy: policy, viewer: viewer)
        do { try await tell(site) } catch {
            await site.app.store.close()
            throw error
        }
        await site.app.store.close()
    }
}

/// A page that a story shows.
struct Sight: Hashable, Sendable {
    /// `Room/page`: stable, and unique among all stories.
    let name: String
    let status: Int
    /// Words of this page that chance made.
    let hiding: [String]

    var room: String { String(name.prefix { $0 != "/" }) }
    /// Without the room.
    var page: String { String(name.drop { $0 != "/" }.dropFirst()) }
}

/// The service went another way than a story tells.
struct StoryBroken: Error, CustomStringConvertible {
    let description: String
}

/// Ends the story where the fact does not hold.
func hold(_ fact: Bool, _ words: String = "", file: String = #fileID, line: Int = #line) throws {
    if !fact { throw StoryBroken(description: "\(file):\(line) does not hold: \(words)") }
}

extension Optional {
    /// What is there; ends the story where nothing is.
    func found(_ what: String = "what is looked for", file: String = #fileID, line: Int = #line) throws -> Wrapped {
        guard let self else { throw StoryBroken(description: "\(file):\(line) did not find \(what)") }
        return self
    }
}

extension Browser {
    /// Shows the open page.
    func show(_ name: String, status: Int = 200, hiding: [String] = []) async throws {
        try hold(page.status == status, "\(name) answers \(page.status): \(page.markup.main.prefix(300))")
        try await site.viewer(Sight(name: name, status: status, hiding: hiding), self)
    }

    /// Opens an address and shows it.
    func show(_ name: String, at path: String, status: Int = 200, hiding: [String] = []) async throws {
        try await open(path)
        try await show(name, status: status, hiding: hiding)
    }
}
