import HTTPTypes
import LapakDomain
import LapakServer
import LapakWeb

/// Somebody's browser without a script: keeps cookies, follows redirects, and fills in the forms that a page has.
final class Browser {
    let site: Site
    var language: Language
    /// The address that it connects from; nil inside this process.
    var peer: String?
    private(set) var cookies: [String: String] = [:]
    /// The page that lies open, with what was asked for it.
    private(set) var page: Answer
    private var sent: [UInt8] = []

    init(_ site: Site, language: Language = .id, cookies: [String: String] = [:]) async throws {
        self.site = site
        self.language = language
        self.cookies = ["gaya": site.app.assets.css.version].merging(cookies) { $1 }
        page = Answer(request: HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/"), status: 0, headers: [:], bytes: [])
    }

    func forget(_ cookie: String) { cookies[cookie] = nil }
    func keep(_ cookie: String, _ value: String) { cookies[cookie] = value }

    /// Opens an address and follows where it leads.
    @discardableResult func open(_ path: String) async throws -> Answer { try await go(.get, path, []) }

    /// Sends a form as it would go, without looking whether a page has it.
    @discardableResult func post(_ path: String, _ fields: [(String, String)] = [], following: Bool = true) async throws -> Answer {
        try await go(.post, path, Self.encoded(fields), following: following)
    }

    /// Sends a file as a script would.
    @discardableResult func send(_ bytes: [UInt8], as type: String, to path: String) async throws -> Answer {
        try await go(.post, path, bytes, as: type)
    }

    /// Fills in a form of the open page and presses a button of it. Each field must be in the form, and each choice offered there.
    @discardableResult func press(
        _ form: String, _ fields: KeyValuePairs<String, String> = [:], button: String? = nil, following: Bool = true
    ) async throws -> Answer {
        let filled = try PageForm(id: form, in: page).filled(fields.map { ($0.key, $0.value) }, button: button)
        guard filled.method == "post" else {
            return try await go(.get, "\(filled.action)?\(String(decoding: Self.encoded(filled.fields), as: UTF8.self))", [])
        }
        return try await go(.post, filled.action, Self.encoded(filled.fields), following: following)
    }

    /// The same request in a language, with nothing kept of the answer.
    func again(in language: Language) async throws -> Answer {
        try await site.answer(request(page.request.method, page.request.path ?? "/", language), body: sent)
    }

    /// The open page in a language; in the browser's own without asking again.
    func shown(in language: Language) async throws -> Answer { language == self.language ? page : try await again(in: language) }

    private func go(
        _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8], as type: String = Browser.formType, following: Bool = true
    ) async throws -> Answer {
        var (method, path, body) = (method, path, body)
        for _ in 0..<8 {
            let answer = try await site.answer(request(method, path, language, type), body: body, from: peer)
            for cookie in answer.cookies { cookies[cookie.name] = cookie.value.isEmpty ? nil : cookie.value }
            (page, sent) = (answer, body)
            guard following, answer.status == 303, let next = answer.location else { return answer }
            (method, path, body) = (.get, next, [])
        }
        throw LeadsNowhere(path: path)
    }

    private func request(
        _ method: HTTPRequest.Method, _ path: String, _ language: Language, _ type: String = Browser.formType
    ) -> HTTPRequest {
        var fields: HTTPFields = [.accept: "text/html"]
        if method == .post { fields[.contentType] = type }
        fields[.cookie] = cookies.merging(["bahasa": language.rawValue]) { $1 }.sorted { $0.key < $1.key }
            .map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        return HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: fields)
    }

    private static let formType = "application/x-www-form-urlencoded"

    static func encoded(_ fields: [(String, String)]) -> [UInt8] {
        Array(fields.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&").utf8)
    }

    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.map { byte in
            let plain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
            return plain ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }.joined()
    }
}

struct LeadsNowhere: Error { let path: String }
