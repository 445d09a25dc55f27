import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// The sentences of a booth's page.
private enum Say {
    static let pairingTitle = Words("Pasangkan bilik", "Pair a booth")
    static let pairOnce = Words(
        "Halaman ini untuk layar di bilik kantor cabang. Cukup sekali; setelah itu layar ini menjadi bilik.",
        "This page is for the screen in a booth of a branch. Once is enough; from then on this screen is the booth.")
    static let code = Words("Kode bilik", "Booth code")
    static let pair = Words("Pasangkan", "Pair")
    static let officersPicture = Words("Video petugas", "The officer's picture")
    static let camera = Words("Kamera bilik", "The booth's camera")
    static let photo = Words("Foto yang baru diambil", "The photo that was just taken")
    static let take = Words("Ambil foto", "Take the photo")
    static let use = Words("Pakai foto ini", "Use this photo")
    static let again = Words("Ulangi", "Take it again")
    static let sent = Words("Foto terkirim", "Photo sent")
    static let stillThere = Words("Masih di sana?", "Are you still there?")
    static let hidesData = Words(
        "Bila tidak ada yang menyentuh layar, data Anda disembunyikan.", "If nobody touches the screen, your data are hidden.")
    static let here = Words("Ya, saya di sini", "Yes, I am here")

    static func codeHint(_ minutes: Int64) -> Words {
        Words(
            "Delapan huruf dan angka dari manajer kantor. Berlaku \(minutes) menit, satu kali.",
            "Eight letters and digits from the branch manager. Good for \(minutes) minutes, once.")
    }

    static let codeLength = Words(
        "Kode bilik terdiri dari \(PairingCode.length) huruf dan angka.",
        "A booth code has \(PairingCode.length) letters and digits.")
    static func badCode(_ lasts: Int64) -> Words {
        Words(
            "Kode ini salah, sudah dipakai, atau lewat \(lasts) menit. Minta kode baru kepada manajer kantor.",
            "This code is wrong, used, or older than \(lasts) minutes. Ask the branch manager for a new one.")
    }

    /// What the scripts say, each under the name by which they find it.
    static let byScripts: [(String, Words)] = [
        ("fokus", Words("Petugas melihat dan mendengar Anda.", "The officer sees and hears you.")),
        (
            "hold",
            Words(
                "Petugas sedang melayani bilik lain. Suara Anda belum terdengar.",
                "The officer is serving another booth. Your voice is not heard yet.")
        ),
        ("semua", Words("Petugas berbicara kepada semua bilik. Dengarkan.", "The officer speaks to every booth. Please listen.")),
        ("putus", Words("Menunggu sambungan. Yang sudah terkirim aman.", "Waiting for the connection. What was sent is safe.")),
        ("lain", Words("Bilik ini dibuka di jendela lain.", "This booth is open in another window.")),
        ("kirim", Words("Mengirim foto", "Sending the photo")), ("simpan", Words("Foto tersimpan.", "The photo is kept.")),
        (
            "tunda",
            Words("Sambungan terputus. Foto dikirim lagi otomatis.", "The connection broke. The photo is sent again by itself.")
        ),
        ("diminta", Words("Petugas mengambil foto.", "The officer takes a photo.")),
        (
            "bisu",
            Words(
                "Petugas tidak mendengar Anda: mikrofon bilik ini dibisukan. Panggil petugas dengan tombol Bantuan.",
                "The officer does not hear you: this booth's microphone is muted. Call for help with the help button.")
        ),
        (
            "buta",
            Words(
                "Petugas tidak melihat Anda: kamera bilik ini tertutup. Panggil petugas dengan tombol Bantuan.",
                "The officer does not see you: this booth's camera is covered. Call for help with the help button.")
        ),
        (
            "jeda",
            Words(
                """
                Wawancara Anda dilanjutkan nanti. Ambil dokumen asli Anda dan tunggu di aula sampai nomor Anda dipanggil lagi. \
                Yang sudah dikerjakan tersimpan.
                """,
                """
                Your interview goes on later. Take your originals and wait in the hall until your number is called again. \
                What you did is kept.
                """)
        ),
        ("rusak", Words("Kamera bermasalah. Tunggu sebentar.", "Camera trouble. Wait a moment.")),
    ]
}

/// B1 to B6: the page of a booth in a branch. The address never changes; the page follows whoever is called there.
enum BoothPages {
    static let path = "/bilik"

    static func routes(_ routes: Routes) {
        routes.get(path) { call in try await show(call) }
        routes.get("\(path)/isi") { call in Reply(body: try await InterviewFace.booth.fragment(call).text) }
        routes.post("\(path)/pasang") { call in try await pair(call) }
        routes.live("\(path)/siaran") { call in
            guard let booth = try await call.booth() else { throw Refusal.notYours }
            let (party, app) = (Party.booth(booth.id.rawValue), call.app)
            return try Live(party, call) { [app.switchboard.halo(for: party, peers: [])] }
        }
        BoothActions.routes(routes)
        InterviewActions.routes(routes, .booth)
        InterviewPhotos.routes(routes, .booth)
    }

