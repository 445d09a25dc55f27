import LapakDomain
import LapakStore
import LapakWeb

/// Whose page this request is about. Every key to a claim passes here, so every page and every form of a claim says whose it is.
extension Call {
    var browserKeys: BrowserKeys { BrowserKeys(visit: visitKey?.pass, registration: registrationKey?.pass, link: papersKey?.pass) }

    /// The claim that this browser opens, and how far. Of several people's keys the newest counts. Refuses with `notYours` a browser
    /// without keys, and with `otherClaim` what was sent from the page of another claim.
    func holder() async throws -> KeyHolder {
        let (keys, now) = (browserKeys, now)
        guard let holder = try await app.store.read({ try $0.holder(of: keys, at: now) }) else { throw Refusal.notYours }
        let claim = holder.claim
        let line = "\(claim.number.description) · \(claim.shortName)"
        try isAbout(Owner(mark: mark(of: claim.id), words: Words(line, line)))
        return holder
    }

    /// The request is about the claim of who sits in a booth, which says its number elsewhere.
    func isAbout(_ claim: ID<Claim>) throws(Refusal) { try isAbout(Owner(mark: mark(of: claim))) }

    /// The request is about a form that is being filled in, by whoever its name says.
    func isAbout(_ registration: Registration) throws(Refusal) {
        let name = registration.name.flatMap { PersonName($0)?.short }
        try isAbout(Owner(mark: mark(of: registration.id), words: name.map { Words("Isian \($0)", "Form of \($0)") }))
    }

    /// The form that was sent is this browser's own, whatever was typed into it; the page that answers keeps its mark.
    func meansOwnForm() throws(Refusal) {
        guard let key = registrationKey else { return }
        try isAbout(Owner(mark: mark(of: key.id)))
    }

    /// The mark of a claim on its pages; the same by which unfinished files on a device are known.
    func mark(of claim: ID<Claim>) -> String { String(app.secrets.derived("papers:\(claim.rawValue)").prefix(16)) }

    func mark(of registration: ID<Registration>) -> String { String(app.secrets.derived("form:\(registration.rawValue)").prefix(16)) }

    /// Refuses what names another mark than the owner's.
    private func isAbout(_ owner: Owner) throws(Refusal) {
        try means(owner.mark)
        ownerNote.owner = owner
    }

    /// Refuses with `otherClaim` a request whose page was shown for somebody else than this mark's owner.
    func means(_ mark: String) throws(Refusal) {
        guard let meant = query(Owner.field), meant != mark else { return }
        throw .otherClaim
    }
}
