import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static func places(taken: Int, free: Int) -> Words {
        Words(
            "\(taken.grouped(.id)) tempat terisi, \(free.grouped(.id)) masih kosong.",
            "\(taken.grouped(.en)) places taken, \(free.grouped(.en)) still free.")
    }
}

/// Who comes on a day, and the day's windows with their places.
struct TodayPage {
    let day: Day
    let offset: Int
    /// One more than is shown, when there are more.
    let appointments: [Agenda.Appointment]
    let slots: [Slot]
    let holiday: Holiday?
    static let perPage = 100

    static func routes(_ routes: Routes) {
        routes.get("/kantor", needs: .seeAppointments) { call, desk in
            let today = desk.branch.zone.day(of: call.now)
            let page = try await load(
                desk.branch, on: call.query("hari").flatMap { Day(iso: $0) } ?? today,
                offset: min(max(0, call.query("mulai").flatMap { Int($0) } ?? 0), 100_000), call)
            return page.reply(call, desk)
        }
    }

    private static func load(_ branch: Branch, on day: Day, offset: Int, _ call: Call) async throws -> TodayPage {
        try await call.app.store.read { connection in
            TodayPage(
                day: day, offset: offset,
                appointments: try Agenda.appointments(at: branch, on: day, offset: offset, limit: perPage + 1, connection),
                slots: try Agenda.slots(at: branch, on: day, connection), holiday: try connection.find(Holiday.self, day))
        }
    }

    private func reply(_ call: Call, _ desk: Desk) -> Reply {
        let isToday = day == desk.branch.zone.day(of: call.now)
        return desk.page(
            call, isToday ? call.say("Janji hari ini", "Appointments today") : call.say("Janji wawancara", "Appointments"), at: "/kantor",
            """
            <h2>\(day.text(call.language))</h2>\(ways(call, desk))\(summary(call))\
            \(appointments.isEmpty ? nil : people(call, desk))\(pages(call, desk))\
            \(slots.isEmpty ? nil : windows(call, desk))
            """)
    }

    private func ways(_ call: Call, _ desk: Desk) -> HTML {
        let (before, after) = (day - 1, day + 1)
        let branch = when(desk.choosesBranch, hidden("cabang", desk.branch.code))
        return """
            <p><a href="\(url: desk.address("/kantor", "hari=\(before.iso)"))">‹ \(before.textShort(call.language))</a> · \
            <a href="\(url: desk.address("/kantor"))">\(call.say("Hari ini", "Today"))</a> · \
            <a href="\(url: desk.address("/kantor", "hari=\(after.iso)"))">\(after.textShort(call.language)) ›</a></p>\
            <form class="fld" method="get" action="/kantor" id="f-hari">\(branch)\
            <div class="fld"><label for="hari">\(call.say("Hari lain", "Another day"))</label>\
            <input class="in n16" type="date" id="hari" name="hari" value="\(day.iso)"></div>\
            <button class="btn alt">\(call.say("Tampilkan", "Show"))</button></form>
            """
    }

    private func summary(_ call: Call) -> HTML {
        if slots.isEmpty && appointments.isEmpty {
            let why = holiday.map { call.say("Hari libur: ", "Holiday: ") + $0.name + "." }
            return "<p class=\"box i\">\(call.say("Tidak ada jadwal pada hari ini.", "There are no times on this day.")) \(why ?? "")</p>"
        }
        let (taken, free) = (slots.reduce(0) { $0 + $1.taken }, slots.reduce(0) { $0 + max(0, $1.free) })
        return """
            <p><strong>\(call.say(Say.places(taken: taken, free: free)))</strong> \
            \(appointments.isEmpty ? call.say("Belum ada janji.", "No appointments yet.") : "")</p>
            """
    }

    private func people(_ call: Call, _ desk: Desk) -> HTML {
        let zone = desk.branch.zone
        return DataTable(
            id: "t-janji", caption: call.say("Janji wawancara, jam \(zone.name)", "Appointments, \(zone.name) time"),
            heads: [
                (call.say("Jam", "Time"), false), (call.say("Nomor", "Number"), false), (call.say("Nama", "Name"), false),
                (call.say("Sebab klaim", "Reason"), false), (call.say("Keadaan", "State"), false),
            ],
            rows: appointments.prefix(TodayPage.perPage).map { appointment in
                [
                    "\(zone.time(of: appointment.start).text(call.language))", "<span class=\"num\">\("\(appointment.number)")</span>",
                    "\(appointment.name)", "\(call.say(appointment.reason.words))", state(appointment.phase, call),
                ]
            }
        ).html
    }

    private func state(_ phase: Booking.Phase, _ call: Call) -> HTML {
        switch phase {
        case .checkedIn: "<span class=\"tag i\">\(call.say("hadir", "here"))</span>"
        case .done: "<span class=\"tag ok\">\(call.say("selesai", "done"))</span>"
        case .missed: "<span class=\"tag no\">\(call.say("tidak hadir", "missed"))</span>"
        case .unreached: "<span class=\"tag w\">\(call.say("tidak tersambung", "not reached"))</span>"
        case .held, .offered, .confirmed, .released: "<span class=\"tag\">\(call.say("terjadwal", "booked"))</span>"
        }
    }

    private func pages(_ call: Call, _ desk: Desk) -> HTML? {
        let (before, more) = (offset > 0, appointments.count > TodayPage.perPage)
        guard before || more else { return nil }
        func way(_ offset: Int, _ words: String) -> HTML {
            "<a href=\"\(url: desk.address("/kantor", "hari=\(day.iso)&mulai=\(max(0, offset))"))\">\(words)</a> "
        }
        return """
            <p>\(before ? way(offset - TodayPage.perPage, call.say("‹ Sebelumnya", "‹ Earlier")) : nil)\
            \(more ? way(offset + TodayPage.perPage, call.say("Berikutnya ›", "Later ›")) : nil)</p>
            """
    }

    private func windows(_ call: Call, _ desk: Desk) -> HTML {
        let zone = desk.branch.zone
        return DataTable(
            id: "t-tempat", caption: call.say("Tempat per jam, jam \(zone.name)", "Places by window, \(zone.name) time"),
            heads: [
                (call.say("Jam", "Time"), false), (call.say("Saluran", "Channel"), false), (call.say("Rencana", "Planned"), true),
                (call.say("Terisi", "Taken"), true), (call.say("Untuk antrean", "Kept for the list"), true),
                (call.say("Kosong", "Free"), true),
            ],
            rows: slots.filter { $0.planned > 0 || $0.taken > 0 || $0.kept > 0 }.map { slot in
                [
                    "\(zone.time(of: slot.start).text(call.language))", "\(call.say(slot.channel.words))", "\(slot.planned)",
                    slot.taken > slot.planned
                        ? "<strong>\(slot.taken)</strong> <span class=\"tag w\">\(call.say("lebih", "over"))</span>" : "\(slot.taken)",
                    "\(slot.kept)", "\(max(0, slot.free))",
                ]
            }
        ).html
    }
}

extension Channel {
    var words: Words {
        switch self {
        case .online: Words("daring", "online")
        case .onsite: Words("datang langsung", "walk-in")
        }
    }
}
