import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the doors that stay closed.
private enum Say {
    static let notOpen = Words("Berkas belum terbuka", "The papers are not open")
    static let twoWays = Words(
        """
        Buka tautan di e-mail kami, atau masuk dengan nomor pengajuan dan kode. \
        Tautan itu berlaku sampai batas waktu dokumen.
        """,
        "Open the link in our e-mail, or sign in with your claim number and a code. The link lasts until the papers' deadline.")
    static let withNumber = Words("Masuk dengan nomor pengajuan", "Go on with the claim number")
    static let toList = Words("Ke daftar berkas", "To the list of papers")
}

/// M9 and M10: the papers of a claim, and one photo at a time. Who comes is whoever `papersClaim` lets in.
enum PaperPages {
    static func routes(_ routes: Routes) {
        routes.get("/berkas") { call in
            guard let view = try await view(call) else { return door(call).reply(to: call, status: .forbidden) }
            return PaperList(view: view, call: call).page.reply(to: call)
        }
        routes.get("/berkas/pilih/{paper}") { call in try await choose(call) }
        routes.get("/berkas/{paper}") { call in
            guard let paper = call.parameters.get("paper").flatMap(Paper.init(rawValue:)) else { throw Refusal.notFound }
            return try await photo(paper, call, faults: Faults())
        }
        routes.post("/berkas/dokumen/{id}/tarik") { call in try await withdraw(call) }
    }

    /// Nil for a browser that has proven nothing.
    private static func view(_ call: Call) async throws -> PaperView? {
        do { return try await PaperView.load(try await call.papersClaim().id, call) } catch Refusal.notYours { return nil }
    }

    /// M10 for `paper`, with what was wrong the last time. Says kindly why not when the paper cannot be sent.
    static func photo(_ paper: Paper, _ call: Call, faults: Faults) async throws -> Reply {
        guard let view = try await view(call) else { return door(call).reply(to: call, status: .forbidden) }
        if let refusal = refusal(of: paper, view, call) { return refused(refusal, call) }
        return PhotoPage(paper: paper, view: view, call: call, faults: faults).page.reply(
            to: call, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private static func refusal(of paper: Paper, _ view: PaperView, _ call: Call) -> Refusal? {
        do throws(Refusal) { try view.claim.papersOpen(at: call.now) } catch { return error }
        guard view.dossier.asks(for: paper) else { return .paperNotAsked }
        return view.dossier.isAccepted(paper) ? .paperAccepted : nil
    }

    private static func choose(_ call: Call) async throws -> Reply {
        guard let first = call.parameters.get("paper").flatMap(Paper.init(rawValue:)) else { throw Refusal.notFound }
        guard let view = try await view(call) else { return door(call).reply(to: call, status: .forbidden) }
        guard let row = view.dossier.rows.first(where: { $0.item.papers.contains(first) }) else { return refused(.paperNotAsked, call) }
        if let refusal = refusal(of: first, view, call) { return refused(refusal, call) }
        if let chosen = call.query("dokumen").flatMap(Paper.init(rawValue:)), row.item.papers.contains(chosen) {
            return .redirect("/berkas/\(chosen.rawValue)")
        }
        let asked = call.query("lanjut") != nil
        let faults = Faults(
            asked
                ? .invalid(field: "dokumen", Words("Pilih dokumen yang Anda punya.", "Choose the paper that you have.")) : nil)
        return ChoicePage(row: row, first: first, faults: faults).page(call).reply(to: call, status: asked ? .unprocessableContent : .ok)
    }

    private static func withdraw(_ call: Call) async throws -> Reply {
        guard let id = call.parameters.get("id").flatMap({ Int64($0) }).map({ ID<Document>($0) }) else { throw Refusal.notFound }
        let claim = try await call.papersClaim().id
        do {
            _ = try await call.app.store.write(once: call.requestKey("tarik/\(claim.rawValue)"), in: call.context()) { work in
                let claim = try work.get(Claim.self, claim)
                // A document of somebody else is none at all.
                guard try work.get(Document.self, id).claim == claim.id else { throw Refusal.notFound }
                try work.withdraw(id, of: claim)
                return true
            }
        } catch Refusal.documentPhase(.withdrawn) {
        } catch let refusal as Refusal where refusal != .notFound {
            guard let view = try await view(call) else { throw refusal }
            return PaperList(view: view, call: call, faults: Faults(refusal, field: "daftar")).page.reply(
                to: call, status: refusal.status)
        }
        return .redirect("/berkas")
    }

    /// Nobody is known here: the two ways in, and nothing about anybody.
    private static func door(_ call: Call) -> Page {
        let title = call.say(Say.notOpen)
        return Page(
            title: title,
            body: """
                <h1>\(title)</h1><p>\(call.say(Say.twoWays))</p>\
                <p><a class="btn" href="/klaim">\(call.say(Say.withNumber))</a></p>
                """)
    }

    private static func refused(_ refusal: Refusal, _ call: Call) -> Reply {
        Page(
            title: call.say(refusal.title), back: "/berkas",
            body: """
                <h1>\(call.say(refusal.title))</h1>\(box(.warning, "<p>\(call.say(refusal.words))</p>"))\
                <p><a class="btn" href="/berkas">\(call.say(Say.toList))</a></p>
                """
        ).reply(to: call, status: refusal.status)
    }
}
