import LapakDomain
import LapakOutside
import LapakStore
import LapakWeb

/// What a message says: one letter per kind, in both languages, every time in the branch's own zone.
struct Letter {
    let message: Message
    let claim: Claim?
    let slot: Slot?
    let offer: Booking?
    let forecast: WaitForecast?
    /// The claim's papers, where the news is about them.
    let dossier: Dossier?
    let document: Document?
    let link: UploadLink?
    /// The officer whose session calls, by name.
    let officer: String?
    /// The visit to the branch, where there is one today.
    let walkIn: WalkIn?
    /// The place that was lost.
    let former: Slot?
    let app: App
    let now: Instant

    /// Looks up what the message is about, and of that only what its kind says.
    init(
        _ message: Message, _ rows: LetterRows, _ connection: any SQLConnection, _ availability: Availability, _ app: App, at now: Instant
    ) throws {
        let claim = message.claim.flatMap { rows.claims[$0] }
        let topics = message.topics
        self.message = message
        self.claim = claim
        slot = claim?.slot.flatMap { rows.slots[$0] }
        offer =
            topics.contains(.offer) ? try Int64(message.details).flatMap { try connection.find(Booking.self, ID<Booking>($0)) } : nil
        dossier = claim.flatMap { rows.dossiers[$0.id] }
        document =
            topics.contains(.document) ? try Int64(message.details).flatMap { try connection.find(Document.self, ID<Document>($0)) } : nil
        // What opens papers does not lie in a mailbox that became the claim's a moment ago.
        link = claim.flatMap { $0.contacts.holdsKeys(.mail, at: now) ? rows.links[UploadLink.identity(of: $0.id)] : nil }
        officer = topics.contains(.officer) ? try claim.flatMap { try connection.officer(of: $0.id) } : nil
        walkIn = topics.contains(.walkIn) ? try claim.flatMap { try connection.walkIn(of: $0.id) } : nil
        let lost = topics.contains(.former) ? Int64(message.details).map { ID<Booking>($0) } : nil
        former = try lost.flatMap { try connection.find(Booking.self, $0) }.flatMap { try connection.find(Slot.self, $0.slot) }
        let ticket = topics.contains(.forecast) ? try claim?.ticket.flatMap { try connection.find(Ticket.self, $0) } : nil
        forecast = try ticket.flatMap { $0.isLive ? try WaitingList.forecast(for: $0, in: availability, connection) : nil }
        self.app = app
        self.now = now
    }

