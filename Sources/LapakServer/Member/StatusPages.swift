import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// M12 and M17: what stands, and what can be changed. A button is shown when the rule would let it.
enum StatusPages {
    static func routes(_ routes: Routes) {
        routes.get("/klaim/status") { call in try await status(call) }
        routes.get("/klaim/kalender.ics") { call in
            guard let picture = try await picture(call) else { return .redirect("/klaim") }
            return try ClaimFiles.calendar(picture, call)
        }
        routes.get("/klaim/bukti") { call in
            guard let picture = try await picture(call) else { return .redirect("/klaim") }
            return ClaimFiles.proof(picture, try await PaperPicture.load(picture.claim.id, call), call)
        }
        routes.get("/klaim/ubah") { call in
            guard let picture = try await picture(call) else { return .redirect("/klaim") }
            return change(picture, call).reply(to: call)
        }
        routes.post("/klaim/ubah") { call in try await move(call) }
        routes.get("/klaim/batal") { call in
            guard let picture = try await picture(call) else { return .redirect("/klaim") }
            return cancel(picture, call).reply(to: call)
        }
        routes.post("/klaim/batal") { call in
            let quiet = call.house.chance.quiet(call.policy)
            do {
                try await call.changeOwnClaim { work, claim in try work.cancel(&claim, quiet: quiet, at: call.now) }
            } catch Refusal.wrongPhase(.cancelled) {}
            return .redirect("/klaim/status")
        }
    }

    private static func picture(_ call: Call) async throws -> ClaimPicture? {
        do { return try await ClaimPicture.load(try await call.ownClaim(), call) } catch Refusal.notYours { return nil }
    }

    /// The status of this browser's claim, with what was wrong when something was asked for on it.
    static func status(_ call: Call, faults: Faults = Faults(), status: HTTPResponse.Status = .ok) async throws -> Reply {
        guard let picture = try await picture(call) else { return .redirect("/klaim") }
        let papers = try await PaperPicture.load(picture.claim.id, call)
        let today = try await ComeTodayPage.offer(picture, call)
        return page(picture, papers, today, call, faults: faults).reply(to: call, status: status)
    }

    private static func page(_ picture: ClaimPicture, _ papers: PaperPicture, _ today: HTML?, _ call: Call, faults: Faults) -> Page {
        let claim = picture.claim
        let title: String =
            switch claim.phase {
            case .booked where picture.isOnsite, .ready where picture.isOnsite:
                call.say("Anda datang ke kantor hari ini", "You come to the branch today")
            case .booked: call.say("Wawancara Anda sudah terjadwal", "Your interview is booked")
            case .ready: call.say("Dokumen lengkap, wawancara siap", "Papers complete, ready for the interview")
            case .waiting:
                papers.standing == .lostPlace
                    ? call.say("Anda kembali di daftar tunggu", "You are in the waiting list again")
                    : call.say("Anda dalam daftar tunggu", "You are in the waiting list")
            case .cancelled: call.say("Pengajuan ini dibatalkan", "This claim was cancelled")
            case .approved: call.say("Klaim Anda disetujui", "Your claim is approved")
            case .rejected: call.say("Klaim Anda ditolak", "Your claim was rejected")
            case .inPerson: call.say("Datanglah ke kantor cabang", "Please come to the branch")
            }
        let left = max(0, call.policy.changes - claim.changes)
        let again = call.say("Ubah jadwal (masih \(left) kali)", "Change the appointment (\(left) left)")
        let change: HTML? =
            refusesMove(picture, call) == nil
            ? """
            <p><a class="btn alt" href="/klaim/ubah">\(again)</a></p>
            """ : nil
        let booked: HTML =
            picture.isOnsite
            ? picture.number(papers, call) ?? ""
            : """
            <div class="box i"><p>\(picture.appointment(call))</p></div>\(StatusPapers(picture: papers, call: call).html)\
            \(change)\
            <p><a href="/klaim/kalender.ics">\(call.say("Simpan ke kalender", "Save to calendar"))</a> · <a href="/klaim/bukti">\(call.say("Cetak bukti", "Print a proof"))</a></p>
            """
        let offer: HTML? = picture.offer.flatMap { booking in
            guard booking.phase == .offered, let branch = call.atlas[booking.branch], let due = booking.due else { return nil }
            let key = Key<Booking>(id: booking.id, secret: call.house.chance.offerSecret(booking.id))
            return """
                <div class="box w"><h2>\(call.say("Ada tempat untuk Anda", "There is a place for you"))</h2><p>\(booking.start.text(in: branch.zone, call.language)), \(branch.name)</p>\
                <p>\(call.say("Jawab sebelum", "Answer before")) <strong>\(due.text(in: branch.zone, call.language))</strong></p><p><a class="btn" href="/tawaran/\(key.word)">\(call.say("Lihat tawaran", "See the offer"))</a></p></div>
                """
        }
        let lobby: HTML? = LobbyDoor(picture, call).html
        let result: HTML? =
            claim.phase.hasPlace || picture.offer?.phase == .offered
            ? nil
            : ResultWords(claim).map { words in
                "<div class=\"box\(words.decision == .approve ? " i" : " w")\">\(words.lines(LobbyDoor.branch(picture, call)).html { "<p>\(call.say($0))</p>" })</div>"
            }
        let end: HTML =
            !claim.phase.isLive
            ? "<p><a class=\"btn\" href=\"/\">\(call.say("Ajukan klaim baru", "File a new claim"))</a></p>"
            : !claim.phase.isOpen ? "" : "<p><a href=\"/klaim/batal\">\(call.say("Batalkan pengajuan", "Cancel the claim"))</a></p>"
        return Page(
            title: title,
            body: """
                \(faults.summary(call))\(StatusPapers.linkSent(call))<h1>\(title)</h1>\
                <p>\(call.say("Nomor pengajuan", "Claim number")) <strong class="num">\(claim.number.description)</strong></p>\(lobby)\(result)\
                \(claim.phase.hasPlace ? booked : .empty)\(offer)\(claim.phase == .waiting ? StatusPapers(picture: papers, call: call).html : .empty)\(picture.line(call))\(today)\(end)\
                <form method="post" action="/klaim/keluar"><button class="btn alt">\(call.say("Keluar", "Sign out"))</button></form>
                """, hasErrors: !faults.isEmpty)
    }

