import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let title = Words("Siapa yang terbuka di sini", "Who is open here")
    static let nobody = Words("Tidak ada pengajuan yang terbuka di sini", "No claim is open here")
    static let openHere = Words("Peramban ini membuka pengajuan:", "This browser has this claim open:")
    static let formHere = Words("Peramban ini menyimpan isian yang belum dikirim:", "This browser keeps a form that was not sent yet:")
    static let unnamed = Words("belum bernama", "without a name yet")
    static let notYou = Words(
        "Bukan Anda, atau ponsel ini dipakai bersama? Keluar dulu, lalu masuk dengan nomor Anda sendiri. Pengajuan tetap berjalan.",
        "Not you, or is this phone shared? Sign out first, then sign in with your own number. The claim itself goes on.")
    static let formEnds = Words(
        "Isian yang belum dikirim ikut terhapus, dan tempat yang ditahan untuknya dilepas.",
        "A form that was not sent is deleted, too, and the place that was held for it is given back.")
    static let signOut = Words("Keluar dari ponsel ini", "Sign out on this phone")
    static let everywhere = Words("Keluar dari semua perangkat", "Sign out on every device")
    static let done = Words("Anda sudah keluar dari ponsel ini", "You are signed out on this phone")
    static let nothingOpens = Words(
        "Yang tadi terbuka di sini tidak dapat dibuka lagi tanpa nomor pengajuan dan kode baru.",
        "What was open here cannot be opened again without the claim's number and a new code.")
    static let stillOpen = Words("Yang masih terbuka", "What is still open")
    static let linksStay = Words(
        """
        Tautan tawaran dan halaman nomor antrean tetap dapat dibuka oleh siapa pun yang memegang alamatnya; \
        isinya tidak membuka pengajuan. Hapus pesannya dari ponsel yang dipakai bersama.
        """,
        """
        Links to offers and the page of a queue number can still be opened by whoever has their address; \
        they do not open the claim. Delete those messages from a shared phone.
        """)
    static let nothingElse = Words("Pengajuan ini tidak terbuka di perangkat lain.", "The claim is open on no other device.")
    static let withNumber = Words("Masuk dengan nomor pengajuan", "Go on with the claim number")

    static func others(_ count: Int) -> Words {
        Words(
            "Pengajuan ini masih terbuka di \(count) perangkat atau peramban lain.",
            count == 1
                ? "The claim is still open on 1 other device or browser." : "The claim is still open on \(count) other devices or browsers."
        )
    }
}

/// Whose claim this browser has open, and the way out: here, or on every device. Afterwards it says what is still open.
enum SignOutPage {
    static let path = "/klaim/keluar"

    static func routes(_ routes: Routes) {
        routes.get(path) { call in
            if let others = call.query("lain") { return signedOut(Int(others) ?? 0, call).reply(to: call) }
            return try await page(call).reply(to: call)
        }
        routes.post(path) { call in
            let (keys, everywhere) = (call.browserKeys, call.form["semua"] == "ya")
            if everywhere { _ = try await call.holder() }
            let others = try await call.app.store.write(in: call.context()) { work in
                let holder = try work.holder(of: keys)
                if everywhere, let claim = holder?.claim { try work.endEverywhere(claim.id) }
                try work.end(keys)
                return try holder.map { try work.openDevices(of: $0.claim.id) } ?? 0
            }
            var reply = Reply.redirect(
                "\(path)?lain=\(others)",
                cookies: [Call.visitCookie, Call.registrationCookie, Call.papersCookie].map { Cookie($0, "", maxAge: 0) })
            // Unfinished files and drafts do not stay on a shared phone.
            reply.fields.append((.clearSiteData, "\"storage\""))
            return reply
        }
    }

    private static func page(_ call: Call) async throws -> Page {
        do {
            let holder = try await call.holder()
            let (keys, now) = (call.browserKeys, call.now)
            let others = try await call.app.store.read { try $0.openDevices(of: holder.claim.id, besides: keys, at: now) }
            return open(holder.claim, others, call)
        } catch Refusal.notYours {}
        if let registration = try? await call.registration(), registration.claim == nil { return form(registration, call) }
        return nobody(call)
    }

    private static func open(_ claim: Claim, _ others: Int, _ call: Call) -> Page {
        let title = call.say(Say.title)
        let out = LapakWeb.form(call, action: path, id: "f-keluar", button: call.say(Say.signOut), "")
        let everywhere = LapakWeb.form(
            call, action: path, id: "f-semua", button: call.say(Say.everywhere), style: "alt", hidden("semua", "ya"))
        return Page(
            title: title, back: "/klaim/status",
            body: """
                <h1>\(title)</h1><p>\(call.say(Say.openHere)) <strong class="num">\(claim.number.description)</strong>, \
                \(claim.shortName).</p><p>\(call.say(Say.notYou))</p>\(out)\
                <h2>\(call.say(Say.stillOpen))</h2><p>\(call.say(others == 0 ? Say.nothingElse : Say.others(others)))</p>\
                <p>\(call.say(Say.linksStay))</p>\(everywhere)
                """)
    }

    private static func form(_ registration: Registration, _ call: Call) -> Page {
        let title = call.say(Say.title)
        let name = registration.name.flatMap { PersonName($0)?.short } ?? call.say(Say.unnamed)
        return Page(
            title: title, back: registration.step.path,
            body: """
                <h1>\(title)</h1><p>\(call.say(Say.formHere)) \(name).</p><p>\(call.say(Say.formEnds))</p>\
                \(LapakWeb.form(call, action: path, id: "f-keluar", button: call.say(Say.signOut), ""))
                """)
    }

    private static func nobody(_ call: Call) -> Page {
        let title = call.say(Say.nobody)
        return Page(
            title: title, back: "/",
            body: "<h1>\(title)</h1><p><a class=\"btn\" href=\"/klaim\">\(call.say(Say.withNumber))</a></p>")
    }

    private static func signedOut(_ others: Int, _ call: Call) -> Page {
        let title = call.say(Say.done)
        let still: HTML? = others > 0 ? "<p>\(call.say(Say.others(others)))</p>" : nil
        return Page(
            title: title, back: "/",
            body: """
                <h1>\(title)</h1><p>\(call.say(Say.nothingOpens))</p><h2>\(call.say(Say.stillOpen))</h2>\(still)\
                <p>\(call.say(Say.linksStay))</p>\
                <p><a class="btn" href="/klaim">\(call.say(Say.withNumber))</a></p>
                """)
    }
}
