package import LapakDomain

// How the rules' small values stand in columns.
extension ID: SQLEncodable { package var sql: SQLValue { .int(rawValue) } }
extension Instant: SQLEncodable { package var sql: SQLValue { .int(milliseconds) } }
extension Day: SQLEncodable { package var sql: SQLValue { .int(Int64(number)) } }
extension ClockTime: SQLEncodable { package var sql: SQLValue { .int(Int64(minutes)) } }
extension NIK: SQLEncodable { package var sql: SQLValue { .text(digits) } }
extension KPJ: SQLEncodable { package var sql: SQLValue { .text(digits) } }
extension EmailAddress: SQLEncodable { package var sql: SQLValue { .text(value) } }
extension PhoneNumber: SQLEncodable { package var sql: SQLValue { .text(value) } }

extension Row {
    /// A value of a closed set, by its stable name.
    func value<T: RawRepresentable>(_ index: Int) throws(DatabaseTrouble) -> T where T.RawValue == String {
        let text = try text(index)
        guard let value = T(rawValue: text) else { throw DatabaseTrouble(.decoding, "column \(index): no \(T.self) is called \(text)") }
        return value
    }
    package func id<Noun>(_ index: Int) throws(DatabaseTrouble) -> ID<Noun>? { try optionalInt(index).map { ID($0) } }
    package func instant(_ index: Int) throws(DatabaseTrouble) -> Instant { Instant(milliseconds: try int(index)) }
    package func optionalInstant(_ index: Int) throws(DatabaseTrouble) -> Instant? {
        try optionalInt(index).map { Instant(milliseconds: $0) }
    }
    package func optionalDay(_ index: Int) throws(DatabaseTrouble) -> Day? { try optionalInt(index).map { Day(number: Int($0)) } }

    /// What the rules would never have written: the row is damaged.
    func checked<T>(_ value: T?, _ index: Int) throws(DatabaseTrouble) -> T {
        guard let value else { throw DatabaseTrouble(.decoding, "column \(index) holds something that the rules never write") }
        return value
    }
    func nik(_ index: Int) throws(DatabaseTrouble) -> NIK { try checked(NIK(try text(index)), index) }
    func email(_ index: Int) throws(DatabaseTrouble) -> EmailAddress { try checked(EmailAddress(try text(index)), index) }
    func phone(_ index: Int) throws(DatabaseTrouble) -> PhoneNumber { try checked(PhoneNumber(try text(index)), index) }

    /// JSON in a text column, written by this or an earlier release.
    func json<T: StoredBody>(_ type: T.Type, _ index: Int) throws(DatabaseTrouble) -> T { try Bodies.decode(type, from: try text(index)) }
}

/// JSON for a text column, the same bytes for the same value.
func json(_ value: some StoredBody) -> SQLValue { .text(Bodies.encode(value)) }
