import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// M16: what would suit, asked once.
struct WishPage {
    var codes: Set<String> = []
    var days: Set<Int> = []
    var times: Set<String> = []
    var from = ""
    var faults = Faults()

    static func routes(_ routes: Routes) {
        routes.get("/daftar/pilihan") { call in
            let registration = try await call.registration()
            guard registration.queues else { return .redirect(registration.step.path) }
            var page = WishPage()
            if let wish = registration.wish {
                page.codes = Set(wish.branches.compactMap { call.nation[$0]?.code })
                page.days = Set(wish.days.map(\.rawValue))
                page.times = Set(wish.times.map(\.rawValue))
                page.from = wish.earliest?.iso ?? ""
            } else {
                page.from = registration.earliest?.iso ?? ""
                if let near = call.cookies["kantor"] { page.codes = [near] }
            }
            return page.reply(call)
        }
        routes.post("/daftar/pilihan") { call in
            try call.meansOwnForm()
            var page = WishPage(
                codes: Set(call.form.all("kantor")), days: Set(call.form.all("hari").compactMap(Int.init)),
                times: Set(call.form.all("waktu")),
                from: call.form["mulai"])
            let day = page.from.isEmpty ? nil : Day(iso: page.from) ?? Day(typed: page.from)
            if !page.from.isEmpty, day == nil {
                page.faults.add("mulai", Words("Tulis tanggal, contoh 15-06-2027.", "Write a date, for example 15-06-2027."))
            }
            let branches = page.codes.contains("semua") ? [] : page.codes.compactMap { call.nation[$0]?.id }.sorted()
            if branches.isEmpty, !page.codes.contains("semua") {
                page.faults.add("kantor", Words("Pilih kantor, atau petugas mana saja.", "Choose branches, or any officer."))
            }
            let wish = Wish(
                branches: branches, days: Set(page.days.compactMap(Weekday.init(rawValue:))),
                times: Set(page.times.compactMap(DayPart.init(rawValue:))), earliest: day)
            guard page.faults.isEmpty else { return page.reply(call, status: .unprocessableContent) }
            do {
                let step = try await call.change { work, registration in
                    try registration.want(wish, policy: call.policy)
                    work.update(registration)
                    return registration.step
                }
                return .redirect(step.path)
            } catch let refusal as Refusal {
                guard case .tooManyWishes = refusal else { throw refusal }
                page.faults = Faults(refusal, field: "kantor")
                return page.reply(call, status: refusal.status)
            }
        }
    }

    func reply(_ call: Call, status: HTTPResponse.Status = .ok) -> Reply {
        let title = call.say(Say.title)
        let fields: HTML = """
            \(branches(call))\(weekdays(call))\(partsOfDay(call))\
            \(Field(name: "mulai", label: call.say(Say.from), value: from, type: "date").html(call, faults))
            """
        let questions = form(call, action: "/daftar/pilihan", id: "f-pilihan", button: call.say(Say.goOn), fields)
        return Page(
            title: title, back: "/daftar/sebab", body: "\(faults.summary(call))<h1>\(title)</h1>\(questions)", hasErrors: !faults.isEmpty
        ).reply(to: call, status: status)
    }

    private func branches(_ call: Call) -> HTML {
        let byRegion = call.nation.regions.map { region in (region, call.nation.branches.filter { $0.region == region.id }) }
        let groups = byRegion.filter { !$0.1.isEmpty }.html { region, branches in
            """
            <details\(attribute: "open", when: branches.contains { codes.contains($0.code) })><summary>\(region.name)</summary>\
            \(branches.html { choice("kantor", $0.code, in: codes, "\($0.name) (\($0.zone.name))") })</details>
            """
        }
        let anyOfficer: HTML = "<span><strong>\(call.say(Say.anyOfficer))</strong></span>"
        return """
            <fieldset class="fld\(faults.words(for: "kantor") == nil ? "" : " has-err")">\
            <legend>\(call.say(Say.branches(atMost: call.policy.wishes)))</legend><p class="hint">\(call.say(Say.anyBranch))</p>\
            \(checkbox("kantor", value: "semua", checked: codes.contains("semua"), id: "kantor", anyOfficer))\(groups)</fieldset>
            """
    }

    private func weekdays(_ call: Call) -> HTML {
        let working = [Weekday.monday, .tuesday, .wednesday, .thursday, .friday]
        let chosen = Set(days.map(String.init))
        return """
            <fieldset class="fld"><legend>\(call.say(Say.days))</legend><p class="hint">\(call.say(Say.everyDaySuits))</p>\
            \(working.html { choice("hari", "\($0.rawValue)", in: chosen, $0.text(call.language)) })</fieldset>
            """
    }

    private func partsOfDay(_ call: Call) -> HTML {
        """
        <fieldset class="fld"><legend>\(call.say(Say.times))</legend><p class="hint">\(call.say(Say.bothSuit))</p>\
        \(choice("waktu", "pagi", in: times, call.say(Say.morning)))\
        \(choice("waktu", "siang", in: times, call.say(Say.afternoon)))</fieldset>
        """
    }

    private func choice(_ name: String, _ value: String, in chosen: Set<String>, _ label: String) -> HTML {
        checkbox(name, value: value, checked: chosen.contains(value), "<span>\(label)</span>")
    }
}

/// The sentences of the page.
private enum Say {
    static let title = Words("Jadwal seperti apa yang cocok?", "What kind of appointment would suit?")
    static let goOn = Words("Lanjut", "Continue")
    static let anyBranch = Words(
        "Wawancara lewat video, jadi kantor mana pun dapat melayani Anda. Makin banyak pilihan, makin cepat.",
        "The interview is by video, so any branch can serve you. More choices mean a shorter wait.")
    static let anyOfficer = Words("Petugas mana saja (paling cepat)", "Any officer (fastest)")
    static let days = Words("Hari", "Days")
    static let everyDaySuits = Words("Kosongkan bila semua hari kerja cocok.", "Leave empty if every working day suits.")
    static let times = Words("Waktu", "Time of day")
    static let bothSuit = Words("Kosongkan bila keduanya cocok.", "Leave empty if both suit.")
    static let morning = Words("Pagi, sebelum 12.00", "Morning, before 12:00")
    static let afternoon = Words("Siang, setelah 12.00", "Afternoon, after 12:00")
    static let from = Words("Mulai tanggal (boleh dikosongkan)", "From this date (may be left empty)")

    static func branches(atMost count: Int) -> Words {
        Words("Kantor (paling banyak \(count))", "Branches (at most \(count))")
    }
}
