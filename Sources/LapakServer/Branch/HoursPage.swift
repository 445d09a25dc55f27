import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let title = Words("Jam dan petugas", "Hours and officers")
    static let seeChanges = Words("Lihat perubahan", "See what changes")
    static let saved = Words(
        "Tersimpan. Jadwal hari-hari yang terbuka sudah disesuaikan; tidak ada yang kehilangan tempat.",
        "Saved. The open days follow the new plan; nobody lost a place.")
    static let check = Words("Periksa perubahan sebelum menyimpan", "Check the change before saving")
    static let save = Words("Simpan perubahan", "Save the change")
    static let changeAgain = Words("Ubah lagi", "Change again")
    /// What somebody else changed between reading and saving, by the page's own labels.
    static func changed(_ seen: Basis, to kept: Basis) -> Words {
        let labels = [opens, closes, breakBegins, breakEnds, officerCount, ratio, minutes, share, room]
        let pairs = seen.parts.count == kept.parts.count ? Array(zip(seen.parts, kept.parts)) : []
        let changes = zip(labels, pairs).filter { $1.0 != $1.1 }
        func list(_ language: Language) -> String {
            let rows = changes.map { "\($0[language]) \($1.0.isEmpty ? "–" : $1.0) → \($1.1.isEmpty ? "–" : $1.1)" }
            return rows.isEmpty ? "" : " (\(rows.joined(separator: ", ")))"
        }
        return Words(
            "Belum tersimpan: jam kantor ini baru saja diubah orang lain\(list(.id)). Periksa lagi perubahan di bawah.",
            "Not saved: someone else has just changed these hours\(list(.en)). Look at the changes below again.")
    }

    static let hours = Words("Jam pada hari kerja", "Hours on working days")
    static let opens = Words("Buka", "Opens")
    static let clockExample = Words("Contoh: 08.00", "For example: 08:00")
    static let closes = Words("Tutup", "Closes")
    static let breakBegins = Words("Istirahat mulai", "Break begins")
    static let noBreak = Words(
        "Tanpa istirahat: tulis jam tutup di kedua isian istirahat.", "No break: write the closing time in both.")
    static let breakEnds = Words("Istirahat selesai", "Break ends")

    static let officers = Words("Petugas", "Officers")
    static let officerCount = Words("Jumlah petugas", "Number of officers")
    static let ordinaryDay = Words(
        "Pada hari biasa. Hari yang lain: lihat Pengecualian.", "On an ordinary day. For other days see Exceptions.")
    static let ratio = Words("Orang per petugas bersamaan", "People per officer at once")
    static let ratios = Words("One to Many: 1 sampai \(OfficerSession.mostSeats).", "One to Many: 1 to \(OfficerSession.mostSeats).")
    static let minutes = Words("Menit per klaim", "Minutes per claim")
    static let share = Words("Bagian daring (persen)", "Online share (percent)")
    static let restWalksIn = Words("Sisanya untuk orang yang datang langsung.", "The rest is for people who walk in.")
    static let room = Words("Orang di dalam, paling banyak", "People inside, at most")
    static let usualRoom: Words = {
        let (seat, besides) = (Branch.insidePerSeat, Branch.insideBesides)
        return Words(
            """
            Kosong: \(seat.spelled(.id)) orang per kursi dan \(besides.spelled(.id)) lagi. Orang berikutnya baru dipanggil masuk \
            bila ada tempat.
            """,
            """
            Empty: \(seat.spelled(.en)) to a seat and \(besides.spelled(.en)). The next person is told to come in only when there \
            is room.
            """)
    }()
}

/// Hours, officers and shares of a branch: first what would change, then the change, at once for all open days.
struct HoursPage {
    let typed: HoursForm
    /// What the page, or the one before it, had read.
    let basis: Basis
    var faults = Faults()
    var saved = false

    static func routes(_ routes: Routes) {
        routes.get("/kantor/jam", needs: .planHours) { call, desk in
            let branch = try await stored(desk, call)
            return HoursPage(typed: HoursForm(branch), basis: branch.basis, saved: call.query("tersimpan") != nil).reply(call, desk)
        }
        routes.post("/kantor/jam", needs: .planHours) { call, desk in
            var page = HoursPage(typed: HoursForm(call.form), basis: Basis(call.form))
            let branch = try await stored(desk, call)
            guard let next = page.typed.applied(to: branch, faults: &page.faults) else {
                return page.reply(call, desk, status: .unprocessableContent)
            }
            if call.form["aksi"] == "ubah" { return page.reply(call, desk) }
            do {
                guard call.form["aksi"] == "simpan" else {
                    try page.basis.holds(branch.basis)
                    return try await page.preview(of: next, call, desk)
                }
                try await save(page.typed, seen: page.basis, call, desk)
            } catch Refusal.changedMeanwhile {
                let kept = try await stored(desk, call)
                call.app.figures.refused(Refusal.changedMeanwhile.code)
                page.faults.add("t-ubah", Say.changed(page.basis, to: kept.basis))
                page = HoursPage(typed: page.typed, basis: kept.basis, faults: page.faults)
                return try await page.preview(of: next, call, desk, status: .conflict)
            }
            try await call.app.redrawNation()
            return .redirect(desk.address("/kantor/jam", "tersimpan=1"))
        }
    }

