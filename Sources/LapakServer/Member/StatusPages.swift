import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the status, and of what changes it.
private enum Say {
    static let numberToday = Words("Anda datang ke kantor hari ini", "You come to the branch today")
    static let booked = Words("Wawancara Anda sudah terjadwal", "Your interview is booked")
    static let ready = Words("Dokumen lengkap, wawancara siap", "Papers complete, ready for the interview")
    static let inLineAgain = Words("Anda kembali di daftar tunggu", "You are in the waiting list again")
    static let inLine = Words("Anda dalam daftar tunggu", "You are in the waiting list")
    static let cancelled = Words("Pengajuan ini dibatalkan", "This claim was cancelled")
    static let approved = Words("Klaim Anda disetujui", "Your claim is approved")
    static let rejected = Words("Klaim Anda ditolak", "Your claim was rejected")
    static let inPerson = Words("Datanglah ke kantor cabang", "Please come to the branch")
    static let claimNumber = Words("Nomor pengajuan", "Claim number")
    static let toCalendar = Words("Simpan ke kalender", "Save to calendar")
    static let printProof = Words("Cetak bukti", "Print a proof")
    static let offer = Words("Ada tempat untuk Anda", "There is a place for you")
    static let answerBefore = Words("Jawab sebelum", "Answer before")
    static let seeOffer = Words("Lihat tawaran", "See the offer")
    static let fileNew = Words("Ajukan klaim baru", "File a new claim")
    static let cancel = Words("Batalkan pengajuan", "Cancel the claim")
    static let signOut = Words("Keluar", "Sign out")
    static let contacts = Words("Kontak saya: buktikan atau ganti", "My contacts: prove or change them")

    static let newTime = Words("Pilih waktu baru", "Choose a new time")
    static let giveNumberUpFirst = Words(
        "Anda punya nomor untuk hari ini. Batalkan nomor itu dulu; sesudahnya Anda mendapat jadwal dari daftar tunggu.",
        "You have a number for today. Give it up first; then you get a time from the waiting list.")
    static let noOtherTime = Words(
        "Tidak ada waktu lain yang kosong saat ini. Jadwal Anda tetap.", "No other time is free right now. Your appointment stays.")
    static let now = Words("Sekarang:", "Now:")
    static let changeToThis = Words("Ubah ke waktu ini", "Change to this time")

    static let mayCancel = Words("Batalkan pengajuan?", "Cancel the claim?")
    static let placeInLineLost = Words(
        "Nomor urut Anda hilang dan tidak dapat dikembalikan.", "Your place in line is lost and cannot be brought back.")
    static let placeGoesOn = Words(
        "Tempat Anda diberikan kepada orang di daftar tunggu. Anda dapat mengajukan klaim baru kapan saja.",
        "Your place goes to someone in the waiting list. You may file a new claim at any time.")
    static let goBack = Words("Tidak, kembali", "No, go back")

    static let takeYourself = Words("Pilih sendiri tempat yang kosong", "Take a free place yourself")
    static let chooseFree = Words("Pilih tempat yang kosong", "Choose a free place")
    static let othersGoFirst = Words(
        """
        Ini tempat yang tidak cocok bagi orang di depan Anda. Bila Anda mengambilnya, Anda keluar dari daftar tunggu; \
        tawaran yang terbuka dilepas.
        """,
        "These suit nobody before you. If you take one, you leave the waiting list; an open offer is given back.")
    static let takeThis = Words("Ambil tempat ini", "Take this place")
    static let noFreePlace = Words(
        "Saat ini tidak ada tempat kosong. Begitu ada yang cocok, kami tawarkan kepada Anda menurut urutan.",
        "No place is free right now. As soon as one suits you, we offer it to you in the order of the line.")

    static func change(left: Int) -> Words { Words("Ubah jadwal (masih \(left) kali)", "Change the appointment (\(left) left)") }
}

/// M12 and M17: what stands, and what can be changed. A button is shown when the rule would let it.
enum StatusPages {
    static func routes(_ routes: Routes) {
        routes.get("/klaim/status") { call in try await status(call) }
        routes.get("/klaim/kalender.ics") { call in
            guard let view = try await view(call) else { return .redirect("/klaim") }
            return try ClaimFiles.calendar(view, call)
        }
        routes.get("/klaim/bukti") { call in
            guard let view = try await view(call) else { return .redirect("/klaim") }
            return ClaimFiles.proof(view, try await PaperView.load(view.claim.id, call), call)
        }
        routes.get("/klaim/ubah") { call in
            guard let view = try await view(call) else { return .redirect("/klaim") }
            return change(view, call).reply(to: call)
        }
        routes.post("/klaim/ubah") { call in try await move(call) }
        routes.get("/klaim/batal") { call in
            guard let view = try await view(call) else { return .redirect("/klaim") }
            return cancel(view, call).reply(to: call)
        }
        routes.post("/klaim/batal") { call in
            do {
                try await call.changeOwnClaim(asOwner: true) { work, claim in try work.cancel(&claim) }
            } catch Refusal.wrongPhase(.cancelled) {
            } catch let refusal as Refusal {
                guard case .contactRests = refusal else { throw refusal }
                return try await status(call, faults: Faults(refusal, field: "kontak"), status: refusal.status)
            }
            return .redirect("/klaim/status")
        }
    }

