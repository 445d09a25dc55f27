import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the pages of this file.
private enum Say {
    static let backInLine = Words("Kembali ke antrean.", "In line again.")
    static let printTicket = Words("Cetak tiket", "Print the ticket")
    static let receiptBytes = Words("Struk untuk printer kecil", "Bytes for the receipt printer")
    static let nextPerson = Words("Orang berikutnya", "Next person")

    static let incomplete = Words(
        "Berkas belum lengkap. Tempatnya hari ini tetap, paling lambat sampai kantor tutup.",
        "The papers are not complete. The place of today stays until the branch closes.")
    static let inside = Words("Sudah dipanggil masuk.", "Told to come in.")
    static let done = Words("Kunjungan selesai.", "The visit is over.")
    static let left = Words("Orang ini sudah pergi.", "This person has gone.")

    static func number(_ walkIn: WalkIn) -> Words { Words("Nomor \(walkIn.number.text)", "Number \(walkIn.number.text)") }
    static func come(by time: String) -> Words { Words("Datang paling lambat \(time).", "To come by \(time).") }
    static func missed(calls: Int) -> Words {
        Words(
            "\(calls.spelled(.id).startingSentence) panggilan terlewat. Boleh kembali hari ini.",
            "\(calls.spelled(.en).startingSentence) calls passed. May return today.")
    }

    static let mismatch = Words("Data belum cocok", "The data do not match yet")
    static let unchecked = Words("Datanya belum diperiksa.", "The data were not checked yet.")
    static let numberStays = Words("Nomornya tetap milik orang ini.", "The number stays this person's.")
    static let mend = Words("Betulkan data", "Mend the data")

    static let allThere = Words("Semua sudah ada. Tekan “Lengkap”.", "Everything is there now. Press “Complete”.")
    static let missing = Words("Yang kurang", "What is missing")
    static let listIsSent = Words("Daftar ini juga dikirim kepada orangnya.", "The person is sent this list, too.")
    static let printMissing = Words("Cetak daftar yang kurang", "Print what is missing")
    static let giveUp = Words("Batalkan nomor ini", "Give this number up")
    static let askWho = Words(
        "Hanya bila orangnya sendiri yang meminta: cocokkan dengan KTP-nya. Tempatnya hari ini diberikan kepada orang lain.",
        "Only when the person asks for it: compare with the identity card. The place of today goes to somebody else.")
    static let isBack = Words("Orangnya kembali: masuk antrean lagi", "The person is back: into the line again")

    static let beingChecked = Words("sedang diperiksa", "being checked")
    static let there = Words("sudah ada", "there")
    static let photographAgain = Words("foto ulang", "photograph again")
    static let sendPhoto = Words("Kirim foto", "Send the photo")
    static let photographPapers = Words("Foto berkas", "Photograph papers")
    static let photosBelong = Words(
        "Foto menjadi bagian berkas klaim, sehingga tidak perlu difoto lagi di bilik.",
        "Photos become part of the claim's papers, so that they need not be taken again in the booth.")

    static let print = Words("Cetak", "Print")
    static let back = Words("Kembali", "Back")

    static func stillMissing(_ walkIn: WalkIn) -> Words {
        Words("Yang kurang: nomor \(walkIn.number.text)", "Missing: number \(walkIn.number.text)")
    }
    static func bring(_ walkIn: WalkIn) -> Words {
        Words(
            "Bawa dokumen asli ini ke halaman kantor hari ini sebelum tutup. Nomor \(walkIn.number.text) tetap milik Anda.",
            "Bring these originals to the yard today before closing. Number \(walkIn.number.text) stays yours.")
    }
    static func claimNumber(_ claim: Claim) -> Words { Words("Nomor pengajuan: \(claim.number)", "Claim number: \(claim.number)") }
}

/// One walk-in as the yard sees it: the number in large type, what is missing, and what can be done now.
struct YardWalkInPage {
    let walkIn: WalkIn
    let claim: Claim?
    let documents: [Document]
    let forecast: LobbyForecast
    let seen: [Paper]
    var fault: Words?

