import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// Today's line of a branch: who stands where and why, how many are inside, and how good the forecasts were. Numbers, no names.
struct LinePage {
    static let path = DeskPath.line
    let visits: [WalkIn]
    let board: HallBoard
    let quota: DayQuota
    let record: ForecastRecord
    /// Names of those who asked for or agreed to a change of order.
    let colleagues: [ID<Staff>: String]
    var faults = Faults()

    static func routes(_ routes: Routes) {
        routes.get(path, needs: .seeLists) { call, desk in try await load(call, desk).reply(call, desk) }
        routes.post("\(path)/ubah", needs: .changeOrder, LineChanges.ask)
        routes.post("\(path)/{visit}/jawab", needs: .changeOrder, LineChanges.answer)
    }

    static func load(_ call: Call, _ desk: Desk, faults: Faults = Faults()) async throws -> LinePage {
        let (branch, policy, now) = (desk.branch, call.policy, call.now)
        let day = branch.zone.day(of: now)
        return try await call.house.store.read { connection in
            let visits = try connection.visits(at: branch.id, on: day)
            let people = Set(visits.flatMap { visit in visit.moves.flatMap { [$0.by, $0.second] } + [visit.asked?.by].compactMap(\.self) })
            let names = try people.compactMap { id in try connection.find(Staff.self, id).map { (id, $0.name) } }
            return LinePage(
                visits: visits, board: try HallBoard.load(branch, on: day, policy, connection, at: now),
                quota: try DayQuota.load(branch, on: day, connection, at: now),
                record: try ForecastRecord.load(branch.id, on: day, connection),
                colleagues: Dictionary(uniqueKeysWithValues: names), faults: faults)
        }
    }

    func reply(_ call: Call, _ desk: Desk, status: HTTPResponse.Status? = nil) -> Reply {
        let notice: HTML? =
            call.query("diminta") != nil
            ? "<div class=\"box i\" role=\"status\">\(call.say("Permintaan tersimpan. Orang kedua harus menyetujuinya.", "The request is kept. A second person has to agree."))</div>"
            : nil
        return desk.page(
            call, call.say("Antrean hari ini", "Today's line"), at: Self.path,
            """
            \(figures(call, desk))\(asked(call, desk))<h2>\(call.say("Urutan", "The order"))</h2>\
            <p>\(call.say("Urutan mengikuti waktu datang. Prioritas dihitung seperti datang \(minutes(call)) menit lebih awal, jadi tidak ada yang tersusul lebih dari itu.", "The order follows the time of coming. Priority counts like coming \(minutes(call)) minutes earlier, so nobody is overtaken by more than that."))</p>\
            \(live.isEmpty ? "<p>\(call.say("Belum ada yang mengantre hari ini.", "Nobody is in line today yet."))</p>" : table(call, desk))\
            \(changeable.count > 1 && desk.may(.changeOrder) ? change(call, desk) : nil)\(over(call))
            """, faults: faults, notice: notice, assets: ["yard.css"],
            status: status ?? (faults.isEmpty ? .ok : .unprocessableContent))
    }

    private var live: [WalkIn] { visits.filter { $0.phase.isLive } }
    private var changeable: [WalkIn] { visits.filter { [.expected, .incomplete, .waiting].contains($0.phase) } }
    private func minutes(_ call: Call) -> Int { Int(call.policy.onsite.priorityAhead.seconds / 60) }

    private func figures(_ call: Call, _ desk: Desk) -> HTML {
        let limit = desk.branch.roomLimit
        let room: HTML? =
            desk.may(.planHours)
            ? " <a href=\"\(url: desk.address("/kantor/jam"))\">\(call.say("Ubah batas ruang", "Change the room's limit"))</a>" : nil
        return """
            <dl class="angka"><div><dt>\(call.say("di dalam", "inside"))</dt><dd>\(board.inside) / \(limit)</dd></div>\
            <div><dt>\(call.say("menunggu di luar", "waiting outside"))</dt><dd>\(board.waiting)</dd></div>\
            <div><dt>\(call.say("nomor tersisa dari \(quota.places)", "numbers left of \(quota.places)"))</dt><dd>\(quota.left)</dd></div></dl>\
            <p>\(board.forecast.text(at: call.now, in: desk.branch.zone, call.language))\(room)</p>\
            <p>\(record.told == 0 ? call.say("Perkiraan hari ini: belum ada yang dapat dibandingkan.", "Forecasts today: nothing to compare yet.") : call.say("Perkiraan hari ini: \(record.held) dari \(record.told) tepat, \(record.early) dipanggil lebih awal, \(record.late) lebih lambat.", "Forecasts today: \(record.held) of \(record.told) held, \(record.early) were called earlier, \(record.late) later."))</p>
            """
    }

