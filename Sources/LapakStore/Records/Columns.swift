import Foundation
import LapakDomain

extension Row {
    /// JSON in a text column.
    func json<T: Decodable>(_ type: T.Type, _ index: Int) throws -> T { try JSONDecoder().decode(type, from: Data(try text(index).utf8)) }
}

/// JSON for a text column, the same bytes for the same value.
package func json(_ value: some Encodable) -> SQLValue {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { preconditionFailure("a value of the rules always has JSON") }
    return .text(String(decoding: data, as: UTF8.self))
}
