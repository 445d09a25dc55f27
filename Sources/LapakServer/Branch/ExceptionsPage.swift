import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let title = Words("Pengecualian", "Exceptions")
    static let save = Words("Simpan pengecualian", "Save the exception")
    static let comingExceptions = Words("Pengecualian yang akan datang", "Coming exceptions")
    static let comingHolidays = Words("Hari libur yang akan datang", "Coming holidays")
    static let day = Words("Hari", "Day")
    static let closedAllDay = Words("Kantor tutup sepanjang hari", "Closed all day")
    static let otherwise = Words("Atau buka dengan cara lain", "Or open in another way")
    static let leaveEmpty = Words("Kosongkan yang tetap seperti biasa.", "Leave empty what stays as usual.")
    static let opens = Words("Buka", "Opens")
    static let clockExample = Words("Contoh: 08.00", "For example: 08:00")
    static let closes = Words("Tutup pukul", "Closes at")
    static let officers = Words("Jumlah petugas", "Number of officers")
    static let reason = Words("Alasan", "Reason")
    static let reasonExample = Words(
        "Dibaca peserta. Contoh: Banjir di jalan masuk.", "Members read it. For example: Flood on the access road.")
    static let remove = Words("Hapus", "Remove")

    static func saved(_ day: Day, places: Int) -> Words {
        Words("Tersimpan. \(day.text(.id)): sekarang \(places) tempat.", "Saved. \(day.text(.en)): now \(places) places.")
    }
    /// What somebody else saved for the day that was to be saved.
    static func changed(_ day: Day, to kept: BranchDay?, in zone: Zone) -> Words {
        let now = kept.map { kept in
            let words = kept.words(in: zone)
            return Words("\(words.id) (\(kept.note))", "\(words.en) (\(kept.note))")
        }
        let stands = now ?? Words("tanpa pengecualian", "no exception")
        return Words(
            """
            Belum tersimpan: orang lain baru saja mengubah \(day.text(.id)). Sekarang: \(stands.id). \
            Simpan lagi bila isian Anda yang benar.
            """,
            "Not saved: somebody else has just changed \(day.text(.en)). Now: \(stands.en). Save again if yours is right.")
    }
    static func keepPlaces(_ taken: Int) -> Words {
        Words(
            " \(taken) orang sudah punya tempat, dan semuanya tetap dilayani.",
            " \(taken) people have a place already, and all of them keep it.")
    }
}

/// Days on which a branch is closed, or has other hours or officers; and the holidays that are coming.
struct ExceptionsPage {
    let exceptions: [BranchDay]
    let holidays: [Holiday]
    var typed = ExceptionForm()
    var faults = Faults()
    /// The day that was just changed, and what it is now.
    var changed: (day: Day, slots: [Slot])?

    static func routes(_ routes: Routes) {
        routes.get("/kantor/pengecualian", needs: .planHours) { call, desk in
            var page = try await load(call, desk)
            if let day = call.query("hari").flatMap({ Day(iso: $0) }) {
                page.changed = (day, try await call.app.store.read { try Agenda.slots(at: desk.branch, on: day, $0) })
            }
            return page.reply(call, desk)
        }
        routes.post("/kantor/pengecualian", needs: .planHours) { call, desk in
            let typed = ExceptionForm(call.form)
            var faults = Faults()
            guard let exception = typed.exception(at: desk.branch, holidays: call.nation.holidays, at: call.now, faults: &faults) else {
                var page = try await load(call, desk)
                (page.typed, page.faults) = (typed, faults)
                return page.reply(call, desk, status: .unprocessableContent)
            }
            do {
                try await call.keep(exception, seen: Basis(call.form, of: exception.day.iso), desk)
            } catch Refusal.changedMeanwhile { return try await conflict(on: exception.day, typed, call, desk) }
            return .redirect(desk.address("/kantor/pengecualian", "hari=\(exception.day.iso)"))
        }
        routes.post("/kantor/pengecualian/hapus", needs: .planHours) { call, desk in
            guard let day = Day(iso: call.form["hapus"]) else { throw Refusal.notFound }
            do {
                try await call.keep(.takenBack(desk.branch.id, day), seen: Basis(call.form), desk)
            } catch Refusal.changedMeanwhile { return try await conflict(on: day, ExceptionForm(), call, desk) }
            return .redirect(desk.address("/kantor/pengecualian", "hari=\(day.iso)"))
        }
    }

    /// Somebody else changed this day: what stands now, and everything that was typed.
    private static func conflict(on day: Day, _ typed: ExceptionForm, _ call: Call, _ desk: Desk) async throws -> Reply {
        call.app.figures.refused(Refusal.changedMeanwhile.code)
        var page = try await load(call, desk)
        let kept = page.exceptions.first { $0.day == day }
        page.typed = typed
        page.faults.add("hari", Say.changed(day, to: kept, in: desk.branch.zone))
        return page.reply(call, desk, status: .conflict)
    }

    private static func load(_ call: Call, _ desk: Desk) async throws -> ExceptionsPage {
        let today = desk.branch.zone.day(of: call.now)
        return try await call.app.store.read { connection in
            ExceptionsPage(
                exceptions: try Agenda.exceptions(at: desk.branch.id, from: today, connection),
                holidays: try Agenda.holidays(from: today, limit: 8, connection))
        }
    }

