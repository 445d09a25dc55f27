import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// What a member takes along: the calendar file and the printable proof.
enum ClaimFiles {
    static func calendar(_ view: ClaimView, _ call: Call) throws -> Reply {
        guard let text = calendarText(view.claim, slot: view.slot, nation: call.nation, at: call.now, language: call.language) else {
            throw Refusal.notFound
        }
        var reply = Reply(type: "text/calendar; charset=utf-8", body: text)
        reply.fields.append((.contentDisposition, "attachment; filename=\"lapak-asik.ics\""))
        return reply
    }

    /// Nil while there is no appointment.
    static func calendarText(_ claim: Claim, slot: Slot?, nation: Nation, at now: Instant, language: Language, cancelled: Bool = false)
        -> String?
    {
        guard let slot, let branch = nation[slot.branch] else { return nil }
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
            uid: "\(claim.number.value)@lapak-asik", sequence: claim.sequence, stamp: now, start: slot.start,
            end: slot.end,
            zone: branch.zone, summary: Words("Wawancara klaim JHT", "JHT claim interview")[language],
            description: isOnsite
                ? onsite[language]
                : byVideo[language],
            location: isOnsite ? branch.name : Words("Panggilan video, \(branch.name)", "Video call, \(branch.name)")[language], url: nil,
            cancelled: cancelled
        ).text
    }

    static func proof(_ view: ClaimView, _ papers: PaperView, _ call: Call) -> Reply {
        let title = call.say("Bukti pengajuan klaim JHT", "Proof of a JHT claim")
        let claim = view.claim
        let branch = view.slot.flatMap { call.nation[$0.branch] }
        let rows: [(String, String)] = [
            (call.say("Nomor pengajuan", "Claim number"), claim.number.description), (call.say("Nama", "Name"), claim.name),
            ("NIK", claim.nik.masked),
            (call.say("Sebab klaim", "Reason"), call.say(claim.reason.words)),
            (call.say("Jadwal", "Appointment"), view.slot.map { $0.start.text(in: branch?.zone ?? .wib, call.language) } ?? "-"),
            (call.say("Kantor", "Branch"), branch?.name ?? "-"),
            (call.say("Nomor antrean", "Queue number"), view.walkIn?.number.text ?? "-"),
            (call.say("Diterima", "Received"), claim.filed.text(in: branch?.zone ?? .wib, call.language)),
            (call.say("Batas waktu dokumen", "Papers' deadline"), papers.lastMinute(call.language) ?? "-"),
            (call.say("Dokumen", "Papers"), call.say(papers.dossier.progress)),
            (call.say("Belum dikirim", "Not yet sent"), StatusPapers(view: papers, call: call).names ?? "-"),
        ]
        let list = rows.html { name, value in "<div><dt>\(name)</dt><dd>\(value)</dd></div>" }
        let hint = call.say("Cetak halaman ini dari peramban Anda bila perlu.", "Print this page from your browser if you need it.")
        return Page(title: title, body: "<h1>\(title)</h1><dl class=\"kv\">\(list)</dl><p>\(hint)</p>").reply(to: call)
    }
}
