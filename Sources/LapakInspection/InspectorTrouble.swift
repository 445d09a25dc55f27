/// A check that could not be made. It says nothing of the file, which is kept waiting and asked again.
package struct InspectorTrouble: Error, CustomStringConvertible {
    /// For the log; without anything of the file.
    package let description: String

    init(_ description: String) { self.description = description }
}
