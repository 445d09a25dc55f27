import LapakDomain

// A proof raises what a key opens, so there is another key after it: whoever knew or planted the old one has nothing. Both are derived,
// so that the answer to a form that was sent twice can be made again.
extension Secrets {
    /// A visit's key after its proof.
    func proven(_ visit: ID<ReturnVisit>) -> Key<ReturnVisit> {
        Key(id: visit, secret: String(derived("proven:visit:\(visit.rawValue)").prefix(32)))
    }

    /// A registration's key after the proof by its `codes`-th code.
    func proven(_ registration: ID<Registration>, codes: Int) -> Key<Registration> {
        Key(id: registration, secret: String(derived("proven:form:\(registration.rawValue):\(codes)").prefix(32)))
    }
}
