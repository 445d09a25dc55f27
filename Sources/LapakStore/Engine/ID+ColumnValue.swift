package import LapakDomain

// How the rules' small values stand in columns.
extension ID: ColumnValue {
    package var sql: SQLValue { .int(rawValue) }
    package static var columnType: ColumnType { .int }
    package init(sql: SQLValue) throws(DatabaseTrouble) { self.init(try Int64(sql: sql)) }
}

extension Instant: ColumnValue {
    package var sql: SQLValue { .int(milliseconds) }
    package static var columnType: ColumnType { .int }
    package init(sql: SQLValue) throws(DatabaseTrouble) { self.init(milliseconds: try Int64(sql: sql)) }
}

extension Span: ColumnValue {
    package var sql: SQLValue { .int(milliseconds) }
    package static var columnType: ColumnType { .int }
    package init(sql: SQLValue) throws(DatabaseTrouble) { self.init(milliseconds: try Int64(sql: sql)) }
}

extension Day: ColumnValue {
    package var sql: SQLValue { .int(Int64(number)) }
    package static var columnType: ColumnType { .int }
    package init(sql: SQLValue) throws(DatabaseTrouble) { self.init(number: try Int(sql: sql)) }
}

extension ClockTime: ColumnValue {
    package var sql: SQLValue { .int(Int64(minutes)) }
    package static var columnType: ColumnType { .int }
    package init(sql: SQLValue) throws(DatabaseTrouble) { self.init(minutes: try Int(sql: sql)) }
}

extension FileName: ColumnValue {
    package var sql: SQLValue { .text(value) }
    package static var columnType: ColumnType { .text }
    package init(sql: SQLValue) throws(DatabaseTrouble) { self.init(try String(sql: sql)) }
}

extension NIK: CheckedColumnValue {
    var stored: String { digits }
    init?(stored: String) { self.init(stored) }
}
extension KPJ: CheckedColumnValue {
    var stored: String { digits }
    init?(stored: String) { self.init(stored) }
}
extension EmailAddress: CheckedColumnValue {
    var stored: String { value }
    init?(stored: String) { self.init(stored) }
}
extension PhoneNumber: CheckedColumnValue {
    var stored: String { value }
    init?(stored: String) { self.init(stored) }
}
extension ClaimNumber: CheckedColumnValue {
    var stored: String { value }
    init?(stored: String) { self.init(stored) }
}
extension QueueNumber: CheckedColumnValue {
    var stored: String { text }
    init?(stored: String) { self.init(stored) }
}
extension Capture.Kind: CheckedColumnValue {
    var stored: String { name }
    init?(stored: String) { self.init(name: stored) }
}

extension Zone: ColumnValue {}
extension Channel: ColumnValue {}
extension Language: ColumnValue {}
extension ClaimReason: ColumnValue {}
extension RuleVersion: ColumnValue {}
extension Claim.Phase: ColumnValue {}
extension Booking.Phase: ColumnValue {}
extension Ticket.Phase: ColumnValue {}
extension Interview.Phase: ColumnValue {}
extension WalkIn.Phase: ColumnValue {}
extension Document.Phase: ColumnValue {}
extension Upload.Phase: ColumnValue {}
extension Paper: ColumnValue {}
extension FileKind: ColumnValue {}
extension ReturnReason: ColumnValue {}
extension Outage.Kind: ColumnValue {}
extension Staff.Role: ColumnValue {}
extension Message.Kind: ColumnValue {}
extension Message.Channel: ColumnValue {}
extension Contacts.Way: ColumnValue {}
extension Message.Phase: ColumnValue {}