    private static func refusesMove(_ picture: ClaimPicture, _ call: Call) -> Refusal? {
        guard let slot = picture.slot else { return .wrongPhase(picture.claim.phase) }
        return picture.claim.refusesMove(from: slot, policy: call.policy, at: call.now)
    }

    private static func change(_ picture: ClaimPicture, _ call: Call, faults: Faults = Faults()) -> Page {
        let title = call.say("Pilih waktu baru", "Choose a new time")
        let claim = picture.claim
        guard !picture.isOnsite else {
            return Page(
                title: title, back: "/klaim/status",
                body:
                    "<h1>\(title)</h1><div class=\"box w\"><p>\(call.say("Anda punya nomor untuk hari ini. Batalkan nomor itu dulu; sesudahnya Anda mendapat jadwal dari daftar tunggu.", "You have a number for today. Give it up first; then you get a time from the waiting list."))</p></div>"
            )
        }
        if let refusal = refusesMove(picture, call) {
            return Page(
                title: title, back: "/klaim/status", body: "<h1>\(title)</h1><div class=\"box w\"><p>\(call.say(refusal.words))</p></div>")
        }
        let openings = call.house.availability.openings(at: nil, from: claim.earliest, in: call.atlas).filter { $0.slot != claim.slot }
        let own = openings.filter { $0.branch == picture.slot?.branch }.prefix(6)
        let others = openings.filter { $0.branch != picture.slot?.branch }.prefix(4)
        let options = Array(own) + Array(others)
        guard let first = options.first else {
            return Page(
                title: title, back: "/klaim/status",
                body:
                    "<h1>\(title)</h1><div class=\"box w\"><p>\(call.say("Tidak ada waktu lain yang kosong saat ini. Jadwal Anda tetap.", "No other time is free right now. Your appointment stays."))</p></div>"
            )
        }
        let radios = options.html { opening -> HTML in
            guard let branch = call.atlas[opening.branch] else { return .empty }
            return radio(
                "slot", value: "\(opening.slot.rawValue)", id: opening == first ? "slot" : nil,
                "<span><strong class=\"num\">\(opening.start.timeText(in: branch.zone, call.language).startingSentence)</strong><br>\(branch.zone.day(of: opening.start).text(call.language))</span><span class=\"r\">\(branch.name)</span>"
            )
        }
        return Page(
            title: title, back: "/klaim/status",
            body: """
                \(faults.summary(call))\(form(call, action: "/klaim/ubah", id: "f-ubah", button: call.say("Ubah ke waktu ini", "Change to this time"), "<fieldset><legend><h1>\(title)</h1></legend><p class=\"hint\">\(call.say("Sekarang:", "Now:")) \(picture.appointment(call))</p>\(radios)</fieldset>"))
                """, hasErrors: !faults.isEmpty)
    }

    private static func move(_ call: Call) async throws -> Reply {
        let (atlas, now, quiet) = (call.atlas, call.now, call.house.chance.quiet(call.policy))
        let booking: ID<Booking> = call.house.chance.id(at: now)
        do {
            guard let slot = Int64(call.form["slot"]).map({ ID<Slot>($0) }) else {
                throw Refusal.invalid(field: "slot", Words("Pilih salah satu waktu.", "Choose one of the times."))
            }
            try await call.changeOwnClaim { work, claim in
                if claim.slot == slot { return }
                try work.move(&claim, to: slot, booking: booking, in: atlas, quiet: quiet, at: now)
            }
            return .redirect("/klaim/status")
        } catch let refusal as Refusal {
            guard refusal != .notYours, let picture = try await picture(call) else { throw refusal }
            try await call.house.redrawAvailability()
            return change(picture, call, faults: Faults(refusal, field: "slot")).reply(to: call, status: refusal.status)
        }
    }

    private static func cancel(_ picture: ClaimPicture, _ call: Call) -> Page {
        let title = call.say("Batalkan pengajuan?", "Cancel the claim?")
        let meaning =
            picture.claim.phase == .waiting
            ? call.say("Nomor urut Anda hilang dan tidak dapat dikembalikan.", "Your place in line is lost and cannot be brought back.")
            : call.say(
                "Tempat Anda diberikan kepada orang di daftar tunggu. Anda dapat mengajukan klaim baru kapan saja.",
                "Your place goes to someone in the waiting list. You may file a new claim at any time.")
        return Page(
            title: title, back: "/klaim/status",
            body:
                "<h1>\(title)</h1><p>\(meaning)</p>\(form(call, action: "/klaim/batal", id: "f-batal", button: call.say("Batalkan pengajuan", "Cancel the claim"), style: "bad", ""))<p><a href=\"/klaim/status\">\(call.say("Tidak, kembali", "No, go back"))</a></p>"
        )
    }
}
