import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let order = Words(
        """
        Urutan ditetapkan aturan dan tidak dapat diubah siapa pun. Tempat yang kosong ditawarkan otomatis kepada urutan pertama \
        yang cocok.
        """,
        """
        The order follows the rules and nobody can change it. Places that become free are offered automatically to the first \
        person they suit.
        """)
    static let waiting = Words("Yang menunggu", "People waiting")
    static let nobodyWaits = Words("Tidak ada yang menunggu.", "Nobody is waiting.")
    static let kept = Words("Tempat yang ditahan untuk mereka", "Places kept for them")
    static let noneKept = Words("Tidak ada.", "None.")
    static let atTheEarliest = Words("paling cepat ", "at the earliest ")

    static func shown(_ shown: Int, of all: Int) -> Words {
        Words("Ditampilkan \(shown) dari \(all.grouped(.id)).", "Showing \(shown) of \(all.grouped(.en)).")
    }
}

/// Who waits for this branch, by rank and number only, and the places that are kept for them.
struct QueuePage {
    let waiting: [WaitingList.Waiting]
    let kept: [Slot]
    let count: Int
    static let limit = 200

    static func routes(_ routes: Routes) {
        routes.get("/kantor/tunggu", needs: .seeLists) { call, desk in
            let days = Quota.openDays(in: desk.branch.zone, policy: call.policy, at: call.now)
            let count = (call.app.availability.waiting[desk.branch.id] ?? 0) + (call.app.availability.waiting[ID(0)] ?? 0)
            let page = try await call.app.store.read { connection in
                QueuePage(
                    waiting: try WaitingList.waiting(at: desk.branch.id, limit: limit, connection),
                    kept: try days.flatMap { try Agenda.slots(at: desk.branch, on: $0, connection).filter { $0.kept > 0 } }, count: count)
            }
            return page.reply(call, desk)
        }
    }

    private func reply(_ call: Call, _ desk: Desk) -> Reply {
        let most = max(count, waiting.count)
        return desk.page(
            call, call.say("Daftar tunggu", "Waiting list"), at: "/kantor/tunggu",
            """
            <p>\(call.say(Say.order))</p>\
            <h2>\(call.say(Say.waiting))</h2>\
            \(waiting.isEmpty ? "<p>\(call.say(Say.nobodyWaits))</p>" : people(call, desk))\
            \(when(most > waiting.count, "<p>\(call.say(Say.shown(waiting.count, of: most)))</p>"))\
            <h2>\(call.say(Say.kept))</h2>\
            \(kept.isEmpty ? "<p>\(call.say(Say.noneKept))</p>" : places(call, desk))
            """)
    }

    private func people(_ call: Call, _ desk: Desk) -> HTML {
        DataTable(
            id: "t-tunggu", caption: call.say("Menurut urutan, tanpa nama", "In order, without names"),
            heads: [
                (call.say("Urutan", "Place"), true), (call.say("Nomor", "Number"), false),
                (call.say("Menunggu sejak", "Waiting since"), false),
                (call.say("Kantor", "Branches"), false), (call.say("Keadaan", "State"), false),
            ],
            rows: waiting.enumerated().map { index, person in
                [
                    "\((index + 1).grouped(call.language))", "<span class=\"num\">\("\(person.number)")</span>",
                    "\(person.joined.text(in: desk.branch.zone, call.language))",
                    "\(person.anywhere ? call.say("mana saja", "any") : call.say("memilih kantor ini", "chose this one"))",
                    state(person, call),
                ]
            }
        ).html
    }

    private func state(_ person: WaitingList.Waiting, _ call: Call) -> HTML {
        if person.phase == .offered { return "<span class=\"tag i\">\(call.say("sedang ditawari", "has an offer"))</span>" }
        if !person.drawn { return "<span class=\"tag w\">\(call.say("menunggu undian", "before the draw"))</span>" }
        return "<span class=\"tag\">\(call.say("menunggu", "waiting"))</span>"
    }

    private func places(_ call: Call, _ desk: Desk) -> HTML {
        DataTable(
            id: "t-tahan", caption: call.say("Tempat yang ditahan", "Kept places"),
            heads: [
                (call.say("Jadwal", "Time"), false), (call.say("Tempat", "Places"), true),
                (call.say("Kembali ke semua orang", "Returns to everyone"), false),
            ],
            rows: kept.map { slot in
                let until = slot.keptUntil?.text(in: desk.branch.zone, call.language)
                return [
                    "\(slot.start.text(in: desk.branch.zone, call.language))", "\(slot.kept)",
                    "\(until.map { call.say(Say.atTheEarliest) + $0 } ?? "–")",
                ]
            }
        ).html
    }
}
