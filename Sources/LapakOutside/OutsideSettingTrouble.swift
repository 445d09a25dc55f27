/// A setting for the outside world that cannot be used: says which and why, and holds no secret.
package struct OutsideSettingTrouble: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}
