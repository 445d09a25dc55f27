import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

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
        let place: String =
            ticket.drawn
            ? call.say("Anda di urutan ke-\((forecast.ahead + 1).grouped(.id))", "Your place in line: \((forecast.ahead + 1).grouped(.en))")
            : call.say("Urutan Anda ditentukan undian malam ini", "Tonight's draw decides your place in line")
        return """
            <div class="box i"><p><strong>\(place)</strong></p><p>\(forecast.text(call.language)) \(forecast.basis(call.language))</p>\
            <p>\(call.say("Pilihan Anda:", "Your choices:")) \(ticket.wish.text(call)).</p>\
            <p>\(call.say("Bila ada tempat, kami kirim tawaran lewat e-mail. Tempat itu hanya untuk Anda sampai batas waktunya. Bila Anda tidak menjawab, nomor urut Anda tetap.", "When there is a place, we send an offer by e-mail. It is yours alone until its deadline. If you do not answer, your place in line stays."))</p></div>
            """
    }

    /// The number, when to be there with what, and the way to follow it. Nil for everybody without one.
    func number(_ papers: PaperPicture, _ call: Call) -> HTML? {
        guard let visit, let slot, let branch = call.atlas[slot.branch] else { return nil }
        let key = call.house.chance.visitKey(visit.id).word
        return """
            <div class="box i"><p>\(call.say("Nomor antrean", "Queue number")) <strong class="num nomor-besar" id="nomor-antrean">\(visit.number.text)</strong></p>\
            <p><strong>\(slot.arrival(in: branch.zone, call.language))</strong><br>\(branch.name)</p>\
            <p>\(call.say("Datang pada waktu itu dan tunjukkan nomor ini kepada petugas di halaman kantor. Anda berbicara dengan petugas di bilik, tanpa kontak.", "Come at that time and show this number to the officer in the yard. You talk to an officer in a booth, without contact."))</p></div>\
            <p>\(call.say("Bawa dokumen asli:", "Bring the originals:"))</p><ul>\(papers.dossier.bring.html { "<li>\(call.say($0))</li>" })</ul>\
            <p><a class="btn" href="/nomor/\(key)">\(call.say("Ikuti nomor saya", "Follow my number"))</a></p>\
            <p><a href="/nomor/\(key)/karcis">\(call.say("Cetak karcis", "Print the ticket"))</a> · <a href="/nomor/\(key)/batal">\(call.say("Batalkan nomor", "Give the number up"))</a></p>
            """
    }

    /// When and where, in the branch's own time.
    func appointment(_ call: Call) -> HTML? {
        guard let slot, let branch = call.atlas[slot.branch], claim.phase.hasPlace else { return nil }
        return
            "<strong><time datetime=\"\(slot.start.iso(in: branch.zone))\" data-zone=\"\(Int(branch.zone.offset / 60))\">\(slot.start.text(in: branch.zone, call.language))</time></strong><br>\(branch.name)"
    }
}
