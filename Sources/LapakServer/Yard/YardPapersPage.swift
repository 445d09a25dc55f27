import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the pages of this file.
private enum Say {
    static let appointment = Words("Jadwal:", "Appointment:")
    static let cancel = Words("Batal", "Cancel")
    static let completeAgain = Words("Lengkap: masuk antrean", "Complete: into the line")
    static let complete = Words("Lengkap: beri nomor antrean", "Complete: give a number")
    static let notComplete = Words("Belum lengkap: cetak yang kurang", "Not complete: print what is missing")

    static func papers(of name: String) -> Words { Words("Periksa berkas: \(name)", "Check papers: \(name)") }
    static func earlier(_ claim: Claim) -> Words {
        let reason = claim.facts.reason.words
        return Words(
            "Sudah ada pengajuan \(claim.number): \(reason.id).",
            "There is a claim already, \(claim.number): \(reason.en).")
    }

    static let hasAppointment = Words("Orang ini sudah punya jadwal", "This person has an appointment")
    static let ratherToday = Words(
        """
        Bila orangnya memilih dilayani hari ini, jadwal itu dilepas dan diberikan kepada orang berikutnya di daftar tunggu.
        """,
        """
        If the person would rather be served today, that place is given up and goes to the next person of the waiting list.
        """)
    static let keep = Words("Tetap pada jadwalnya", "Keep the appointment")
    static let change = Words("Ganti dengan nomor hari ini", "Change it for a number today")

    static func stands(_ place: String, of name: String) -> Words {
        Words(
            "\(name) sudah punya jadwal: \(place). Jadwal itu tetap berlaku.",
            "\(name) has an appointment: \(place). It stands.")
    }

    static let usedUp = Words("Nomor hari ini sudah habis", "Today's numbers are used up")
    static let intoLine = Words(
        """
        Semua tempat hari ini sudah terisi. Orang ini tidak perlu datang lagi besok pagi untuk berebut: \
        masukkan ke daftar tunggu kantor ini. Nomor urutnya tetap, dan tempat yang kosong ditawarkan menurut urutan.
        """,
        """
        All places of today are taken. There is no need to come early tomorrow and race: put the person into this \
        branch's waiting list. Their place in line stays, and places that become free are offered in order.
        """)
    static let join = Words("Masukkan ke daftar tunggu", "Put into the waiting list")
    static let choosesLater = Words("Orangnya memilih jadwal sendiri nanti", "They will choose a time themselves")

    static let inLine = Words("Dalam daftar tunggu", "In the waiting list")
    static let claimNumber = Words("Nomor pengajuan", "Claim number")
    static let nextPerson = Words("Orang berikutnya", "Next person")

    static func giveNumber(at address: String) -> Words {
        Words(
            """
            Berikan nomor pengajuan ini. Dengan nomor itu dan kode ke kontak yang sudah dibuktikan, \
            orangnya melihat urutannya di \(address)/klaim.
            """,
            """
            Give out this claim number. With it and a code to a proven contact, \
            the person sees their place at \(address)/klaim.
            """)
    }
    static func waiting(_ count: Int) -> Words {
        Words(
            "Sekarang ada sekitar \(count.grouped(.id)) orang dalam daftar tunggu kantor ini.",
            "About \(count.grouped(.en)) people are in this branch's waiting list now.")
    }
}

