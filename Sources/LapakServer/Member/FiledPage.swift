import HTTPTypes
import LapakDomain
import LapakStore

/// A claim with everything that a page about it shows.
struct ClaimPicture: Sendable {
    let claim: Claim
    let slot: Slot?
    let ticket: Ticket?
    let offer: Booking?
    let forecast: WaitForecast?
    /// The number at a branch, where the claim has one today.
    let visit: WalkIn?

    /// The place is at a branch, not a video call.
    var isOnsite: Bool { claim.phase.hasPlace && claim.slot.map { Slot.channel(of: $0) } == .onsite }

    static func load(_ id: ID<Claim>, _ call: Call) async throws -> ClaimPicture {
        let availability = call.house.availability
        return try await call.house.store.read { connection in
            guard let claim = try connection.find(Claim.self, id) else { throw Refusal.notFound }
            let ticket = try claim.ticket.flatMap { try connection.find(Ticket.self, $0) }
            return ClaimPicture(
                claim: claim, slot: try claim.slot.flatMap { try connection.find(Slot.self, $0) }, ticket: ticket,
                offer: try ticket?.booking.flatMap { try connection.find(Booking.self, $0) },
                forecast: try ticket.flatMap { $0.isLive ? try WaitingList.forecast(for: $0, in: availability, connection) : nil },
                visit: try connection.visit(of: id))
        }
    }

    /// Where the claim stands in line, how long it may take, and what that rests on.
    func line(_ call: Call) -> HTML? {
        guard let ticket, let forecast, claim.phase == .waiting else { return nil }
        let place: String =
            ticket.drawn
            ? call.say("Anda di urutan ke-\((forecast.ahead + 1).grouped(.id))", "Your place in line: \((forecast.ahead + 1).grouped(.en))")
            : call.say("Urutan Anda ditentukan undian malam ini", "Tonight's draw decides your place in line")
        return """
            <div class="box i"><p><strong>\(place)</strong></p><p>\(forecast.text(call.language)) \(forecast.basis(call.language))</p>\
            <p>\(call.say("Pilihan Anda:", "Your choices:")) \(ticket.wish.text(call)).</p>\
            <p>\(call.say("Bila ada tempat, kami kirim tawaran lewat e-mail. Tempat itu hanya untuk Anda sampai batas waktunya. Bila Anda tidak menjawab, nomor urut Anda tetap.", "When there is a place, we send an offer by e-mail. It is yours alone until its deadline. If you do not answer, your place in line stays."))</p></div>
            """
    }

    /// The number, when to be there with what, and the way to follow it. Nil for everybody without one.
    func number(_ papers: PaperPicture, _ call: Call) -> HTML? {
        guard let visit, let slot, let branch = call.atlas[slot.branch] else { return nil }
        let key = call.house.chance.visitKey(visit.id).word
        return """
            <div class="box i"><p>\(call.say("Nomor antrean", "Queue number")) <strong class="num nomor-besar" id="nomor-antrean">\(visit.number.text)</strong></p>\
            <p><strong>\(slot.arrival(in: branch.zone, call.language))</strong><br>\(branch.name)</p>\
            <p>\(call.say("Datang pada waktu itu dan tunjukkan nomor ini kepada petugas di halaman kantor. Anda berbicara dengan petugas di bilik, tanpa kontak.", "Come at that time and show this number to the officer in the yard. You talk to an officer in a booth, without contact."))</p></div>\
            <p>\(call.say("Bawa dokumen asli:", "Bring the originals:"))</p><ul>\(papers.dossier.bring.html { "<li>\(call.say($0))</li>" })</ul>\
            <p><a class="btn" href="/nomor/\(key)">\(call.say("Ikuti nomor saya", "Follow my number"))</a></p>\
            <p><a href="/nomor/\(key)/karcis">\(call.say("Cetak karcis", "Print the ticket"))</a> · <a href="/nomor/\(key)/batal">\(call.say("Batalkan nomor", "Give the number up"))</a></p>
            """
    }

