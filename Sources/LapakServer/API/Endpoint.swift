import HTTPTypes
import HummingbirdCore
import LapakDomain
import LapakGround
import LapakWeb

/// One verb of the interface: where it is, what it expects, what it answers, and how. The route and its part of
/// `/openapi.json` are both made from this, so neither can exist without the other.
struct Endpoint: Sendable {
    /// Who may come in.
    enum Access: String, Sendable {
        case open
        /// The bearer token of a registration.
        case registration
        /// The bearer token of a visit to a claim.
        case visit
    }

    /// What a success looks like.
    struct Answer: Sendable {
        var status: HTTPResponse.Status = .ok
        var type = "application/json"
        /// Nil where there is nothing to say.
        var schema: JSONSchema?
        let description: String
        /// Everyone gets the same for a while: with `ETag`, and 304 for those who have it.
        var isShared = false
    }

    let method: HTTPRequest.Method
    /// With parameters in braces.
    let path: String
    /// Its name for generated clients, unique.
    let name: String
    let summary: String
    var details: String?
    var access = Access.open
    var expects: [Expected] = []
    let answer: Answer
    /// Refusals beside those that its door and what it expects bring along.
    var refuses: [HTTPResponse.Status] = []
    let handle: @Sendable (Asked) async throws -> Reply

    var changes: Bool { method != .get }
    var body: [Expected] { expects.filter { $0.place == .body } }

    /// Every status that is not a success: from the rules, the door, the body, and from what may fail on our side.
    var problems: [HTTPResponse.Status] {
        var statuses: Set<Int> = [500, 503]
        statuses.formUnion(refuses.map(\.code))
        if access != .open { statuses.insert(401) }
        if expects.contains(where: { $0.place != .body }) { statuses.insert(422) }
        if changes { statuses.formUnion([403, 413, 422]) }
        if !body.isEmpty { statuses.formUnion([400, 415]) }
        return statuses.sorted().map { HTTPResponse.Status(code: $0) }
    }
}

extension Endpoint {
    /// Answers, or says the refusal as a problem in the language that the client asked for. Trouble goes on to the front door.
    func reply(to call: Call) async throws -> Reply {
        let call = call.inAcceptedLanguage
        do {
            return try await handle(try Asked(call, endpoint: self))
        } catch let refusal as Refusal {
            call.app.figures.refused(refusal.code)
            return Problem(refusal).reply(to: call, for: refusal)
        } catch let fault as UnreadableRequest {
            return fault.problem.reply(call.language)
        }
    }

    /// The answer to a verb that this path does not have.
    static func notAllowed(_ allowed: [HTTPRequest.Method], _ call: Call) -> Reply {
        let words = Words("Cara ini tidak ada di alamat ini.", "This method does not exist at this address.")
        var reply = Problem(status: .methodNotAllowed, code: "method_not_allowed", words: words).reply(call.language)
        reply.fields.append((.allow, allowed.map(\.rawValue).joined(separator: ", ")))
        return reply
    }
}

/// A request whose body or framing cannot be read at all, so that no rule was ever asked.
enum UnreadableRequest: Error {
    case notJSON
    case otherType

    var problem: Problem {
        switch self {
        case .notJSON:
            Problem(
                status: .badRequest, code: "bad_request",
                words: Words("Isi permintaan bukan satu objek JSON yang benar.", "The body is not one well-formed JSON object."))
        case .otherType:
            Problem(
                status: .unsupportedMediaType, code: "unsupported_media_type",
                words: Words("Kirim isi sebagai application/json.", "Send the body as application/json."))
        }
    }
}

extension Problem {
    /// A refusal, with the field where one is wrong. Who is not let in gets 401, as bearer tokens have it (RFC 6750).
    init(_ refusal: Refusal) {
        self.init(status: refusal.status, code: refusal.code, words: refusal.words)
        switch refusal {
        case .registrationGone, .notYours: self = Problem(status: .unauthorized, code: refusal.code, words: refusal.words)
        case .invalid(let name, _): field = name
        default: break
        }
    }

    fileprivate func reply(to call: Call, for refusal: Refusal) -> Reply {
        var reply = reply(call.language)
        if status == .unauthorized { reply.fields.append((.wwwAuthenticate, "Bearer")) }
        return reply.waiting(refusal, at: call.now)
    }
}

extension Call {
    /// The same call in the language of its `Accept-Language`, where that names one of ours first.
    fileprivate var inAcceptedLanguage: Call {
        request.headers[.acceptLanguage].flatMap { Language(rawValue: $0.prefix(2).lowercased()) }.map(speaking) ?? self
    }

    /// The same call in another language.
    func speaking(_ language: Language) -> Call {
        Call(
            app: app, request: request, parameters: parameters, id: id, now: now, language: language, form: form, body: body,
            cookies: cookies, source: source)
    }
}
