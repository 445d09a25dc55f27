import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let title = Words("Kapan petugas dapat menghubungi Anda?", "When can an officer call you?")
    static let take = Words("Ambil jadwal ini", "Take this time")
    static let soonestElsewhere = Words("Paling cepat di kantor lain", "Soonest at other branches")
    static let laterTimesOnly = Words(
        "Kami hanya menampilkan waktu mulai hari itu. Bila belum dibuka, masuk daftar tunggu: kami kirim tawaran begitu hari itu dibuka.",
        "We show only times from that day on. If none is open yet, join the waiting list: we send an offer as soon as that day opens.")
    static let join = Words("Masuk daftar tunggu", "Join the waiting list")
    static let nothingSuits = Words("Tidak ada yang cocok?", "Nothing suits?")
    static let tellUs = Words(
        "Sebutkan kantor, hari dan jam yang Anda mau. Kami kirim tawaran bila ada tempat.",
        "Tell us the branches, days and times you want. We send an offer when there is a place.")
    static let noNeedToTry = Words(
        """
        Anda tidak perlu mencoba berulang kali. Masuk daftar tunggu dan kami kabari lewat e-mail bila ada tempat. \
        Nomor urut Anda tidak berubah.
        """,
        "There is no need to keep trying. Join the waiting list and we tell you by e-mail when there is a place. Your number in line stays."
    )
    static let allBranches = Words("Semua kantor", "All branches")
    static let ratherCome = Words("Lebih suka datang ke kantor?", "Rather come to a branch?")
    static let anotherDay = Words("Lihat hari atau kantor lain", "See another day or branch")
    static let nearest = Words("Kantor terdekat", "Nearest branch")
    static let day = Words("Hari", "Day")
    static let everyDay = Words("Semua hari", "Every day")
    static let show = Words("Tampilkan", "Show")

    static func anyBranch(updated age: String) -> Words {
        Words(
            "Semua wawancara lewat panggilan video, jadi kantor mana pun dapat melayani Anda. Diperbarui \(age).",
            "All interviews are video calls, so any branch can serve you. Updated \(age).")
    }
    static func places(_ free: Int) -> Words { Words("\(free) tempat", free == 1 ? "1 place" : "\(free) places") }
    static func possibleFrom(_ earliest: Day) -> Words {
        Words("Klaim Anda dapat diajukan mulai \(earliest.text(.id)).", "Your claim is possible from \(earliest.text(.en)).")
    }
    static func full(_ place: String, days: Int) -> Words {
        Words("\(place): penuh untuk \(days) hari ke depan", "\(place): full for the next \(days) days")
    }
    static func waiting(_ people: Int) -> Words {
        Words("Sekarang \(people.grouped(.id)) orang menunggu di sini.", "\(people.grouped(.en)) people are waiting here now.")
    }
    static func numberForToday(_ place: String) -> Words {
        Words("Ambil nomor untuk hari ini \(place)", "Take a number for today \(place)")
    }
}

/// M2: the next free times near the person and everywhere, or a place in line.
struct TimesPage {
    var near: Branch?
    var day: Day?
    /// The first day that the claim's reason allows, when the person came back from there.
    var earliest: Day?
    var faults = Faults()
    var chosen: ID<Slot>?

    static func routes(_ routes: Routes) {
        routes.get("/jadwal") { call in await TimesPage(call).kept(call) }
        routes.post("/jadwal") { call in
            try call.meansOwnForm()
            guard let slot = Int64(call.form["slot"]).map({ ID<Slot>($0) }) else {
                var page = await TimesPage(call)
                page.faults.add("slot", Words("Pilih salah satu waktu.", "Choose one of the times."))
                return page.reply(call, status: .unprocessableContent)
            }
            do { return try await call.take(slot) } catch let refusal as Refusal {
                var page = await TimesPage(call)
                page.faults = Faults(refusal, field: "slot")
                page.chosen = slot
                try await call.app.redrawAvailability(without: slot, seenAt: call.now)
                return page.reply(call, status: refusal.status)
            }
        }
        routes.post("/jadwal/tunggu") { call in
            try call.meansOwnForm()
            return try await call.begin { work, registration in try work.queue(&registration) }
        }
    }