    private static func view(_ call: Call) async throws -> ClaimView? {
        do { return try await ClaimView.load(try await call.ownClaim(), call) } catch Refusal.notYours { return nil }
    }

    /// The status of this browser's claim, with what was wrong when something was asked for on it.
    static func status(_ call: Call, faults: Faults = Faults(), status: HTTPResponse.Status = .ok) async throws -> Reply {
        guard let view = try await view(call) else { return .redirect("/klaim") }
        let papers = try await PaperView.load(view.claim.id, call)
        let today = try await ComeTodayPage.offer(view, call)
        let undelivered = try await RefusedMail.newest(view.claim, call)
        return page(view, papers, today, undelivered, call, faults: faults).reply(to: call, status: status)
    }

    private static func page(
        _ view: ClaimView, _ papers: PaperView, _ today: HTML?, _ undelivered: Message?, _ call: Call, faults: Faults
    ) -> Page {
        let claim = view.claim
        let title = call.say(Self.title(view, papers))
        let booked = Self.booked(view, papers, call)
        let line: HTML? = claim.phase == .waiting ? StatusPapers(view: papers, call: call).html : nil
        return Page(
            title: title,
            body: """
                \(faults.summary(call))\(undelivered == nil ? StatusPapers.linkSent(call) : nil)<h1>\(title)</h1>\
                <p>\(call.say(Say.claimNumber)) <strong class="num">\(claim.number.description)</strong></p>\
                \(undelivered.map { RefusedMail.box($0, call) })\(LobbyLink(view, call).html)\(result(view, call))\
                \(when(claim.phase.hasPlace, booked))\(offer(view, call))\(line)\(view.line(call))\
                \(pick(view, call))\(today)\(contacts(claim, call))\(end(claim, call))\
                <form method="post" action="/klaim/keluar"><button class="btn alt">\(call.say(Say.signOut))</button></form>
                """, hasErrors: !faults.isEmpty)
    }

    private static func title(_ view: ClaimView, _ papers: PaperView) -> Words {
        switch view.claim.phase {
        case .booked where view.isOnsite, .ready where view.isOnsite: Say.numberToday
        case .booked: Say.booked
        case .ready: Say.ready
        case .waiting: papers.standing == .lostPlace ? Say.inLineAgain : Say.inLine
        case .cancelled: Say.cancelled
        case .approved: Say.approved
        case .rejected: Say.rejected
        case .inPerson: Say.inPerson
        }
    }

    /// The appointment and what belongs to it; the number, where it is for a branch today.
    private static func booked(_ view: ClaimView, _ papers: PaperView, _ call: Call) -> HTML {
        if view.isOnsite { return view.number(papers, call) ?? .empty }
        let again = call.say(Say.change(left: max(0, call.policy.changes - view.claim.changes)))
        let mayMove = refusesMove(view, call) == nil
        return """
            \(box(.info, "<p>\(view.appointment(call))</p>"))\(StatusPapers(view: papers, call: call).html)\
            \(when(mayMove, "<p><a class=\"btn alt\" href=\"/klaim/ubah\">\(again)</a></p>"))\
            <p><a href="/klaim/kalender.ics">\(call.say(Say.toCalendar))</a> · \
            <a href="/klaim/bukti">\(call.say(Say.printProof))</a></p>
            """
    }

    private static func offer(_ view: ClaimView, _ call: Call) -> HTML? {
        guard let booking = view.offer, booking.phase == .offered, let branch = call.nation[booking.branch], let due = booking.due
        else { return nil }
        let key = Key<Booking>(id: booking.id, secret: call.app.secrets.offerSecret(booking.id))
        let (start, last) = (booking.start.text(in: branch.zone, call.language), due.text(in: branch.zone, call.language))
        return box(
            .warning,
            """
            <h2>\(call.say(Say.offer))</h2><p>\(start), \(branch.name)</p>\
            <p>\(call.say(Say.answerBefore)) <strong>\(last)</strong></p>\
            <p><a class="btn" href="/tawaran/\(key.word)">\(call.say(Say.seeOffer))</a></p>
            """)
    }

    /// Whoever waits may take a free place that suits nobody before them.
    private static func pick(_ view: ClaimView, _ call: Call) -> HTML? {
        guard view.claim.phase == .waiting, view.ticket != nil, !options(view, call).isEmpty else { return nil }
        return "<p><a href=\"/klaim/ubah\">\(call.say(Say.takeYourself))</a></p>"
    }

    /// Free times to choose from, those of the person's own branches first.
    private static func options(_ view: ClaimView, _ call: Call) -> [Availability.Opening] {
        let openings = call.app.availability.openings(at: nil, from: view.claim.earliest, in: call.nation).filter {
            $0.slot != view.claim.slot
        }
        let branches = Set(view.slot.map { [$0.branch] } ?? view.ticket?.wish.branches ?? [])
        let (own, others) = (openings.filter { branches.contains($0.branch) }, openings.filter { !branches.contains($0.branch) })
        return Array(own.prefix(6) + others.prefix(4))
    }

