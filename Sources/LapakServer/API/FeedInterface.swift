import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore

/// Free places for everyone who wants to show them elsewhere, in the shape of SMART Scheduling Links: a manifest, and
/// locations, schedules and slots as one JSON object a line. Adapted: an appointment here is an interview, not a treatment.
enum FeedInterface {
    static func endpoints(_ keeper: FeedKeeper) -> [Endpoint] {
        [
            Endpoint(
                method: .get, path: "/api/v1/feed", name: "getFeed", summary: "Manifest of the feed",
                details: "Ask for the files with `If-None-Match`, not more often than `Cache-Control` says.",
                answer: Endpoint.Answer(schema: manifest.schema, description: "Which files there are.", isShared: true)
            ) { asked in
                let feed = keeper.feed(asked.call)
                return .shared(manifest.json((feed, asked.call.app.settings.address)).text, seconds: 20, to: asked.call)
            },
            file("locations", "Every branch, one Location a line") { keeper.feed($0).locations },
            file("schedules", "Every branch's calendar, one Schedule a line") { keeper.feed($0).schedules },
            file("slots", "Every slot with free places, one Slot a line") { keeper.feed($0).slots },
        ]
    }

    private static func file(_ name: String, _ summary: String, _ file: @escaping @Sendable (Call) -> Feed.File) -> Endpoint {
        Endpoint(
            method: .get, path: "/api/v1/feed/\(name).ndjson", name: "get\(name.prefix(1).uppercased() + name.dropFirst())File",
            summary: summary, answer: Endpoint.Answer(type: type, schema: .string(), description: "One JSON object a line.", isShared: true)
        ) { asked in
            let file = file(asked.call)
            return .shared(file.text, tag: file.tag, type: type, seconds: 20, to: asked.call)
        }
    }

    private static let type = "application/x-ndjson"

    private static let manifest = Shape<(feed: Feed, address: String)>(
        "FeedManifest",
        .init("transactionTime", .moment, text: \.feed.made.utcISO),
        .init("request", .string(format: "uri"), text: { "\($0.address)/api/v1/feed" }),
        .init("output", .list(of: output.schema)) { value in
            output.json(
                [("Location", "locations"), ("Schedule", "schedules"), ("Slot", "slots")].map { type, name in
                    (type, "\(value.address)/api/v1/feed/\(name).ndjson")
                })
        })

    private static let output = Shape<(type: String, url: String)>(
        "FeedFile", .init("type", .words(["Location", "Schedule", "Slot"]), text: \.type), .init("url", .string(format: "uri"), text: \.url)
    )
}
