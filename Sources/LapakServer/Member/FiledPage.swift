import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of what everyone sees who has filed.
private enum Say {
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

    static let newsByPhone = Words("Kabar lewat HP", "News by phone")
    static let sendCode = Words("Kirim kode", "Send the code")

    static func provePhone(_ number: PhoneNumber) -> Words {
        Words(
            "Buktikan nomor \(number.text) bila Anda juga mau kabar lewat WhatsApp atau SMS. Kami kirim kode ke sana.",
            "Prove the number \(number.text) if you want news by WhatsApp or SMS, too. We send a code there.")
    }
    static func paid(within days: Int) -> Words {
        Words(
            "Bila lengkap dan benar, uang dikirim ke rekening Anda sendiri dalam \(days) hari kerja.",
            "When everything is complete and correct, the money is sent to your own account within \(days) working days.")
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
    let view: ClaimView
    let papers: PaperView
    /// The confirmation, or what came after it, that did not arrive.
    var undelivered: Message?

    static func routes(_ routes: Routes) {
        routes.get("/daftar/selesai") { call in
            let registration = try await call.registration()
            guard let claim = registration.claim else { return .redirect(registration.step.path) }
            guard try await call.ownClaim() == claim else { return .redirect("/klaim/status") }
            let papers = try await PaperView.load(claim, call)
            let view = try await ClaimView.load(claim, call)
            return FiledPage(view: view, papers: papers, undelivered: try await RefusedMail.newest(view.claim, call)).reply(call)
        }
    }

    func reply(_ call: Call) -> Reply {
        if view.isOnsite { return onsite(call) }
        let waiting = view.claim.phase == .waiting
        let title = call.say(waiting ? Say.inLine : Say.received)
        let calendar: HTML = """
            <p><a href="/klaim/kalender.ics">\(call.say(Say.toCalendar))</a> · \
            <a href="/klaim/bukti">\(call.say(Say.printProof))</a></p>
            """
        let body: HTML = """
            \(done(title, call))\
            \(view.appointment(call).map { box(.info, "<p>\(call.say(Say.byVideo))<br>\($0)</p>") })\
            <h2>\(call.say(Say.next))</h2>\(waiting ? view.line(call) : steps(call))\
            \(StatusPapers(view: papers, call: call).missing)\
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
                \(view.number(papers, call))\
                <p>\(call.say(Say.paid(within: call.policy.interviews.payWithin)))</p>\
                <p><a href="/klaim/status">\(call.say(Say.seeStatus))</a></p>\
                \(keepNumber(call))
                """
        ).reply(to: call)
    }

    private func done(_ title: String, _ call: Call) -> HTML {
        let number = view.claim.number.description
        return "<div class=\"done\"><h1>\(title)</h1>\(call.say(Say.claimNumber)) <b class=\"num\">\(number)</b></div>"
    }

    private func keepNumber(_ call: Call) -> HTML {
        if let undelivered {
            return "<p>\(call.say(Say.keepNumber))</p>\(RefusedMail.box(undelivered, call))\(provePhone(call))"
        }
        return "<p>\(call.say(Say.keepNumber)) \(view.claim.email.map { call.say(Say.sentTo($0)) } ?? "")</p>\(provePhone(call))"
    }

    /// Nobody has to: what was proven is enough.
    private func provePhone(_ call: Call) -> HTML? {
        let claim = view.claim
        guard claim.phase.isLive, claim.contacts[.phone].proven == nil, call.app.reach.first(for: .proof) != nil else { return nil }
        let button = form(
            call, action: "/klaim/kontak/kirim", id: "f-hp", button: call.say(Say.sendCode), style: "alt",
            hidden("kontak", Contacts.Way.phone.rawValue))
        return "<h2>\(call.say(Say.newsByPhone))</h2><p>\(call.say(Say.provePhone(claim.phone)))</p>\(button)"
    }

    private func steps(_ call: Call) -> HTML {
        guard let slot = view.slot, let branch = call.nation[slot.branch] else { return .empty }
        return """
            <ol><li>\(call.say(Say.sendBy)) <strong>\(papers.lastMinute(call.language) ?? "-")</strong>.</li>\
            <li>\(call.say(Say.officerCalls(branch)))</li><li>\(call.say(Say.paid(within: call.policy.interviews.payWithin)))</li></ol>
            """
    }
}
