import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of these pages.
private enum Say {
    static let print = Words(
        "Cetak halaman ini dari peramban, pada kertas karcis (80 mm) atau kertas biasa.",
        "Print this page from the browser, on ticket paper (80 mm) or on ordinary paper.")
    static let placeGoes = Words(
        "Tempat Anda hari ini diberikan kepada orang lain dan tidak dapat diminta kembali.",
        "Your place today goes to somebody else and cannot be asked back.")
    static let claimStays = Words(
        "Pengajuan Anda tetap ada: Anda masuk daftar tunggu, dan kami kirim tawaran bila ada jadwal.",
        "Your claim stays: you are in the waiting list, and we send an offer when there is a time.")
    static let giveUp = Words("Batalkan nomor ini", "Give this number up")
    static let signInFirst = Words(
        """
        Siapa pun yang memegang karcis atau alamat halaman ini dapat mengikuti nomornya, tetapi tidak membatalkannya. \
        Masuk dengan nomor pengajuan dan kode, lalu buka lagi halaman ini. \
        Atau lapor kepada petugas di halaman kantor.
        """,
        """
        Whoever holds the ticket or this page's address can follow the number, but not give it up. \
        Sign in with the claim's number and a code, then open this page again. \
        Or tell the officer in the yard.
        """)
    static let withNumber = Words("Masuk dengan nomor pengajuan", "Go on with the claim number")
    static let goBack = Words("Tidak, kembali", "No, go back")

    static func ticket(_ number: QueueNumber) -> Words {
        Words("Karcis nomor \(number.text)", "Ticket of number \(number.text)")
    }
    static func reallyGiveUp(_ number: QueueNumber) -> Words {
        Words("Batalkan nomor \(number.text)?", "Give number \(number.text) up?")
    }
}

/// A number on one's own phone: where it stands, live; on paper; given up. Whoever holds the key sees it, and nothing about the person.
enum NumberPages {
    static func routes(_ routes: Routes) {
        routes.get("/nomor/{kunci}") { call in
            let view = try await WalkInView.load(key: call.parameters.get("kunci"), call)
            let page = NumberPage(view: view, call: call)
            var document = Page(title: page.title, body: page.body, assets: ["number.css", "number.js"])
            document.renewsAfter = NumberPage.renewsAfter
            return hidden(document.reply(to: call))
        }
        routes.get("/nomor/{kunci}/isi") { call in
            let view = try await WalkInView.load(key: call.parameters.get("kunci"), call)
            return hidden(Reply(body: NumberPage(view: view, call: call).fragment.text))
        }
        routes.live("/nomor/{kunci}/aliran") { call in
            let walkIn = try await WalkInView.load(key: call.parameters.get("kunci"), call).walkIn
            let app = call.app
            return try Live(.walkIn(walkIn.id.rawValue), call) {
                [.changed(try await app.store.read { try Journal.head($0).position })]
            }
        }
        routes.get("/nomor/{kunci}/karcis") { call in
            let view = try await WalkInView.load(key: call.parameters.get("kunci"), call)
            let title = call.say(Say.ticket(view.walkIn.number))
            return hidden(
                Page(
                    title: title, back: view.path(call),
                    body: "<h1 class=\"layar-saja\">\(title)</h1>\(view.paper(call).html(call))\(printHint(call))",
                    assets: ["number.css"]
                ).reply(to: call))
        }
        routes.get("/nomor/{kunci}/batal") { call in
            let view = try await WalkInView.load(key: call.parameters.get("kunci"), call)
            guard NumberPage.mayGiveUp(view, call) else { return .redirect(view.path(call)) }
            guard try await isOwn(view, call) else { return hidden(signInFirst(view, call).reply(to: call, status: .forbidden)) }
            return hidden(cancel(view, call).reply(to: call))
        }
        routes.post("/nomor/{kunci}/batal") { call in
            let view = try await WalkInView.load(key: call.parameters.get("kunci"), call)
            guard try await isOwn(view, call) else { return hidden(signInFirst(view, call).reply(to: call, status: .forbidden)) }
            let id = view.walkIn.id
            do {
                try await call.changeOwnClaim { work, claim in
                    // The ticket says which number, the claim's key whose it is.
                    guard try work.get(WalkIn.self, id).claim == claim.id else { throw Refusal.notYours }
                    try work.giveUp(id, by: .member(claim.id))
                }
            } catch Refusal.walkInPhase(let phase) where !phase.isLive {}
            return .redirect(view.path(call))
        }
    }

    /// Whether this browser opens the claim behind the number. The ticket's key alone follows it, and nothing more.
    private static func isOwn(_ view: WalkInView, _ call: Call) async throws -> Bool {
        do { return try await call.ownClaim() == view.walkIn.claim } catch Refusal.notYours { return false }
    }

    static func printHint(_ call: Call) -> HTML {
        "<p class=\"layar-saja\">\(call.say(Say.print))</p>"
    }

    /// The address is the key: search machines are told to forget it.
    private static func hidden(_ reply: Reply) -> Reply {
        var reply = reply
        reply.fields.append((HTTPField.Name("X-Robots-Tag")!, "noindex"))
        return reply
    }

    private static func signInFirst(_ view: WalkInView, _ call: Call) -> Page {
        let (title, path) = (call.say(Say.reallyGiveUp(view.walkIn.number)), view.path(call))
        return Page(
            title: title, back: path,
            body: """
                <h1>\(title)</h1><p>\(call.say(Say.signInFirst))</p>\
                <p><a class="btn" href="/klaim">\(call.say(Say.withNumber))</a></p>\
                <p><a href="\(url: path)">\(call.say(Say.goBack))</a></p>
                """)
    }

    private static func cancel(_ view: WalkInView, _ call: Call) -> Page {
        let title = call.say(Say.reallyGiveUp(view.walkIn.number))
        let path = view.path(call)
        let button = form(call, action: "\(path)/batal", id: "f-batal", button: call.say(Say.giveUp), style: "bad", "")
        return Page(
            title: title, back: path,
            body: """
                <h1>\(title)</h1>\
                <p>\(call.say(Say.placeGoes))</p>\
                \(when(view.walkIn.claim != nil, "<p>\(call.say(Say.claimStays))</p>"))\
                \(button)\
                <p><a href="\(url: path)">\(call.say(Say.goBack))</a></p>
                """)
    }
}
