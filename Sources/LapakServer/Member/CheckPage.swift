import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let title = Words("Periksa jawaban Anda sebelum mengirim", "Check your answers before sending")
    static let change = Words("Ubah", "Change")
    static let heldUntil = Words("Tempat Anda kami tahan sampai", "We hold your place until")
    static let error = Words("Kesalahan:", "Error:")
    static let agreed = Words(
        "Data ini benar. Saya tahu pernyataan palsu dapat dikenai sanksi.",
        "These details are true. I know that a false statement can be punished.")
    static let send = Words("Kirim pengajuan", "Send the claim")
    static func heldElsewhere(until: Instant, in zone: Zone) -> Words {
        Words(
            """
            Tempat ini belum kami tahan: untuk e-mail, nomor HP atau NIK yang sama sedang ditahan tempat lain, paling lama sampai \
            \(until.timeText(in: zone, .id)). Tempat ini kami ambil begitu Anda mengirim, bila masih ada. Sekeluarga dengan satu ponsel? \
            Kirim pengajuan satu per satu.
            """,
            """
            We do not hold this place yet: another one is being held for the same e-mail address, phone or NIK, until \
            \(until.timeText(in: zone, .en)) at the latest. We take this place when you send, if it is still free. A family with one \
            phone? Send your claims one after the other.
            """)
    }
    static let anotherTime = Words("Pilih waktu lain", "Choose another time")
    static let kept = Words(
        "Jawaban Anda tersimpan. Pilih waktu lain, lalu kirim pengajuan.",
        "Your answers are kept. Choose another time, then send the claim.")
    static let useThis = Words("Pakai waktu ini", "Use this time")
    static let allTimes = Words("Lihat semua waktu", "See all times")
}

/// M7: everything once more, each with its way back, and the sending.
struct CheckPage {
    let registration: Registration
    let slot: Slot?
    let until: Instant?
    /// Until when another registration of the same person, or of the same phone, holds a place.
    var elsewhere: Instant?
    var faults = Faults()

    static func routes(_ routes: Routes) {
        routes.get("/daftar/periksa") { call in
            let registration = try await call.registration()
            guard registration.step == .check else { return .redirect(registration.step.path) }
            var page = try await load(registration, call)
            guard let refusal = page.passed(call) else { return page.reply(call) }
            page.faults = Faults(refusal, field: "jadwal")
            return page.reply(call, status: refusal.status)
        }
        routes.post("/daftar/periksa") { call in
            let registration = try await call.registration()
            if registration.claim != nil { return .redirect("/daftar/selesai") }
            guard call.form["setuju"] == "ya" else {
                var page = try await load(registration, call)
                page.faults = Faults(.invalid(field: "setuju", Words("Centang bahwa data ini benar.", "Tick that these details are true.")))
                return page.reply(call, status: .unprocessableContent)
            }
            do {
                let claim = try await call.file()
                let known = call.knownDevice.remembering(KnownDevice.claim(claim.number), call.app.secrets)
                return .redirect("/daftar/selesai", cookies: [known.asCookie])
            } catch let refusal as Refusal {
                switch refusal {
                case .slotFull, .slotPassed, .lineFirst, .holdGone, .slotUnknown, .tooEarly:
                    if let slot = registration.slot { try await call.app.redrawAvailability(without: slot, seenAt: call.now) }
                    var page = try await load(registration, call)
                    page.faults = Faults(refusal, field: "jadwal")
                    return page.reply(call, status: refusal.status)
                default: throw refusal
                }
            }
        }
    }

    private static func load(_ registration: Registration, _ call: Call) async throws -> CheckPage {
        let now = call.now
        return try await call.app.store.read { connection in
            let booking = try registration.booking.flatMap { try connection.find(Booking.self, $0) }
            let until = booking?.phase == .held ? booking?.due : nil
            let slot = try registration.slot.flatMap { try connection.find(Slot.self, $0) }
            return CheckPage(
                registration: registration, slot: slot, until: until,
                elsewhere: slot == nil || until != nil ? nil : try connection.heldElsewhere(registration, at: now))
        }
    }

    /// The papers' deadline of the chosen time, or the end of its window, passed while the form was filled in.
    private func passed(_ call: Call) -> Refusal? {
        guard let slot, let branch = call.nation[slot.branch] else { return nil }
        do { try slot.open(in: branch.zone, at: call.now) } catch { return error }
        return nil
    }

