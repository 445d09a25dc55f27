import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb

/// A branch's numbers of today, for everyone: how many were published, how many are left, and the times that still have a place.
/// Choosing one goes on like every registration.
struct TodaysNumbersPage {
    let branch: Branch
    let quota: DayQuota
    var faults = Faults()

    static func routes(_ routes: Routes) {
        routes.get("/hari-ini") { call in
            guard let branch = call.query("kantor").flatMap({ call.atlas[$0] }) else { return chooser(call).reply(to: call) }
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
        guard let branch = call.parameters.get("kantor").flatMap({ call.atlas[$0] }) else { throw Refusal.notFound }
        let now = call.now
        return TodaysNumbersPage(
            branch: branch, quota: try await call.house.store.read { try DayQuota.load(branch, on: branch.zone.day(of: now), $0, at: now) })
    }

    func page(_ call: Call) -> Page {
        let title = call.say("Datang hari ini: \(branch.name)", "Come today: \(branch.name)")
        let rest: HTML = quota.windows.isEmpty ? spent(call) : choice(call)
        return Page(
            title: title, back: "/",
            body: """
                \(faults.summary(call))<h1>\(title)</h1>\
                <p>\(call.say("Anda mengambil nomor dari rumah, datang pada waktunya dengan dokumen asli, dan berbicara dengan petugas lewat video di bilik. Tidak perlu antre sejak pagi.", "You take a number at home, come at its time with your originals, and talk to an officer by video in a booth. There is no need to queue since morning."))</p>\
                \(published(call))\(rest)\
                <h2>\(call.say("Lebih suka dari rumah?", "Rather from home?"))</h2>\
                <p><a href="/jadwal?kantor=\(branch.code)">\(call.say("Pilih jadwal panggilan video", "Choose a time for a video call"))</a></p>
                """, hasErrors: !faults.isEmpty)
    }

    private func published(_ call: Call) -> HTML? {
        guard quota.places > 0 else { return nil }
        let day = branch.zone.day(of: call.now).text(call.language)
        let time = branch.zone.time(of: call.now).text(call.language)
        return """
            <div class="box i"><p>\(day)</p><p><strong>\(call.say("Sisa \(quota.left.grouped(.id)) dari \(quota.places.grouped(.id)) nomor", "\(quota.left.grouped(.en)) of \(quota.places.grouped(.en)) numbers are left"))</strong></p>\
            <p>\(call.say("Keadaan pukul \(time) \(branch.zone.name).", "As of \(time) \(branch.zone.name)."))</p></div>
            """
    }

    private func choice(_ call: Call) -> HTML {
        let options = quota.windows.enumerated().html { index, window -> HTML in
            radio(
                "slot", value: "\(window.slot.id.rawValue)", id: index == 0 ? "slot" : nil,
                """
                <span><strong class="num">\(branch.zone.time(of: window.slot.start).text(call.language))-\(branch.zone.time(of: window.slot.end).text(call.language))</strong></span>\
                <span class="r">\(call.say("\(window.left) nomor", window.left == 1 ? "1 number" : "\(window.left) numbers"))</span>
                """)
        }
        return form(
            call, action: Self.path(branch), id: "f-hari-ini", button: call.say("Ambil nomor", "Take a number"),
            """
            <input type="hidden" name="kantor" value="\(branch.code)">\
            <fieldset\(faults.isEmpty ? "" : " aria-describedby=\"st\"" as HTML)><legend><h2>\(call.say("Kapan Anda datang?", "When do you come?"))</h2></legend><p class="hint">\(call.say("Jam \(branch.zone.name). Datang di antara kedua waktu.", "\(branch.zone.name) time. Come between the two times."))</p>\(options)</fieldset>
            """)
    }

    private func spent(_ call: Call) -> HTML {
        let words =
            quota.places == 0
            ? Words("Kantor ini tidak melayani kedatangan hari ini.", "This branch receives nobody today.")
            : Words("Nomor hari ini sudah habis.", "Today's numbers are used up.")
        let button = form(
            call, action: "/jadwal/tunggu", id: "tunggu", button: call.say("Masuk daftar tunggu", "Join the waiting list"),
            "<input type=\"hidden\" name=\"kantor\" value=\"\(branch.code)\">")
        return """
            <div class="box w"><h2>\(call.say(words))</h2>\
            <p>\(call.say("Anda tidak perlu datang lebih pagi besok. Masuk daftar tunggu sekali: nomor urut Anda tetap, dan kami kirim tawaran bila ada tempat.", "There is no need to come earlier tomorrow. Join the waiting list once: your place in line stays, and we send an offer when there is a place."))</p>\(button)</div>
            """
    }

    /// Which branch: the same list as for appointments.
    private static func chooser(_ call: Call) -> Page {
        let title = call.say("Datang ke kantor hari ini", "Come to a branch today")
        let near = call.cookies["kantor"].flatMap { call.atlas[$0] }
        let groups = call.atlas.regions.html { region -> HTML in
            let branches = call.atlas.branches.filter { $0.region == region.id }
            guard !branches.isEmpty else { return "" }
            return """
                <optgroup label="\(region.name)">\(branches.html { "<option value=\"\($0.code)\"\(attribute: "selected", when: $0.id == near?.id)>\($0.name) (\($0.zone.name))</option>" })</optgroup>
                """
        }
        return Page(
            title: title, back: "/",
            body: """
                <h1>\(title)</h1><form method="get" action="/hari-ini"><div class="fld"><label for="kantor">\(call.say("Kantor cabang", "Branch"))</label>\
                <select class="in" id="kantor" name="kantor">\(groups)</select></div><button class="btn">\(call.say("Lihat nomor hari ini", "See today's numbers"))</button></form>
                """)
    }
}