/// The checklist of somebody who has no number yet, and the two verdicts.
enum YardPapersPage {
    static func show(
        _ form: YardForm, person: YardCheck.Person? = nil, claim: Claim? = nil, fault: Words? = nil, _ call: Call, _ desk: Desk
    ) async throws -> Reply {
        let documents = try await claim.asyncMap { claim in try await call.app.store.read { try $0.documents(of: claim.id) } } ?? []
        guard let known = person ?? claim.map(YardCheck.Person.init) else { throw Refusal.notFound }
        let faults = Faults(fault.map { .invalid(field: "ada", $0) })
        let place = try await claim.asyncMap { try await appointment($0, call) } ?? nil
        let earlier: HTML? = claim.map { claim in
            """
            <p class="box i">\(call.say(Say.earlier(claim)))\
            \(place.map { " \(call.say(Say.appointment)) \($0)." as HTML })</p>
            """
        }
        let rows = YardRows(dossier: Dossier(known.facts, documents: documents), seen: form.seen)
        let priority = form.priority.isEmpty ? YardPersonPage.priorities("", call) : nil
        return desk.page(
            call, call.say(Say.papers(of: known.name)), at: Yard.path,
            """
            \(YardPage.tablet(call, desk))\(earlier)<p>\(call.say(known.facts.reason.words))</p>\
            \(verdict(call, desk, hidden: form.hidden, rows: rows, priority: priority))\
            <p><a class="btn alt" href="\(url: desk.address(Yard.path))">\(call.say(Say.cancel))</a></p>
            """, faults: faults, assets: YardPage.assets, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    /// The boxes with the two verdicts under them.
    static func verdict(
        _ call: Call, _ desk: Desk, hidden carried: [HTML], rows: YardRows, priority: HTML?, hasNumber: Bool = false
    ) -> HTML {
        """
        <form method="post" action="\(url: desk.address("\(Yard.path)/periksa"))" id="ada" novalidate>\
        \(hidden("kunci", call.freshKey()))\(carried)\
        \(rows.html(call))\(priority)<div class="dua">\
        <button class="btn" name="aksi" value="lengkap">\(call.say(hasNumber ? Say.completeAgain : Say.complete))</button>\
        <button class="btn alt" name="aksi" value="kurang">\(call.say(Say.notComplete))</button></div></form>
        """
    }

    /// When and where the claim's appointment is; nil while it has none.
    static func appointment(_ claim: Claim, _ call: Call) async throws -> String? {
        guard claim.phase.hasPlace, let id = claim.slot, let branch = call.nation[Slot.branch(of: id)],
            let slot = try await call.app.store.read({ try $0.find(Slot.self, id) })
        else { return nil }
        return "\(slot.start.text(in: branch.zone, call.language)), \(branch.name) (\(call.say(slot.channel.words)))"
    }
}

/// The person has an appointment: it stands, unless they would rather be served today.
enum YardAppointmentPage {
    static func show(_ form: YardForm, _ claim: Claim, _ call: Call, _ desk: Desk) async throws -> Reply {
        let place = try await YardPapersPage.appointment(claim, call) ?? ""
        let action = desk.address("\(Yard.path)/periksa")
        return desk.page(
            call, call.say(Say.hasAppointment), at: Yard.path,
            """
            <p class="box i">\(call.say(Say.stands(place, of: claim.name)))</p>\
            <p>\(call.say(Say.ratherToday))</p>\
            <p><a class="btn" href="\(url: desk.address(Yard.path))">\(call.say(Say.keep))</a></p>\
            <form method="post" action="\(url: action)" id="f-ubah">\(hidden("kunci", call.freshKey()))\
            \(form.hidden)\(form.ticks)\
            <button class="btn alt" name="aksi" value="ubah">\(call.say(Say.change))</button></form>
            """, assets: YardPage.assets)
    }
}

/// Today's numbers are used up: the person stands in the line for this branch, and knows where.
enum YardFullPage {
    static func ask(_ form: YardForm, _ call: Call, _ desk: Desk) -> Reply {
        let action = desk.address("\(Yard.path)/periksa")
        return desk.page(
            call, call.say(Say.usedUp), at: Yard.path,
            """
            <p class="box w">\(call.say(Say.intoLine))</p>\
            <form method="post" action="\(url: action)" id="f-tunggu">\(hidden("kunci", call.freshKey()))\
            \(form.hidden)\(form.ticks)\
            <button class="btn" name="aksi" value="tunggu">\(call.say(Say.join))</button></form>\
            <p><a class="btn alt" href="\(url: desk.address(Yard.path))">\(call.say(Say.choosesLater))</a></p>
            """, assets: YardPage.assets, status: .conflict)
    }

    static func queued(_ claim: Claim, _ ticket: Ticket, _ call: Call, _ desk: Desk) async throws -> Reply {
        let waiting = call.app.availability.waiting[desk.branch.id] ?? 0
        let give = Say.giveNumber(at: call.app.settings.address)
        return desk.page(
            call, call.say(Say.inLine), at: Yard.path,
            """
            <div class="done"><p>\(call.say(Say.claimNumber))</p><p class="nomor">\("\(claim.number)")</p></div>\
            <p>\(call.say(give))</p>\(YardContacts.html(claim, call, desk))\
            <p>\(call.say(Say.waiting(max(1, waiting))))</p>\
            <p><a class="btn" href="\(url: desk.address(Yard.path))">\(call.say(Say.nextPerson))</a></p>
            """, assets: YardPage.assets)
    }
}
