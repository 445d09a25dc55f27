import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore

/// The public draws of the waiting list: the seed's hash before, everything to hold the draw again after.
enum DrawInterface {
    static var endpoints: [Endpoint] { [list, record] }

    private static var list: Endpoint {
        Endpoint(
            method: .get, path: "/api/v1/draws", name: "listDraws", summary: "The latest draws, newest first",
            answer: Endpoint.Answer(schema: draws.schema, description: "At most sixty.", isShared: true)
        ) { asked in
            let found = try await asked.call.app.store.read { try WaitingList.draws(limit: 60, $0) }
            return .shared(draws.json(found).text, seconds: 60, to: asked.call)
        }
    }

    private static var record: Endpoint {
        Endpoint(
            method: .get, path: "/api/v1/draws/{day}", name: "getDraw", summary: "One draw, for holding it again",
            details: """
                The order is a Fisher-Yates shuffle of the sorted ticket numbers by xoshiro256**, seeded with SHA-256 of `seed|journalHash`.
                """,
            expects: [.path(.day)],
            answer: Endpoint.Answer(schema: result.schema, description: "The draw, as far as it is public.", isShared: true),
            refuses: [.notFound]
        ) { asked in
            let day = try asked[.day]
            guard let found = try await asked.call.app.store.read({ try WaitingList.record(of: day, $0) }) else { throw Refusal.notFound }
            return .shared(result.json(DrawRecord(found.draw, order: found.order)).text, seconds: 60, to: asked.call)
        }
    }

    private static let hash = JSONSchema.string(pattern: "^[0-9a-f]{64}$")

    private static let draws = Shape<[Draw]>("Draws", .init("draws", .list(of: draw.schema)) { draw.json($0) })

    private static let draw = Shape<Draw>(
        "Draw",
        .init("day", .day, text: \.day.iso),
        .init("seedHash", hash, text: \.seedHash),
        .init("closes", .moment, text: { $0.closes.iso(in: .wib) }),
        .init("isDrawn", whether: { $0.drawnAt != nil }),
        .init("tickets", number: \.tickets))

    private static let result = Shape<DrawRecord>(
        "DrawRecord",
        .init("day", .day, text: \.day),
        .init("seedHash", hash, text: \.seedHash),
        .init("seed", hash.with("Secret until the draw."), textIfAny: \.seed),
        .init("journalHash", hash, textIfAny: \.journalHash),
        .init("order", JSONSchema.list(of: .id).with("Ticket numbers in the order drawn.")) { .array($0.order.map(JSON.string)) })
}
