import HTTPTypes
import LapakDomain
import LapakOutside
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let known = Words("Yang diketahui", "What is known")
    static let noAppointment = Words(
        "Belum ada jadwal: peserta dalam daftar tunggu.", "No appointment yet: the member waits in line.")
    static let deadline = Words("Batas waktu", "Deadline")
    static let onYourDesk = Words("Di meja Anda", "On your desk")
    static let takeNext = Words("Ambil berkas berikutnya", "Take the next document")
    static let newerVersion = Words(
        "Peserta sudah mengirim versi yang lebih baru. Versi ini tidak perlu diputuskan.",
        "The member sent a newer version. This one needs no verdict.")
    static let notOnYourDesk = Words(
        """
        Berkas ini tidak di meja Anda: belum diambil, atau terlalu lama tanpa dilanjutkan. Tidak ada keputusan yang tersimpan. \
        Ambil lagi dari antrean; berkas dengan batas waktu terdekat datang lebih dulu.
        """,
        """
        This document is not on your desk: never taken, or left for too long. No verdict was kept. Take it from the queue again; \
        the nearest deadline comes first.
        """)

    static func version(_ document: Document) -> Words { Words("versi \(document.version)", "version \(document.version)") }
    static func pages(_ count: Int) -> Words { Words(", \(count) halaman", ", \(count) pages") }
}

/// One document beside what is known: the picture large on the left, the facts, the checks and the verdict on the right.
struct PrecheckPage {
    let file: PrecheckFile
    let call: Call
    let desk: Desk
    /// What the member registry says now.
    let record: Record

    enum Record {
        case member(Member)
        /// The registry knows nobody with this NIK.
        case nobody
        /// The registry does not answer.
        case silent

        var member: Member? { if case .member(let member) = self { member } else { nil } }
    }

    init(file: PrecheckFile, _ call: Call, _ desk: Desk) async throws {
        self.file = file
        self.call = call
        self.desk = desk
        do throws(RegistryTrouble) {
            record = try await call.app.registry.member(nik: file.claim.nik).map { .member($0) } ?? .nobody
        } catch { record = .silent }
    }

    var document: Document { file.document }
    var zone: Zone { file.slot.flatMap { call.nation[$0.branch] }?.zone ?? desk.branch.zone }
    /// On this officer's desk, so that a verdict is possible.
    var isMine: Bool { document.isHeld(by: desk.staff.id, at: call.now) }
    var maySee: Bool { desk.staff.maySee(document, at: call.now) && document.isVisible }

    /// The page; after a verdict that was refused with the reason, and with what was typed.
    func reply(refusing refusal: Refusal? = nil) throws -> Reply {
        let faults = faults(refusal)
        let holding: HTML = " data-pegang=\"\(url: path("pegang"))\""
        return Page(
            title: "\(call.say(document.paper.words)), \(file.claim.number)", back: desk.address("/kantor/berkas"),
            body: """
                \(faults.summary(call))<div class="meja" data-meja\(when(isMine, holding))>\(head)\
                \(when(maySee, picture))<section class="tahu" aria-label="\(call.say(Say.known))">\
                \(when(!isMine, standing))\(checks)\(facts)\(earlier)\(when(isMine, verdict(faults)))</section></div>\
                \(when(isMine || maySee, keys))
                """,
            wide: true, assets: ["desk.css", "desk.js"], hasErrors: !faults.isEmpty
        ).reply(to: call, status: refusal?.status ?? .ok)
    }

    func path(_ verb: String) -> String { desk.address("/kantor/berkas/\(document.id.rawValue)/\(verb)") }

    private func faults(_ refusal: Refusal?) -> Faults {
        guard case .invalid("note", let words)? = refusal else { return Faults(refusal) }
        return Faults(.invalid(field: "catatan", words))
    }

    private var head: HTML {
        let version = call.say(Say.version(document))
        let pages = document.pages > 1 ? call.say(Say.pages(document.pages)) : ""
        return """
            <header class="kepala"><h1>\(call.say(document.paper.words)) <small>\(version)\(pages)</small></h1>\
            <p>\(deadline)\(isMine ? lease : nil)</p></header>
            """
    }

    private var deadline: HTML {
        guard let due = file.claim.papersDue else {
            return "\(call.say(Say.noAppointment))"
        }
        let left = due - call.now
        return """
            \(call.say(Say.deadline)) <strong>\(due.text(in: zone, call.language))</strong> \
            <span class="tag \(left < .days(1) ? "w" : "i")"><time data-until="\(due.utcISO)">\(left.textLeft(call.language))</time></span>
            """
    }

    private var lease: HTML? {
        document.lease.map { lease in
            """
             · \(call.say(Say.onYourDesk)) <span class="tag"><time id="sampai" data-until="\(lease.until.utcISO)">\
            \((lease.until - call.now).textLeft(call.language))</time></span>
            """
        }
    }

    /// Why there is nothing to decide here, and what to do.
    private var standing: HTML {
        """
        <div class="box w" id="isian"><p><strong>\(call.say(standingWords))</strong></p>\
        \(when(desk.may(.checkPapers), takeNext))</div>
        """
    }

    private var takeNext: HTML {
        """
        <form method="post" action="\(url: desk.address("/kantor/berkas"))" id="f-ambil">\(hidden("kunci", call.freshKey()))\
        <button class="btn" data-key="Enter a" aria-keyshortcuts="Enter A">\
        \(call.say(Say.takeNext)) <kbd>Enter</kbd></button></form>
        """
    }

    private var standingWords: Words {
        switch document.phase {
        case .checking: Words("Berkas ini masih diperiksa otomatis.", "This file is still being checked by us.")
        case .accepted: Words("Berkas ini sudah diterima.", "This document was accepted.")
        case .returned: Words("Berkas ini sudah dikembalikan kepada peserta.", "This document was given back to the member.")
        case .refused: Words("Berkas ini ditolak pemeriksaan otomatis.", "Our own checks refused this file.")
        case .superseded: Say.newerVersion
        case .withdrawn: Words("Peserta menarik kembali berkas ini.", "The member took this document back.")
        case .waiting: waitingWords
        }
    }

    private var waitingWords: Words {
        guard !document.isFree(at: call.now), let lease = document.lease else { return Say.notOnYourDesk }
        let name = file.holder?.name ?? "?"
        return Words(
            "\(name) sedang memeriksa berkas ini, sampai \(lease.until.timeText(in: zone, .id)).",
            "\(name) is checking this document, until \(lease.until.timeText(in: zone, .en)).")
    }
}
