import LapakDomain
import LapakWeb

/// The sentences of this piece.
private enum Say {
    static let title = Words("Kontak", "Contacts")
    static let nothingProven = Words(
        "Belum ada kontak yang dibuktikan: orang ini tidak mendapat kabar, dan tidak dapat masuk ke pengajuannya. Buktikan sekarang.",
        "No contact is proven: this person gets no news and cannot sign in to the claim. Prove one now.")
    static let unproven = Words("belum dibuktikan", "not proven")
    static let proveOrChange = Words("Buktikan atau ganti kontak", "Prove or change contacts")
}

/// Which contacts of the person in the yard are proven, and the way to prove them here.
enum YardContacts {
    /// Nil for whoever may not change them.
    static func html(_ claim: Claim, _ call: Call, _ desk: Desk) -> HTML? {
        guard desk.may(.changeContacts), claim.phase.isLive else { return nil }
        let rows = Contacts.Way.allCases.compactMap { claim.contacts.address($0) }.html { address -> HTML in
            let tag: HTML? = claim.contacts[address.way].proven == nil ? " <span class=\"tag w\">\(call.say(Say.unproven))</span>" : nil
            return "<li>\(address.masked)\(tag)</li>"
        }
        let none: HTML = "<p>\(call.say(Say.nothingProven))</p>"
        let isNone = claim.contacts.proven.isEmpty
        return """
            <div class="box\(isNone ? " w" : "")" id="kontak"><h2>\(call.say(Say.title))</h2>\(when(isNone, none))<ul>\(rows)</ul>\
            <p><a class="btn alt" href="\(url: desk.address("\(DeskPath.contacts)/\(claim.id.rawValue)"))">\
            \(call.say(Say.proveOrChange))</a></p></div>
            """
    }
}
