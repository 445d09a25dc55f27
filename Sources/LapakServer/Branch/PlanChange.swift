import LapakDomain
import LapakStore
import LapakWeb

/// What another plan would do to the open days: places more or less, and the people who keep theirs.
struct PlanChange: Sendable {
    struct Line: Sendable {
        let day: Day
        /// Places planned now and then, both channels.
        let before: Int
        let after: Int
        /// People who have a place, held ones too.
        let taken: Int
        /// Of them, those for whom the new plan has no room; they stay.
        let beyond: Int
    }
    let lines: [Line]

    var before: Int { lines.reduce(0) { $0 + $1.before } }
    var after: Int { lines.reduce(0) { $0 + $1.after } }
    var taken: Int { lines.reduce(0) { $0 + $1.taken } }
    var beyond: Int { lines.reduce(0) { $0 + $1.beyond } }

    /// Compares the slots as they are with what `branch` would give on `days`, one of them with a new `exception`.
    static func load(
        _ branch: Branch, days: ClosedRange<Day>, exception: BranchDay? = nil, holidays: Set<Day>, policy: Policy,
        _ connection: any SQLConnection
    ) throws -> PlanChange {
        let exceptions = try Agenda.exceptions(at: branch.id, from: days.lowerBound, connection)
        return PlanChange(
            lines: try days.map { day in
                let slots = try Agenda.slots(at: branch, on: day, connection)
                let plan = Quota.plan(
                    of: branch, on: day, exception: exception?.day == day ? exception : exceptions.first { $0.day == day },
                    holidays: holidays, policy: policy, standing: slots)
                let taken = slots.reduce(0) { $0 + $1.taken }
                return Line(
                    day: day, before: slots.reduce(0) { $0 + $1.planned }, after: plan.reduce(0) { $0 + $1.places }, taken: taken,
                    beyond: taken - plan.reduce(0) { $0 + $1.served })
            })
    }

    /// In one sentence: how many places, and that nobody loses theirs.
    func summary(_ language: Language) -> String {
        let difference = after - before
        let places =
            difference == 0
            ? Words("Jumlah tempat tetap \(after.grouped(.id)).", "The number of places stays \(after.grouped(.en)).")
            : difference > 0
                ? Words(
                    "Tempat bertambah \(difference.grouped(.id)): dari \(before.grouped(.id)) menjadi \(after.grouped(.id)).",
                    "\(difference.grouped(.en)) more places: \(after.grouped(.en)) instead of \(before.grouped(.en)).")
                : Words(
                    "Tempat berkurang \((-difference).grouped(.id)): dari \(before.grouped(.id)) menjadi \(after.grouped(.id)).",
                    "\((-difference).grouped(.en)) fewer places: \(after.grouped(.en)) instead of \(before.grouped(.en)).")
        return "\(places[language]) \(people(language))"
    }

    /// Who keeps a place.
    func people(_ language: Language) -> String {
        guard taken > 0 else { return Words("Belum ada yang terdaftar.", "Nobody is booked yet.")[language] }
        let stay = Words(
            "\(taken.grouped(.id)) orang sudah punya tempat, dan semuanya tetap dilayani.",
            "\(taken.grouped(.en)) people have a place already, and all of them keep it.")[language]
        guard beyond > 0 else { return stay }
        let over = Words(
            "\(beyond.grouped(.id)) di antaranya di luar rencana baru: siapkan petugas untuk mereka.",
            "\(beyond.grouped(.en)) of them are beyond the new plan: have officers ready for them.")[language]
        return "\(stay) \(over)"
    }

    func table(_ call: Call) -> HTML {
        DataTable(
            id: "t-ubah", caption: call.say("Tempat per hari, daring dan datang langsung", "Places by day, online and walk-in"),
            heads: [
                (call.say("Hari", "Day"), false), (call.say("Sekarang", "Now"), true), (call.say("Nanti", "Then"), true),
                (call.say("Selisih", "Difference"), true), (call.say("Sudah terisi", "Taken"), true),
                (call.say("Di luar rencana", "Beyond the plan"), true),
            ],
            rows: lines.map { line in
                let difference = line.after - line.before
                return [
                    "<span class=\"num\">\(line.day.textShort(call.language))</span>", "\(line.before)", "\(line.after)",
                    "\(difference > 0 ? "+" : difference < 0 ? "−" : "")\(abs(difference))", "\(line.taken)",
                    line.beyond > 0 ? "<strong>\(line.beyond)</strong>" : "0",
                ]
            }
        ).html
    }
}
