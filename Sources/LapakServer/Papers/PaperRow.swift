import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of a row.
private enum Say {
    static let oneOfThese = Words("Cukup salah satu dari ini:", "One of these is enough:")
    static let oneIsEnough = Words(
        "Cukup satu; dokumen lain di kelompok ini tidak perlu.", "One is enough; the others of this group are not needed.")
    static let stillCounts = Words("Kiriman sebelumnya tetap berlaku.", "What you sent before still counts.")
    static let note = Words("Catatan petugas:", "The officer's note:")
    static let givenBack = Words("Dikembalikan petugas:", "Given back by the officer:")
    static let takeAgain = Words("Foto ulang", "Take it again")
    static let seeSent = Words("Lihat yang dikirim", "See what was sent")
    static let replace = Words("Ganti", "Replace")
    static let sent = Words("Dikirim", "Sent")
    static let withdraw = Words("Tarik kembali", "Withdraw")
    static let noLongerSeen = Words(
        "Petugas tidak melihatnya lagi. Bila wajib, kirim penggantinya sebelum batas waktu.",
        "Officers no longer see it. If it is required, send another one before the deadline.")
    static let withdrawThis = Words("Tarik dokumen ini", "Withdraw this document")
    static let goOn = Words("Lanjutkan", "Go on")

    static func notWhole(percent: Int) -> Words {
        Words("Belum selesai terkirim (\(percent)%).", "Not yet sent whole (\(percent)%).")
    }
}

/// One thing to prepare in the list: its state as a tag, and beneath it why, what next, and what can be done with what was sent.
struct PaperRow {
    let row: Dossier.Row
    let view: PaperView
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
        guard view.isOpen else { return false }
        return switch row.state {
        case .missing, .optional, .refused, .returned: true
        case .checking, .waiting, .accepted, .notNeeded: false
        }
    }

    private var choices: HTML? {
        guard row.item.papers.count > 1 else { return nil }
        guard row.options.contains(where: { $0.document != nil }) else {
            let papers = row.item.papers.html { "<li>\(call.say($0.words))</li>" }
            return "<p>\(call.say(Say.oneOfThese))</p><ul>\(papers)</ul>"
        }
        return "<p>\(call.say(Say.oneIsEnough))</p>"
    }

    private var note: HTML? { row.item.note.map { "<p>\(call.say($0))</p>" } }

    /// What became of what was sent as one of the row's papers.
    private func details(_ option: Dossier.Option) -> [HTML?] {
        guard let document = option.document, let newest = option.newest else { return [] }
        let standing = newest.id != document.id && document.phase != .refused
        let before = standing ? " \(call.say(Say.stillCounts))" : ""
        let fault: HTML? = newest.fault.map { "<p class=\"err\">\(call.say($0.words))\(before)</p>" }
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
        let note: HTML? = document.note.map { "<p>\(call.say(Say.note)) “\($0)”</p>" }
        return """
            <p class="err">\(call.say(Say.givenBack)) \(call.say(reason.words))</p>\
            \(note)<p>\(call.say(reason.next))</p>
            """
    }

    private func hints(_ document: Document) -> HTML? {
        guard view.isOpen, !document.hints.isEmpty else { return nil }
        return """
            <p>\(document.hints.sorted { $0.rawValue < $1.rawValue }.html { "\(call.say($0.words)) " })\
            <a href="/berkas/\(document.paper.rawValue)">\(call.say(Say.takeAgain))</a></p>
            """
    }

    private func look(_ document: Document) -> HTML {
        let time = document.received.text(in: view.zone, call.language)
        let name = spoken(document.paper)
        let seen: HTML = "<a href=\"/berkas/dokumen/\(document.id.rawValue)/1\">\(call.say(Say.seeSent))\(name)</a> "
        let replace: HTML = "<a href=\"/berkas/\(document.paper.rawValue)\">\(call.say(Say.replace))\(name)</a> "
        let mayReplace = view.isOpen && (document.phase == .waiting || document.phase == .checking)
        return """
            <p>\(call.say(Say.sent)) \(time). \
            \(when(document.kind != nil, seen))\(when(mayReplace, replace))</p>
            """
    }

    /// The paper's name after a link's words, for whoever hears the page: several links of a page say the same.
    private func spoken(_ paper: Paper) -> HTML { "<span class=\"sr\">: \(call.say(paper.words))</span>" }

    private func withdrawal(_ document: Document) -> HTML? {
        guard view.claim.refusal(toWithdraw: document, at: call.now) == nil, document.phase == .waiting || document.phase == .checking
        else { return nil }
        let id = document.id.rawValue
        let button = form(
            call, action: "/berkas/dokumen/\(id)/tarik", id: "f-tarik-\(id)", button: call.say(Say.withdrawThis), style: "alt", "")
        return """
            <details><summary>\(call.say(Say.withdraw))\(spoken(document.paper))</summary>\
            <p>\(call.say(Say.noLongerSeen))</p>\
            \(button)</details>
            """
    }

    /// Files that stopped half way.
    private var unfinished: [HTML?] {
        view.uploads.filter { row.item.papers.contains($0.paper) }.map { upload in
            let share = upload.length > 0 ? upload.offset * 100 / upload.length : 0
            return """
                <p>\(call.say(Say.notWhole(percent: share)))\
                 <a href="/berkas/\(upload.paper.rawValue)">\(call.say(Say.goOn))\(spoken(upload.paper))</a></p>
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
