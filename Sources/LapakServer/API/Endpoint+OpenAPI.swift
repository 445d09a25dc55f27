import HTTPTypes
import LapakGround
import LapakWeb

// An endpoint's part of the OpenAPI 3.1 document.

extension Endpoint {
    /// The operation object.
    var operation: JSON {
        var members: [(name: String, value: JSON)] = [
            ("operationId", .string(name)), ("summary", .string(summary)), ("tags", [.string(tag)]),
        ]
        if let details { members.append(("description", .string(details))) }
        if access != .open { members.append(("security", [["\(access.rawValue)": []]])) }
        let parameters = parameters
        if !parameters.isEmpty { members.append(("parameters", .array(parameters))) }
        if !body.isEmpty { members.append(("requestBody", requestBody)) }
        members.append(("responses", .object(responses)))
        return .object(members)
    }

    /// The named schemas that it uses.
    var parts: [String: JSON] { answer.schema?.parts ?? [:] }

    /// The first noun of the path: what clients group by.
    private var tag: String {
        let nouns = path.split(separator: "/")
        return nouns.count > 2 ? String(nouns[2]) : path
    }

    private var parameters: [JSON] {
        var parameters: [JSON] = expects.filter { $0.place != .body }.map { expected in
            [
                "name": .string(expected.name), "in": .string(expected.place.rawValue), "required": .bool(expected.isRequired),
                "schema": expected.schema.json,
            ]
        }
        if changes { parameters.append(["$ref": "#/components/parameters/IdempotencyKey"]) }
        if answer.isShared { parameters.append(["$ref": "#/components/parameters/IfNoneMatch"]) }
        return parameters
    }

    private var requestBody: JSON {
        let schema = JSONSchema.object(body.map { ($0.name, $0.schema) }, required: body.filter(\.isRequired).map(\.name))
        return ["required": .bool(body.contains(where: \.isRequired)), "content": ["application/json": ["schema": schema.json]]]
    }

    private var responses: [(name: String, value: JSON)] {
        var success: [(name: String, value: JSON)] = [("description", .string(answer.description))]
        if answer.isShared {
            success.append(("headers", ["ETag": ["schema": ["type": "string"]], "Cache-Control": ["schema": ["type": "string"]]]))
        }
        if let schema = answer.schema { success.append(("content", ["\(answer.type)": ["schema": schema.json]])) }
        var responses: [(name: String, value: JSON)] = [("\(answer.status.code)", .object(success))]
        if answer.isShared { responses.append(("304", ["description": "You have the newest one."])) }
        return responses + problems.map { ("\($0.code)", ["$ref": "#/components/responses/Problem\($0.code)"]) }
    }
}
