import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The checklist of somebody who has no number yet, and the two verdicts.
enum YardPapersPage {
    static func show(
        _ form: YardForm, person: YardCheck.Person? = nil, claim: Claim? = nil, fault: Words? = nil, _ call: Call, _ desk: Desk
    ) async throws -> Reply {
        let documents = try await claim.asyncMap { claim in try await call.house.store.read { try $0.documents(of: claim.id) } } ?? []
        guard let known = person ?? claim.map(YardCheck.Person.init) else { throw Refusal.notFound }
        let faults = Faults(fault.map { .invalid(field: "ada", $0) })
        let place = try await claim.asyncMap { try await appointment($0, call) } ?? nil
        let earlier: HTML? = claim.map { claim in
            """
            <p class="box i">\(call.say("Sudah ada pengajuan \(claim.number): \(call.say(claim.facts.reason.words)).", "There is a claim already, \(claim.number): \(call.say(claim.facts.reason.words))."))\
            \(place.map { " \(call.say("Jadwal:", "Appointment:")) \($0)." as HTML })</p>
            """
        }
        return desk.page(
            call, call.say("Periksa berkas: \(known.name)", "Check papers: \(known.name)"), at: Yard.path,
            """
            \(YardPage.tablet(call, desk))\(earlier)<p>\(call.say(known.facts.reason.words))</p>\
            \(verdict(call, desk, hidden: form.hidden, rows: YardRows(dossier: Dossier(known.facts, documents: documents), seen: form.seen), priority: form.priority.isEmpty ? YardPersonPage.priorities("", call) : nil))\
            <p><a class="btn alt" href="\(url: desk.address(Yard.path))">\(call.say("Batal", "Cancel"))</a></p>
            """, faults: faults, assets: YardPage.assets, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    /// The boxes with the two verdicts under them.
    static func verdict(_ call: Call, _ desk: Desk, hidden: [HTML], rows: YardRows, priority: HTML?, hasNumber: Bool = false) -> HTML {
        """
        <form method="post" action="\(url: desk.address("\(Yard.path)/periksa"))" id="ada" novalidate><input type="hidden" name="kunci" value="\(call.freshKey())">\(hidden)\
        \(rows.html(call))\(priority)<div class="dua">\
        <button class="btn" name="aksi" value="lengkap">\(hasNumber ? call.say("Lengkap: masuk antrean", "Complete: into the line") : call.say("Lengkap: beri nomor antrean", "Complete: give a number"))</button>\
        <button class="btn alt" name="aksi" value="kurang">\(call.say("Belum lengkap: cetak yang kurang", "Not complete: print what is missing"))</button></div></form>
        """
    }

    /// When and where the claim's appointment is; nil while it has none.
    static func appointment(_ claim: Claim, _ call: Call) async throws -> String? {
        guard claim.phase.hasPlace, let id = claim.slot, let branch = call.atlas[Slot.branch(of: id)],
            let slot = try await call.house.store.read({ try $0.find(Slot.self, id) })
        else { return nil }
        return "\(slot.start.text(in: branch.zone, call.language)), \(branch.name) (\(call.say(slot.channel.words)))"
    }
}

/// The person has an appointment: it stands, unless they would rather be served today.
enum YardAppointmentPage {
    static func show(_ form: YardForm, _ claim: Claim, _ call: Call, _ desk: Desk) async throws -> Reply {
        let place = try await YardPapersPage.appointment(claim, call) ?? ""
        let ticks = form.seen.html { "<input type=\"hidden\" name=\"ada\" value=\"\($0.rawValue)\">" }
        return desk.page(
            call, call.say("Orang ini sudah punya jadwal", "This person has an appointment"), at: Yard.path,
            """
            <p class="box i">\(call.say("\(claim.name) sudah punya jadwal: \(place). Jadwal itu tetap berlaku.", "\(claim.name) has an appointment: \(place). It stands."))</p>\
            <p>\(call.say("Bila orangnya memilih dilayani hari ini, jadwal itu dilepas dan diberikan kepada orang berikutnya di daftar tunggu.", "If the person would rather be served today, that place is given up and goes to the next person of the waiting list."))</p>\
            <p><a class="btn" href="\(url: desk.address(Yard.path))">\(call.say("Tetap pada jadwalnya", "Keep the appointment"))</a></p>\
            <form method="post" action="\(url: desk.address("\(Yard.path)/periksa"))" id="f-ubah"><input type="hidden" name="kunci" value="\(call.freshKey())">\
            \(form.hidden)\(ticks)<button class="btn alt" name="aksi" value="ubah">\(call.say("Ganti dengan nomor hari ini", "Change it for a number today"))</button></form>
            """, assets: YardPage.assets)
    }
}

/// Today's numbers are used up: the person stands in the line for this branch, and knows where.
enum YardFullPage {
    static func ask(_ form: YardForm, _ call: Call, _ desk: Desk) -> Reply {
        let ticks = form.seen.html { "<input type=\"hidden\" name=\"ada\" value=\"\($0.rawValue)\">" }
        return desk.page(
            call, call.say("Nomor hari ini sudah habis", "Today's numbers are used up"), at: Yard.path,
            """
            <p class="box w">\(call.say("Semua tempat hari ini sudah terisi. Orang ini tidak perlu datang lagi besok pagi untuk berebut: masukkan ke daftar tunggu kantor ini. Nomor urutnya tetap, dan tempat yang kosong ditawarkan menurut urutan.", "All places of today are taken. There is no need to come early tomorrow and race: put the person into this branch's waiting list. Their place in line stays, and places that become free are offered in order."))</p>\
            <form method="post" action="\(url: desk.address("\(Yard.path)/periksa"))" id="f-tunggu"><input type="hidden" name="kunci" value="\(call.freshKey())">\
            \(form.hidden)\(ticks)<button class="btn" name="aksi" value="tunggu">\(call.say("Masukkan ke daftar tunggu", "Put into the waiting list"))</button></form>\
            <p><a class="btn alt" href="\(url: desk.address(Yard.path))">\(call.say("Orangnya memilih jadwal sendiri nanti", "They will choose a time themselves"))</a></p>
            """, assets: YardPage.assets, status: .conflict)
    }

    static func queued(_ claim: Claim, _ ticket: Ticket, _ call: Call, _ desk: Desk) async throws -> Reply {
        let waiting = call.house.availability.waiting[desk.branch.id] ?? 0
        return desk.page(
            call, call.say("Dalam daftar tunggu", "In the waiting list"), at: Yard.path,
            """
            <div class="done"><p>\(call.say("Nomor pengajuan", "Claim number"))</p><p class="nomor">\("\(claim.number)")</p></div>\
            <p>\(call.say("Berikan nomor pengajuan ini. Dengan nomor itu dan kode yang kami kirim ke \(claim.phone.masked), orangnya melihat urutannya di \(call.house.settings.address)/klaim.", "Give out this claim number. With it and a code that we send to \(claim.phone.masked), the person sees their place at \(call.house.settings.address)/klaim."))</p>\
            <p>\(call.say("Sekarang ada sekitar \(max(1, waiting).grouped(.id)) orang dalam daftar tunggu kantor ini.", "About \(max(1, waiting).grouped(.en)) people are in this branch's waiting list now."))</p>\
            <p><a class="btn" href="\(url: desk.address(Yard.path))">\(call.say("Orang berikutnya", "Next person"))</a></p>
            """, assets: YardPage.assets)
    }
}
