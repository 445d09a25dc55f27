import LapakDomain
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let compare = Words("Bandingkan", "Compare")
    static let registryIsSilent = Words(
        """
        Data peserta sedang tidak dapat dibaca. Bandingkan dengan yang diisi peserta, atau lepas berkas ini dan coba lagi nanti.
        """,
        """
        The member registry cannot be read now. Compare with what the member filled in, or let this document go and try again \
        later.
        """)
    static let paidOut = Words(", sudah dibayar", ", paid out")

    static func version(_ number: Int) -> Words { Words("Versi \(number)", "Version \(number)") }
}

// What is known about the claim, and what of it the paper should say.
extension PrecheckPage {
    var checks: HTML {
        let all = PaperCheck.all(of: document, for: file.claim, member: record.member, beside: file.documents)
        return """
            <h2>\(call.say(Say.compare))</h2><ul class="cek">\(all.html(check))</ul>\
            \(when(record.isSilent, "<p class=\"box w\">\(call.say(Say.registryIsSilent))</p>"))
            """
    }

    private func check(_ check: PaperCheck) -> HTML {
        let style =
            switch check.mark {
            case .matches: "ok"
            case .similar: "i"
            case .look: "w"
            }
        return """
            <li><span class="tag \(style)">\(call.say(check.mark.words))</span> <span>\(call.say(check.subject.words))\
            \(check.expected.map { ": <b>\(call.say($0))</b>" as HTML })</span></li>
            """
    }

    var facts: HTML {
        let claim = file.claim
        let interview = file.slot.map { $0.start.text(in: zone, call.language) }
        let progress = call.say(Dossier(claim.facts, documents: file.documents).progress)
        let link: HTML = "<a class=\"num\" href=\"\(url: desk.address("/kantor/klaim/\(claim.number)"))\">\("\(claim.number)")</a>"
        var rows: [(String, HTML)] = [
            (call.say("Nama", "Name"), "\(claim.name)\(otherName)"), ("NIK", "<span class=\"num\">\(claim.nik.digits)</span>"),
        ]
        if let member = record.member { rows += facts(of: member) }
        rows += [
            (call.say("Bank", "Bank"), "\(call.say("belum diketahui", "not known yet"))"),
            (call.say("Sebab klaim", "Reason"), "\(call.say(claim.reason.words))"),
            (call.say("Wawancara", "Interview"), "\(interview ?? call.say("belum ada", "none yet"))"),
            (call.say("Klaim", "Claim"), "\(link) (\(progress))"),
        ]
        return """
            <h2>\(call.say("Data peserta", "Member's record"))</h2>\
            <dl class="data">\(rows.html { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>
            """
    }

    private var otherName: HTML? {
        guard let member = record.member, member.name != file.claim.name else { return nil }
        return " <span class=\"hint\">(\(call.say("data peserta:", "registry:")) \(member.name))</span>"
    }

    private func facts(of member: Member) -> [(String, HTML)] {
        let cards = member.memberships.sorted { $0.start > $1.start }.html { card -> HTML in
            let end = card.end?.text(call.language) ?? call.say("sekarang", "now")
            let paid = card.status == .paid ? call.say(Say.paidOut) : ""
            return """
                <span class="num">\(card.kpj.digits)</span> \(card.employer)<br>\
                <span class="hint">\(card.start.text(call.language)) – \(end)\(paid)</span><br>
                """
        }
        return [
            (call.say("Lahir", "Born"), "\(member.birth.text(call.language))"), (call.say("Ibu kandung", "Mother"), "\(member.mother)"),
            (call.say("KPJ dan perusahaan", "KPJ and employers"), cards.reduce("", +)),
        ]
    }

    /// Earlier versions of this paper, and why they did not do.
    var earlier: HTML? {
        guard !file.earlier.isEmpty else { return nil }
        let items = file.earlier.html { former -> HTML in
            let why = former.reason?.label ?? former.fault?.words
            let address = desk.address("/kantor/berkas/\(former.id.rawValue)")
            return """
                <li><a href="\(url: address)">\(call.say(Say.version(former.version)))</a>, \
                \(former.received.text(in: zone, call.language)): \(call.say(former.phase.words))\(why.map { " (\(call.say($0)))" })\
                \(former.note.map { "<br><q>\($0)</q>" as HTML })</li>
                """
        }
        return "<h2>\(call.say("Versi sebelumnya", "Earlier versions"))</h2><ul>\(items)</ul>"
    }
}

extension PrecheckPage.Record {
    fileprivate var isSilent: Bool { if case .silent = self { true } else { false } }
}

extension Document.Phase {
    /// The phase as officers call it.
    var words: Words {
        switch self {
        case .checking: Words("diperiksa otomatis", "being checked by us")
        case .waiting: Words("menunggu petugas", "waiting for an officer")
        case .accepted: Words("diterima", "accepted")
        case .returned: Words("dikembalikan", "given back")
        case .refused: Words("ditolak pemeriksaan otomatis", "refused by our checks")
        case .superseded: Words("diganti versi baru", "replaced by a newer one")
        case .withdrawn: Words("ditarik peserta", "taken back by the member")
        }
    }
}