    /// When and where, in the branch's own time.
    func appointment(_ call: Call) -> HTML? {
        guard let slot, let branch = call.atlas[slot.branch], claim.phase.hasPlace else { return nil }
        return
            "<strong><time datetime=\"\(slot.start.iso(in: branch.zone))\" data-zone=\"\(Int(branch.zone.offset / 60))\">\(slot.start.text(in: branch.zone, call.language))</time></strong><br>\(branch.name)"
    }
}

/// M8: received, with the number, what next and by when.
struct FiledPage {
    let picture: ClaimPicture
    let papers: PaperPicture

    static func routes(_ routes: Routes) {
        routes.get("/daftar/selesai") { call in
            let registration = try await call.registration()
            guard let claim = registration.claim else { return .redirect(registration.step.path) }
            let papers = try await PaperPicture.load(claim, call)
            return FiledPage(picture: try await ClaimPicture.load(claim, call), papers: papers).reply(call)
        }
    }

    func reply(_ call: Call) -> Reply {
        if picture.isOnsite { return onsite(call) }
        let waiting = picture.claim.phase == .waiting
        let title =
            waiting
            ? call.say("Anda sudah dalam daftar tunggu", "You are in the waiting list")
            : call.say("Pengajuan Anda sudah kami terima", "We have received your claim")
        let body: HTML = """
            <div class="done"><h1>\(title)</h1>\(call.say("Nomor pengajuan", "Claim number")) <b class="num">\(picture.claim.number.description)</b></div>\
            \(picture.appointment(call).map { "<div class=\"box i\"><p>\(call.say("Wawancara lewat panggilan video:", "Interview by video call:"))<br>\($0)</p></div>" as HTML })\
            <h2>\(call.say("Yang terjadi selanjutnya", "What happens next"))</h2>\(waiting ? picture.line(call) : steps(call))\
            \(StatusPapers(picture: papers, call: call).missing)\
            <p><a class="btn" href="/berkas">\(waiting ? call.say("Siapkan dokumen sekarang", "Prepare your papers now") : call.say("Kirim dokumen sekarang", "Send your papers now"))</a></p>\
            <p><a href="/klaim/status">\(call.say("Lihat status pengajuan", "See the claim's status"))</a></p>\
            \(waiting ? "" : "<p><a href=\"/klaim/kalender.ics\">\(call.say("Simpan ke kalender", "Save to calendar"))</a> · <a href=\"/klaim/bukti\">\(call.say("Cetak bukti", "Print a proof"))</a></p>" as HTML)\
            <p>\(call.say("Simpan nomor ini.", "Keep this number.")) \(picture.claim.email.map { call.say("Kami juga mengirimnya ke \($0.value).", "We sent it to \($0.value) too.") } ?? "")</p>
            """
        return Page(title: title, body: body).reply(to: call)
    }

    private func paid(within days: Int) -> Words {
        Words(
            "Bila lengkap dan benar, uang dikirim ke rekening Anda sendiri dalam \(days) hari kerja.",
            "When everything is complete and correct, the money is sent to your own account within \(days) working days.")
    }

    /// A number at a branch today: no video call at home, no papers to send.
    private func onsite(_ call: Call) -> Reply {
        let title = call.say("Nomor Anda sudah kami catat", "We have noted your number")
        return Page(
            title: title,
            body: """
                <div class="done"><h1>\(title)</h1>\(call.say("Nomor pengajuan", "Claim number")) <b class="num">\(picture.claim.number.description)</b></div>\
                \(picture.number(papers, call))\
                <p>\(call.say(paid(within: call.policy.interviews.payWithin)))</p>\
                <p><a href="/klaim/status">\(call.say("Lihat status pengajuan", "See the claim's status"))</a></p>\
                <p>\(call.say("Simpan nomor ini.", "Keep this number.")) \(picture.claim.email.map { call.say("Kami juga mengirimnya ke \($0.value).", "We sent it to \($0.value) too.") } ?? "")</p>
                """
        ).reply(to: call)
    }

    private func steps(_ call: Call) -> HTML {
        guard let slot = picture.slot, let branch = call.atlas[slot.branch] else { return .empty }
        return """
            <ol><li>\(call.say("Siapkan dan kirim dokumen paling lambat", "Prepare and send your papers by")) <strong>\(papers.lastMinute(call.language) ?? "-")</strong>.</li>\
            <li>\(call.say("Petugas \(branch.name) menghubungi Anda pada waktu itu. Siapkan dokumen asli.", "An officer of \(branch.name) calls you at that time. Have the originals at hand."))</li>\
            <li>\(call.say(paid(within: call.policy.interviews.payWithin)))</li></ol>
            """
    }
}

