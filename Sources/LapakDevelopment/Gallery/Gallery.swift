import HTTPTypes
import LapakDomain
import Synchronization

/// What the stories show: each page in both languages, as the service drew it. Played once in a process, when somebody first asks.
final class Gallery: Sendable {
    /// A named state of a real page.
    struct Example: Sendable {
        let sight: Sight
        let story: Story
        /// The address that the story's browser asked, with its query.
        let path: String
        let pages: [Language: Answer]
    }

    /// All examples in the order of their stories, and the stories that broke, with why.
    struct Drawing: Sendable {
        var examples: [Example] = []
        var broken: [(story: String, why: String)] = []
    }

    /// This process's own.
    static let shared = Gallery()

    private let kept = Mutex<Task<Drawing, Never>?>(nil)
    /// So many stories are played at the same time.
    private static let hands = 4

    /// Drawn at the first call; whoever asks meanwhile waits for the same drawing.
    func drawing() async -> Drawing {
        await kept.withLock { kept in
            if let kept { return kept }
            let task = Task { await Self.draw(Story.all) }
            kept = task
            return task
        }.value
    }

    /// The page of one example; nil where no example has the name. With a folder of `assets` that somebody works on, its story is played
    /// anew.
    func page(_ name: String, in language: Language, assets: String?) async -> Answer? {
        guard let example = await drawing().examples.first(where: { $0.sight.name == name }) else { return nil }
        guard let assets else { return example.pages[language] }
        let (fresh, _) = await Self.examples(of: example.story, assets: assets)
        return (fresh.first { $0.sight.name == name } ?? example).pages[language]
    }

    private static func draw(_ stories: [Story]) async -> Drawing {
        var played: [Int: (examples: [Example], why: String?)] = [:]
        await withTaskGroup(of: (Int, [Example], String?).self) { group in
            for (index, story) in stories.enumerated() {
                if index >= hands, let (done, examples, why) = await group.next() { played[done] = (examples, why) }
                group.addTask {
                    let (examples, why) = await Self.examples(of: story)
                    return (index, examples, why)
                }
            }
            for await (done, examples, why) in group { played[done] = (examples, why) }
        }
        var drawing = Drawing()
        for (index, story) in stories.enumerated() {
            guard let (examples, why) = played[index] else { continue }
            drawing.examples += examples
            if let why { drawing.broken.append((story.name, why)) }
        }
        return drawing
    }

    /// What a story shows, and why it broke where it did.
    private static func examples(of story: Story, assets: String? = nil) async -> (examples: [Example], why: String?) {
        let seen = Seen()
        do {
            try await story.play(assets: assets) { sight, browser in
                var pages: [Language: Answer] = [:]
                for language in [Language.id, .en] { pages[language] = try await browser.shown(in: language) }
                seen.add(Example(sight: sight, story: story, path: browser.page.request.path ?? "", pages: pages))
            }
            return (seen.all, nil)
        } catch { return (seen.all, "\(error)") }
    }
}

private final class Seen: Sendable {
    private let kept = Mutex<[Gallery.Example]>([])
    var all: [Gallery.Example] { kept.withLock { $0 } }
    func add(_ example: Gallery.Example) { kept.withLock { $0.append(example) } }
}
