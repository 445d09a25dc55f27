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
        let place = ticket.drawn ? Say.place(forecast.ahead + 1) : Say.drawTonight
        return box(
            .info,
            """
            <p><strong>\(call.say(place))</strong></p><p>\(forecast.text(call.language)) \(forecast.basis(call.language))</p>\
            <p>\(call.say(Say.choices)) \(ticket.wish.text(call)).</p><p>\(call.say(Say.offerComes))</p>
            """)
    }

    /// The number, when to be there with what, and the way to follow it. Nil for everybody without one.
    func number(_ papers: PaperPicture, _ call: Call) -> HTML? {
        guard let visit, let slot, let branch = call.atlas[slot.branch] else { return nil }
        let key = call.house.chance.visitKey(visit.id).word
        let number: HTML = "<strong class=\"num nomor-besar\" id=\"nomor-antrean\">\(visit.number.text)</strong>"
        return """
            <div class="box i"><p>\(call.say(Say.queueNumber)) \(number)</p>\
            <p><strong>\(slot.arrival(in: branch.zone, call.language))</strong><br>\(branch.name)</p>\
            <p>\(call.say(Say.comeThen))</p></div>\
            <p>\(call.say(Say.bring))</p><ul>\(papers.dossier.bring.html { "<li>\(call.say($0))</li>" })</ul>\
            <p><a class="btn" href="/nomor/\(key)">\(call.say(Say.follow))</a></p>\
            <p><a href="/nomor/\(key)/karcis">\(call.say(Say.printTicket))</a> · \
            <a href="/nomor/\(key)/batal">\(call.say(Say.giveUp))</a></p>
            """
    }

    /// When and where, in the branch's own time.
    func appointment(_ call: Call) -> HTML? {
        guard let slot, let branch = call.atlas[slot.branch], claim.phase.hasPlace else { return nil }
        let (moment, zone) = (slot.start.iso(in: branch.zone), Int(branch.zone.offset / 60))
        let time: HTML = """
            <time datetime="\(moment)" data-zone="\(zone)">\(slot.start.text(in: branch.zone, call.language))</time>
            """
        return "<strong>\(time)</strong><br>\(branch.name)"
    }
}

/// The sentences of what everyone sees who has filed.
private enum Say {
    static let drawTonight = Words("Urutan Anda ditentukan undian malam ini", "Tonight's draw decides your place in line")
    static let choices = Words("Pilihan Anda:", "Your choices:")
    static let offerComes = Words(
        """
        Bila ada tempat, kami kirim tawaran lewat e-mail. Tempat itu hanya untuk Anda sampai batas waktunya. \
        Bila Anda tidak menjawab, nomor urut Anda tetap.
        """,
        """
        When there is a place, we send an offer by e-mail. It is yours alone until its deadline. \
        If you do not answer, your place in line stays.
        """)
    static let queueNumber = Words("Nomor antrean", "Queue number")
    static let comeThen = Words(
        """
        Datang pada waktu itu dan tunjukkan nomor ini kepada petugas di halaman kantor. \
        Anda berbicara dengan petugas di bilik, tanpa kontak.
        """,
        "Come at that time and show this number to the officer in the yard. You talk to an officer in a booth, without contact.")
    static let bring = Words("Bawa dokumen asli:", "Bring the originals:")
    static let follow = Words("Ikuti nomor saya", "Follow my number")
    static let printTicket = Words("Cetak karcis", "Print the ticket")
    static let giveUp = Words("Batalkan nomor", "Give the number up")

    static let inLine = Words("Anda sudah dalam daftar tunggu", "You are in the waiting list")
    static let received = Words("Pengajuan Anda sudah kami terima", "We have received your claim")
    static let claimNumber = Words("Nomor pengajuan", "Claim number")
    static let byVideo = Words("Wawancara lewat panggilan video:", "Interview by video call:")
    static let next = Words("Yang terjadi selanjutnya", "What happens next")
    static let preparePapers = Words("Siapkan dokumen sekarang", "Prepare your papers now")
    static let sendPapers = Words("Kirim dokumen sekarang", "Send your papers now")
    static let seeStatus = Words("Lihat status pengajuan", "See the claim's status")
    static let toCalendar = Words("Simpan ke kalender", "Save to calendar")
    static let printProof = Words("Cetak bukti", "Print a proof")
    static let keepNumber = Words("Simpan nomor ini.", "Keep this number.")
    static let numberNoted = Words("Nomor Anda sudah kami catat", "We have noted your number")
    static let sendBy = Words("Siapkan dan kirim dokumen paling lambat", "Prepare and send your papers by")

