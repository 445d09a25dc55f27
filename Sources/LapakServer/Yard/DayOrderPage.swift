import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let title = Words("Antrean hari ini", "Today's line")
    static let kept = Words(
        "Permintaan tersimpan. Orang kedua harus menyetujuinya.",
        "The request is kept. A second person has to agree.")
    static let order = Words("Urutan", "The order")
    static let nobody = Words("Belum ada yang mengantre hari ini.", "Nobody is in line today yet.")

    static func rule(ahead minutes: Int) -> Words {
        Words(
            """
            Urutan mengikuti jam pada nomor, lalu nomornya; yang datang sesudah jamnya berdiri di belakang yang sudah ada. \
            Prioritas dihitung seperti jam \(minutes) menit lebih awal, jadi tidak ada yang tersusul lebih dari itu.
            """,
            """
            The order follows the time on the number, then the number; who comes after their time stands behind those who are there. \
            Priority counts like a time \(minutes) minutes earlier, so nobody is overtaken by more than that.
            """)
    }

    static let roomLimit = Words("Ubah batas ruang", "Change the room's limit")
    static let inside = Words("di dalam", "inside")
    static let waitingOutside = Words("menunggu di luar", "waiting outside")

    static func numbersLeft(of places: Int) -> Words { Words("nomor tersisa dari \(places)", "numbers left of \(places)") }
    static func forecasts(_ record: ForecastRecord) -> Words {
        guard record.told > 0 else {
            return Words("Perkiraan hari ini: belum ada yang dapat dibandingkan.", "Forecasts today: nothing to compare yet.")
        }
        let (told, held, early, late) = (record.told, record.held, record.early, record.late)
        return Words(
            "Perkiraan hari ini: \(held) dari \(told) tepat, \(early) dipanggil lebih awal, \(late) lebih lambat.",
            "Forecasts today: \(held) of \(told) held, \(early) were called earlier, \(late) later.")
    }

    static let place = Words("Urutan", "Place")
    static let number = Words("Nomor", "Number")
    static let state = Words("Keadaan", "State")
    static let why = Words("Mengapa di sini", "Why here")
    static let mismatch = Words("data belum cocok", "data do not match")

    static func orderAndWhy(in zone: String) -> Words {
        Words("Urutan dan sebabnya, jam \(zone)", "The order and why, \(zone) time")
    }

    static func taken(at time: String, for start: String) -> Words {
        Words("Nomor diambil pukul \(time), untuk jam \(start).", "Number taken at \(time), for \(start).")
    }
    static func arrived(_ time: String) -> Words { Words("Datang pukul \(time).", "Came at \(time).") }
    static func late(_ time: String) -> Words { Words("Datang terlambat, pukul \(time).", "Came late, at \(time).") }
    static func priority(_ name: Words, ahead minutes: Int) -> Words {
        Words("Prioritas \(name.id): \(minutes) menit lebih awal.", "Priority (\(name.en)): \(minutes) minutes earlier.")
    }
    static func setBack(_ onsite: OnsitePolicy) -> Words {
        let calls = onsite.callsBeforeSetBack
        return Words(
            "Mundur \(onsite.setBack) urutan setelah \(calls.spelled(.id)) panggilan terlewat.",
            "Moved back \(onsite.setBack) places after \(calls.spelled(.en)) missed calls.")
    }
    static func moved(at time: String, by one: String, and second: String, reason: String) -> Words {
        Words(
            "Dipindah pukul \(time) oleh \(one) dan \(second): \(reason).",
            "Moved at \(time) by \(one) and \(second): \(reason).")
    }

    static let waitsForSecond = Words("Menunggu persetujuan orang kedua.", "Waiting for a second person to agree.")
    static let agree = Words("Setujui", "Agree")
    static let refuse = Words("Tolak", "Refuse")
    static let waitingChanges = Words("Perubahan urutan yang menunggu", "Changes of order that wait")

    static func asks(_ name: String, for walkIn: WalkIn, reason: String) -> Words {
        Words(
            "\(walkIn.number.text): \(name) meminta urutan lain. Alasan: \(reason)",
            "\(walkIn.number.text): \(name) asks for another place. Reason: \(reason)")
    }

    static let askForChange = Words("Minta perubahan urutan", "Ask for a change of order")
    static let secondAgrees = Words(
        "Perubahan berlaku setelah orang kedua menyetujuinya, dan tercatat di jurnal.",
        "A change counts once a second person agrees, and it stands in the journal.")
    static let reason = Words("Alasan", "Reason")
    static let reasonIsKept = Words(
        "Tersimpan bersama nama Anda. Tanpa nama peserta dan tanpa NIK.",
        "Kept together with your name. No member's name and no NIK.")
    static let askForAgreement = Words("Minta persetujuan", "Ask for agreement")
    static let moveBefore = Words("Pindah ke sebelum", "Move before")
    static let end = Words("paling belakang", "the end of the line")

    static func over(done: Int, left: Int) -> Words {
        Words("Selesai hari ini: \(done). Pergi: \(left).", "Done today: \(done). Left: \(left).")
    }
}

