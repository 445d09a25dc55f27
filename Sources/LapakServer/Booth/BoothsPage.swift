import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let title = Words("Bilik", "Booths")
    static let none = Words("Belum ada bilik.", "No booths yet.")
    static let caption = Words("Bilik kantor ini", "This branch's booths")
    static let there = Words("duduk", "there")
    static let called = Words("dipanggil", "called")
    static let renew = Words("Perbarui daftar", "Renew the list")
    static let add = Words("Tambah bilik", "Add a booth")
    static let addWithCode = Words("Tambah dan buat kode", "Add and make a code")
    static let noOther = Words(
        "Tidak ada bilik lain yang kosong dan baik. Tunggu sebentar, lalu coba lagi.",
        "No other booth is free and in order. Wait a moment and try again.")

    static func moved(to number: Int) -> Words {
        Words(
            "Orang itu dipindahkan ke bilik \(number). Langkahnya dilanjutkan di sana.",
            "The person was moved to booth \(number). Their step goes on there.")
    }
    static func codeFor(_ number: Int) -> Words { Words("Kode untuk bilik \(number):", "Code for booth \(number):") }
    static func typeIt(before until: String) -> Words {
        Words(
            "Ketik di layar bilik, alamat /bilik, sebelum \(until). Kode ini hanya tampil sekali.",
            "Type it on the booth's screen at /bilik before \(until). It is shown only once.")
    }
}

/// The manager's page of the branch's booths: whether each is usable, who sits there by number, and pairing.
struct BoothsPage {
    static let path = DeskPath.booths

    let rows: [BoothRow]
    var faults = Faults()
    var notice: HTML?

    static func routes(_ routes: Routes) {
        routes.get(path, needs: .manageBooths) { call, desk in try await load(call, desk).reply(call, desk) }
        routes.post(path, needs: .manageBooths) { call, desk in try await add(call, desk) }
        routes.post("\(path)/kode", needs: .manageBooths) { call, desk in
            let (code, booth) = (PairingCode.make(call.app.secrets), try chosen(call))
            let hash = PairingCode.hash(code, call.app.secrets)
            let offered = try await call.app.store.write(in: call.context()) {
                try $0.offerCode(booth, at: desk.branch.id, codeHash: hash)
            }
            return try await load(call, desk, notice: told(code, offered, call, desk)).reply(call, desk)
        }
        routes.post("\(path)/tutup", needs: .manageBooths) { call, desk in try await set(.closed, call, desk) }
        routes.post("\(path)/buka", needs: .manageBooths) { call, desk in try await set(nil, call, desk) }
        routes.post("\(path)/pindah", needs: .manageBooths) { call, desk in
            let (id, author) = (try chosen(call), desk.author)
            do {
                let sitting = try await row(of: id, call, desk)
                if sitting?.sitting != nil, let seen = sitting?.basis { try Basis(call.form).holds(seen) }
                let next = try await call.app.store.write(in: call.context(by: author)) { work in
                    guard try work.glance(Booth.self, id)?.branch == desk.branch.id else { throw Refusal.notFound }
                    return try work.moveOn(from: id)
                }
                let words = call.say(Say.moved(to: next.number))
                return try await load(call, desk, notice: "<div class=\"box i\" role=\"status\">\(words)</div>").reply(call, desk)
            } catch Refusal.changedMeanwhile { return try await conflict(call, desk) } catch Refusal.noSeat {
                let fault = Faults(.invalid(field: "bilik", Say.noOther))
                return try await load(call, desk, faults: fault).reply(call, desk, status: .conflict)
            } catch Refusal.notFound { return .redirect(desk.address(path)) }
        }
    }

    private static func chosen(_ call: Call) throws -> ID<Booth> {
        guard let id = Int64(call.form["pilih"]) else { throw Refusal.notFound }
        return ID(id)
    }

    private static func load(_ call: Call, _ desk: Desk, faults: Faults = Faults(), notice: HTML? = nil) async throws -> BoothsPage {
        let rows = try await call.app.store.read { try BoothRow.load(desk.branch.id, $0) }
        return BoothsPage(rows: rows, faults: faults, notice: notice)
    }

    private static func add(_ call: Call, _ desk: Desk) async throws -> Reply {
        let (now, secrets, branch) = (call.now, call.app.secrets, desk.branch.id)
        do {
            guard let number = Int(call.form["bilik"]) else {
                throw Booth.badNumber
            }
            let code = PairingCode.make(secrets)
            let (id, hash): (ID<Booth>, String) = (call.app.ids.next(at: now), PairingCode.hash(code, secrets))
            let booth = try await call.app.store.write(in: call.context()) {
                try $0.addBooth(id, number: number, at: branch, codeHash: hash)
            }
            return try await load(call, desk, notice: told(code, booth, call, desk)).reply(call, desk)
        } catch let refusal as Refusal {
            return try await load(call, desk, faults: Faults(refusal, field: "bilik")).reply(call, desk, status: refusal.status)
        }
    }

