import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page, and of the offer that leads to it.
private enum Say {
    static let title = Words("Datang hari ini saja", "Come today instead")
    static let losesTime = Words(
        "Jadwal Anda sekarang diberikan kepada orang lain. Bawa semua dokumen asli; yang sudah dikirim tetap tersimpan.",
        "Your appointment goes to somebody else. Bring all originals; what you sent is kept.")
    static let leavesLine = Words(
        "Anda keluar dari daftar tunggu. Bila Anda membatalkan nomor, urutan Anda di daftar kembali. Bawa semua dokumen asli.",
        "You leave the waiting list. If you give the number up, your place in it comes back. Bring all originals.")
    static let usedUp = Words(
        "Nomor hari ini sudah habis. Jadwal atau nomor urut Anda tetap.",
        "Today's numbers are used up. Your appointment or your place in line stays.")
    static let take = Words("Ambil nomor hari ini", "Take a number for today")

    static func offer(_ quota: DayQuota, _ branch: Branch) -> Words {
        Words(
            "Datang hari ini saja (sisa \(quota.left.grouped(.id)) nomor di \(branch.name))",
            "Come today instead (\(quota.left.grouped(.en)) numbers left at \(branch.name))")
    }
    static func when(_ branch: Branch) -> Words {
        Words("Kapan Anda datang ke \(branch.name)?", "When do you come to \(branch.name)?")
    }
}

/// A member with an appointment, or in the waiting list, comes to the branch today instead.
enum ComeTodayPage {
    static let path = "/klaim/hari-ini"

    static func routes(_ routes: Routes) {
        routes.get(path) { call in
            guard let (view, branch, quota) = try await load(call) else { return .redirect("/klaim/status") }
            return page(view, branch, quota, call).reply(to: call)
        }
        routes.post(path) { call in
            guard let (view, branch, _) = try await load(call) else { return .redirect("/klaim/status") }
            do {
                guard let slot = Int64(call.form["slot"]).map({ ID<Slot>($0) }), Slot.branch(of: slot) == branch.id else {
                    throw Refusal.invalid(field: "slot", Words("Pilih salah satu waktu.", "Choose one of the times."))
                }
                _ = try await call.changeOwnClaim { work, claim in
                    if claim.slot == slot { return }
                    _ = try work.comeToday(&claim, in: slot)
                }
                return .redirect("/klaim/status")
            } catch let refusal as Refusal {
                guard refusal != .notYours, let (_, _, quota) = try await load(call) else { throw refusal }
                return page(view, branch, quota, call, faults: Faults(refusal, field: "slot")).reply(to: call, status: refusal.status)
            }
        }
    }

    /// The offer on the status page, where today has a place at this branch. Nil for whoever has a number already.
    static func offer(_ view: ClaimView, _ call: Call) async throws -> HTML? {
        guard view.claim.phase.isOpen, view.walkIn == nil, !view.isOnsite, let branch = branch(view, call) else { return nil }
        let now = call.now
        let quota = try await call.app.store.read { try DayQuota.load(branch, on: branch.zone.day(of: now), $0, at: now) }
        guard view.claim.earliest.map({ $0 <= branch.zone.day(of: now) }) ?? true, quota.left > 0 else { return nil }
        return "<p><a href=\"\(url: path)\">\(call.say(Say.offer(quota, branch)))</a></p>"
    }

    /// The branch of the appointment; of the first wish in the waiting list.
    private static func branch(_ view: ClaimView, _ call: Call) -> Branch? {
        (view.slot?.branch ?? view.ticket?.wish.branches.first).flatMap { call.nation[$0] }
            ?? call.cookies["kantor"].flatMap { call.nation[$0] }
    }

    private static func load(_ call: Call) async throws -> (ClaimView, Branch, DayQuota)? {
        let view: ClaimView
        do { view = try await ClaimView.load(try await call.ownClaim(), call) } catch Refusal.notYours { return nil }
        guard view.claim.phase.isOpen, view.walkIn == nil, let branch = branch(view, call) else { return nil }
        let now = call.now
        return (view, branch, try await call.app.store.read { try DayQuota.load(branch, on: branch.zone.day(of: now), $0, at: now) })
    }

    private static func page(_ view: ClaimView, _ branch: Branch, _ quota: DayQuota, _ call: Call, faults: Faults = Faults()) -> Page {
        let title = call.say(Say.title)
        let loses = call.say(view.claim.phase.hasPlace ? Say.losesTime : Say.leavesLine)
        return Page(
            title: title, back: "/klaim/status",
            body: "\(faults.summary(call))<h1>\(title)</h1><p>\(loses)</p>\(choice(branch, quota, call))",
            hasErrors: !faults.isEmpty)
    }

    private static func choice(_ branch: Branch, _ quota: DayQuota, _ call: Call) -> HTML {
        guard !quota.windows.isEmpty else { return box(.warning, "<p>\(call.say(Say.usedUp))</p>") }
        let options = quota.windows.enumerated().html { index, window in
            TodaysNumbersPage.choice(of: window.slot, left: window.left, in: branch.zone, isFirst: index == 0, call)
        }
        return form(
            call, action: path, id: "f-hari-ini", button: call.say(Say.take),
            """
            <fieldset><legend><h2>\(call.say(Say.when(branch)))</h2></legend>\
            <p class="hint">\(call.say(TodaysNumbersPage.between(branch.zone)))</p>\(options)</fieldset>
            """)
    }
}
