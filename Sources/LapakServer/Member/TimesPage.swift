import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// M2: the next free times near the person and everywhere, or a place in line.
struct TimesPage {
    var near: Branch?
    var day: Day?
    /// The first day that the claim's reason allows, when the person came back from there.
    var earliest: Day?
    var faults = Faults()
    var chosen: ID<Slot>?

    static func routes(_ routes: Routes) {
        routes.get("/jadwal") { call in await TimesPage(call).reply(call) }
        routes.post("/jadwal") { call in
            guard let slot = Int64(call.form["slot"]).map({ ID<Slot>($0) }) else {
                var page = await TimesPage(call)
                page.faults.add("slot", Words("Pilih salah satu waktu.", "Choose one of the times."))
                return page.reply(call, status: .unprocessableContent)
            }
            do { return try await call.take(slot) } catch let refusal as Refusal {
                var page = await TimesPage(call)
                page.faults = Faults(refusal, field: "slot")
                page.chosen = slot
                try await call.house.redrawAvailability()
                return page.reply(call, status: refusal.status)
            }
        }
        routes.post("/jadwal/tunggu") { call in
            try await call.begin { work, registration, quiet in try work.queue(&registration, quiet: quiet, at: call.now) }
        }
    }

    private init(_ call: Call) async {
        near = (call.query("kantor") ?? call.form["kantor"].nonEmpty ?? call.cookies["kantor"]).flatMap { call.atlas[$0] }
        day = call.query("hari").flatMap { Day(iso: $0) }
        if call.registrationKey != nil { earliest = try? await call.registration().earliest }
    }

    func reply(_ call: Call, status: HTTPResponse.Status = .ok) -> Reply {
        let availability = call.house.availability
        let all = availability.openings(at: nil, on: day, from: earliest, in: call.atlas)
        let here = all.filter { $0.branch == near?.id }
        let nearby = Array(here.prefix(day == nil ? 4 : 14))
        let close = near.map { nearest(to: $0, in: call.atlas) } ?? []
        let others = all.filter { $0.branch != near?.id }
        let elsewhere =
            near == nil
            ? Array(others.uniqued(by: \.branch).prefix(6))
            : Array((others.filter { close.contains($0.branch) }.prefix(2) + others.prefix(2)).uniqued(by: \.slot))
        let title = call.say("Kapan petugas dapat menghubungi Anda?", "When can an officer call you?")
        let age = (call.now - availability.made).textAgo(call.language)
        let body: HTML = """
            \(faults.summary(call))\(earliest.map { notice($0, call) })\
            \(all.isEmpty ? "<h1>\(title)</h1>" as HTML : choice(title, nearby, elsewhere, age, call))\
            \(line(nearby: nearby, all: all, call))\(today(call))\(filter(call))
            """
        return Page(title: title, back: "/", body: body, hasErrors: !faults.isEmpty).reply(to: call, status: status)
    }

    private func choice(
        _ title: String, _ nearby: [Availability.Opening], _ elsewhere: [Availability.Opening], _ age: String, _ call: Call
    ) -> HTML {
        let first = nearby.first ?? elsewhere.first
        return form(
            call, action: "/jadwal", id: "jadwal", button: call.say("Ambil jadwal ini", "Take this time"),
            """
            <input type="hidden" name="kantor" value="\(near?.code ?? "")">\
            <fieldset\(faults.isEmpty ? "" : " aria-describedby=\"st\"" as HTML)><legend><h1>\(title)</h1></legend>\
            <p class="hint">\(call.say("Semua wawancara lewat panggilan video, jadi kantor mana pun dapat melayani Anda. Diperbarui \(age).", "All interviews are video calls, so any branch can serve you. Updated \(age)."))</p>\
            \(nearby.isEmpty ? "" : "<h2>\(near?.name ?? "")</h2>" as HTML)\(nearby.html { option($0, first: $0 == first, call) })\
            \(near != nil && !elsewhere.isEmpty ? "<h2>\(call.say("Paling cepat di kantor lain", "Soonest at other branches"))</h2>" as HTML : "")\(elsewhere.html { option($0, first: $0 == first, call) })\
            </fieldset>
            """)
    }

    private func option(_ opening: Availability.Opening, first: Bool, _ call: Call) -> HTML {
        guard let branch = call.atlas[opening.branch] else { return .empty }
        let zone = branch.zone
        return radio(
            "slot", value: "\(opening.slot.rawValue)", id: first ? "slot" : nil,
            """
            <span><strong class="num">\(opening.start.timeText(in: zone, call.language).startingSentence)</strong><br>\(zone.day(of: opening.start).text(call.language))</span>\
            <span class="r">\(branch.name)<br>\(call.say("\(opening.free) tempat", opening.free == 1 ? "1 place" : "\(opening.free) places"))</span>
            """)
    }