    var language: Language { message.language }
    /// One of the two; the other is not made.
    func say(_ id: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String { language == .id ? id() : en() }
    var branch: Branch? { (slot?.branch ?? offer?.branch).flatMap { app.nation[$0] } }
    var zone: Zone { branch?.zone ?? .wib }
    var number: String { claim?.number.description ?? "" }
    var when: String { (slot?.start ?? offer?.start)?.text(in: zone, language) ?? "" }

    /// Nil when there is nothing left to say: the claim is gone, the offer was answered.
    func mail(from sender: Mailbox) -> Mail? {
        guard let content, case .mail(let address) = message.recipient, let to = Mailbox(address: address) else { return nil }
        let (subject, lines, link) = (content.subject(), content.lines(), content.link())
        let greeting = claim.map { say("Halo \($0.name),", "Hello \($0.name),") } ?? say("Halo,", "Hello,")
        let closing = [
            say(
                "Layanan ini gratis. Petugas tidak pernah meminta PIN atau OTP bank Anda.",
                "This service is free. Officers never ask for your bank's PIN or OTP."),
            "Lapak Asik · BPJS Ketenagakerjaan · 175",
        ]
        let text = ([greeting, ""] + lines + (link.map { ["", "\($0.label):", $0.address] } ?? []) + [""] + closing).joined(separator: "\n")
        let button: HTML? = link.map {
            """
            <p><a href="\(url: $0.address)" style="display:inline-block;padding:12px 20px;background:#0B5D45;color:#fff;\
            font-weight:bold;text-decoration:none;border-radius:6px">\($0.label)</a></p>
            """
        }
        let html: HTML = """
            <!doctype html><html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(subject)</title></head>\
            <body style="font:17px/1.5 system-ui,sans-serif;color:#14201D;max-width:38rem"><p>\(greeting)</p>\
            \(lines.filter { !$0.isEmpty }.html { "<p>\($0)</p>" })\(button)\
            <p style="color:#475551;font-size:14px">\(closing[0])<br>\(closing[1])</p></body></html>
            """
        return Mail(
            id: "m\(message.id.rawValue)", from: sender, to: to, subject: subject, text: text, html: html.text,
            calendar: content.calendar())
    }

    /// False when the news is old: nothing is sent by any channel.
    var hasSomethingToSay: Bool { content != nil }

    typealias Link = (label: String, address: String)

    /// What there is to say; made when it is asked for, since a phone gets a form of its own and needs none of it.
    struct Content {
        let subject: () -> String
        let lines: () -> [String]
        let link: () -> Link?
        let calendar: () -> String?

        init(
            _ subject: @escaping @autoclosure () -> String, _ lines: @escaping @autoclosure () -> [String],
            _ link: @escaping @autoclosure () -> Link?, calendar: @escaping @autoclosure () -> String? = nil
        ) {
            (self.subject, self.lines, self.link, self.calendar) = (subject, lines, link, calendar)
        }
    }

    private var content: Content? {
        if let claim, !claim.contacts.admits(message) { return nil }
        switch message.kind {
        case .code:
            return Content(
                say("\(message.details) adalah kode Lapak Asik Anda", "\(message.details) is your Lapak Asik code"),
                [
                    say("Kode Anda: \(message.details)", "Your code: \(message.details)"),
                    say(
                        "Berlaku \(app.policy.codeLasts.minutes) menit. Jangan berikan kepada siapa pun, juga tidak kepada petugas.",
                        "It lasts \(app.policy.codeLasts.minutes) minutes. Give it to nobody, not even to an officer."),
                    say("Bila bukan Anda yang meminta, abaikan pesan ini.", "If you did not ask for it, ignore this message."),
                ], nil
            )
        case .confirmed, .moved:
            guard let claim, slot != nil, claim.phase.hasPlace else { return nil }
            let address = "\(app.settings.address)/klaim?nomor=\(claim.number.value)"
            return Content(
                message.kind == .confirmed
                    ? say("Wawancara Anda: \(when)", "Your interview: \(when)")
                    : say("Jadwal baru Anda: \(when)", "Your new time: \(when)"),
                [
                    say("Nomor pengajuan: \(number)", "Claim number: \(number)"),
                    say(
                        "Petugas \(branch?.name ?? "") menghubungi Anda lewat panggilan video pada \(when).",
                        "An officer of \(branch?.name ?? "") calls you by video on \(when)."),
                    missing, say("Dokumen harus lengkap paling lambat \(due).", "Your papers must be complete by \(due)."),
                    say(
                        "Jadwal dapat diubah paling banyak \(app.policy.changes) kali, atau dibatalkan, di halaman status.",
                        "You can change the time at most \(app.policy.changes) times, or cancel, on the status page."),
                    say(
                        "Tautan di bawah ini hanya untuk Anda. Status pengajuan: \(address)",
                        "The link below is yours alone. The claim's status: \(address)"),
                ], send,
                calendar: calendar
            )
        case .cancelled:
            return Content(
                say("Pengajuan \(number) dibatalkan", "Claim \(number) was cancelled"),
                [
                    say(
                        "Pengajuan Anda dibatalkan seperti yang diminta. Tempatnya diberikan kepada orang di daftar tunggu.",
                        "Your claim was cancelled as requested. Its place goes to someone in the waiting list."),
                    say(
                        "Anda dapat mengajukan klaim baru kapan saja. Bila bukan Anda yang membatalkan, telepon 175.",
                        "You may file a new claim at any time. If you did not cancel it, call 175."),
                ], nil,
                calendar: claim.flatMap {
                    ClaimFiles.calendarText($0, slot: slot, nation: app.nation, at: now, language: language, cancelled: true)
                }
            )
        case .queued:
            guard let forecast, claim?.phase == .waiting else { return nil }
            return Content(
                say("Anda dalam daftar tunggu, nomor \(number)", "You are in the waiting list, number \(number)"),
                [
                    say(
                        "Sekarang Anda di urutan ke-\((forecast.ahead + 1).grouped(.id)).",
                        "Your place now: \((forecast.ahead + 1).grouped(.en))."),
                    forecast.text(language), forecast.basis(language),
                    say(
                        "Anda tidak perlu mencoba lagi. Bila ada tempat, kami kirim tawaran.",
                        "There is no need to try again. When there is a place, we send an offer."),
                ], status, calendar: removal
            )
        case .offer:
            guard let offer, let due = offer.due, offer.phase == .offered else { return nil }
            let key = Key<Booking>(id: offer.id, secret: app.secrets.offerSecret(offer.id))
            return Content(
                say(
                    "Ada tempat: \(when). Jawab sebelum \(due.textShort(in: zone, .id))",
                    "A place for you: \(when). Answer before \(due.textShort(in: zone, .en))"),
                [
                    say(
                        "Tempat di \(branch?.name ?? ""), \(when), sekarang hanya untuk Anda.",
                        "A place at \(branch?.name ?? ""), \(when), is now yours alone."),
                    say(
                        "Jawab sebelum \(due.text(in: zone, .id)). Setelah itu tempat ini untuk urutan berikutnya; nomor urut Anda tetap.",
                        "Answer before \(due.text(in: zone, .en)). After that it goes to the next person; your place in line stays."),
                ], (say("Lihat tawaran", "See the offer"), "\(app.settings.address)/tawaran/\(key.word)")
            )
        case .offerLapsed:
            guard claim?.phase == .waiting else { return nil }
            return Content(
                say("Tawaran lewat, nomor urut Anda tetap", "The offer passed, your place in line stays"),
                [
                    say(
                        "Tawaran untuk \(when) tidak dijawab, jadi tempatnya untuk urutan berikutnya. Kami kirim tawaran lain bila ada.",
                        "The offer for \(when) was not answered, so it went to the next person. We send another one when there is a place.")
                ],
                status
            )
        case .called: return called
        case .proof, .contactChanged, .visited: return aboutContact
        case .decided: return decided
        case .interviewMissed: return interviewMissed
        case .number, .papersToBring, .soon, .comeIn, .numberMissed: return aboutWalkIn
        case .reminder: return reminder
        case .returned: return returned
        case .refusedFile: return refusedFile
        case .papersComplete: return papersComplete
        case .papersMissed: return papersMissed
        case .deadlineMoved: return deadlineMoved
        case .link: return newLink
        }
    }

    /// The appointment as it is, for the person's calendar.
    var calendar: String? {
        claim.flatMap { ClaimFiles.calendarText($0, slot: slot, nation: app.nation, at: now, language: language) }
    }

    /// Takes the appointment that was lost out of the person's calendar; nil where there was none.
    var removal: String? {
        guard let claim, claim.slot == nil, let former else { return nil }
        return ClaimFiles.calendarText(claim, slot: former, nation: app.nation, at: now, language: language, cancelled: true)
    }

    var status: Link? {
        claim.map { (say("Lihat status", "See the status"), "\(app.settings.address)/klaim?nomor=\($0.number.value)") }
    }
}