    private init(_ call: Call) async {
        near = (call.query("kantor") ?? call.form["kantor"].nonEmpty ?? call.cookies["kantor"]).flatMap { call.nation[$0] }
        day = call.query("hari").flatMap { Day(iso: $0) }
        if call.registrationKey != nil { earliest = try? await call.glancedRegistration().earliest }
    }

    /// The page, drawn once for all who see the same of one picture of free places. Whoever came back with a day from their claim's
    /// reason gets a page of their own.
    private func kept(_ call: Call) -> Reply {
        guard earliest == nil, !call.assets.change else { return reply(call) }
        let app = call.app
        let (number, age) = (app.pictureNumber, (call.now - app.availability.made).textAgo(call.language))
        let style = call.assets.css.version
        let known = call.cookies["gaya"] == style
        let days = Quota.openDays(in: near?.zone ?? .wib, policy: call.policy, at: call.now)
        let name = "\(call.language)/\(near?.code ?? "")/\(day?.iso ?? "")/\(days.lowerBound.iso)/\(age)/\(known)"
        guard let page = app.keptPages.drawing(name, of: number, draw: { PageStencil(reply(call).body) }) else { return reply(call) }
        var kept = Reply()
        if call.request.takesGzip {
            kept.zipped = page.zipped(moment: call.now.utcISO, key: call.freshKey)
        } else {
            kept.body = page.text(moment: call.now.utcISO, key: call.freshKey)
        }
        return known ? kept : kept.with(Page.style(style))
    }

    func reply(_ call: Call, status: HTTPResponse.Status = .ok) -> Reply {
        let availability = call.app.availability
        let all = availability.openings(at: nil, on: day, from: earliest, in: call.nation)
        let here = all.filter { $0.branch == near?.id }
        let nearby = Array(here.prefix(day == nil ? 4 : 14))
        let close = near.map { nearest(to: $0, in: call.nation) } ?? []
        let others = all.filter { $0.branch != near?.id }
        let elsewhere =
            near == nil
            ? Array(others.uniqued(by: \.branch).prefix(6))
            : Array((others.filter { close.contains($0.branch) }.prefix(2) + others.prefix(2)).uniqued(by: \.slot))
        let title = call.say(Say.title)
        let age = (call.now - availability.made).textAgo(call.language)
        let body: HTML = """
            \(faults.summary(call))\(earliest.map { notice($0, call) })\
            \(all.isEmpty ? "<h1 id=\"slot\">\(title)</h1>" as HTML : choice(title, nearby, elsewhere, age, call))\
            \(line(nearby: nearby, all: all, call))\(today(call))\(filter(call))
            """
        return Page(title: title, back: "/", body: body, hasErrors: !faults.isEmpty).reply(to: call, status: status)
    }

    private func choice(
        _ title: String, _ nearby: [Availability.Opening], _ elsewhere: [Availability.Opening], _ age: String, _ call: Call
    ) -> HTML {
        let first = nearby.first ?? elsewhere.first
        let mayCompare = near != nil && !elsewhere.isEmpty
        return form(
            call, action: "/jadwal", id: "jadwal", button: call.say(Say.take),
            """
            \(hidden("kantor", near?.code ?? ""))\
            <fieldset\(when(!faults.isEmpty, " aria-describedby=\"st\""))><legend><h1>\(title)</h1></legend>\
            <p class="hint">\(call.say(Say.anyBranch(updated: age)))</p>\
            \(when(!nearby.isEmpty, "<h2>\(near?.name ?? "")</h2>"))\
            \(nearby.html { card($0, first: $0 == first, call) })\
            \(when(mayCompare, "<h2>\(call.say(Say.soonestElsewhere))</h2>"))\
            \(elsewhere.html { card($0, first: $0 == first, call) })\
            </fieldset>
            """)
    }

    private func card(_ opening: Availability.Opening, first: Bool, _ call: Call) -> HTML {
        guard let branch = call.nation[opening.branch] else { return .empty }
        let zone = branch.zone
        let (time, day) = (opening.start.timeText(in: zone, call.language), zone.day(of: opening.start).text(call.language))
        return radio(
            "slot", value: "\(opening.slot.rawValue)", id: first ? "slot" : nil,
            """
            <span><strong class="num">\(time.startingSentence)</strong><br>\(day)</span>\
            <span class="r">\(branch.name)<br>\(call.say(Say.places(opening.free)))</span>
            """)
    }

