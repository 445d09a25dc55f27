import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of these pages.
private enum Say {
    static let howItGoes = Words(
        """
        Anda mengambil nomor dari rumah, datang pada waktunya dengan dokumen asli, dan berbicara dengan petugas lewat video \
        di bilik. Tidak perlu antre sejak pagi.
        """,
        """
        You take a number at home, come at its time with your originals, and talk to an officer by video in a booth. \
        There is no need to queue since morning.
        """)
    static let ratherHome = Words("Lebih suka dari rumah?", "Rather from home?")
    static let videoCall = Words("Pilih jadwal panggilan video", "Choose a time for a video call")
    static let take = Words("Ambil nomor", "Take a number")
    static let when = Words("Kapan Anda datang?", "When do you come?")
    static let nobodyToday = Words("Kantor ini tidak melayani kedatangan hari ini.", "This branch receives nobody today.")
    static let usedUp = Words("Nomor hari ini sudah habis.", "Today's numbers are used up.")
    static let join = Words("Masuk daftar tunggu", "Join the waiting list")
    static let noNeedToCome = Words(
        """
        Anda tidak perlu datang lebih pagi besok. Masuk daftar tunggu sekali: nomor urut Anda tetap, \
        dan kami kirim tawaran bila ada tempat.
        """,
        """
        There is no need to come earlier tomorrow. Join the waiting list once: your place in line stays, \
        and we send an offer when there is a place.
        """)
    static let come = Words("Datang ke kantor hari ini", "Come to a branch today")
    static let branch = Words("Kantor cabang", "Branch")
    static let seeNumbers = Words("Lihat nomor hari ini", "See today's numbers")

    static func title(_ branch: Branch) -> Words { Words("Datang hari ini: \(branch.name)", "Come today: \(branch.name)") }
    static func left(_ quota: DayQuota) -> Words {
        Words(
            "Sisa \(quota.left.grouped(.id)) dari \(quota.places.grouped(.id)) nomor",
            "\(quota.left.grouped(.en)) of \(quota.places.grouped(.en)) numbers are left")
    }
    static func asOf(_ time: String, _ zone: Zone) -> Words {
        Words("Keadaan pukul \(time) \(zone.name).", "As of \(time) \(zone.name).")
    }
    static func numbers(_ left: Int) -> Words { Words("\(left) nomor", left == 1 ? "1 number" : "\(left) numbers") }
}

/// A branch's numbers of today, for everyone: how many were published, how many are left, and the times that still have a place.
/// Choosing one goes on like every registration.
struct TodaysNumbersPage {
    let branch: Branch
    let quota: DayQuota
    var faults = Faults()

    static func routes(_ routes: Routes) {
        routes.get("/hari-ini") { call in
            guard let branch = call.query("kantor").flatMap({ call.nation[$0] }) else { return chooser(call).reply(to: call) }
            return .redirect("/hari-ini/\(branch.code)")
        }
        routes.get("/hari-ini/{kantor}") { call in try await load(call).page(call).reply(to: call) }
        routes.post("/hari-ini/{kantor}") { call in
            var page = try await load(call)
            guard let slot = Int64(call.form["slot"]).map({ ID<Slot>($0) }), Slot.branch(of: slot) == page.branch.id,
                Slot.channel(of: slot) == .onsite
            else {
                page.faults.add("slot", Words("Pilih salah satu waktu.", "Choose one of the times."))
                return page.page(call).reply(to: call, status: .unprocessableContent)
            }
            do { return try await call.take(slot) } catch let refusal as Refusal {
                page = try await load(call)
                page.faults = Faults(refusal, field: "slot")
                return page.page(call).reply(to: call, status: refusal.status)
            }
        }
    }

    static func path(_ branch: Branch) -> String { "/hari-ini/\(branch.code)" }

    private static func load(_ call: Call) async throws -> TodaysNumbersPage {
        guard let branch = call.parameters.get("kantor").flatMap({ call.nation[$0] }) else { throw Refusal.notFound }
        let now = call.now
        return TodaysNumbersPage(
            branch: branch, quota: try await call.app.store.read { try DayQuota.load(branch, on: branch.zone.day(of: now), $0, at: now) })
    }

