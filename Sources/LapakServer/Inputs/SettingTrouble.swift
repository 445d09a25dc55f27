/// A setting that cannot be used; the sentence says which and why.
package struct SettingTrouble: Error, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}
