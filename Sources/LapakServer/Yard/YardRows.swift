import LapakDomain
import LapakWeb

/// The sentences of the checklist.
private enum Say {
    static let tick = Words("Beri tanda untuk dokumen asli yang Anda lihat", "Tick the originals that you see")
    static let sent = Words("sudah dikirim", "sent before")
    static let ifNeeded = Words("bila perlu", "if needed")
    static let oneIsEnough = Words("Salah satu cukup", "One is enough")
}

/// The checklist as big boxes: what the officer sees with their own eyes gets a tick.
struct YardRows {
    let dossier: Dossier
    let seen: [Paper]

    func html(_ call: Call) -> HTML {
        let rows = dossier.rows.enumerated().html { index, row in
            Self.row(index, row.item, seen, sent: row.isWhole, isConditional: false, call)
        }
        return Self.list(rows, call)
    }

    /// The list of a reason for somebody whose balance is not known, as a tablet without a network needs it.
    static func template(_ reason: ClaimReason, _ call: Call) -> HTML {
        let requirements = call.policy.checklists[call.policy.rules] ?? Checklist.table(of: call.policy.rules)
        let rows = requirements.filter { $0.reasons?.contains(reason) ?? true }.enumerated().html { index, row in
            let item = ChecklistItem(papers: row.papers, optional: row.optional, note: row.note)
            return Self.row(index, item, [], sent: false, isConditional: !row.conditions.isEmpty, call)
        }
        return "<template data-sebab=\"\(reason.rawValue)\">\(list(rows, call))</template>"
    }

    private static func list(_ rows: [HTML], _ call: Call) -> HTML {
        """
        <fieldset class="periksa"><legend>\(call.say(Say.tick))</legend>\
        <div class="kotak">\(rows)</div></fieldset>
        """
    }

    private static func row(_ index: Int, _ item: ChecklistItem, _ seen: [Paper], sent: Bool, isConditional: Bool, _ call: Call) -> HTML {
        let marks = [
            sent ? "<small class=\"tag ok\">\(call.say(Say.sent))</small>" as HTML : nil,
            item.optional || isConditional ? "<small class=\"tag\">\(call.say(Say.ifNeeded))</small>" : nil,
        ].compactMap(\.self)
        let note: HTML? = item.note.map { "<br><small>\(call.say($0))</small>" }
        let needed: HTML = item.optional || isConditional || sent ? "" : " data-wajib=\"\(index)\""
        if item.papers.count == 1, let paper = item.papers.first {
            return "<div\(needed)>\(box(paper, seen, call, "\(marks)\(note)"))</div>"
        }
        return """
            <fieldset class="satu"\(needed)><legend>\(call.say(Say.oneIsEnough)) \(marks)</legend>\
            \(item.papers.html { box($0, seen, call, nil) })\(note.map { "<p class=\"hint\">\($0)</p>" as HTML })</fieldset>
            """
    }

    private static func box(_ paper: Paper, _ seen: [Paper], _ call: Call, _ more: HTML?) -> HTML {
        checkbox("ada", value: paper.rawValue, checked: seen.contains(paper), "<span>\(call.say(paper.yardWords)) \(more)</span>")
    }
}
