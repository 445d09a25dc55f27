import HTTPTypes
import LapakGround
import LapakWeb

/// The OpenAPI 3.1 document of some endpoints.
struct OpenAPIDocument: Sendable {
    let endpoints: [Endpoint]

    var json: JSON {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "Lapak Asik", "version": "1.0.0", "summary": "Claim JHT savings without coming to a branch.",
                "description": .string(OpenAPIDocument.introduction),
            ],
            "servers": [["url": "/"]],
            "paths": .object(paths),
            "components": [
                "securitySchemes": [
                    "registration": [
                        "type": "http", "scheme": "bearer",
                        "description": "`token` of POST /api/v1/registrations. It lasts a day from its last use.",
                    ],
                    "visit": [
                        "type": "http", "scheme": "bearer",
                        "description": "`token` of POST /api/v1/claims/{number}/code, once POST /api/v1/visits/me/proof has proven it.",
                    ],
                ],
                "parameters": [
                    "IdempotencyKey": [
                        "name": "Idempotency-Key", "in": "header", "required": false,
                        "description": .string(OpenAPIDocument.idempotency),
                        "schema": ["type": "string", "pattern": "^[!-~]{16,128}$"],
                    ],
                    "IfNoneMatch": [
                        "name": "If-None-Match", "in": "header", "required": false, "description": "The `ETag` that you have.",
                        "schema": ["type": "string"],
                    ],
                ],
                "responses": .object(problems), "schemas": .object(schemas),
            ],
        ]
    }

    private var paths: [(name: String, value: JSON)] {
        var order: [String] = []
        for endpoint in endpoints where !order.contains(endpoint.path) { order.append(endpoint.path) }
        return order.map { path in
            let verbs = endpoints.filter { $0.path == path }
            return (path, .object(verbs.map { ($0.method.rawValue.lowercased(), $0.operation) }))
        }
    }

    private var problems: [(name: String, value: JSON)] {
        Set(endpoints.flatMap { $0.problems.map(\.code) }).sorted().map { code in
            (
                "Problem\(code)",
                [
                    "description": .string(OpenAPIDocument.meanings[code] ?? "A problem."),
                    "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
                ]
            )
        }
    }

    private var schemas: [(name: String, value: JSON)] {
        let parts = endpoints.reduce(into: ["Problem": OpenAPIDocument.problem]) { $0.merge($1.parts) { $1 } }
        return parts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// As `Problem` writes it.
    private static var problem: JSON {
        JSONSchema.object(
            [
                ("type", .string(pattern: "^urn:lapak:problem:[a-z_]+$")), ("title", .string()), ("status", .integer(400...599)),
                ("detail", JSONSchema.string().with("One sentence for people, in Indonesian, or English for `Accept-Language: en`.")),
                ("code", JSONSchema.string(pattern: "^[a-z_]+$").with("Stable: decide by this.", example: "slot_full")),
                ("field", JSONSchema.string().with("The input that is wrong, if one is.")),
            ], required: ["type", "title", "status", "detail", "code"]
        ).json
    }

    private static let meanings = [
        400: "The body is not one well-formed JSON object.", 401: "The bearer token is missing, forged, or has expired.",
        403: "Another site's page sent this.", 404: "There is no such thing.", 409: "The rules say no as things stand now.",
        413: "The body is larger than 64 KiB.", 415: "The body is not application/json.",
        422: "Something that was sent is wrong, or does not fit; or the idempotency key was used with another body.",
        429: "Too many in this hour or minute: see `Retry-After`.", 500: "Something failed on our side; `X-Request-Id` names it.",
        503: "Too many changes are waiting; nothing was done.",
    ]

    private static let idempotency = """
        Made by the client, best a UUID. The same key and body get the same answer for a week; another body is refused.
        """

    private static let introduction = """
        The same verbs as the pages: choose a time, register, prove the contact, file the claim; come back with its number and a code.

        Identities are strings. Times are RFC 3339 with the branch's own offset, beside its zone; moments that belong to no branch are \
        UTC. Every member of an answer is always there; what is missing is `null`. Errors are `application/problem+json` (RFC 9457).
        """
}