    /// Other times, those of the same branch first; the form goes on with everything that was typed.
    private func otherTimes(_ call: Call) -> HTML {
        let openings = call.app.availability.openings(at: nil, from: registration.earliest, in: call.nation).filter { $0.slot != slot?.id }
        let own = openings.filter { $0.branch == slot?.branch }.prefix(4)
        let options = slot?.channel == .onsite ? [] : Array(own + openings.filter { $0.branch != slot?.branch }.prefix(own.isEmpty ? 4 : 2))
        let all: HTML = "<p><a href=\"\(url: elsewhere(call))\">\(call.say(Say.allTimes))</a></p>"
        guard !options.isEmpty else {
            return "<p>\(call.say(Say.kept))</p><p><a class=\"btn\" href=\"\(url: elsewhere(call))\">\(call.say(Say.anotherTime))</a></p>"
        }
        let choices = options.html { opening -> HTML in
            guard let branch = call.nation[opening.branch] else { return .empty }
            return radio(
                "slot", value: "\(opening.slot.rawValue)", id: nil,
                "<span>\(opening.start.text(in: branch.zone, call.language))</span><span class=\"r\">\(branch.name)</span>")
        }
        let fields: HTML = """
            <fieldset><legend><h2>\(call.say(Say.anotherTime))</h2></legend>\
            <p class="hint">\(call.say(Say.kept))</p>\(choices)</fieldset>
            """
        return "\(form(call, action: "/jadwal", id: "f-waktu", button: call.say(Say.useThis), fields))\(all)"
    }

    private func agreement(_ call: Call) -> HTML {
        let fault = faults.words(for: "setuju")
        let error: HTML? = fault.map {
            "<p class=\"err\"><span class=\"sr\">\(call.say(Say.error))</span> \(call.say($0))</p>"
        }
        let box = checkbox("setuju", value: "ya", id: "setuju", "<span>\(call.say(Say.agreed))</span>")
        return "<div class=\"fld\(fault == nil ? "" : " has-err")\">\(error)\(box)</div>"
    }

    func reply(_ call: Call, status: HTTPResponse.Status = .ok) -> Reply {
        let title = call.say(Say.title)
        let rows = rows(call).html { row in
            let change: HTML = "<a href=\"\(url: row.path)\">\(call.say(Say.change))<span class=\"sr\"> \(row.name)</span></a>"
            return "<div><dt>\(row.name)</dt><dd>\(row.value)</dd><dd>\(change)</dd></div>"
        }
        let held: HTML? = until.map { due in
            let left: HTML = "<time data-until=\"\(due.utcISO)\">\((due - call.now).textLeft(call.language))</time>"
            return "<p class=\"hint\">\(call.say(Say.heldUntil)) \(left)</p>"
        }
        let other: HTML? = elsewhere.map { until in
            let zone = slot.flatMap { call.nation[$0.branch]?.zone } ?? .wib
            return box(.info, "<p>\(call.say(Say.heldElsewhere(until: until, in: zone)))</p>")
        }
        let again: HTML =
            faults.words(for: "jadwal") == nil
            ? form(call, action: "/daftar/periksa", id: "f-periksa", button: call.say(Say.send), agreement(call))
            : otherTimes(call)
        return Page(
            title: title, back: registration.queues ? "/daftar/pilihan" : "/daftar/sebab",
            body: "\(faults.summary(call))<h1>\(title)</h1>\(held)\(other)<dl class=\"kv\" id=\"jadwal\">\(rows)</dl>\(again)",
            hasErrors: !faults.isEmpty
        ).reply(to: call, status: status)
    }

    /// Where another time is chosen, of the same channel.
    private func elsewhere(_ call: Call) -> String {
        guard let slot, slot.channel == .onsite, let branch = call.nation[slot.branch] else { return "/jadwal" }
        return TodaysNumbersPage.path(branch)
    }

    private func rows(_ call: Call) -> [(name: String, value: String, path: String)] {
        var rows: [(name: String, value: String, path: String)] = [
            (call.say("Nama", "Name"), registration.name ?? "", "/daftar/peserta"),
            ("NIK", registration.nik?.masked ?? "", "/daftar/nik"),
            ("E-mail", registration.email?.value ?? "", "/daftar/kontak"),
            (call.say("Nomor HP", "Mobile number"), registration.phone?.masked ?? "", "/daftar/kontak"),
            (call.say("Sebab klaim", "Reason"), registration.reason.map { call.say($0.words) } ?? "", "/daftar/sebab"),
        ]
        if let slot, let branch = call.nation[slot.branch] {
            let (isOnsite, path) = (slot.channel == .onsite, slot.channel == .onsite ? TodaysNumbersPage.path(branch) : "/jadwal")
            rows.append(
                (
                    isOnsite ? call.say("Datang", "Come") : call.say("Jadwal", "Appointment"),
                    isOnsite ? slot.arrival(in: branch.zone, call.language) : slot.start.text(in: branch.zone, call.language), path
                ))
            rows.append((call.say("Kantor", "Branch"), branch.name, path))
        }
        if registration.queues {
            rows.append((call.say("Daftar tunggu", "Waiting list"), registration.wish?.text(call) ?? "", "/daftar/pilihan"))
        }
        return rows
    }
}
