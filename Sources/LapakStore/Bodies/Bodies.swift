package import LapakDomain
import LapakGround

/// How values of the rules are written as JSON into text columns, and read again: the one place for both.
package enum Bodies {
    /// Reads a body of this or an earlier release. Throws `DatabaseTrouble` that names what it does not know.
    package static func decode<Value: StoredBody>(_ type: Value.Type, from text: String) throws(DatabaseTrouble) -> Value {
        guard let json = JSON(Array(text.utf8), deepest: 64, widest: 10_000) else {
            throw DatabaseTrouble(.decoding, "\(type): the body is no JSON")
        }
        do { return try Value(from: BodyDecoder(json, for: type)) } catch {
            throw DatabaseTrouble(.decoding, "\(type): \((error as? DecodingError)?.sentence ?? "\(error)")")
        }
    }

    /// The same bytes for the same value.
    package static func encode(_ value: some StoredBody) -> String {
        let node = BodyNode()
        do { try value.encode(to: BodyEncoder(node: node)) } catch { preconditionFailure("a value of the rules always has JSON") }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        node.write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension DecodingError {
    /// Where in the body, and what is wrong.
    fileprivate var sentence: String {
        switch self {
        case .keyNotFound(let key, let context): "\(place(context))\(key.stringValue) is absent and has no default"
        case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(place(context))\(context.debugDescription)"
        @unknown default: "\(self)"
        }
    }

    private func place(_ context: Context) -> String {
        context.codingPath.isEmpty ? "" : context.codingPath.map(\.stringValue).joined(separator: ".") + ": "
    }
}
