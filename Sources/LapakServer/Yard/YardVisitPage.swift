import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// One visit as the yard sees it: the number in large type, what is missing, and what can be done now.
struct YardVisitPage {
    let visit: WalkIn
    let claim: Claim?
    let documents: [Document]
    let forecast: LobbyForecast
    let seen: [Paper]
    var fault: Words?

    static func show(
        _ call: Call, _ desk: Desk, visit id: ID<WalkIn>? = nil, fault: Words? = nil, seen: [Paper]? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Reply {
        let named = id ?? Int64(call.form["kunjungan"]).map { ID<WalkIn>($0) }
        let visit: WalkIn
        if let named { visit = try await call.visit(named, desk) } else { visit = try await call.visit(desk) }
        let (claim, documents) = try await call.house.store.read { connection in
            let claim = try visit.claim.flatMap { try connection.find(Claim.self, $0) }
            return (claim, try claim.map { try connection.documents(of: $0.id) } ?? [])
        }
        let page = YardVisitPage(
            visit: visit, claim: claim, documents: documents, forecast: try await YardDesk(call, desk).forecast(of: visit),
            seen: seen ?? visit.seen, fault: fault)
        return page.reply(call, desk, status: fault == nil ? status : status == .ok ? .unprocessableContent : status)
    }

    private var dossier: Dossier? { claim.map { Dossier($0.facts, documents: documents) } }

    private func reply(_ call: Call, _ desk: Desk, status: HTTPResponse.Status) -> Reply {
        let notice: HTML? =
            call.query("kembali") != nil
            ? "<div class=\"box i\" role=\"status\">\(call.say("Kembali ke antrean.", "In line again."))</div>" : nil
        return desk.page(
            call, call.say("Nomor \(visit.number.text)", "Number \(visit.number.text)"), at: Yard.path,
            """
            \(YardPage.tablet(call, desk))\(head(call, desk))\(trouble(call, desk))\(missing(call, desk))\(actions(call, desk))\(photos(call, desk))\
            <p class="dua"><a class="btn alt" href="\(url: desk.address("/kantor/nomor/\(visit.id.rawValue)/karcis"))">\(call.say("Cetak tiket", "Print the ticket"))</a> \
            <a class="btn alt" href="\(url: desk.address("/kantor/nomor/\(visit.id.rawValue)/struk.bin"))">\(call.say("Struk untuk printer kecil", "Bytes for the receipt printer"))</a></p>\
            <p><a class="btn" href="\(url: desk.address(Yard.path))">\(call.say("Orang berikutnya", "Next person"))</a></p>
            """, faults: Faults(fault.map { .invalid(field: "ada", $0) }), notice: notice, assets: YardPage.assets, status: status)
    }

    private func head(_ call: Call, _ desk: Desk) -> HTML {
        let calls = call.policy.interviews.calls
        let zone = desk.branch.zone
        let time = visit.start.timeText(in: zone, call.language)
        let words: String =
            switch visit.phase {
            case .expected: call.say("Datang paling lambat \(time).", "To come by \(time).")
            case .incomplete:
                call.say(
                    "Berkas belum lengkap. Tempatnya hari ini tetap, paling lambat sampai kantor tutup.",
                    "The papers are not complete. The place of today stays until the branch closes.")
            case .waiting: forecast.text(at: call.now, in: zone, call.language)
            case .inside: call.say("Sudah dipanggil masuk.", "Told to come in.")
            case .missed:
                call.say(
                    "\(calls.spelled(.id).startingSentence) panggilan terlewat. Boleh kembali hari ini.",
                    "\(calls.spelled(.en).startingSentence) calls passed. May return today.")
            case .done: call.say("Kunjungan selesai.", "The visit is over.")
            case .left: call.say("Orang ini sudah pergi.", "This person has gone.")
            }
        return """
            <div class="\(visit.phase == .waiting ? "done" : "box")"><p class="nomor" aria-hidden="true">\(visit.number.text)</p>\
            <p><strong>\(call.say(visit.phase.words))</strong>\(visit.priority.map { " · \(call.say($0.words))" as HTML })</p>\
            <p>\(claim.map { "\($0.name) · \(call.say($0.facts.reason.words))" as HTML })</p><p>\(words)</p></div>
            """
    }

    private func trouble(_ call: Call, _ desk: Desk) -> HTML? {
        guard claim == nil, visit.phase.isLive else { return nil }
        let address = desk.address("\(Yard.path)/orang", "kunjungan=\(visit.id.rawValue)")
        return """
            <div class="box w"><h2>\(call.say("Data belum cocok", "The data do not match yet"))</h2><p>\(visit.trouble.map { call.say($0) } ?? call.say("Datanya belum diperiksa.", "The data were not checked yet."))</p>\
            <p>\(call.say("Nomornya tetap milik orang ini.", "The number stays this person's."))</p>\
            <p><a class="btn" href="\(url: address)">\(call.say("Betulkan data", "Mend the data"))</a></p></div>
            """
    }

    private func missing(_ call: Call, _ desk: Desk) -> HTML? {
        guard let dossier, visit.phase == .incomplete, visit.checkedBy != nil else { return nil }
        let rows = dossier.missing(after: visit.seen)
        guard !rows.isEmpty else {
            return "<p class=\"box i\">\(call.say("Semua sudah ada. Tekan “Lengkap”.", "Everything is there now. Press “Complete”."))</p>"
        }
        return """
            <div class="box w"><h2>\(call.say("Yang kurang", "What is missing"))</h2><ul>\(YardMissingPage.items(rows, dossier, call))</ul>\
            <p>\(call.say("Daftar ini juga dikirim kepada orangnya.", "The person is sent this list, too."))</p>\
            <p><a class="btn alt" href="\(url: desk.address("\(Yard.path)/\(visit.id.rawValue)/kurang"))">\(call.say("Cetak daftar yang kurang", "Print what is missing"))</a></p></div>
            """
    }

    private func actions(_ call: Call, _ desk: Desk) -> HTML? {
        if visit.phase == .missed {
            return form(
                call, action: desk.address("\(Yard.path)/\(visit.id.rawValue)/kembali"), id: "f-kembali",
                button: call.say("Orangnya kembali: masuk antrean lagi", "The person is back: into the line again"), "")
        }
        guard let dossier, [.expected, .incomplete, .waiting].contains(visit.phase) else { return nil }
        let hidden: [HTML] = ["<input type=\"hidden\" name=\"kunjungan\" value=\"\(visit.id.rawValue)\">"]
        return YardPapersPage.verdict(
            call, desk, hidden: hidden, rows: YardRows(dossier: dossier, seen: seen),
            priority: visit.priority == nil ? YardPersonPage.priorities("", call) : nil, hasNumber: true)
    }

    /// A photo of a paper goes into the claim's documents, as the member's own would.
    private func photos(_ call: Call, _ desk: Desk) -> HTML? {
        guard let dossier, visit.phase.isLive else { return nil }
        let papers = dossier.rows.filter { $0.state != .accepted }.flatMap { row in row.options.map { ($0.paper, $0.state) } }
        let items = papers.filter { $0.0 != .facePhoto }.html { paper, state -> HTML in
            let name = call.say(paper.words)
            let mark: HTML =
                switch state {
                case .checking: "<span class=\"tag i\">\(call.say("sedang diperiksa", "being checked"))</span>"
                case .waiting: "<span class=\"tag ok\">\(call.say("sudah ada", "there"))</span>"
                case .refused, .returned: "<span class=\"tag w\">\(call.say("foto ulang", "photograph again"))</span>"
                default: ""
                }
            let action = desk.address("\(Yard.path)/\(visit.id.rawValue)/foto", "dokumen=\(paper.rawValue)")
            return """
                <li><form class="foto" method="post" enctype="multipart/form-data" action="\(url: action)" id="foto-\(paper.rawValue)" data-sisi="\(call.policy.files.shrink(paper))">\
                <input type="hidden" name="kunci" value="\(call.freshKey())"><label for="b-\(paper.rawValue)">\(name) \(mark)</label>\
                <input class="in" type="file" id="b-\(paper.rawValue)" name="berkas" accept="image/jpeg,image/png,application/pdf" capture="environment">\
                <button class="btn alt">\(call.say("Kirim foto", "Send the photo"))<span class="sr"> \(name)</span></button></form></li>
                """
        }
        guard !items.isEmpty else { return nil }
        return """
            <details\(call.query("foto") != nil ? " open" : "" as HTML)><summary>\(call.say("Foto berkas", "Photograph papers"))</summary>\
            <p class="hint">\(call.say("Foto menjadi bagian berkas klaim, sehingga tidak perlu difoto lagi di bilik.", "Photos become part of the claim's papers, so that they need not be taken again in the booth."))</p>\
            <ul class="foto-daftar">\(items)</ul></details>
            """
    }
}

/// What is missing, as a page to print or to photograph: no name on it.
enum YardMissingPage {
    static func show(_ call: Call, _ desk: Desk) async throws -> Reply {
        let visit = try await call.visit(desk)
        let (claim, documents) = try await call.house.store.read { connection in
            guard let id = visit.claim, let claim = try connection.find(Claim.self, id) else { throw Refusal.notFound }
            return (claim, try connection.documents(of: id))
        }
        let dossier = Dossier(claim.facts, documents: documents)
        return desk.page(
            call, call.say("Yang kurang: nomor \(visit.number.text)", "Missing: number \(visit.number.text)"), at: Yard.path,
            """
            <p>\(call.say("Bawa dokumen asli ini ke halaman kantor hari ini sebelum tutup. Nomor \(visit.number.text) tetap milik Anda.", "Bring these originals to the yard today before closing. Number \(visit.number.text) stays yours."))</p>\
            <ul>\(items(dossier.missing(after: visit.seen), dossier, call))</ul>\
            <p>\(call.say("Nomor pengajuan: \(claim.number)", "Claim number: \(claim.number)"))</p>\
            <p><button type="button" class="btn" id="cetak" hidden>\(call.say("Cetak", "Print"))</button> \
            <a class="btn alt" href="\(url: desk.address("\(Yard.path)/\(visit.id.rawValue)"))">\(call.say("Kembali", "Back"))</a></p>
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
