package import Hummingbird
package import LapakDomain

/// What pages and forms need to know of the request that they answer.
package protocol WebRequest: Sendable {
    var request: Request { get }
    /// The language that the reader chose.
    var language: Language { get }
    var now: Instant { get }
    var cookies: [String: String] { get }
    var assets: Assets { get }
    /// Whose page it is, where that is known.
    var owner: Owner? { get }
    /// A new key for the next form.
    func freshKey() -> String
}

extension WebRequest {
    /// A sentence in the reader's language.
    package func say(_ id: String, _ en: String) -> String { language == .id ? id : en }
    package func say(_ words: Words) -> String { words[language] }
    /// A value of the address, decoded; nil when it is not there.
    package func query(_ name: String) -> String? { request.uri.queryParameters[Substring(name)].map(String.init) }
}