    /// The booth as it is now; for a browser that is none yet the way to become one.
    static func show(_ call: Call, faults: Faults = Faults(), status: HTTPResponse.Status = .ok) async throws -> Reply {
        guard let booth = try await call.booth() else { return pairing(call) }
        let step = BoothStep(view: try await BoothView.load(booth, call), call: call, faults: faults)
        var page = Page(
            title: step.title,
            body: "<main id=\"isi\" class=\"bilik\">\(step.head)\(stage(call))\(step.foot)</main>", hasErrors: !faults.isEmpty)
        page.assets = ["booth.css", "booth.js"]
        page.isBare = true
        let reply = page.reply(to: call, status: status)
        // The next person begins in Indonesian.
        guard step.isEmpty, call.cookies["bahasa"] != nil else { return reply }
        return reply.with(Cookie("bahasa", "", maxAge: 0))
    }

    private static func pairing(_ call: Call, faults: Faults = Faults(), status: HTTPResponse.Status = .ok) -> Reply {
        let (title, minutes) = (call.say(Say.pairingTitle), call.policy.onsite.pairingLasts.minutes)
        let field = Field(
            name: "kode", label: call.say(Say.code), hint: call.say(Say.codeHint(minutes)), isPrivate: true, style: "n16")
        return Page(
            title: title,
            body: """
                \(faults.summary(call))<h1>\(title)</h1><p>\(call.say(Say.pairOnce))</p>\
                \(form(call, action: "\(path)/pasang", id: "f-pasang", button: call.say(Say.pair), field.html(call, faults)))
                """, hasErrors: !faults.isEmpty
        ).reply(to: call, status: status)
    }

    static func pair(_ call: Call) async throws -> Reply {
        let (secrets, lasts) = (call.app.secrets, call.policy.onsite.pairingLasts.minutes)
        let code = PairingCode.read(call.form["kode"])
        do {
            guard code.count == PairingCode.length else {
                throw Refusal.invalid(field: "kode", Say.codeLength)
            }
            // Counted before it is judged, so that many at once gain nothing; and only here, so that nobody elsewhere loses by it.
            try call.pay(.pairing)
            let secret = secrets.bytes(24).hex
            let hash = Key<Booth>(id: ID(0), secret: secret).pass.hash
            let booth = try await call.app.store.write(in: call.context()) {
                try $0.pairBooth(codeHash: PairingCode.hash(code, secrets), secret: hash)
            }
            let key = Key(id: booth.id, secret: secret)
            return .redirect(path, cookies: [Cookie(Call.boothCookie, key.word, maxAge: Int(Call.boothLasts.seconds))])
        } catch let refusal as Refusal {
            let words: Words? =
                switch refusal {
                case .codeExpired: Say.badCode(lasts)
                default: nil
                }
            let fault = words.map { Refusal.invalid(field: "kode", $0) } ?? refusal
            return pairing(call, faults: Faults(fault, field: "kode"), status: refusal.status).waiting(refusal, at: call.now)
        }
    }

    /// Pictures, the camera's buttons and what scripts say: nothing here is ever swapped, so a call goes on while the steps change.
    private static func stage(_ call: Call) -> HTML {
        let data = Say.byScripts.html { " data-\($0.0)=\"\(call.say($0.1))\"" }
        let wait = call.policy.interviews.stuckAfter
        return """
            <div id="panggung" hidden data-diam="\(wait.seconds)"\(data)>\
            \(pictures(call))\
            <p id="mode" role="status"></p>\
            <div class="pilih">\(button("ambil", call.say(Say.take)))\
            \(button("pakai", call.say(Say.use)))\(button("ulangi", call.say(Say.again), style: " alt"))</div>\
            <progress id="maju" max="100" value="0" aria-label="\(call.say(Say.sent))" hidden></progress>\
            <p id="kabar" role="status"></p></div>\
            <div id="tanda"><p id="galat" class="err" role="alert"></p><p id="pesan" class="box i" role="status" hidden></p></div>\
            \(stillThere(call))
            """
    }

    /// The officer, the booth's own camera with its frame, and the photo that was just taken.
    private static func pictures(_ call: Call) -> HTML {
        """
        <div id="layar" hidden>\
        <video id="petugas" autoplay playsinline aria-label="\(call.say(Say.officersPicture))" hidden></video>\
        <video id="kamera" autoplay playsinline muted aria-label="\(call.say(Say.camera))" hidden></video>\
        <div id="bingkai" hidden></div><img id="lihat" alt="\(call.say(Say.photo))" hidden></div>
        """
    }

    private static func button(_ id: String, _ words: String, style: HTML = "") -> HTML {
        "<button type=\"button\" class=\"btn\(style)\" id=\"\(id)\" hidden>\(words)</button>"
    }

    /// Asks, also aloud, before the data of someone who went away are hidden.
    private static func stillThere(_ call: Call) -> HTML {
        let voice: HTML = "\(call.app.voice.address)/\(BoothVoice.there.clip).ogg"
        return """
            <dialog id="masih" aria-labelledby="masih-j" data-suara="\(voice)">\
            <h2 id="masih-j">\(call.say(Say.stillThere))</h2>\
            <p>\(call.say(Say.hidesData))</p>\
            <button type="button" class="btn" id="ada">\(call.say(Say.here))</button></dialog>
            """
    }
}
