/// An employer as its workers' cards name it.
package struct Company: Hashable, Sendable {
    /// The registration number (NPP): two letters and six digits; made up.
    package let npp: String
    package let name: String
    package let city: String
}

extension Company {
    /// PT Garmen Sejahtera: the demonstration company, which dismisses many workers and files for them together.
    package static let garmenSejahtera = Company(npp: "GS000001", name: "PT Garmen Sejahtera", city: "Surakarta")
}