    private func table(_ call: Call, _ desk: Desk) -> HTML {
        DataTable(
            id: "t-antrean",
            caption: call.say("Urutan dan sebabnya, jam \(desk.branch.zone.name)", "The order and why, \(desk.branch.zone.name) time"),
            heads: [
                (call.say("Urutan", "Place"), true), (call.say("Nomor", "Number"), false), (call.say("Keadaan", "State"), false),
                (call.say("Mengapa di sini", "Why here"), false),
            ],
            rows: live.enumerated().map { index, visit in
                [
                    "\(index + 1)",
                    number(visit, desk),
                    state(visit, call), "\(why(visit, call, desk).joined(separator: " "))",
                ]
            }
        ).html
    }

    private func number(_ visit: WalkIn, _ desk: Desk) -> HTML {
        guard desk.may(.workYard) else { return "<span class=\"num\">\(visit.number.text)</span>" }
        return "<a class=\"num\" href=\"\(url: desk.address("\(Yard.path)/\(visit.id.rawValue)"))\">\(visit.number.text)</a>"
    }

    private func state(_ visit: WalkIn, _ call: Call) -> HTML {
        let style =
            switch visit.phase {
            case .waiting: "i"
            case .inside, .done: "ok"
            case .incomplete, .missed: "w"
            case .expected, .left: ""
            }
        return
            "<span class=\"tag \(style)\">\(call.say(visit.phase.words))</span>\(visit.trouble == nil ? nil : " <span class=\"tag no\">\(call.say("data belum cocok", "data do not match"))</span>" as HTML)"
    }

    /// In sentences: the time that gives the place, and everything that moved it.
    private func why(_ visit: WalkIn, _ call: Call, _ desk: Desk) -> [String] {
        let zone = desk.branch.zone
        func time(_ moment: Instant) -> String { zone.time(of: moment).text(call.language) }
        var reasons = [call.say("Waktu datang \(time(visit.start)).", "Time to come \(time(visit.start)).")]
        if let arrived = visit.arrived, arrived > visit.start + .minutes(call.policy.slotMinutes) {
            reasons.append(call.say("Datang terlambat, pukul \(time(arrived)).", "Came late, at \(time(arrived))."))
        }
        if let priority = visit.priority {
            reasons.append(
                call.say(
                    "Prioritas \(priority.words.id): \(minutes(call)) menit lebih awal.",
                    "Priority (\(priority.words.en)): \(minutes(call)) minutes earlier."))
        }
        let onsite = call.policy.onsite
        if visit.setBacks > 0 {
            reasons.append(
                call.say(
                    "Mundur \(onsite.setBack) urutan setelah \(onsite.callsBeforeSetBack.spelled(.id)) panggilan terlewat.",
                    "Moved back \(onsite.setBack) places after \(onsite.callsBeforeSetBack.spelled(.en)) missed calls."))
        }
        for move in visit.moves {
            let (by, second) = (colleagues[move.by] ?? "–", colleagues[move.second] ?? "–")
            reasons.append(
                call.say(
                    "Dipindah pukul \(time(move.at)) oleh \(by) dan \(second): \(move.reason).",
                    "Moved at \(time(move.at)) by \(by) and \(second): \(move.reason)."))
        }
        return reasons
    }

    /// What waits for the second person; its buttons are only there for somebody else than who asked.
    private func asked(_ call: Call, _ desk: Desk) -> HTML? {
        let open = visits.filter { $0.asked != nil && $0.phase.isLive }
        guard !open.isEmpty else { return nil }
        let items = open.html { visit -> HTML in
            guard let asked = visit.asked else { return "" }
            let words = call.say(
                "\(visit.number.text): \(colleagues[asked.by] ?? "–") meminta urutan lain. Alasan: \(asked.reason)",
                "\(visit.number.text): \(colleagues[asked.by] ?? "–") asks for another place. Reason: \(asked.reason)")
            let action = desk.address("\(Self.path)/\(visit.id.rawValue)/jawab")
            let isSecond = asked.by != desk.staff.id && desk.may(.changeOrder)
            let buttons: HTML =
                !isSecond
                ? "<p class=\"hint\">\(call.say("Menunggu persetujuan orang kedua.", "Waiting for a second person to agree."))</p>"
                : """
                <form class="dua" method="post" action="\(url: action)" id="f-jawab-\(visit.id.rawValue)"><input type="hidden" name="kunci" value="\(call.freshKey())">\
                <button class="btn" name="jawab" value="ya">\(call.say("Setujui", "Agree"))<span class="sr"> \(visit.number.text)</span></button>\
                <button class="btn alt" name="jawab" value="tidak">\(call.say("Tolak", "Refuse"))<span class="sr"> \(visit.number.text)</span></button></form>
                """
            return "<li><p>\(words)</p>\(buttons)</li>"
        }
        return
            "<section class=\"box w\"><h2>\(call.say("Perubahan urutan yang menunggu", "Changes of order that wait"))</h2><ul>\(items)</ul></section>"
    }

    private func change(_ call: Call, _ desk: Desk) -> HTML {
        let options = changeable.html { "<option value=\"\($0.id.rawValue)\">\($0.number.text)</option>" }
        let reason = Field(
            name: "alasan", label: call.say("Alasan", "Reason"),
            hint: call.say(
                "Tersimpan bersama nama Anda. Tanpa nama peserta dan tanpa NIK.",
                "Kept together with your name. No member's name and no NIK."))
        return """
            <details\(faults.isEmpty ? "" : " open" as HTML)><summary>\(call.say("Minta perubahan urutan", "Ask for a change of order"))</summary>\
            <p>\(call.say("Perubahan berlaku setelah orang kedua menyetujuinya, dan tercatat di jurnal.", "A change counts once a second person agrees, and it stands in the journal."))</p>\
            \(form(call, action: desk.address("\(Self.path)/ubah"), id: "f-urutan", button: call.say("Minta persetujuan", "Ask for agreement"), style: "alt", """
                <div class="fld"><label for="nomor">\(call.say("Nomor", "Number"))</label><select class="in" id="nomor" name="nomor">\(options)</select></div>\
                <div class="fld"><label for="sebelum">\(call.say("Pindah ke sebelum", "Move before"))</label><select class="in" id="sebelum" name="sebelum">\(options)\
                <option value="akhir">\(call.say("paling belakang", "the end of the line"))</option></select></div>\(reason.html(call, faults))
                """))</details>
            """
    }

    private func over(_ call: Call) -> HTML? {
        let (done, left) = (visits.count { $0.phase == .done }, visits.count { $0.phase == .left })
        guard done + left > 0 else { return nil }
        return "<p>\(call.say("Selesai hari ini: \(done). Pergi: \(left).", "Done today: \(done). Left: \(left)."))</p>"
    }
}

