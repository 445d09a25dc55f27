import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb

/// An offered place behind its link. Opening it changes nothing (mail scanners open everything); taking it does, once.
enum OfferPage {
    static func routes(_ routes: Routes) {
        routes.get("/tawaran/{kunci}") { call in
            guard let key = key(call) else { throw Refusal.notFound }
            let (booking, claim) = try await load(key, call)
            return page(booking, claim, key, call).reply(to: call)
        }
        routes.post("/tawaran/{kunci}") { call in
            guard let key = key(call) else { throw Refusal.notFound }
            let accepts = call.form["jawab"] == "terima"
            guard accepts || call.form["jawab"] == "tolak" else { return .redirect("/tawaran/\(key.word)") }
            _ = try await call.app.store.write(in: call.context()) { work in
                accepts ? try work.accept(key.pass) : try work.decline(key.pass)
            }
            return .redirect("/tawaran/\(key.word)")
        }
    }

    private static func key(_ call: Call) -> Key<Booking>? { call.parameters.get("kunci").flatMap { Key($0) } }

    private static func load(_ key: Key<Booking>, _ call: Call) async throws -> (Booking, Claim) {
        try await call.app.store.read { connection in
            guard let booking = try connection.find(Booking.self, key.id), booking.secret == key.pass.hash,
                let claim = try booking.claim.flatMap({ try connection.find(Claim.self, $0) })
            else { throw Refusal.notFound }
            return (booking, claim)
        }
    }

    private static func page(_ booking: Booking, _ claim: Claim, _ key: Key<Booking>, _ call: Call) -> Page {
        let zone = call.nation[booking.branch]?.zone ?? .wib
        let place = "\(booking.start.text(in: zone, call.language)), \(call.nation[booking.branch]?.name ?? "")"
        if claim.booking == booking.id && booking.phase != .released { return taken(place, claim, call) }
        guard booking.phase == .offered, let due = booking.due, call.now < due else { return passed(booking, claim, call) }
        let title = call.say(Say.open)
        return Page(
            title: title,
            body: """
                <h1>\(title)</h1><p class="hint">\(claim.number.description) · \(claim.maskedName)</p>\
                <div class="box i"><p><strong>\(place)</strong></p>\
                <p>\(call.say(Say.yoursUntil)) <strong>\(due.text(in: zone, call.language))</strong> \
                (<time data-until="\(due.utcISO)">\((due - call.now).textLeft(call.language))</time>).</p></div>\
                <form method="post" action="/tawaran/\(key.word)" id="f-jawab">\
                <button class="btn" name="jawab" value="terima">\(call.say(Say.take))</button> \
                <button class="btn alt" name="jawab" value="tolak">\(call.say(Say.decline))</button></form>\
                <p>\(call.say(Say.noAnswer))</p>
                """)
    }

    private static func taken(_ place: String, _ claim: Claim, _ call: Call) -> Page {
        let title = call.say(Say.taken)
        return Page(
            title: title,
            body: """
                <div class="done"><h1>\(title)</h1>\(place)</div>\
                <p>\(call.say(Say.number)) <strong class="num">\(claim.number.description)</strong>. \(call.say(Say.sent))</p>\
                <p><a href="/klaim?nomor=\(claim.number.value)">\(call.say(Say.seeStatus))</a></p>
                """)
    }

    /// Over: because the person said no, or because the time had passed.
    private static func passed(_ booking: Booking, _ claim: Claim, _ call: Call) -> Page {
        let title = call.say(booking.declined ? Say.declined : Say.passed)
        let words = booking.declined ? Refusal.offerDeclined.words : Refusal.offerGone.words
        return Page(
            title: title,
            body: """
                <h1>\(title)</h1>\(box(.info, "<p>\(call.say(words))</p>"))\
                <p><a href="/klaim?nomor=\(claim.number.value)">\(call.say(Say.seePlace))</a></p>
                """)
    }
}

/// The sentences of the page.
private enum Say {
    static let open = Words("Ada tempat untuk Anda", "There is a place for you")
    static let yoursUntil = Words("Hanya untuk Anda sampai", "Yours alone until")
    static let take = Words("Ambil tempat ini", "Take this place")
    static let decline = Words("Tidak cocok, tunggu tawaran lain", "Does not suit, wait for another offer")
    static let noAnswer = Words(
        "Bila Anda tidak menjawab, tempat ini untuk urutan berikutnya dan nomor urut Anda tetap.",
        "If you do not answer, it goes to the next person and your place in line stays.")
    static let taken = Words("Tempat ini menjadi jadwal Anda", "This place is your appointment")
    static let number = Words("Nomor pengajuan", "Claim number")
    static let sent = Words(
        "Kami mengirim konfirmasi dan berkas kalender lewat e-mail.", "We sent a confirmation and a calendar file by e-mail.")
    static let seeStatus = Words("Lihat status pengajuan", "See the claim's status")
    static let passed = Words("Tawaran ini sudah lewat", "This offer has passed")
    static let declined = Words("Anda menolak tawaran ini", "You declined this offer")
    static let seePlace = Words("Lihat urutan Anda", "See your place in line")
}