    private func notice(_ earliest: Day, _ call: Call) -> HTML {
        """
        <div class="box i"><p><strong>\(call.say("Klaim Anda dapat diajukan mulai \(earliest.text(.id)).", "Your claim is possible from \(earliest.text(.en))."))</strong></p>\
        <p>\(call.say("Kami hanya menampilkan waktu mulai hari itu. Bila belum dibuka, masuk daftar tunggu: kami kirim tawaran begitu hari itu dibuka.", "We show only times from that day on. If none is open yet, join the waiting list: we send an offer as soon as that day opens."))</p></div>
        """
    }

    /// The way into the line: loud where nothing is free, quiet otherwise.
    private func line(nearby: [Availability.Opening], all: [Availability.Opening], _ call: Call) -> HTML {
        let full = all.isEmpty || (near != nil && nearby.isEmpty)
        let waiting = near.map { call.house.availability.waiting[$0.id] ?? 0 } ?? call.house.availability.waiting.values.reduce(0, +)
        let button = form(
            call, action: "/jadwal/tunggu", id: "tunggu", button: call.say("Masuk daftar tunggu", "Join the waiting list"), style: "alt",
            "<input type=\"hidden\" name=\"kantor\" value=\"\(near?.code ?? "")\">")
        guard full else {
            return """
                <h2>\(call.say("Tidak ada yang cocok?", "Nothing suits?"))</h2><p>\(call.say("Sebutkan kantor, hari dan jam yang Anda mau. Kami kirim tawaran bila ada tempat.", "Tell us the branches, days and times you want. We send an offer when there is a place."))</p>\(button)
                """
        }
        let place = near?.name ?? call.say("Semua kantor", "All branches")
        return """
            <div class="box w"><h2>\(call.say("\(place): penuh untuk \(call.policy.horizonDays) hari ke depan", "\(place): full for the next \(call.policy.horizonDays) days"))</h2>\
            <p>\(call.say("Anda tidak perlu mencoba berulang kali. Masuk daftar tunggu dan kami kabari lewat e-mail bila ada tempat. Nomor urut Anda tidak berubah.", "There is no need to keep trying. Join the waiting list and we tell you by e-mail when there is a place. Your number in line stays."))</p>\
            <p>\(call.say("Sekarang \(waiting.grouped(.id)) orang menunggu di sini.", "\(waiting.grouped(.en)) people are waiting here now."))</p>\(button)</div>
            """
    }

    /// Coming to the branch today is another way than a video call.
    private func today(_ call: Call) -> HTML {
        let (path, place) = near.map { (TodaysNumbersPage.path($0), $0.name) } ?? ("/hari-ini", "")
        return """
            <h2>\(call.say("Lebih suka datang ke kantor?", "Rather come to a branch?"))</h2>\
            <p><a href="\(url: path)">\(call.say("Ambil nomor untuk hari ini \(place)", "Take a number for today \(place)"))</a></p>
            """
    }

    private func filter(_ call: Call) -> HTML {
        let zone = near?.zone ?? .wib
        let days = Quota.openDays(in: zone, policy: call.policy, at: call.now)
        let regions = call.atlas.regions.filter { region in call.atlas.branches.contains { $0.region == region.id } }
        return """
            <form method="get" action="/jadwal" id="saring"><h2>\(call.say("Lihat hari atau kantor lain", "See another day or branch"))</h2>\
            <div class="fld"><label for="kantor">\(call.say("Kantor terdekat", "Nearest branch"))</label><select class="in" id="kantor" name="kantor"><option value="">\(call.say("Semua kantor", "All branches"))</option>\
            \(regions.html { region in "<optgroup label=\"\(region.name)\">\(call.atlas.branches.filter { $0.region == region.id }.html { "<option value=\"\($0.code)\"\(attribute: "selected", when: $0.id == near?.id)>\($0.name) (\($0.zone.name))</option>" })</optgroup>" })</select></div>\
            <div class="fld"><label for="hari">\(call.say("Hari", "Day"))</label><select class="in" id="hari" name="hari"><option value="">\(call.say("Semua hari", "Every day"))</option>\
            \(days.html { "<option value=\"\($0.iso)\"\(attribute: "selected", when: $0 == day)>\($0.text(call.language))</option>" })</select></div>\
            <button class="btn alt">\(call.say("Tampilkan", "Show"))</button></form>
            """
    }

    /// The nearest other branches, within about two degrees.
    private func nearest(to branch: Branch, in atlas: Atlas) -> Set<ID<Branch>> {
        func distance(_ other: Branch) -> Double {
            let (north, east) = (other.latitude - branch.latitude, other.longitude - branch.longitude)
            return north * north + east * east
        }
        return Set(
            atlas.branches.sorted { distance($0) < distance($1) }.prefix(6).filter { $0.id != branch.id && distance($0) < 4 }.map(\.id))
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
