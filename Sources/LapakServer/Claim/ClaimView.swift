import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of these pieces.
private enum Say {
    static let drawTonight = Words("Urutan Anda ditentukan undian malam ini", "Tonight's draw decides your place in line")
    static let choices = Words("Pilihan Anda:", "Your choices:")
    static let offerComes = Words(
        """
        Bila ada tempat, kami kirim tawaran ke kontak yang sudah Anda buktikan. Tempat itu hanya untuk Anda sampai batas waktunya. \
        Bila Anda tidak menjawab, nomor urut Anda tetap.
        """,
        """
        When there is a place, we send an offer to the contact that you have proven. It is yours alone until its deadline. \
        If you do not answer, your place in line stays.
        """)
    static let queueNumber = Words("Nomor antrean", "Queue number")
    static let comeThen = Words(
        """
        Datang pada waktu itu dan tunjukkan nomor ini kepada petugas di halaman kantor. \
        Anda berbicara dengan petugas di bilik, tanpa kontak.
        """,
        "Come at that time and show this number to the officer in the yard. You talk to an officer in a booth, without contact.")
    static let bring = Words("Bawa dokumen asli:", "Bring the originals:")
    static let follow = Words("Ikuti nomor saya", "Follow my number")
    static let printTicket = Words("Cetak karcis", "Print the ticket")
    static let giveUp = Words("Batalkan nomor", "Give the number up")

    static func place(_ position: Int) -> Words {
        Words("Anda di urutan ke-\(position.grouped(.id))", "Your place in line: \(position.grouped(.en))")
    }
}

/// A claim with everything that a page about it shows.
struct ClaimView: Sendable {
    let claim: Claim
    let slot: Slot?
    let ticket: Ticket?
    let offer: Booking?
    let forecast: WaitForecast?
    /// The number at a branch, where the claim has one today.
    let walkIn: WalkIn?

    /// The place is at a branch, not a video call.
    var isOnsite: Bool { claim.phase.hasPlace && claim.slot.map { Slot.channel(of: $0) } == .onsite }

    static func load(_ id: ID<Claim>, _ call: Call) async throws -> ClaimView {
        let availability = call.app.availability
        return try await call.app.store.read { connection in
            guard let claim = try connection.find(Claim.self, id) else { throw Refusal.notFound }
            let ticket = try claim.ticket.flatMap { try connection.find(Ticket.self, $0) }
            return ClaimView(
                claim: claim, slot: try claim.slot.flatMap { try connection.find(Slot.self, $0) }, ticket: ticket,
                offer: try ticket?.booking.flatMap { try connection.find(Booking.self, $0) },
                forecast: try ticket.flatMap { $0.isLive ? try WaitingList.forecast(for: $0, in: availability, connection) : nil },
                walkIn: try connection.walkIn(of: id))
        }
    }

    /// Where the claim stands in line, how long it may take, and what that rests on.
    func line(_ call: Call) -> HTML? {
        guard let ticket, let forecast, claim.phase == .waiting else { return nil }
        let place = ticket.drawn ? Say.place(forecast.ahead + 1) : Say.drawTonight
        return box(
            .info,
            """
            <p><strong>\(call.say(place))</strong></p><p>\(forecast.text(call.language)) \(forecast.basis(call.language))</p>\
            <p>\(call.say(Say.choices)) \(ticket.wish.text(call)).</p><p>\(call.say(Say.offerComes))</p>
            """)
    }

    /// The number, when to be there with what, and the way to follow it. Nil for everybody without one.
    func number(_ papers: PaperView, _ call: Call) -> HTML? {
        guard let walkIn, let slot, let branch = call.nation[slot.branch] else { return nil }
        let key = call.app.secrets.walkInKey(walkIn.id).word
        let number: HTML = "<strong class=\"num nomor-besar\" id=\"nomor-antrean\">\(walkIn.number.text)</strong>"
        return """
            <div class="box i"><p>\(call.say(Say.queueNumber)) \(number)</p>\
            <p><strong>\(slot.arrival(in: branch.zone, call.language))</strong><br>\(branch.name)</p>\
            <p>\(call.say(Say.comeThen))</p></div>\
            <p>\(call.say(Say.bring))</p><ul>\(papers.dossier.bring.html { "<li>\(call.say($0))</li>" })</ul>\
            <p><a class="btn" href="/nomor/\(key)">\(call.say(Say.follow))</a></p>\
            <p><a href="/nomor/\(key)/karcis">\(call.say(Say.printTicket))</a> · \
            <a href="/nomor/\(key)/batal">\(call.say(Say.giveUp))</a></p>
            """
    }

    /// When and where, in the branch's own time.
    func appointment(_ call: Call) -> HTML? {
        guard let slot, let branch = call.nation[slot.branch], claim.phase.hasPlace else { return nil }
        let (moment, zone) = (slot.start.iso(in: branch.zone), Int(branch.zone.offset / 60))
        let time: HTML = """
            <time datetime="\(moment)" data-zone="\(zone)">\(slot.start.text(in: branch.zone, call.language))</time>
            """
        return "<strong>\(time)</strong><br>\(branch.name)"
    }
}
