import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

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

    /// A number at a branch today: no video call at home, no papers to send.
    private func onsite(_ call: Call) -> Reply {
        let title = call.say("Nomor Anda sudah kami catat", "We have noted your number")
        return Page(
            title: title,
            body: """
                <div class="done"><h1>\(title)</h1>\(call.say("Nomor pengajuan", "Claim number")) <b class="num">\(picture.claim.number.description)</b></div>\
                \(picture.number(papers, call))\
                <p>\(call.say("Bila lengkap dan benar, uang dikirim ke rekening Anda sendiri dalam 5 hari kerja.", "When everything is complete and correct, the money is sent to your own account within 5 working days."))</p>\
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
            <li>\(call.say("Bila lengkap dan benar, uang dikirim ke rekening Anda sendiri dalam 5 hari kerja.", "When everything is complete and correct, the money is sent to your own account within 5 working days."))</li></ol>
            """
    }
}