    static func paid(within days: Int) -> Words {
        Words(
            "Bila lengkap dan benar, uang dikirim ke rekening Anda sendiri dalam \(days) hari kerja.",
            "When everything is complete and correct, the money is sent to your own account within \(days) working days.")
    }
    static func place(_ position: Int) -> Words {
        Words("Anda di urutan ke-\(position.grouped(.id))", "Your place in line: \(position.grouped(.en))")
    }
    static func sentTo(_ address: EmailAddress) -> Words {
        Words("Kami juga mengirimnya ke \(address.value).", "We sent it to \(address.value) too.")
    }
    static func officerCalls(_ branch: Branch) -> Words {
        Words(
            "Petugas \(branch.name) menghubungi Anda pada waktu itu. Siapkan dokumen asli.",
            "An officer of \(branch.name) calls you at that time. Have the originals at hand.")
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
        let title = call.say(waiting ? Say.inLine : Say.received)
        let calendar: HTML = """
            <p><a href="/klaim/kalender.ics">\(call.say(Say.toCalendar))</a> · \
            <a href="/klaim/bukti">\(call.say(Say.printProof))</a></p>
            """
        let body: HTML = """
            \(done(title, call))\
            \(picture.appointment(call).map { box(.info, "<p>\(call.say(Say.byVideo))<br>\($0)</p>") })\
            <h2>\(call.say(Say.next))</h2>\(waiting ? picture.line(call) : steps(call))\
            \(StatusPapers(picture: papers, call: call).missing)\
            <p><a class="btn" href="/berkas">\(call.say(waiting ? Say.preparePapers : Say.sendPapers))</a></p>\
            <p><a href="/klaim/status">\(call.say(Say.seeStatus))</a></p>\
            \(when(!waiting, calendar))\
            \(keepNumber(call))
            """
        return Page(title: title, body: body).reply(to: call)
    }

    /// A number at a branch today: no video call at home, no papers to send.
    private func onsite(_ call: Call) -> Reply {
        let title = call.say(Say.numberNoted)
        return Page(
            title: title,
            body: """
                \(done(title, call))\
                \(picture.number(papers, call))\
                <p>\(call.say(Say.paid(within: call.policy.interviews.payWithin)))</p>\
                <p><a href="/klaim/status">\(call.say(Say.seeStatus))</a></p>\
                \(keepNumber(call))
                """
        ).reply(to: call)
    }

    private func done(_ title: String, _ call: Call) -> HTML {
        let number = picture.claim.number.description
        return "<div class=\"done\"><h1>\(title)</h1>\(call.say(Say.claimNumber)) <b class=\"num\">\(number)</b></div>"
    }

    private func keepNumber(_ call: Call) -> HTML {
        "<p>\(call.say(Say.keepNumber)) \(picture.claim.email.map { call.say(Say.sentTo($0)) } ?? "")</p>"
    }

    private func steps(_ call: Call) -> HTML {
        guard let slot = picture.slot, let branch = call.atlas[slot.branch] else { return .empty }
        return """
            <ol><li>\(call.say(Say.sendBy)) <strong>\(papers.lastMinute(call.language) ?? "-")</strong>.</li>\
            <li>\(call.say(Say.officerCalls(branch)))</li><li>\(call.say(Say.paid(within: call.policy.interviews.payWithin)))</li></ol>
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
        let byVideo = Words(
            """
            Nomor pengajuan \(claim.number). Petugas \(branch.name) menghubungi Anda lewat panggilan video. \
            Siapkan dokumen asli.\(due[.id])
            """,
            "Claim number \(claim.number). An officer of \(branch.name) calls you by video. Have the originals at hand.\(due[.en])")
        return CalendarFile(
            uid: "\(claim.number.value)@lapak-asik", sequence: claim.changes + (cancelled ? 1 : 0), stamp: now, start: slot.start,
            end: slot.end,
            zone: branch.zone, summary: Words("Wawancara klaim JHT", "JHT claim interview")[language],
            description: isOnsite
                ? onsite[language]
                : byVideo[language],
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
        let list = rows.html { name, value in "<div><dt>\(name)</dt><dd>\(value)</dd></div>" }
        let hint = call.say("Cetak halaman ini dari peramban Anda bila perlu.", "Print this page from your browser if you need it.")
        return Page(title: title, body: "<h1>\(title)</h1><dl class=\"kv\">\(list)</dl><p>\(hint)</p>").reply(to: call)
    }
}