/// Today's line of a branch: who stands where and why, how many are inside, and how good the forecasts were. Numbers, no names.
struct DayOrderPage {
    static let path = DeskPath.line
    let walkIns: [WalkIn]
    let board: HallBoard
    let quota: DayQuota
    let record: ForecastRecord
    /// Names of those who asked for or agreed to a change of order.
    let colleagues: [ID<Staff>: String]
    var faults = Faults()

    static func routes(_ routes: Routes) {
        routes.get(path, needs: .seeLists) { call, desk in try await load(call, desk).reply(call, desk) }
        routes.post("\(path)/ubah", needs: .changeOrder, DayOrderActions.ask)
        routes.post("\(path)/{visit}/jawab", needs: .changeOrder, DayOrderActions.answer)
    }

    static func load(_ call: Call, _ desk: Desk, faults: Faults = Faults()) async throws -> DayOrderPage {
        let (branch, policy, now) = (desk.branch, call.policy, call.now)
        let day = branch.zone.day(of: now)
        return try await call.app.store.read { connection in
            let walkIns = try connection.walkIns(at: branch.id, on: day)
            let people = Set(
                walkIns.flatMap { walkIn in walkIn.moves.flatMap { [$0.by, $0.second] } + [walkIn.asked?.by].compactMap(\.self) })
            let names = try people.compactMap { id in try connection.find(Staff.self, id).map { (id, $0.name) } }
            return DayOrderPage(
                walkIns: walkIns, board: try HallBoard.load(branch, on: day, policy, connection, at: now),
                quota: try DayQuota.load(branch, on: day, connection, at: now),
                record: try ForecastRecord.load(branch.id, on: day, connection),
                colleagues: Dictionary(uniqueKeysWithValues: names), faults: faults)
        }
    }

    func reply(_ call: Call, _ desk: Desk, status: HTTPResponse.Status? = nil) -> Reply {
        let kept: HTML = "<div class=\"box i\" role=\"status\">\(call.say(Say.kept))</div>"
        let order: HTML = live.isEmpty ? "<p>\(call.say(Say.nobody))</p>" : table(call, desk)
        return desk.page(
            call, call.say(Say.title), at: Self.path,
            """
            \(figures(call, desk))\(asked(call, desk))<h2>\(call.say(Say.order))</h2>\
            <p>\(call.say(Say.rule(ahead: minutes(call))))</p>\
            \(order)\
            \(when(changeable.count > 1 && desk.may(.changeOrder), change(call, desk)))\(over(call))
            """, faults: faults, notice: call.query("diminta") != nil ? kept : nil, assets: ["yard.css"],
            status: status ?? (faults.isEmpty ? .ok : .unprocessableContent))
    }

    private var live: [WalkIn] { walkIns.filter { $0.phase.isLive } }
    private var changeable: [WalkIn] { walkIns.filter { [.expected, .incomplete, .waiting].contains($0.phase) } }
    private func minutes(_ call: Call) -> Int { Int(call.policy.onsite.priorityAhead.seconds / 60) }

    private func figures(_ call: Call, _ desk: Desk) -> HTML {
        let room: HTML = " <a href=\"\(url: desk.address("/kantor/jam"))\">\(call.say(Say.roomLimit))</a>"
        return """
            <dl class="angka"><div><dt>\(call.say(Say.inside))</dt><dd>\(board.inside) / \(desk.branch.roomLimit)</dd></div>\
            <div><dt>\(call.say(Say.waitingOutside))</dt><dd>\(board.waiting)</dd></div>\
            <div><dt>\(call.say(Say.numbersLeft(of: quota.places)))</dt><dd>\(quota.left)</dd></div></dl>\
            <p>\(board.forecast.text(at: call.now, in: desk.branch.zone, call.language))\(when(desk.may(.planHours), room))</p>\
            <p>\(call.say(Say.forecasts(record)))</p>
            """
    }

