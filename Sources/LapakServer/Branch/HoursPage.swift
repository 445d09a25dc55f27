import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// Hours, officers and shares of a branch: first what would change, then the change, at once for all open days.
struct HoursPage {
    let typed: HoursForm
    var faults = Faults()
    var saved = false

    private static let ratios = Words("One to Many: 1 sampai \(Session.mostSeats).", "One to Many: 1 to \(Session.mostSeats).")
    private static let usualRoom: Words = {
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

    static func routes(_ routes: Routes) {
        routes.get("/kantor/jam", needs: .planHours) { call, desk in
            let branch = try await stored(desk, call)
            return HoursPage(typed: HoursForm(branch), saved: call.query("tersimpan") != nil).reply(call, desk)
        }
        routes.post("/kantor/jam", needs: .planHours) { call, desk in
            var page = HoursPage(typed: HoursForm(call.form))
            let branch = try await stored(desk, call)
            guard let next = page.typed.applied(to: branch, faults: &page.faults) else {
                return page.reply(call, desk, status: .unprocessableContent)
            }
            if call.form["aksi"] == "ubah" { return page.reply(call, desk) }
            guard call.form["aksi"] == "simpan" else { return try await page.preview(from: branch, to: next, call, desk) }
            guard try await save(page.typed, seen: call.form["dasar"], call, desk) else {
                page.faults.add(
                    "t-ubah",
                    Words(
                        "Jam kantor ini baru saja diubah orang lain. Periksa lagi perubahan di bawah.",
                        "Someone else has just changed these hours. Look at the changes below again."))
                return try await page.preview(from: branch, to: next, call, desk, status: .conflict)
            }
            try await call.house.redrawAtlas()
            return .redirect(desk.address("/kantor/jam", "tersimpan=1"))
        }
    }

    private static func stored(_ desk: Desk, _ call: Call) async throws -> Branch {
        try await call.house.store.read { try $0.find(Branch.self, desk.branch.id) } ?? desk.branch
    }

    /// Keeps the branch and replans its open days in one transaction; false when it is no longer what was `seen`.
    private static func save(_ typed: HoursForm, seen: String, _ call: Call, _ desk: Desk) async throws -> Bool {
        let (atlas, now, author, id) = (call.atlas, call.now, desk.author, desk.branch.id)
        let quiet = call.house.chance.quiet(atlas.policy)
        let key = call.requestKey("meja:\(desk.staff.id.rawValue)")
        return try await call.house.store.write(once: key, at: now, [.row(Branch.self, id)]) { work in
            let branch = try work.get(Branch.self, id)
            var faults = Faults()
            guard HoursForm.mark(branch) == seen, let next = typed.applied(to: branch, faults: &faults) else { return false }
            try work.plan(
                next, days: Quota.openDays(in: next.zone, policy: atlas.policy, at: now), holidays: atlas.holidays, policy: atlas.policy,
                quiet: quiet, by: author, at: now)
            work.update(next)
            work.note(.operations(.branchChanged(branch: id)), by: author, at: now)
            return true
        }
    }

    private func preview(
        from branch: Branch, to next: Branch, _ call: Call, _ desk: Desk, status: HTTPResponse.Status = .ok
    ) async throws -> Reply {
        let atlas = call.atlas
        let days = Quota.openDays(in: next.zone, policy: atlas.policy, at: call.now)
        let change = try await call.house.store.read {
            try PlanChange.load(next, days: days, holidays: atlas.holidays, policy: atlas.policy, $0)
        }
        let hidden = typed.fields.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" }
        let sent: HTML = """
            \(hidden)<input type="hidden" name="aksi" value="simpan"><input type="hidden" name="dasar" value="\(HoursForm.mark(branch))">
            """
        return desk.page(
            call, call.say("Periksa perubahan sebelum menyimpan", "Check the change before saving"), at: "/kantor/jam",
            """
            <p class="box\(change.after < change.before ? " w" : " i")">\(change.summary(call.language))</p>\(change.table(call))\
            <div class="fld">\(form(call, action: desk.address("/kantor/jam"), id: "f-simpan", button: call.say("Simpan perubahan", "Save the change"), sent))</div>\
            \(form(call, action: desk.address("/kantor/jam"), id: "f-ubah", button: call.say("Ubah lagi", "Change again"), style: "alt", "\(hidden)<input type=\"hidden\" name=\"aksi\" value=\"ubah\">"))
            """, faults: faults, status: status)
    }

    func reply(_ call: Call, _ desk: Desk, status: HTTPResponse.Status = .ok) -> Reply {
        let notice: HTML? =
            saved
            ? "<div class=\"box i\" role=\"status\">\(call.say("Tersimpan. Jadwal hari-hari yang terbuka sudah disesuaikan; tidak ada yang kehilangan tempat.", "Saved. The open days follow the new plan; nobody lost a place."))</div>"
            : nil
        return desk.page(
            call, call.say("Jam dan petugas", "Hours and officers"), at: "/kantor/jam",
            form(
                call, action: desk.address("/kantor/jam"), id: "f-jam", button: call.say("Lihat perubahan", "See what changes"),
                inputs(call)),
            faults: faults, notice: notice, status: status)
    }

    private func inputs(_ call: Call) -> HTML {
        func input(_ name: String, _ label: Words, _ hint: Words?, _ value: String, number: Bool = false) -> HTML {
            Field(
                name: name, label: call.say(label), hint: hint.map { call.say($0) }, value: value, inputmode: number ? "numeric" : nil,
                style: "n16"
            ).html(call, faults)
        }
        return """
            <h2>\(call.say("Jam pada hari kerja", "Hours on working days"))</h2>\
            \(input("buka", Words("Buka", "Opens"), Words("Contoh: 08.00", "For example: 08:00"), typed.opens))\
            \(input("tutup", Words("Tutup", "Closes"), nil, typed.closes))\
            \(input("istirahat", Words("Istirahat mulai", "Break begins"), Words("Tanpa istirahat: tulis jam tutup di kedua isian istirahat.", "No break: write the closing time in both."), typed.lunchFrom))\
            \(input("kembali", Words("Istirahat selesai", "Break ends"), nil, typed.lunchUntil))\
            <h2>\(call.say("Petugas", "Officers"))</h2>\
            \(input("petugas", Words("Jumlah petugas", "Number of officers"), Words("Pada hari biasa. Hari yang lain: lihat Pengecualian.", "On an ordinary day. For other days see Exceptions."), typed.officers, number: true))\
            \(input("rasio", Words("Orang per petugas bersamaan", "People per officer at once"), HoursPage.ratios, typed.ratio, number: true))\
            \(input("menit", Words("Menit per klaim", "Minutes per claim"), nil, typed.minutes, number: true))\
            \(input("daring", Words("Bagian daring (persen)", "Online share (percent)"), Words("Sisanya untuk orang yang datang langsung.", "The rest is for people who walk in."), typed.share, number: true))\
            \(input("ruang", Words("Orang di dalam, paling banyak", "People inside, at most"), HoursPage.usualRoom, typed.room, number: true))
            """
    }
}
