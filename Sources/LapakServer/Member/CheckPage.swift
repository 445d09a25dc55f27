import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// M7: everything once more, each with its way back, and the sending.
struct CheckPage {
    let registration: Registration
    let slot: Slot?
    let until: Instant?
    var faults = Faults()

    static func routes(_ routes: Routes) {
        routes.get("/daftar/periksa") { call in
            let registration = try await call.registration()
            guard registration.step == .check else { return .redirect(registration.step.path) }
            return try await load(registration, call).reply(call)
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
                _ = try await call.file()
                return .redirect("/daftar/selesai")
            } catch let refusal as Refusal {
                switch refusal {
                case .slotFull, .slotPassed, .holdGone, .slotUnknown, .tooEarly:
                    var page = try await load(registration, call)
                    page.faults = Faults(refusal, field: "jadwal")
                    return page.reply(call, status: refusal.status)
                default: throw refusal
                }
            }
        }
    }

    private static func load(_ registration: Registration, _ call: Call) async throws -> CheckPage {
        let (slot, booking) = try await call.house.store.read { connection in
            (
                try registration.slot.flatMap { try connection.find(Slot.self, $0) },
                try registration.booking.flatMap { try connection.find(Booking.self, $0) }
            )
        }
        return CheckPage(registration: registration, slot: slot, until: booking?.phase == .held ? booking?.due : nil)
    }

    func reply(_ call: Call, status: HTTPResponse.Status = .ok) -> Reply {
        let title = call.say("Periksa jawaban Anda sebelum mengirim", "Check your answers before sending")
        let rows = rows(call).html { row in
            """
            <div><dt>\(row.name)</dt><dd>\(row.value)</dd><dd><a href="\(url: row.path)">\(call.say("Ubah", "Change"))<span class="sr"> \(row.name)</span></a></dd></div>
            """
        }
        let held: HTML? = until.map {
            "<p class=\"hint\">\(call.say("Tempat Anda kami tahan sampai", "We hold your place until")) <time data-until=\"\($0.utcISO)\">\(($0 - call.now).textLeft(call.language))</time></p>"
        }
        let fault = faults.words(for: "setuju")
        let agree = checkbox(
            "setuju", value: "ya", id: "setuju",
            "<span>\(call.say("Data ini benar. Saya tahu pernyataan palsu dapat dikenai sanksi.", "These details are true. I know that a false statement can be punished."))</span>"
        )
        let fields: HTML = """
            <div class="fld\(fault == nil ? "" : " has-err")">\(fault.map { "<p class=\"err\"><span class=\"sr\">\(call.say("Kesalahan:", "Error:"))</span> \(call.say($0))</p>" as HTML })\(agree)</div>
            """
        let again: HTML =
            faults.words(for: "jadwal") == nil
            ? form(call, action: "/daftar/periksa", id: "f-periksa", button: call.say("Kirim pengajuan", "Send the claim"), fields)
            : "<p><a class=\"btn\" href=\"\(url: elsewhere(call))\">\(call.say("Pilih waktu lain", "Choose another time"))</a></p>"
        return Page(
            title: title, back: registration.queues ? "/daftar/pilihan" : "/daftar/sebab",
            body: "\(faults.summary(call))<h1>\(title)</h1>\(held)<dl class=\"kv\" id=\"jadwal\">\(rows)</dl>\(again)",
            hasErrors: !faults.isEmpty
        ).reply(to: call, status: status)
    }

    /// Where another time is chosen, of the same channel.
    private func elsewhere(_ call: Call) -> String {
        guard let slot, slot.channel == .onsite, let branch = call.atlas[slot.branch] else { return "/jadwal" }
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
        if let slot, let branch = call.atlas[slot.branch] {
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