    private func table(_ call: Call, _ desk: Desk) -> HTML {
        DataTable(
            id: "t-antrean",
            caption: call.say(Say.orderAndWhy(in: desk.branch.zone.name)),
            heads: [
                (call.say(Say.place), true), (call.say(Say.number), false), (call.say(Say.state), false), (call.say(Say.why), false),
            ],
            rows: live.enumerated().map { index, walkIn in
                [
                    "\(index + 1)",
                    number(walkIn, desk),
                    state(walkIn, call), "\(why(walkIn, call, desk).joined(separator: " "))",
                ]
            }
        ).html
    }

    private func number(_ walkIn: WalkIn, _ desk: Desk) -> HTML {
        guard desk.may(.workYard) else { return "<span class=\"num\">\(walkIn.number.text)</span>" }
        return "<a class=\"num\" href=\"\(url: desk.address("\(Yard.path)/\(walkIn.id.rawValue)"))\">\(walkIn.number.text)</a>"
    }

    private func state(_ walkIn: WalkIn, _ call: Call) -> HTML {
        let style =
            switch walkIn.phase {
            case .waiting: "i"
            case .inside, .done: "ok"
            case .incomplete, .missed: "w"
            case .expected, .left: ""
            }
        let mismatch: HTML = " <span class=\"tag no\">\(call.say(Say.mismatch))</span>"
        return "<span class=\"tag \(style)\">\(call.say(walkIn.phase.words))</span>\(when(walkIn.trouble != nil, mismatch))"
    }

    /// In sentences: the time that gives the place, and everything that moved it.
    private func why(_ walkIn: WalkIn, _ call: Call, _ desk: Desk) -> [String] {
        let zone = desk.branch.zone
        func time(_ moment: Instant) -> String { zone.time(of: moment).text(call.language) }
        var reasons = [call.say(Say.taken(at: time(walkIn.taken), for: time(walkIn.start)))]
        if let arrived = walkIn.arrived {
            let isLate = arrived > walkIn.start + .minutes(call.policy.slotMinutes)
            reasons.append(call.say(isLate ? Say.late(time(arrived)) : Say.arrived(time(arrived))))
        }
        if let priority = walkIn.priority { reasons.append(call.say(Say.priority(priority.words, ahead: minutes(call)))) }
        if walkIn.setBacks > 0 { reasons.append(call.say(Say.setBack(call.policy.onsite))) }
        for move in walkIn.moves {
            let (by, second) = (colleagues[move.by] ?? "–", colleagues[move.second] ?? "–")
            reasons.append(call.say(Say.moved(at: time(move.at), by: by, and: second, reason: move.reason)))
        }
        return reasons
    }

    /// What waits for the second person; its buttons are only there for somebody else than who asked.
    private func asked(_ call: Call, _ desk: Desk) -> HTML? {
        let open = walkIns.filter { $0.asked != nil && $0.phase.isLive }
        guard !open.isEmpty else { return nil }
        let items = open.html { walkIn -> HTML in
            guard let asked = walkIn.asked else { return "" }
            let words = call.say(Say.asks(colleagues[asked.by] ?? "–", for: walkIn, reason: asked.reason))
            let isSecond = asked.by != desk.staff.id && desk.may(.changeOrder)
            let buttons: HTML = isSecond ? answers(walkIn, call, desk) : "<p class=\"hint\">\(call.say(Say.waitsForSecond))</p>"
            return "<li><p>\(words)</p>\(buttons)</li>"
        }
        return "<section class=\"box w\"><h2>\(call.say(Say.waitingChanges))</h2><ul>\(items)</ul></section>"
    }

    private func answers(_ walkIn: WalkIn, _ call: Call, _ desk: Desk) -> HTML {
        let action = desk.address("\(Self.path)/\(walkIn.id.rawValue)/jawab")
        let number: HTML = "<span class=\"sr\"> \(walkIn.number.text)</span>"
        return """
            <form class="dua" method="post" action="\(url: action)" id="f-jawab-\(walkIn.id.rawValue)">\
            \(hidden("kunci", call.freshKey()))\(walkIn.basis.input())\
            <button class="btn" name="jawab" value="ya">\(call.say(Say.agree))\(number)</button>\
            <button class="btn alt" name="jawab" value="tidak">\(call.say(Say.refuse))\(number)</button></form>
            """
    }