    func reply(_ call: Call, _ desk: Desk, status: HTTPResponse.Status = .ok) -> Reply {
        let exception = form(
            call, action: desk.address("/kantor/pengecualian"), id: "f-hari", button: call.say(Say.save), inputs(call))
        return desk.page(
            call, call.say(Say.title), at: "/kantor/pengecualian",
            """
            \(exception)\
            <h2>\(call.say(Say.comingExceptions))</h2>\(list(call, desk))\
            <h2>\(call.say(Say.comingHolidays))</h2>\(coming(call))
            """, faults: faults, notice: notice(call), status: status)
    }

    private func notice(_ call: Call) -> HTML? {
        guard let changed else { return nil }
        let now = call.now
        // Places that somebody can still come to have: not those of a video call today, whose papers would be too late.
        let open = changed.slots.filter { slot in call.nation[slot.branch].map { now < slot.takenBefore(in: $0.zone) } ?? false }
        let (places, taken) = (open.reduce(0) { $0 + $1.planned }, changed.slots.reduce(0) { $0 + $1.taken })
        let people = taken > 0 ? call.say(Say.keepPlaces(taken)) : ""
        return """
            <div class="box i" role="status">\(call.say(Say.saved(changed.day, places: places)))\(people)</div>
            """
    }

    private func inputs(_ call: Call) -> HTML {
        let closed: HTML = "<span>\(call.say(Say.closedAllDay))</span>"
        let fields = [
            Field(
                name: "buka", label: call.say(Say.opens), hint: call.say(Say.clockExample), value: typed.opens, style: "n16"),
            Field(name: "sampai", label: call.say(Say.closes), value: typed.closes, style: "n16"),
            Field(
                name: "petugas", label: call.say(Say.officers), value: typed.officers, inputmode: "numeric", style: "n16"),
        ]
        let day = Field(name: "hari", label: call.say(Say.day), value: typed.day, type: "date", style: "n16")
        let reason = Field(name: "catatan", label: call.say(Say.reason), hint: call.say(Say.reasonExample), value: typed.note)
        return """
            \(exceptions.html { $0.basis.input(of: $0.day.iso) })\
            \(day.html(call, faults))\
            \(faults.note(at: "tutup", call))\
            \(checkbox("tutup", value: "ya", checked: typed.closed, id: "tutup", closed))\
            <fieldset><legend>\(call.say(Say.otherwise))</legend>\
            <p class="hint">\(call.say(Say.leaveEmpty))</p>\
            \(fields.html { $0.html(call, faults) })</fieldset>\
            \(reason.html(call, faults))
            """
    }

    private func list(_ call: Call, _ desk: Desk) -> HTML {
        guard !exceptions.isEmpty else { return "<p>\(call.say("Belum ada.", "None yet."))</p>" }
        return DataTable(
            id: "t-kecuali", caption: call.say("Hari dengan pengecualian", "Days with an exception"),
            heads: [
                (call.say("Hari", "Day"), false), (call.say("Apa yang berbeda", "What differs"), false),
                (call.say(Say.remove), false),
            ],
            rows: exceptions.map { exception in
                [
                    "\(exception.day.text(call.language))",
                    "\(call.say(exception.words(in: desk.branch.zone)))<br><span class=\"hint\">\(exception.note)</span>",
                    removal(of: exception, call, desk),
                ]
            }
        ).html
    }

    /// A small form of its own in every row; the button says to the ear which day it means.
    private func removal(of exception: BranchDay, _ call: Call, _ desk: Desk) -> HTML {
        let day = exception.day
        let label = "\(call.say(Say.remove)) \(day.text(call.language))"
        return """
            <form method="post" action="\(url: desk.address("/kantor/pengecualian/hapus"))" id="h-\(day.iso)">\
            \(hidden("kunci", call.freshKey()))\
            \(hidden("hapus", day.iso))\(exception.basis.input())\
            <button class="btn alt" aria-label="\(label)">\(call.say(Say.remove))</button></form>
            """
    }

    private func coming(_ call: Call) -> HTML {
        guard !holidays.isEmpty else { return "<p>\(call.say("Tidak ada.", "None."))</p>" }
        return DataTable(
            id: "t-libur", caption: call.say("Semua kantor tutup pada hari-hari ini", "Every branch is closed on these days"),
            heads: [(call.say("Hari", "Day"), false), (call.say("Hari libur dan dasarnya", "Holiday and its source"), false)],
            rows: holidays.map { holiday in
                let mark: HTML? =
                    holiday.confirmed ? nil : " <span class=\"tag w\">\(call.say("perlu dipastikan", "to be confirmed"))</span>"
                return ["\(holiday.day.text(call.language))", "\(holiday.name)\(mark)<br><span class=\"hint\">\(holiday.source)</span>"]
            }
        ).html
    }
}

extension BranchDay {
    /// What differs from an ordinary day.
    func words(in zone: Zone) -> Words {
        if closed { return Words("Tutup", "Closed") }
        func parts(_ language: Language) -> [String] {
            [
                hours?.text(in: zone, language),
                officers.map { Words("\($0) petugas", $0 == 1 ? "1 officer" : "\($0) officers")[language] },
            ].compactMap(\.self)
        }
        if parts(.id).isEmpty { return Words("Buka seperti hari kerja", "Open like a working day") }
        return Words(parts(.id).joined(separator: ", "), parts(.en).joined(separator: ", "))
    }
}
