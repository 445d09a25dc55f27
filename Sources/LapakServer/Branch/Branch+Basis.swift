import LapakDomain

extension Branch {
    /// Hours, officers and how they are used.
    var basis: Basis { Basis(HoursForm(self).fields.map(\.value)) }
}

extension BranchDay {
    /// Nothing of an exception that was taken back: then there is none.
    var basis: Basis {
        if isTakenBack { return Basis() }
        let hours = hours.map { [$0.opens, $0.closes, $0.lunchFrom, $0.lunchUntil].map { $0.text(.id) } } ?? []
        return Basis([closed ? "tutup" : "buka", officers.map(String.init) ?? "", note] + hours)
    }
}
