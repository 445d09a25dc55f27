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
            let (atlas, now, quiet) = (call.atlas, call.now, call.house.chance.quiet(call.policy))
            let accepts = call.form["jawab"] == "terima"
            guard accepts || call.form["jawab"] == "tolak" else { return .redirect("/tawaran/\(key.word)") }
            _ = try await call.house.store.write { work in
                accepts ? try work.accept(key.pass, in: atlas, at: now) : try work.decline(key.pass, quiet: quiet, at: now)
            }
            return .redirect("/tawaran/\(key.word)")
        }
    }

    private static func key(_ call: Call) -> Key<Booking>? { call.parameters.get("kunci").flatMap { Key($0) } }

    private static func load(_ key: Key<Booking>, _ call: Call) async throws -> (Booking, Claim) {
        try await call.house.store.read { connection in
            guard let booking = try connection.find(Booking.self, key.id), booking.secret == key.pass.hash,
                let claim = try booking.claim.flatMap({ try connection.find(Claim.self, $0) })
            else { throw Refusal.notFound }
            return (booking, claim)
        }
    }

    private static func page(_ booking: Booking, _ claim: Claim, _ key: Key<Booking>, _ call: Call) -> Page {
        let zone = call.atlas[booking.branch]?.zone ?? .wib
        let place = "\(booking.start.text(in: zone, call.language)), \(call.atlas[booking.branch]?.name ?? "")"
        let mine = claim.booking == booking.id && booking.phase != .released
        if mine {
            let title = call.say("Tempat ini menjadi jadwal Anda", "This place is your appointment")
            return Page(
                title: title,
                body:
                    "<div class=\"done\"><h1>\(title)</h1>\(place)</div><p>\(call.say("Nomor pengajuan", "Claim number")) <strong class=\"num\">\(claim.number.description)</strong>. \(call.say("Kami mengirim konfirmasi dan berkas kalender lewat e-mail.", "We sent a confirmation and a calendar file by e-mail."))</p><p><a href=\"/klaim?nomor=\(claim.number.value)\">\(call.say("Lihat status pengajuan", "See the claim's status"))</a></p>"
            )
        }
        guard booking.phase == .offered, let due = booking.due, call.now < due else {
            let title = call.say("Tawaran ini sudah lewat", "This offer has passed")
            return Page(
                title: title,
                body:
                    "<h1>\(title)</h1><div class=\"box i\"><p>\(call.say(Refusal.offerGone.words))</p></div><p><a href=\"/klaim?nomor=\(claim.number.value)\">\(call.say("Lihat urutan Anda", "See your place in line"))</a></p>"
            )
        }
        let title = call.say("Ada tempat untuk Anda", "There is a place for you")
        return Page(
            title: title,
            body: """
                <h1>\(title)</h1><div class="box i"><p><strong>\(place)</strong></p><p>\(call.say("Hanya untuk Anda sampai", "Yours alone until")) <strong>\(due.text(in: zone, call.language))</strong> \
                (<time data-until="\(due.utcISO)">\((due - call.now).textLeft(call.language))</time>).</p></div>\
                <form method="post" action="/tawaran/\(key.word)" id="f-jawab"><button class="btn" name="jawab" value="terima">\(call.say("Ambil tempat ini", "Take this place"))</button> \
                <button class="btn alt" name="jawab" value="tolak">\(call.say("Tidak cocok, tunggu tawaran lain", "Does not suit, wait for another offer"))</button></form>\
                <p>\(call.say("Bila Anda tidak menjawab, tempat ini untuk urutan berikutnya dan nomor urut Anda tetap.", "If you do not answer, it goes to the next person and your place in line stays."))</p>
                """)
    }
}
