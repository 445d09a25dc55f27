import LapakDomain

extension Row {
    /// JSON in a text column, written by this or an earlier release.
    func json<T: StoredBody>(_ type: T.Type, _ index: Int) throws(DatabaseTrouble) -> T { try Bodies.decode(type, from: try text(index)) }
}

/// JSON for a text column, the same bytes for the same value.
func json(_ value: some StoredBody) -> SQLValue { .text(Bodies.encode(value)) }