/// What a member takes along: the calendar file and the printable proof.
enum ClaimFiles {
    static func calendar(_ picture: ClaimPicture, _ call: Call) throws -> Reply {
        guard let text = calendarText(picture.claim, slot: picture.slot, atlas: call.atlas, at: call.now, language: call.language) else {
            throw Refusal.notFound
        }
        var reply = Reply(type: "text/calendar; charset=utf-8", body: text)
        reply.fields.append((.contentDisposition, "attachment; filename=\"lapak-asik.ics\""))
        return reply
    }

    /// Nil while there is no appointment.
    static func calendarText(_ claim: Claim, slot: Slot?, atlas: Atlas, at now: Instant, language: Language, cancelled: Bool = false)
        -> String?
    {
        guard let slot, let branch = atlas[slot.branch] else { return nil }
        let last = claim.phase == .booked ? claim.papersDue.map { $0 - .minutes(1) } : nil
        let due =
            last.map {
                Words(
                    " Dokumen harus lengkap paling lambat \($0.text(in: branch.zone, .id)).",
                    " Papers must be complete by \($0.text(in: branch.zone, .en)).")
            } ?? Words("", "")
        let isOnsite = slot.channel == .onsite
        let onsite = Words(
            "Nomor pengajuan \(claim.number). Datang ke \(branch.name) dengan semua dokumen asli.",
            "Claim number \(claim.number). Come to \(branch.name) with all originals.")
        return CalendarFile(
            uid: "\(claim.number.value)@lapak-asik", sequence: claim.changes + (cancelled ? 1 : 0), stamp: now, start: slot.start,
            end: slot.end,
            zone: branch.zone, summary: Words("Wawancara klaim JHT", "JHT claim interview")[language],
            description: isOnsite
                ? onsite[language]
                : Words(
                    "Nomor pengajuan \(claim.number). Petugas \(branch.name) menghubungi Anda lewat panggilan video. Siapkan dokumen asli.\(due[.id])",
                    "Claim number \(claim.number). An officer of \(branch.name) calls you by video. Have the originals at hand.\(due[.en])")[
                        language],
            location: isOnsite ? branch.name : Words("Panggilan video, \(branch.name)", "Video call, \(branch.name)")[language], url: nil,
            cancelled: cancelled
        ).text
    }

    static func proof(_ picture: ClaimPicture, _ papers: PaperPicture, _ call: Call) -> Reply {
        let title = call.say("Bukti pengajuan klaim JHT", "Proof of a JHT claim")
        let claim = picture.claim
        let branch = picture.slot.flatMap { call.atlas[$0.branch] }
        let rows: [(String, String)] = [
            (call.say("Nomor pengajuan", "Claim number"), claim.number.description), (call.say("Nama", "Name"), claim.name),
            ("NIK", claim.nik.masked),
            (call.say("Sebab klaim", "Reason"), call.say(claim.reason.words)),
            (call.say("Jadwal", "Appointment"), picture.slot.map { $0.start.text(in: branch?.zone ?? .wib, call.language) } ?? "-"),
            (call.say("Kantor", "Branch"), branch?.name ?? "-"),
            (call.say("Nomor antrean", "Queue number"), picture.visit?.number.text ?? "-"),
            (call.say("Diterima", "Received"), claim.filed.text(in: branch?.zone ?? .wib, call.language)),
            (call.say("Batas waktu dokumen", "Papers' deadline"), papers.lastMinute(call.language) ?? "-"),
            (call.say("Dokumen", "Papers"), call.say(papers.dossier.progress)),
            (call.say("Belum dikirim", "Not yet sent"), StatusPapers(picture: papers, call: call).names ?? "-"),
        ]
        return Page(
            title: title,
            body:
                "<h1>\(title)</h1><dl class=\"kv\">\(rows.html { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl><p>\(call.say("Cetak halaman ini dari peramban Anda bila perlu.", "Print this page from your browser if you need it."))</p>"
        ).reply(to: call)
    }
}
