/// What came back about a message that was handed over.
package enum News: Hashable, Sendable {
    case sent, delivered, read
    case failed(String, forGood: Bool)
}
