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
                page.codes = Set(wish.branches.compactMap { call.atlas[$0]?.code })
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
            var page = WishPage(
                codes: Set(call.form.all("kantor")), days: Set(call.form.all("hari").compactMap(Int.init)),
                times: Set(call.form.all("waktu")),
                from: call.form["mulai"])
            let day = page.from.isEmpty ? nil : Day(iso: page.from) ?? Day(typed: page.from)
            if !page.from.isEmpty, day == nil {
                page.faults.add("mulai", Words("Tulis tanggal, contoh 15-06-2027.", "Write a date, for example 15-06-2027."))
            }
            let branches = page.codes.contains("semua") ? [] : page.codes.compactMap { call.atlas[$0]?.id }.sorted()
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
                    work.save(registration)
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
        let title = call.say("Jadwal seperti apa yang cocok?", "What kind of appointment would suit?")
        let regions = call.atlas.regions.filter { region in call.atlas.branches.contains { $0.region == region.id } }
        let weekdays = [Weekday.monday, .tuesday, .wednesday, .thursday, .friday]
        let groups = regions.html { region in
            let branches = call.atlas.branches.filter { $0.region == region.id }
            let open = branches.contains { codes.contains($0.code) }
            return """
                <details\(attribute: "open", when: open)><summary>\(region.name)</summary>\
                \(branches.html { checkbox("kantor", value: $0.code, checked: codes.contains($0.code), "<span>\($0.name) (\($0.zone.name))</span>") })</details>
                """
        }
        let fields: HTML = """
            <fieldset class="fld\(faults.words(for: "kantor") == nil ? "" : " has-err")"><legend>\(call.say("Kantor (paling banyak \(call.policy.wishes))", "Branches (at most \(call.policy.wishes))"))</legend>\
            <p class="hint">\(call.say("Wawancara lewat video, jadi kantor mana pun dapat melayani Anda. Makin banyak pilihan, makin cepat.", "The interview is by video, so any branch can serve you. More choices mean a shorter wait."))</p>\
            \(checkbox("kantor", value: "semua", checked: codes.contains("semua"), id: "kantor", "<span><strong>\(call.say("Petugas mana saja (paling cepat)", "Any officer (fastest)"))</strong></span>"))\(groups)</fieldset>\
            <fieldset class="fld"><legend>\(call.say("Hari", "Days"))</legend><p class="hint">\(call.say("Kosongkan bila semua hari kerja cocok.", "Leave empty if every working day suits."))</p>\
            \(weekdays.html { checkbox("hari", value: "\($0.rawValue)", checked: days.contains($0.rawValue), "<span>\($0.text(call.language))</span>") })</fieldset>\
            <fieldset class="fld"><legend>\(call.say("Waktu", "Time of day"))</legend><p class="hint">\(call.say("Kosongkan bila keduanya cocok.", "Leave empty if both suit."))</p>\
            \(checkbox("waktu", value: "pagi", checked: times.contains("pagi"), "<span>\(call.say("Pagi, sebelum 12.00", "Morning, before 12:00"))</span>"))\
            \(checkbox("waktu", value: "siang", checked: times.contains("siang"), "<span>\(call.say("Siang, setelah 12.00", "Afternoon, after 12:00"))</span>"))</fieldset>\
            \(Field(name: "mulai", label: call.say("Mulai tanggal (boleh dikosongkan)", "From this date (may be left empty)"), value: from, type: "date").html(call, faults))
            """
        return Page(
            title: title, back: "/daftar/sebab",
            body:
                "\(faults.summary(call))<h1>\(title)</h1>\(form(call, action: "/daftar/pilihan", id: "f-pilihan", button: call.say("Lanjut", "Continue"), fields))",
            hasErrors: !faults.isEmpty
        ).reply(to: call, status: status)
    }
}