    private func notice(_ earliest: Day, _ call: Call) -> HTML {
        box(.info, "<p><strong>\(call.say(Say.possibleFrom(earliest)))</strong></p><p>\(call.say(Say.laterTimesOnly))</p>")
    }

    /// The way into the line: loud where nothing is free, quiet otherwise.
    private func line(nearby: [Availability.Opening], all: [Availability.Opening], _ call: Call) -> HTML {
        let full = all.isEmpty || (near != nil && nearby.isEmpty)
        let people = call.app.availability.waiting
        let waiting = near.map { people[$0.id] ?? 0 } ?? people.values.reduce(0, +)
        let button = form(
            call, action: "/jadwal/tunggu", id: "tunggu", button: call.say(Say.join), style: "alt", hidden("kantor", near?.code ?? ""))
        guard full else {
            return "<h2>\(call.say(Say.nothingSuits))</h2><p>\(call.say(Say.tellUs))</p>\(button)"
        }
        let place = near?.name ?? call.say(Say.allBranches)
        return box(
            .warning,
            """
            <h2>\(call.say(Say.full(place, days: call.policy.horizonDays)))</h2>\
            <p>\(call.say(Say.noNeedToTry))</p>\
            <p>\(call.say(Say.waiting(waiting)))</p>\(button)
            """)
    }

    /// Coming to the branch today is another way than a video call.
    private func today(_ call: Call) -> HTML {
        let (path, place) = near.map { (TodaysNumbersPage.path($0), $0.name) } ?? ("/hari-ini", "")
        return """
            <h2>\(call.say(Say.ratherCome))</h2>\
            <p><a href="\(url: path)">\(call.say(Say.numberForToday(place)))</a></p>
            """
    }

    private func filter(_ call: Call) -> HTML {
        let days = Quota.openDays(in: near?.zone ?? .wib, policy: call.policy, at: call.now)
        return """
            <form method="get" action="/jadwal" id="saring"><h2>\(call.say(Say.anotherDay))</h2>\
            \(selection("kantor", label: call.say(Say.nearest), branches(call)))\
            \(selection("hari", label: call.say(Say.day), dayOptions(days, call)))\
            <button class="btn alt">\(call.say(Say.show))</button></form>
            """
    }

    private func branches(_ call: Call) -> HTML {
        let byRegion = call.nation.regions.map { region in (region, call.nation.branches.filter { $0.region == region.id }) }
        let groups = byRegion.filter { !$0.1.isEmpty }.html { region, branches in
            """
            <optgroup label="\(region.name)">\
            \(branches.html { option($0.code, "\($0.name) (\($0.zone.name))", chosen: $0.id == near?.id) })\
            </optgroup>
            """
        }
        return "\(option("", call.say(Say.allBranches)))\(groups)"
    }

    private func dayOptions(_ days: ClosedRange<Day>, _ call: Call) -> HTML {
        "\(option("", call.say(Say.everyDay)))\(days.html { option($0.iso, $0.text(call.language), chosen: $0 == day) })"
    }

    /// The nearest other branches, within about two degrees.
    private func nearest(to branch: Branch, in nation: Nation) -> Set<ID<Branch>> {
        func distance(_ other: Branch) -> Double {
            let (north, east) = (other.latitude - branch.latitude, other.longitude - branch.longitude)
            return north * north + east * east
        }
        return Set(
            nation.branches.sorted { distance($0) < distance($1) }.prefix(6).filter { $0.id != branch.id && distance($0) < 4 }.map(\.id))
    }
}

extension Sequence {
    /// The first element of each kind.
    fileprivate func uniqued<Kind: Hashable>(by kind: (Element) -> Kind) -> [Element] {
        var seen: Set<Kind> = []
        return filter { seen.insert(kind($0)).inserted }
    }
}

extension String {
    /// With a capital first letter, for a sentence's beginning.
    var startingSentence: String { prefix(1).uppercased() + dropFirst() }
    var nonEmpty: String? { isEmpty ? nil : self }
}