    private static func stored(_ desk: Desk, _ call: Call) async throws -> Branch {
        try await call.app.store.read { try $0.find(Branch.self, desk.branch.id) } ?? desk.branch
    }

    /// Keeps the branch and replans its open days in one transaction. Refuses with `changedMeanwhile` when it is no longer
    /// what was `seen`.
    private static func save(_ typed: HoursForm, seen: Basis, _ call: Call, _ desk: Desk) async throws {
        let (nation, now, author, id) = (call.nation, call.now, desk.author, desk.branch.id)
        let key = call.requestKey("meja:\(desk.staff.id.rawValue)")
        _ = try await call.app.store.write(once: key, in: call.context(by: author), [.row(Branch.self, id)]) { work -> Bool in
            let branch = try work.get(Branch.self, id)
            var faults = Faults()
            try seen.holds(branch.basis)
            guard let next = typed.applied(to: branch, faults: &faults) else { throw Refusal.changedMeanwhile }
            try work.plan(next, days: Quota.openDays(in: next.zone, policy: nation.policy, at: now))
            work.update(next)
            work.note(.operations(.branchChanged(branch: id)))
            return true
        }
    }

    private func preview(
        of next: Branch, _ call: Call, _ desk: Desk, status: HTTPResponse.Status = .ok
    ) async throws -> Reply {
        let nation = call.nation
        let days = Quota.openDays(in: next.zone, policy: nation.policy, at: call.now)
        let change = try await call.app.store.read {
            try PlanChange.load(next, days: days, holidays: nation.holidays, policy: nation.policy, $0)
        }
        let carried: HTML = "\(typed.fields.html { hidden($0.name, $0.value) })"
        let sent: HTML = "\(carried)\(hidden("aksi", "simpan"))\(basis.input())"
        let address = desk.address("/kantor/jam")
        let save = form(call, action: address, id: "f-simpan", button: call.say(Say.save), sent)
        let again = form(
            call, action: address, id: "f-ubah", button: call.say(Say.changeAgain), style: "alt",
            "\(carried)\(hidden("aksi", "ubah"))\(basis.input())")
        return desk.page(
            call, call.say(Say.check), at: "/kantor/jam",
            """
            <p class="box\(change.after < change.before ? " w" : " i")">\(change.summary(call.language))</p>\(change.table(call))\
            <div class="fld">\(save)</div>\
            \(again)
            """, faults: faults, status: status)
    }

    func reply(_ call: Call, _ desk: Desk, status: HTTPResponse.Status = .ok) -> Reply {
        let notice: HTML = "<div class=\"box i\" role=\"status\">\(call.say(Say.saved))</div>"
        return desk.page(
            call, call.say(Say.title), at: "/kantor/jam",
            form(call, action: desk.address("/kantor/jam"), id: "f-jam", button: call.say(Say.seeChanges), inputs(call)),
            faults: faults, notice: saved ? notice : nil, status: status)
    }

    private func inputs(_ call: Call) -> HTML {
        func input(_ name: String, _ label: Words, _ hint: Words?, _ value: String, number: Bool = false) -> HTML {
            Field(
                name: name, label: call.say(label), hint: hint.map { call.say($0) }, value: value, inputmode: number ? "numeric" : nil,
                style: "n16"
            ).html(call, faults)
        }
        return """
            \(basis.input())<h2>\(call.say(Say.hours))</h2>\
            \(input("buka", Say.opens, Say.clockExample, typed.opens))\
            \(input("tutup", Say.closes, nil, typed.closes))\
            \(input("istirahat", Say.breakBegins, Say.noBreak, typed.lunchFrom))\
            \(input("kembali", Say.breakEnds, nil, typed.lunchUntil))\
            <h2>\(call.say(Say.officers))</h2>\
            \(input("petugas", Say.officerCount, Say.ordinaryDay, typed.officers, number: true))\
            \(input("rasio", Say.ratio, Say.ratios, typed.ratio, number: true))\
            \(input("menit", Say.minutes, nil, typed.minutes, number: true))\
            \(input("daring", Say.share, Say.restWalksIn, typed.share, number: true))\
            \(input("ruang", Say.room, Say.usualRoom, typed.room, number: true))
            """
    }
}