    func page(_ call: Call) -> Page {
        let title = call.say(Say.title(branch))
        let rest: HTML = quota.windows.isEmpty ? spent(call) : choice(call)
        return Page(
            title: title, back: "/",
            body: """
                \(faults.summary(call))<h1>\(title)</h1>\
                <p>\(call.say(Say.howItGoes))</p>\
                \(published(call))\(rest)\
                <h2>\(call.say(Say.ratherHome))</h2>\
                <p><a href="/jadwal?kantor=\(branch.code)">\(call.say(Say.videoCall))</a></p>
                """, hasErrors: !faults.isEmpty)
    }

    private func published(_ call: Call) -> HTML? {
        guard quota.places > 0 else { return nil }
        let day = branch.zone.day(of: call.now).text(call.language)
        let time = branch.zone.time(of: call.now).text(call.language)
        return box(
            .info,
            """
            <p>\(day)</p><p><strong>\(call.say(Say.left(quota)))</strong></p>\
            <p>\(call.say(Say.asOf(time, branch.zone)))</p>
            """)
    }

    private func choice(_ call: Call) -> HTML {
        let options = quota.windows.enumerated().html { index, window in
            Self.choice(of: window.slot, left: window.left, in: branch.zone, isFirst: index == 0, call)
        }
        return form(
            call, action: Self.path(branch), id: "f-hari-ini", button: call.say(Say.take),
            """
            \(hidden("kantor", branch.code))\
            <fieldset\(when(!faults.isEmpty, " aria-describedby=\"st\""))><legend><h2>\(call.say(Say.when))</h2></legend>\
            <p class="hint">\(call.say(Self.between(branch.zone)))</p>\(options)</fieldset>
            """)
    }

    /// One arrive-by time with how many numbers it still has; the first is where a fault's link leads.
    static func choice(of slot: Slot, left: Int, in zone: Zone, isFirst: Bool, _ call: Call) -> HTML {
        let start = zone.time(of: slot.start).text(call.language)
        let end = zone.time(of: slot.end).text(call.language)
        return radio(
            "slot", value: "\(slot.id.rawValue)", id: isFirst ? "slot" : nil,
            """
            <span><strong class="num">\(start)-\(end)</strong></span>\
            <span class="r">\(call.say(Say.numbers(left)))</span>
            """)
    }

    /// What an arrive-by time means, and in whose time.
    static func between(_ zone: Zone) -> Words {
        Words("Jam \(zone.name). Datang di antara kedua waktu.", "\(zone.name) time. Come between the two times.")
    }

    private func spent(_ call: Call) -> HTML {
        let words = quota.places == 0 ? Say.nobodyToday : Say.usedUp
        let button = form(
            call, action: "/jadwal/tunggu", id: "tunggu", button: call.say(Say.join), hidden("kantor", branch.code))
        return box(.warning, "<h2>\(call.say(words))</h2><p>\(call.say(Say.noNeedToCome))</p>\(button)")
    }

    /// Which branch: the same list as for appointments.
    private static func chooser(_ call: Call) -> Page {
        let title = call.say(Say.come)
        let near = call.cookies["kantor"].flatMap { call.nation[$0] }
        let groups = call.nation.regions.html { region -> HTML in
            let branches = call.nation.branches.filter { $0.region == region.id }
            guard !branches.isEmpty else { return "" }
            return """
                <optgroup label="\(region.name)">\
                \(branches.html { option($0.code, "\($0.name) (\($0.zone.name))", chosen: $0.id == near?.id) })</optgroup>
                """
        }
        return Page(
            title: title, back: "/",
            body: """
                <h1>\(title)</h1><form method="get" action="/hari-ini">\
                \(selection("kantor", label: call.say(Say.branch), "\(groups)"))\
                <button class="btn">\(call.say(Say.seeNumbers))</button></form>
                """)
    }
}
