/// Money in whole rupiah. Never a fraction, never a floating-point number.
package struct Rupiah: Hashable, Codable, Sendable, Comparable {
    package var amount: Int64
    package init(_ amount: Int64) { self.amount = amount }
    package static func < (a: Rupiah, b: Rupiah) -> Bool { a.amount < b.amount }
    package static func + (a: Rupiah, b: Rupiah) -> Rupiah { Rupiah(a.amount + b.amount) }
    package static func - (a: Rupiah, b: Rupiah) -> Rupiah { Rupiah(a.amount - b.amount) }
}