    /// Closes a booth or opens it, unless somebody else changed it since the page was drawn. Asked for what is so already, nothing changes.
    private static func set(_ trouble: Booth.Trouble?, _ call: Call, _ desk: Desk) async throws -> Reply {
        let (now, id, author, branch, seen) = (call.now, try chosen(call), desk.author, desk.branch.id, Basis(call.form))
        let sitting = try await row(of: id, call, desk)?.sitting?.number
        do {
            _ = try await call.app.store.write(in: call.context(by: author)) { work in
                try work.booth(id) { booth in
                    guard booth.branch == branch else { throw Refusal.notFound }
                    guard booth.trouble != trouble else { return nil }
                    try seen.holds(booth.basis(sitting: sitting))
                    return booth.set(trouble, at: now)
                }
            }
        } catch Refusal.changedMeanwhile { return try await conflict(call, desk) }
        return .redirect(desk.address(path))
    }

    private static func row(of booth: ID<Booth>, _ call: Call, _ desk: Desk) async throws -> BoothRow? {
        try await call.app.store.read { try BoothRow.load(desk.branch.id, $0) }.first { $0.booth.id == booth }
    }

    /// Somebody else was faster: the booths as they are now.
    private static func conflict(_ call: Call, _ desk: Desk) async throws -> Reply {
        call.app.figures.refused(Refusal.changedMeanwhile.code)
        let fault = Faults(.changedMeanwhile, field: "t-bilik")
        return try await load(call, desk, faults: fault).reply(call, desk, status: .conflict)
    }

    /// The code is shown once; only its hash is kept.
    private static func told(_ code: String, _ booth: Booth, _ call: Call, _ desk: Desk) -> HTML {
        let until = booth.codeUntil?.timeText(in: desk.branch.zone, call.language, seenAt: call.now) ?? ""
        return """
            <div class="box i" role="status"><p>\(call.say(Say.codeFor(booth.number))) \
            <strong class="num" id="kode-bilik">\(PairingCode.shown(code))</strong></p>\
            <p>\(call.say(Say.typeIt(before: until)))</p></div>
            """
    }

    func reply(_ call: Call, _ desk: Desk, status: HTTPResponse.Status = .ok) -> Reply {
        let table: HTML =
            rows.isEmpty
            ? "<p>\(call.say(Say.none))</p>"
            : DataTable(
                id: "t-bilik", caption: call.say(Say.caption),
                heads: [
                    (call.say("Bilik", "Booth"), false), (call.say("Keadaan", "State"), false), (call.say("Diisi", "In it"), false),
                    (call.say("Tanda terakhir", "Last heard of"), false), (call.say("Tindakan", "Actions"), false),
                ], rows: rows.map { row($0, call, desk) }
            ).html
        let field = Field(name: "bilik", label: call.say("Nomor bilik", "Booth number"), inputmode: "numeric", style: "n16")
        let add = form(
            call, action: desk.address(Self.path), id: "f-bilik", button: call.say(Say.addWithCode), field.html(call, faults))
        return desk.page(
            call, call.say(Say.title), at: Self.path,
            """
            \(table)<p><a href="\(url: desk.address(Self.path))">\(call.say(Say.renew))</a></p>\
            <h2>\(call.say(Say.add))</h2>\
            \(add)
            """, faults: faults, notice: notice, status: status)
    }

    private func row(_ row: BoothRow, _ call: Call, _ desk: Desk) -> [HTML] {
        let (booth, zone) = (row.booth, desk.branch.zone)
        let state: HTML
        if booth.secret == nil {
            state = "<span class=\"tag\">\(call.say("Belum dipasangkan", "Not paired yet"))</span>"
        } else if let trouble = booth.trouble {
            state = """
                <span class="tag \(trouble == .closed ? "w" : "no")">\(call.say(trouble.words))</span> \
                \(call.say("sejak", "since")) \(booth.since.timeText(in: zone, call.language, seenAt: call.now))
                """
        } else if !booth.isUsable(call.policy, at: call.now) {
            state = "<span class=\"tag no\">\(call.say("Tidak terdengar", "Not heard of"))</span>"
        } else {
            state = "<span class=\"tag ok\">\(call.say("Siap", "In order"))</span>"
        }
        let sitting: HTML =
            if let who = row.sitting {
                "<strong class=\"num\">\(who.number.text)</strong> \(call.say(who.isThere ? Say.there : Say.called))"
            } else { "\(call.say("kosong", "empty"))" }
        let seen: HTML =
            booth.secret == nil
            ? "–" : "<time datetime=\"\(booth.seen.utcISO)\">\(booth.seen.timeText(in: zone, call.language, seenAt: call.now))</time>"
        return ["\(booth.number)", state, sitting, seen, "\(actions(row, call, desk))"]
    }

    private func actions(_ row: BoothRow, _ call: Call, _ desk: Desk) -> [HTML] {
        let (booth, id) = (row.booth, row.booth.id.rawValue)
        func button(_ verb: String, _ words: String) -> HTML {
            form(
                call, action: desk.address("\(Self.path)/\(verb)"), id: "f-\(verb)-\(booth.number)", button: words, style: "alt",
                "\(hidden("pilih", "\(id)"))\(row.basis.input())")
        }
        var buttons = [button("kode", call.say("Buat kode", "Make a code"))]
        if booth.secret != nil {
            buttons.append(
                booth.trouble == .closed
                    ? button("buka", call.say("Buka", "Open")) : button("tutup", call.say("Tutup", "Close")))
        }
        if row.sitting != nil { buttons.append(button("pindah", call.say("Pindahkan ke bilik lain", "Move to another booth"))) }
        return buttons
    }
}
