import LapakDomain

extension IdentityField {
    /// The input that this field is typed into.
    var input: String {
        switch self {
        case .kpj: "kpj"
        case .name: "nama"
        case .birth: "lahir"
        case .mother: "ibu"
        }
    }
}