/// A change of order: asked by one, answered by another.
enum LineChanges {
    static func ask(_ call: Call, _ desk: Desk) async throws -> Reply {
        let (staff, now, reason, before) = (desk.staff.id, call.now, call.form["alasan"], call.form["sebelum"])
        guard let id = Int64(call.form["nomor"]) else { throw Refusal.notFound }
        let visit = try await call.visit(ID(id), desk)
        let last = try await call.house.store.read { [branch = desk.branch.id, day = visit.day] in
            try $0.visits(at: branch, on: day).filter { $0.phase.isLive }.map(\.order).max()
        }
        let order: Instant
        if before == "akhir" {
            order = max(last ?? now, now) + Span(milliseconds: 1)
        } else if let target = Int64(before), target != id {
            order = try await call.visit(ID(target), desk).order - Span(milliseconds: 1)
        } else {
            return try await refuse(
                .invalid(field: "sebelum", Words("Pilih nomor lain sebagai tujuan.", "Choose another number to move before.")), call, desk)
        }
        do {
            _ = try await call.house.store.write {
                try $0.visit(visit.id, by: .staff(staff), at: now) { try $0.ask(order: order, reason: reason, by: staff) }
            }
        } catch let refusal as Refusal { return try await refuse(refusal, call, desk) }
        return .redirect(desk.address(LinePage.path, "diminta=1"))
    }

    static func answer(_ call: Call, _ desk: Desk) async throws -> Reply {
        let (visit, staff, now, agrees) = (try await call.visit(desk), desk.staff.id, call.now, call.form["jawab"] == "ya")
        do {
            _ = try await call.house.store.write {
                try $0.visit(visit.id, by: .staff(staff), at: now) { try $0.answer(agrees, by: staff, at: now) }
            }
        } catch Refusal.notFound {
            // Somebody answered already: what was wanted, or not, stands on the page.
        } catch let refusal as Refusal { return try await refuse(refusal, call, desk) }
        return .redirect(desk.address(LinePage.path))
    }

    private static func refuse(_ refusal: Refusal, _ call: Call, _ desk: Desk) async throws -> Reply {
        call.house.figures.refused(refusal.code)
        return try await LinePage.load(call, desk, faults: Faults(refusal, field: "nomor")).reply(call, desk, status: refusal.status)
    }
}
