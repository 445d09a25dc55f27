extension [UInt8] {
    /// The eight bytes of a number, the highest first.
    init(bigEndian number: Int64) { self = Swift.withUnsafeBytes(of: number.bigEndian) { Array($0) } }
}
