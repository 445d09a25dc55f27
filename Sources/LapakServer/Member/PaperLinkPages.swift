import HTTPTypes
import Hummingbird
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// The sentences of the link's page, and of one that does not open.
private enum Say {
    static let title = Words("Berkas klaim", "Papers of a claim")
    static let opensList = Words(
        "Tautan ini membuka daftar dokumen untuk satu pengajuan. Tekan tombol ini di ponsel yang Anda pakai untuk memotret dokumen.",
        "This link opens the list of papers of one claim. Press the button on the phone that you use to photograph them.")
    static let worksOnce = Words(
        "Tautan hanya dapat dipakai sekali. Setelah itu daftar tetap terbuka di ponsel ini sampai batas waktu dokumen.",
        "The link works once. After that the list stays open on this phone until the papers' deadline.")
    static let open = Words("Buka berkas saya", "Open my papers")
    static let used = Words("Tautan ini sudah dipakai", "This link was used before")
    static let notValid = Words("Tautan tidak berlaku", "The link is not valid")
    static let goOnHere = Words("Lanjut di ponsel ini", "Go on with this phone")
    static let withNumber = Words("Masuk dengan nomor pengajuan", "Go on with the claim number")
    static let whereNumberIs = Words(
        "Nomor itu ada di e-mail konfirmasi. Kami kirim kode 6 angka ke kontak Anda.",
        "The number is in the confirmation e-mail. We send a 6-digit code to your contact.")
}

/// The personal link to a claim's papers. Opening it shows nothing personal and changes nothing (mail scanners open
/// everything); its button exchanges the secret for a cookie, so that the address no longer opens anything.
enum PaperLinkPages {
    static func routes(_ routes: Routes) {
        routes.get("/berkas/buka/{word}") { call in
            do {
                guard let key = key(call) else { throw Refusal.linkGone }
                let now = call.now
                let claim = try await call.app.store.read { connection in
                    guard let link = try connection.find(UploadLink.self, key.id),
                        let claim = try connection.find(Claim.self, link.claim)
                    else { throw Refusal.linkGone }
                    try link.open(secret: key.pass.hash, for: claim, at: now)
                    return claim
                }
                return landing(key, claim, call).reply(to: call)
            } catch let refusal as Refusal { return refused(refusal, call) }
        }
        routes.post("/berkas/buka/{word}") { call in
            do { return try await exchange(call) } catch let refusal as Refusal { return refused(refusal, call) }
        }
        routes.post("/klaim/tautan") { call in try await resend(call) }
    }

    private static func key(_ call: Call) -> Key<UploadLink>? { call.parameters.get("word").flatMap { Key($0) } }

    /// The same button pressed twice opens the same session: its secret is derived from the form's own key.
    private static func exchange(_ call: Call) async throws -> Reply {
        guard let key = key(call) else { throw Refusal.linkGone }
        let (secrets, now, pressed) = (call.app.secrets, call.now, call.form["kunci"])
        let secret = pressed.isEmpty ? secrets.bytes(16).hex : String(secrets.derived("session:\(key.word):\(pressed)").prefix(32))
        let session = Key<UploadLink>(id: key.id, secret: secret)
        let others = call.browserKeys
        let claim = try await call.app.store.write(in: call.context(), .row(UploadLink.self, key.id)) { work in
            let claim = try work.exchangeLink(key.pass, session: session.pass.hash)
            try work.end(others, but: claim.id, keepingDraft: true)
            return claim
        }
        // The rules end it at the deadline; the cookie stays a day longer, because an outage of ours may move that.
        let lasts = claim.papersDue.map { $0 - now + .days(1) } ?? .days(1)
        return .redirect("/berkas", cookies: [Cookie(Call.papersCookie, session.word, maxAge: Int(lasts.seconds))])
    }

    /// Sends the confirmation again with a new link, for someone who has proven that the claim is theirs.
    private static func resend(_ call: Call) async throws -> Reply {
        let (keys, now, secrets) = (call.browserKeys, call.now, call.app.secrets)
        let own = try await call.ownClaim()
        let hash = Key<UploadLink>(id: UploadLink.identity(of: own), secret: secrets.linkSecret(own, sent: now)).pass.hash
        do {
            _ = try await call.app.store.write(once: call.requestKey("tautan/\(own.rawValue)"), in: call.context()) { work in
                let claim = try work.claim(of: keys)
                guard claim.id == own else { throw Refusal.otherClaim }
                try work.resendLink(to: claim, secret: hash)
                return true
            }
            return .redirect("/klaim/status?tautan=1")
        } catch let refusal as Refusal {
            return try await StatusPages.status(call, faults: Faults(refusal, field: "tautan"), status: refusal.status)
        }
    }

    private static func landing(_ key: Key<UploadLink>, _ claim: Claim, _ call: Call) -> Page {
        let title = call.say(Say.title)
        let button = form(call, action: "/berkas/buka/\(key.word)", id: "f-buka", button: call.say(Say.open), "")
        return Page(
            title: title,
            body: """
                <h1>\(title)</h1><p class="hint">•••• \(claim.number.value.suffix(4)) · \(claim.maskedName)</p>\
                <p>\(call.say(Say.opensList))</p>\
                <p>\(call.say(Say.worksOnce))</p>\
                \(button)
                """)
    }

    /// Used, over or unknown: the same page for all that are unknown, and the way that always works.
    private static func refused(_ refusal: Refusal, _ call: Call) -> Reply {
        let used = refusal == .linkUsed
        let title = call.say(used ? Say.used : Say.notValid)
        let goesOn = used && call.papersKey != nil
        return Page(
            title: title,
            body: """
                <h1>\(title)</h1>\(box(.warning, "<p>\(call.say(refusal.words))</p>"))\
                \(when(goesOn, "<p><a class=\"btn\" href=\"/berkas\">\(call.say(Say.goOnHere))</a></p>"))\
                <p><a class="btn\(goesOn ? " alt" : "")" href="/klaim">\(call.say(Say.withNumber))</a></p>\
                <p>\(call.say(Say.whereNumberIs))</p>
                """
        ).reply(to: call, status: refusal.status)
    }
}