    static func show(
        _ call: Call, _ desk: Desk, walkIn id: ID<WalkIn>? = nil, fault: Words? = nil, seen: [Paper]? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Reply {
        let named = id ?? Int64(call.form["kunjungan"]).map { ID<WalkIn>($0) }
        let walkIn: WalkIn
        if let named { walkIn = try await call.walkIn(named, desk) } else { walkIn = try await call.walkIn(desk) }
        let (claim, documents) = try await call.app.store.read { connection in
            let claim = try walkIn.claim.flatMap { try connection.find(Claim.self, $0) }
            return (claim, try claim.map { try connection.documents(of: $0.id) } ?? [])
        }
        let page = YardWalkInPage(
            walkIn: walkIn, claim: claim, documents: documents, forecast: try await YardReception(call, desk).forecast(of: walkIn),
            seen: seen ?? walkIn.seen, fault: fault)
        return page.reply(call, desk, status: fault == nil ? status : status == .ok ? .unprocessableContent : status)
    }

    private var dossier: Dossier? { claim.map { Dossier($0.facts, documents: documents) } }

    private func reply(_ call: Call, _ desk: Desk, status: HTTPResponse.Status) -> Reply {
        let backInLine: HTML = "<div class=\"box i\" role=\"status\">\(call.say(Say.backInLine))</div>"
        let ticket = desk.address("/kantor/nomor/\(walkIn.id.rawValue)/karcis")
        let receipt = desk.address("/kantor/nomor/\(walkIn.id.rawValue)/struk.bin")
        return desk.page(
            call, call.say(Say.number(walkIn)), at: Yard.path,
            """
            \(YardPage.tablet(call, desk))\(head(call, desk))\(trouble(call, desk))\
            \(missing(call, desk))\(actions(call, desk))\(photos(call, desk))\(claim.flatMap { YardContacts.html($0, call, desk) })\
            \(givingUp(call, desk))\
            <p class="dua"><a class="btn alt" href="\(url: ticket)">\(call.say(Say.printTicket))</a> \
            <a class="btn alt" href="\(url: receipt)">\(call.say(Say.receiptBytes))</a></p>\
            <p><a class="btn" href="\(url: desk.address(Yard.path))">\(call.say(Say.nextPerson))</a></p>
            """, faults: Faults(fault.map { .invalid(field: "ada", $0) }), notice: call.query("kembali") != nil ? backInLine : nil,
            assets: YardPage.assets, status: status)
    }

    private func head(_ call: Call, _ desk: Desk) -> HTML {
        let zone = desk.branch.zone
        let words: String =
            switch walkIn.phase {
            case .expected: call.say(Say.come(by: walkIn.start.timeText(in: zone, call.language, seenAt: call.now)))
            case .incomplete: call.say(Say.incomplete)
            case .waiting: forecast.text(at: call.now, in: zone, call.language)
            case .inside: call.say(Say.inside)
            case .missed: call.say(Say.missed(calls: call.policy.interviews.calls))
            case .done: call.say(Say.done)
            case .left: call.say(Say.left)
            }
        return """
            <div class="\(walkIn.phase == .waiting ? "done" : "box")"><p class="nomor" aria-hidden="true">\(walkIn.number.text)</p>\
            <p><strong>\(call.say(walkIn.phase.words))</strong>\(walkIn.priority.map { " · \(call.say($0.words))" as HTML })</p>\
            <p>\(claim.map { "\($0.name) · \(call.say($0.facts.reason.words))" as HTML })</p><p>\(words)</p></div>
            """
    }

    private func trouble(_ call: Call, _ desk: Desk) -> HTML? {
        guard claim == nil, walkIn.phase.isLive else { return nil }
        let address = desk.address("\(Yard.path)/orang", "kunjungan=\(walkIn.id.rawValue)")
        return """
            <div class="box w"><h2>\(call.say(Say.mismatch))</h2><p>\(call.say(walkIn.trouble ?? Say.unchecked))</p>\
            <p>\(call.say(Say.numberStays))</p>\
            <p><a class="btn" href="\(url: address)">\(call.say(Say.mend))</a></p></div>
            """
    }

    private func missing(_ call: Call, _ desk: Desk) -> HTML? {
        guard let dossier, walkIn.phase == .incomplete, walkIn.checkedBy != nil else { return nil }
        let rows = dossier.missing(after: walkIn.seen)
        guard !rows.isEmpty else { return "<p class=\"box i\">\(call.say(Say.allThere))</p>" }
        let list = desk.address("\(Yard.path)/\(walkIn.id.rawValue)/kurang")
        return """
            <div class="box w"><h2>\(call.say(Say.missing))</h2><ul>\(YardMissingPage.items(rows, dossier, call))</ul>\
            \(when(claim?.contacts.proven.isEmpty == false, "<p>\(call.say(Say.listIsSent))</p>"))\
            <p><a class="btn alt" href="\(url: list)">\(call.say(Say.printMissing))</a></p></div>
            """
    }

    private func actions(_ call: Call, _ desk: Desk) -> HTML? {
        if walkIn.phase == .missed {
            return form(
                call, action: desk.address("\(Yard.path)/\(walkIn.id.rawValue)/kembali"), id: "f-kembali",
                button: call.say(Say.isBack), "")
        }
        guard let dossier, [.expected, .incomplete, .waiting].contains(walkIn.phase) else { return nil }
        return YardPapersPage.verdict(
            call, desk, hidden: [hidden("kunjungan", "\(walkIn.id.rawValue)")], rows: YardRows(dossier: dossier, seen: seen),
            priority: walkIn.priority == nil ? YardPersonPage.priorities("", call) : nil, hasNumber: true)
    }

    /// Who stands here and does not want the number any more need not sign in to a claim.
    private func givingUp(_ call: Call, _ desk: Desk) -> HTML? {
        guard walkIn.phase.isLive, walkIn.phase != .inside else { return nil }
        let button = form(
            call, action: desk.address("\(Yard.path)/\(walkIn.id.rawValue)/batal"), id: "f-batal", button: call.say(Say.giveUp),
            style: "bad", "")
        return """
            <details><summary>\(call.say(Say.giveUp))</summary><p>\(call.say(Say.askWho))</p>\(button)</details>
            """
    }

    /// A photo of a paper goes into the claim's documents, as the member's own would.
    private func photos(_ call: Call, _ desk: Desk) -> HTML? {
        guard let dossier, walkIn.phase.isLive else { return nil }
        let papers = dossier.rows.filter { $0.state != .accepted }.flatMap { row in row.options.map { ($0.paper, $0.state) } }
        let items = papers.filter { $0.0 != .facePhoto }.html { photo($0.0, $0.1, call, desk) }
        guard !items.isEmpty else { return nil }
        return """
            <details\(attribute: "open", when: call.query("foto") != nil)><summary>\(call.say(Say.photographPapers))</summary>\
            <p class="hint">\(call.say(Say.photosBelong))</p>\
            <ul class="foto-daftar">\(items)</ul></details>
            """
    }

    private func photo(_ paper: Paper, _ state: Dossier.State, _ call: Call, _ desk: Desk) -> HTML {
        let name = call.say(paper.words)
        let mark: HTML =
            switch state {
            case .checking: "<span class=\"tag i\">\(call.say(Say.beingChecked))</span>"
            case .waiting: "<span class=\"tag ok\">\(call.say(Say.there))</span>"
            case .refused, .returned: "<span class=\"tag w\">\(call.say(Say.photographAgain))</span>"
            default: ""
            }
        let action = desk.address("\(Yard.path)/\(walkIn.id.rawValue)/foto", "dokumen=\(paper.rawValue)")
        return """
            <li><form class="foto" method="post" enctype="multipart/form-data" action="\(url: action)" \
            id="foto-\(paper.rawValue)" data-sisi="\(call.policy.files.shrink(paper))">\
            \(hidden("kunci", call.freshKey()))<label for="b-\(paper.rawValue)">\(name) \(mark)</label>\
            <input class="in" type="file" id="b-\(paper.rawValue)" name="berkas" \
            accept="image/jpeg,image/png,application/pdf" capture="environment">\
            <button class="btn alt">\(call.say(Say.sendPhoto))<span class="sr"> \(name)</span></button></form></li>
            """
    }
}

/// What is missing, as a page to print or to photograph: no name on it.
enum YardMissingPage {
    static func show(_ call: Call, _ desk: Desk) async throws -> Reply {
        let walkIn = try await call.walkIn(desk)
        let (claim, documents) = try await call.app.store.read { connection in
            guard let id = walkIn.claim, let claim = try connection.find(Claim.self, id) else { throw Refusal.notFound }
            return (claim, try connection.documents(of: id))
        }
        let dossier = Dossier(claim.facts, documents: documents)
        let back = desk.address("\(Yard.path)/\(walkIn.id.rawValue)")
        return desk.page(
            call, call.say(Say.stillMissing(walkIn)), at: Yard.path,
            """
            <p>\(call.say(Say.bring(walkIn)))</p>\
            <ul>\(items(dossier.missing(after: walkIn.seen), dossier, call))</ul>\
            <p>\(call.say(Say.claimNumber(claim)))</p>\
            <p><button type="button" class="btn" id="cetak" hidden>\(call.say(Say.print))</button> \
            <a class="btn alt" href="\(url: back)">\(call.say(Say.back))</a></p>
            """, assets: YardPage.assets)
    }

    /// Each missing row with all papers that would do.
    static func items(_ missing: [Paper], _ dossier: Dossier, _ call: Call) -> [HTML] {
        missing.html { "<li>\(call.say(dossier.words(missing: $0)))</li>" }
    }
}

extension WalkIn.Phase {
    var words: Words {
        switch self {
        case .expected: Words("Belum datang", "Not here yet")
        case .incomplete: Words("Berkas belum lengkap", "Papers not complete")
        case .waiting: Words("Menunggu", "Waiting")
        case .inside: Words("Di dalam", "Inside")
        case .missed: Words("Terlewat", "Missed")
        case .done: Words("Selesai", "Done")
        case .left: Words("Pergi", "Left")
        }
    }
}