    private func change(_ call: Call, _ desk: Desk) -> HTML {
        let chosen = (call.form["nomor"], call.form["sebelum"])
        func options(_ chosen: String) -> HTML {
            changeable.html { option("\($0.id.rawValue)", $0.number.text, chosen: "\($0.id.rawValue)" == chosen) }.reduce(.empty, +)
        }
        let last = option("akhir", call.say(Say.end), chosen: chosen.1 == "akhir")
        let reason = Field(name: "alasan", label: call.say(Say.reason), hint: call.say(Say.reasonIsKept), value: call.form["alasan"])
        let questions: HTML = """
            \(changeable.html { $0.basis.input(of: "\($0.id.rawValue)") })\
            \(selection("nomor", label: call.say(Say.number), options(chosen.0)))\
            \(selection("sebelum", label: call.say(Say.moveBefore), "\(options(chosen.1))\(last)"))\
            \(reason.html(call, faults))
            """
        let action = desk.address("\(Self.path)/ubah")
        return """
            <details\(attribute: "open", when: !faults.isEmpty)><summary>\(call.say(Say.askForChange))</summary>\
            <p>\(call.say(Say.secondAgrees))</p>\
            \(form(call, action: action, id: "f-urutan", button: call.say(Say.askForAgreement), style: "alt", questions))</details>
            """
    }

    private func over(_ call: Call) -> HTML? {
        let (done, left) = (walkIns.count { $0.phase == .done }, walkIns.count { $0.phase == .left })
        guard done + left > 0 else { return nil }
        return "<p>\(call.say(Say.over(done: done, left: left)))</p>"
    }
}

/// A change of order: asked by one, answered by another.
enum DayOrderActions {
    static func ask(_ call: Call, _ desk: Desk) async throws -> Reply {
        let (staff, now, reason, before) = (desk.staff.id, call.now, call.form.text("alasan"), call.form["sebelum"])
        guard let id = Int64(call.form["nomor"]) else { throw Refusal.notFound }
        let walkIn = try await call.walkIn(ID(id), desk)
        let last = try await call.app.store.read { [branch = desk.branch.id, day = walkIn.day] in
            try $0.walkIns(at: branch, on: day).filter { $0.phase.isLive }.map(\.order).max()
        }
        let order: Instant
        if before == "akhir" {
            order = max(last ?? now, now) + Span(milliseconds: 1)
        } else if let target = Int64(before), target != id {
            let goal = try await call.walkIn(ID(target), desk)
            guard Basis(call.form, of: "\(target)") == goal.basis else { return try await refuse(.changedMeanwhile, call, desk) }
            order = goal.order - Span(milliseconds: 1)
        } else {
            return try await refuse(
                .invalid(field: "sebelum", Words("Pilih nomor lain sebagai tujuan.", "Choose another number to move before.")), call, desk)
        }
        let seen = Basis(call.form, of: "\(id)")
        do {
            _ = try await call.app.store.write(in: call.context(by: .staff(staff))) {
                try $0.walkIn(walkIn.id) {
                    try seen.holds($0.basis)
                    return try $0.ask(order: order, reason: reason, by: staff)
                }
            }
        } catch let refusal as Refusal { return try await refuse(refusal, call, desk) }
        return .redirect(desk.address(DayOrderPage.path, "diminta=1"))
    }

    static func answer(_ call: Call, _ desk: Desk) async throws -> Reply {
        let (walkIn, staff, now, agrees) = (try await call.walkIn(desk), desk.staff.id, call.now, call.form["jawab"] == "ya")
        let seen = Basis(call.form)
        do {
            _ = try await call.app.store.write(in: call.context(by: .staff(staff))) {
                try $0.walkIn(walkIn.id) {
                    // What the page asked about, and not what somebody asked for since.
                    if $0.asked != nil { try seen.holds($0.basis) }
                    return try $0.answer(agrees, by: staff, at: now)
                }
            }
        } catch Refusal.notFound {
            // Somebody answered already: what was wanted, or not, stands on the page.
        } catch let refusal as Refusal { return try await refuse(refusal, call, desk) }
        return .redirect(desk.address(DayOrderPage.path))
    }

    private static func refuse(_ refusal: Refusal, _ call: Call, _ desk: Desk) async throws -> Reply {
        call.app.figures.refused(refusal.code)
        return try await DayOrderPage.load(call, desk, faults: Faults(refusal, field: "nomor")).reply(call, desk, status: refusal.status)
    }
}