    /// What was decided, where nothing newer stands.
    private static func result(_ view: ClaimView, _ call: Call) -> HTML? {
        let claim = view.claim
        guard !claim.phase.hasPlace, view.offer?.phase != .offered, let words = ResultWords(claim) else { return nil }
        let lines = words.lines(LobbyLink.branch(view, call)).html { "<p>\(call.say($0))</p>" }
        return box(words.decision == .approve ? .info : .warning, "\(lines)")
    }

    private static func contacts(_ claim: Claim, _ call: Call) -> HTML {
        when(claim.phase.isLive, "<p><a id=\"kontak\" href=\"/klaim/kontak\">\(call.say(Say.contacts))</a></p>")
    }

    /// The way out of this claim, or to a new one.
    private static func end(_ claim: Claim, _ call: Call) -> HTML {
        if !claim.phase.isLive { return "<p><a class=\"btn\" href=\"/\">\(call.say(Say.fileNew))</a></p>" }
        return when(claim.phase.isOpen, "<p><a href=\"/klaim/batal\">\(call.say(Say.cancel))</a></p>")
    }

    private static func refusesMove(_ view: ClaimView, _ call: Call) -> Refusal? {
        guard let slot = view.slot else { return .wrongPhase(view.claim.phase) }
        return view.claim.refusesMove(from: slot, policy: call.policy, at: call.now)
    }

    private static func change(_ view: ClaimView, _ call: Call, faults: Faults = Faults()) -> Page {
        let waits = view.claim.phase == .waiting && view.ticket != nil
        let title = call.say(waits ? Say.chooseFree : Say.newTime)
        guard !view.isOnsite else { return no(title, Say.giveNumberUpFirst, call) }
        if !waits, let refusal = refusesMove(view, call) { return no(title, refusal.words, call) }
        let options = options(view, call)
        guard let first = options.first else { return no(title, waits ? Say.noFreePlace : Say.noOtherTime, call) }
        let hint: HTML = waits ? "\(call.say(Say.othersGoFirst))" : "\(call.say(Say.now)) \(view.appointment(call))"
        let question: HTML = """
            <fieldset><legend><h1>\(title)</h1></legend>\
            <p class="hint">\(hint)</p>\
            \(options.html { choice($0, isFirst: $0 == first, call) })</fieldset>
            """
        let button = call.say(waits ? Say.takeThis : Say.changeToThis)
        let choices = form(call, action: "/klaim/ubah", id: "f-ubah", button: button, question)
        return Page(title: title, back: "/klaim/status", body: "\(faults.summary(call))\(choices)", hasErrors: !faults.isEmpty)
    }

    private static func choice(_ opening: Availability.Opening, isFirst: Bool, _ call: Call) -> HTML {
        guard let branch = call.nation[opening.branch] else { return .empty }
        let time = opening.start.timeText(in: branch.zone, call.language).startingSentence
        let day = branch.zone.day(of: opening.start).text(call.language)
        return radio(
            "slot", value: "\(opening.slot.rawValue)", id: isFirst ? "slot" : nil,
            """
            <span><strong class="num">\(time)</strong><br>\(day)</span>\
            <span class="r">\(branch.name)</span>
            """)
    }

    /// Why nothing can be changed.
    private static func no(_ title: String, _ why: Words, _ call: Call) -> Page {
        Page(title: title, back: "/klaim/status", body: "<h1>\(title)</h1>\(box(.warning, "<p>\(call.say(why))</p>"))")
    }

    private static func move(_ call: Call) async throws -> Reply {
        do {
            guard let slot = Int64(call.form["slot"]).map({ ID<Slot>($0) }) else {
                throw Refusal.invalid(field: "slot", Words("Pilih salah satu waktu.", "Choose one of the times."))
            }
            try await call.changeOwnClaim { work, claim in
                if claim.slot == slot { return }
                try work.move(&claim, to: slot)
            }
            return .redirect("/klaim/status")
        } catch let refusal as Refusal {
            guard refusal != .notYours, let view = try await view(call) else { throw refusal }
            if let slot = Int64(call.form["slot"]) { try await call.app.redrawAvailability(without: ID(slot), seenAt: call.now) }
            return change(view, call, faults: Faults(refusal, field: "slot")).reply(to: call, status: refusal.status)
        }
    }

    private static func cancel(_ view: ClaimView, _ call: Call) -> Page {
        let title = call.say(Say.mayCancel)
        let meaning = call.say(view.claim.phase == .waiting ? Say.placeInLineLost : Say.placeGoesOn)
        let button = form(call, action: "/klaim/batal", id: "f-batal", button: call.say(Say.cancel), style: "bad", "")
        return Page(
            title: title, back: "/klaim/status",
            body: """
                <h1>\(title)</h1><p>\(meaning)</p>\(button)\
                <p><a href="/klaim/status">\(call.say(Say.goBack))</a></p>
                """)
    }
}
