import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb

/// One claim's papers for officers: what was asked for, what came, and what became of it. No picture is shown here.
struct ClaimPapersPage {
    let claim: Claim
    let slot: Slot?
    let documents: [Document]

    static func show(_ call: Call, _ desk: Desk) async throws -> Reply {
        guard let number = call.parameters.get("number").flatMap({ ClaimNumber($0) }) else { throw Refusal.notFound }
        let staff = desk.staff
        let page = try await call.app.store.read { connection in
            guard let claim = try connection.claim(numbered: number) else { throw Refusal.notFound }
            let slot = try claim.slot.flatMap { try connection.find(Slot.self, $0) }
            guard staff.mayCheckPapers(at: slot?.branch) else { throw Refusal.notFound }
            return ClaimPapersPage(claim: claim, slot: slot, documents: try connection.documents(of: claim.id))
        }
        return page.reply(call, desk)
    }

    private func reply(_ call: Call, _ desk: Desk) -> Reply {
        let zone = slot.flatMap { call.nation[$0.branch] }?.zone ?? desk.branch.zone
        let dossier = Dossier(claim.facts, documents: documents)
        let due = claim.papersDue.map { "\($0.text(in: zone, call.language)) (\(($0 - call.now).textLeft(call.language)))" }
        return desk.page(
            call, call.say("Berkas \(claim.number)", "Papers of \(claim.number)"), at: "",
            """
            <dl class="data"><div><dt>\(call.say("Nama", "Name"))</dt><dd>\(claim.name)</dd></div>\
            <div><dt>\(call.say("Sebab klaim", "Reason"))</dt><dd>\(call.say(claim.reason.words))</dd></div>\
            <div><dt>\(call.say("Batas waktu", "Deadline"))</dt><dd>\(due ?? call.say("belum ada jadwal", "no appointment yet"))</dd></div>\
            <div><dt>\(call.say("Kemajuan", "Progress"))</dt><dd>\(call.say(dossier.progress))</dd></div></dl>\
            \(table(dossier, call, desk, zone))
            """, assets: ["desk.css"])
    }

    private func table(_ dossier: Dossier, _ call: Call, _ desk: Desk, _ zone: Zone) -> HTML {
        DataTable(
            id: "t-berkas", caption: call.say("Yang diminta dan yang sudah dikirim", "What is asked for and what was sent"),
            heads: [
                (call.say("Dokumen", "Paper"), false), (call.say("Keadaan", "State"), false), (call.say("Kiriman", "Sent"), false),
            ],
            rows: dossier.rows.map { row in
                let sent = documents.filter { row.item.papers.contains($0.paper) }.sorted { $0.id > $1.id }
                return [
                    "\(call.say(row.title))", state(row, call),
                    sent.isEmpty ? "–" : sent.html { version($0, of: row, call, desk, zone) }.reduce("", +),
                ]
            }
        ).html
    }

    private func state(_ row: Dossier.Row, _ call: Call) -> HTML {
        let style =
            switch row.state {
            case .accepted: "ok"
            case .waiting, .checking: "i"
            case .returned, .refused: "w"
            case .missing: row.isRequired ? "w" : ""
            case .notNeeded, .optional: ""
            }
        return "<span class=\"tag \(style)\">\(call.say(row.state.words))</span>"
    }

    private func version(_ document: Document, of row: Dossier.Row, _ call: Call, _ desk: Desk, _ zone: Zone) -> HTML {
        let paper = row.item.papers.count > 1 ? "\(call.say(document.paper.words)), " : ""
        let version = Words("versi \(document.version)", "version \(document.version)")
        let address = desk.address("/kantor/berkas/\(document.id.rawValue)")
        let why = document.reason?.label ?? document.fault?.words
        return """
            <p><a href="\(url: address)">\(paper)\(call.say(version))</a>, \
            \(document.received.text(in: zone, call.language)): \(call.say(document.phase.words))\(why.map { " (\(call.say($0)))" })\
            \(document.note.map { "<br><q>\($0)</q>" as HTML })</p>
            """
    }
}
