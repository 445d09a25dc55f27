import LapakDomain
import LapakStore
import LapakWeb

/// One thing to prepare in the list: its state as a tag, and beneath it why, what next, and what can be done with what was sent.
struct PaperRow {
    let row: Dossier.Row
    let picture: PaperPicture
    let call: Call

    var html: HTML {
        let tag: HTML = "<span class=\"tag \(row.state.style.description)\">\(call.say(row.state.words))</span>"
        let name = row.name(call.language)
        let key = row.item.papers[0].rawValue
        let head: HTML =
            isLink
            ? "<a href=\"\(url: row.path)\" id=\"b-\(key)\"><span>\(name)</span>\(tag)</a>"
            : "<span class=\"row\"><span>\(name)</span>\(tag)</span>"
        let parts = [choices, note] + row.options.flatMap { details($0) } + unfinished
        let under = parts.compactMap(\.self)
        return "<li>\(head)\(under.isEmpty ? nil : "<div class=\"sub\">\(under)</div>" as HTML)</li>"
    }

    /// The row leads to its page while something has to be sent or may be.
    private var isLink: Bool {
        guard picture.isOpen else { return false }
        return switch row.state {
        case .missing, .optional, .refused, .returned: true
        case .checking, .waiting, .accepted, .notNeeded: false
        }
    }

    private var choices: HTML? {
        guard row.item.papers.count > 1 else { return nil }
        guard row.options.contains(where: { $0.document != nil }) else {
            return """
                <p>\(call.say("Cukup salah satu dari ini:", "One of these is enough:"))</p><ul>\(row.item.papers.html { "<li>\(call.say($0.words))</li>" })</ul>
                """
        }
        return
            "<p>\(call.say("Cukup satu; dokumen lain di kelompok ini tidak perlu.", "One is enough; the others of this group are not needed."))</p>"
    }

    private var note: HTML? { row.item.note.map { "<p>\(call.say($0))</p>" } }

    /// What became of what was sent as one of the row's papers.
    private func details(_ option: Dossier.Option) -> [HTML?] {
        guard let document = option.document, let newest = option.newest else { return [] }
        let standing = newest.id != document.id && document.phase != .refused
        let fault: HTML? = newest.fault.map { fault in
            "<p class=\"err\">\(call.say(fault.words))\(standing ? " \(call.say("Kiriman sebelumnya tetap berlaku.", "What you sent before still counts."))" : "")</p>"
        }
        return [
            name(of: option), newest.phase == .refused ? fault : nil, document.phase == .returned ? returned(document) : nil,
            document.phase == .waiting ? hints(document) : nil, document.phase == .refused ? nil : look(document), withdrawal(document),
        ]
    }

    /// Among several, whose details these are.
    private func name(of option: Dossier.Option) -> HTML? {
        row.options.count { $0.document != nil } > 1 ? "<p><strong>\(call.say(option.paper.words))</strong></p>" : nil
    }

    private func returned(_ document: Document) -> HTML? {
        guard let reason = document.reason else { return nil }
        let note: HTML? = document.note.map {
            "<p>\(call.say("Catatan petugas:", "The officer's note:")) “\($0)”</p>"
        }
        return
            "<p class=\"err\">\(call.say("Dikembalikan petugas:", "Given back by the officer:")) \(call.say(reason.words))</p>\(note)<p>\(call.say(reason.next))</p>"
    }

    private func hints(_ document: Document) -> HTML? {
        guard picture.isOpen, !document.hints.isEmpty else { return nil }
        return """
            <p>\(document.hints.sorted { $0.rawValue < $1.rawValue }.html { "\(call.say($0.words)) " })\
            <a href="/berkas/\(document.paper.rawValue)">\(call.say("Foto ulang", "Take it again"))</a></p>
            """
    }

    private func look(_ document: Document) -> HTML {
        let when = document.received.text(in: picture.zone, call.language)
        let seen: HTML? =
            document.kind == nil
            ? nil
            : "<a href=\"/berkas/dokumen/\(document.id.rawValue)/1\">\(call.say("Lihat yang dikirim", "See what was sent"))<span class=\"sr\">: \(call.say(document.paper.words))</span></a>"
        let replace: HTML? =
            picture.isOpen && (document.phase == .waiting || document.phase == .checking)
            ? "<a href=\"/berkas/\(document.paper.rawValue)\">\(call.say("Ganti", "Replace"))<span class=\"sr\">: \(call.say(document.paper.words))</span></a>"
            : nil
        return "<p>\(call.say("Dikirim", "Sent")) \(when). \([seen, replace].compactMap(\.self).html { "\($0) " })</p>"
    }

    private func withdrawal(_ document: Document) -> HTML? {
        guard picture.claim.refusal(toWithdraw: document, at: call.now) == nil, document.phase == .waiting || document.phase == .checking
        else { return nil }
        let id = document.id.rawValue
        return """
            <details><summary>\(call.say("Tarik kembali", "Withdraw"))<span class="sr">: \(call.say(document.paper.words))</span></summary>\
            <p>\(call.say("Petugas tidak melihatnya lagi. Bila wajib, kirim penggantinya sebelum batas waktu.", "Officers no longer see it. If it is required, send another one before the deadline."))</p>\
            \(form(call, action: "/berkas/dokumen/\(id)/tarik", id: "f-tarik-\(id)", button: call.say("Tarik dokumen ini", "Withdraw this document"), style: "alt", ""))</details>
            """
    }

    /// Files that stopped half way.
    private var unfinished: [HTML?] {
        picture.uploads.filter { row.item.papers.contains($0.paper) }.map { upload in
            let share = upload.length > 0 ? upload.offset * 100 / upload.length : 0
            return """
                <p>\(call.say("Belum selesai terkirim (\(share)%).", "Not yet sent whole (\(share)%)."))\
                 <a href="/berkas/\(upload.paper.rawValue)">\(call.say("Lanjutkan", "Go on"))<span class="sr">: \(call.say(upload.paper.words))</span></a></p>
                """
        }
    }
}

extension Claim {
    /// Why the member may not take `document` back now; nil when they may. The same rule as the button's.
    fileprivate func refusal(toWithdraw document: Document, at now: Instant) -> Refusal? {
        var copy = document
        do throws(Refusal) { _ = try copy.withdraw(from: self, at: now); return nil } catch { return error }
    }
}

extension Dossier.State {
    fileprivate var style: StaticString {
        switch self {
        case .accepted: "ok"
        case .checking, .waiting: "i"
        case .returned, .refused: "no"
        case .missing: "w"
        case .optional, .notNeeded: ""
        }
    }
}
