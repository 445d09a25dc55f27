import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let officersPicture = Words("Video petugas", "The officer's picture")
    static let yourCamera = Words("Kamera Anda", "Your camera")
    static let photo = Words("Foto yang baru Anda ambil", "The photo that you just took")
    static let turnOn = Words("Nyalakan kamera dan mikrofon", "Turn on camera and microphone")
    static let take = Words("Ambil foto", "Take the photo")
    static let use = Words("Pakai foto ini", "Use this photo")
    static let again = Words("Ulangi", "Take it again")
    static let hear = Words("Dengarkan petugas", "Hear the officer")
    static let turn = Words("Putar kamera", "Turn the camera")
    static let sent = Words("Foto terkirim", "Photo sent")
    static let notTested = Words("Belum diuji", "Not tested")
    static let endTitle = Words("Akhiri wawancara?", "End the interview?")
    static let endMeans = Words(
        """
        Tempat Anda diberikan kepada orang berikutnya. \
        Anda dapat masuk lagi selama jadwal Anda berlaku, di belakang yang sudah menunggu.
        """,
        "Your place goes to the next person. You can come in again while your appointment lasts, behind those who wait.")
    static let end = Words("Akhiri", "End")
    static let goBack = Words("Tidak, kembali", "No, go back")

    /// What the scripts say, each under the name by which they find it.
    static let byScripts: [(String, Words)] = [
        ("fokus", Words("Petugas melihat dan mendengar Anda.", "The officer sees and hears you.")),
        ("bersama", Words("Petugas bersama Anda.", "The officer is with you.")),
        (
            "hold",
            Words(
                "Petugas sedang melayani orang lain. Suara Anda belum terdengar.",
                "The officer is serving someone else. Your voice is not heard yet.")
        ),
        ("semua", Words("Petugas berbicara kepada semua peserta. Dengarkan.", "The officer speaks to everybody. Please listen.")),
        ("putus", Words("Menyambung kembali. Yang sudah terkirim aman.", "Connecting again. What was sent is safe.")),
        (
            "pindah",
            Words("Wawancara dibuka di halaman lain. Lanjutkan di sana.", "The interview is open in another window. Go on there.")
        ),
        ("kirim", Words("Mengirim foto", "Sending the photo")),
        ("simpan", Words("Foto tersimpan.", "The photo is kept.")),
        ("tunda", Words("Sambungan terputus. Foto dikirim lagi otomatis.", "The connection broke. The photo is sent again by itself.")),
        ("diminta", Words("Petugas mengambil foto.", "The officer takes a photo.")),
        (
            "tolak",
            Words(
                "Kamera tidak diizinkan. Izinkan kamera untuk halaman ini di pengaturan peramban, atau pilih cara lain di bawah.",
                "The camera is not allowed. Allow it for this page in the browser's settings, or choose another way below.")
        ),
        (
            "rusak",
            Words(
                """
                Kamera atau mikrofon tidak dapat dipakai. \
                Tutup aplikasi lain yang memakainya, lalu coba lagi, atau pilih cara lain di bawah.
                """,
                "Camera or microphone cannot be used. Close other apps that use them and try again, or choose another way below.")
        ),
        (
            "bisu",
            Words(
                """
                Petugas tidak mendengar Anda: mikrofon sedang dipakai panggilan telepon atau aplikasi lain, atau dibisukan. \
                Akhiri panggilan itu; suara Anda menyala lagi sendiri.
                """,
                """
                The officer does not hear you: a phone call or another app uses the microphone, or it is muted. \
                End that call; your voice comes back by itself.
                """)
        ),
        (
            "buta",
            Words(
                """
                Petugas tidak melihat Anda: kamera sedang dipakai panggilan atau aplikasi lain. \
                Akhiri panggilan itu; gambar Anda kembali sendiri.
                """,
                """
                The officer does not see you: a call or another app uses the camera. \
                End that call; your picture comes back by itself.
                """)
        ),
        ("baik", Words("Berfungsi", "Works")), ("gelap", Words("Gelap", "Dark")), ("sunyi", Words("Sunyi", "Silent")),
        ("lambat", Words("Lambat: video diperkecil", "Slow: a smaller video")), ("mati", Words("Tidak jalan", "Does not work")),
    ]
}

/// M13 to M15: the member's side of One to Many. One address; the page follows the interview.
enum InterviewPages {
    static let path = "/wawancara"

    static func routes(_ routes: Routes) {
        routes.get(path) { call in try await show(call) }
        routes.get("\(path)/isi") { call in
            let view = try await InterviewView.load(call)
            return Reply(body: InterviewStep(view: view, call: call).fragment.text)
        }
        routes.get("\(path)/keluar") { call in try await end(call) }
        InterviewActions.routes(routes, .phone)
        InterviewPhotos.routes(routes, .phone)
    }

    /// The page as it is now, with what was wrong when something was asked for on it.
    static func show(_ call: Call, faults: Faults = Faults(), status: HTTPResponse.Status = .ok) async throws -> Reply {
        let view: InterviewView
        do { view = try await InterviewView.load(call) } catch Refusal.notYours { return .redirect("/klaim") }
        let step = InterviewStep(view: view, call: call, faults: faults)
        let content = step.content
        let isLive = view.state.isLive
        var page = Page(
            title: content.title, back: isLive ? nil : "/klaim/status",
            body: "\(step.head(content))\(isLive ? stage(call) : .empty)\(step.foot(content))", hasErrors: !faults.isEmpty)
        if isLive { page.assets = ["interview.css", "interview.js"] }
        return page.reply(to: call, status: status)
    }

    /// Pictures, voice and the camera's buttons: nothing here is ever swapped, so a call goes on while the steps change. Hidden
    /// without scripts; the words that scripts say are the page's own.
    private static func stage(_ call: Call) -> HTML {
        let data = Say.byScripts.html { " data-\($0.0)=\"\(call.say($0.1))\"" }
        return """
            <div id="panggung" hidden\(data)>\
            <p id="galat" class="err" role="alert"></p><p id="pesan" class="box i" role="status" hidden></p>\
            \(pictures(call))\
            <p id="mode" role="status"></p>\
            \(buttons(call))\
            <progress id="maju" max="100" value="0" aria-label="\(call.say(Say.sent))" hidden></progress>\
            <p id="kabar" role="status"></p>\
            \(tests(call))</div>
            """
    }

    /// The officer, the member's own camera with its frame, and the photo that was just taken.
    private static func pictures(_ call: Call) -> HTML {
        """
        <div id="layar" hidden>\
        <video id="petugas" autoplay playsinline aria-label="\(call.say(Say.officersPicture))" hidden></video>\
        <video id="kamera" autoplay playsinline muted aria-label="\(call.say(Say.yourCamera))" hidden></video>\
        <div id="bingkai" hidden></div><img id="lihat" alt="\(call.say(Say.photo))" hidden></div>
        """
    }

    private static func buttons(_ call: Call) -> HTML {
        func button(_ id: String, _ words: Words, style: HTML = " alt") -> HTML {
            "<button type=\"button\" class=\"btn\(style)\" id=\"\(id)\" hidden>\(call.say(words))</button>"
        }
        return """
            \(button("nyalakan", Say.turnOn, style: ""))\
            \(button("ambil", Say.take, style: ""))\(button("pakai", Say.use, style: ""))\
            \(button("ulangi", Say.again))\(button("dengar", Say.hear))\
            \(button("putar", Say.turn))
            """
    }

    /// What is tried before the interview, and how it went.
    private static func tests(_ call: Call) -> HTML {
        func test(_ id: String, _ words: String) -> HTML {
            "<li><span class=\"row\">\(words) <span class=\"tag\" id=\"\(id)\">\(call.say(Say.notTested))</span></span></li>"
        }
        return """
            <ul class="tl" id="uji" hidden>\
            \(test("uji-kamera", call.say("Kamera", "Camera")))\(test("uji-mikrofon", call.say("Mikrofon", "Microphone")))\
            \(test("uji-sambungan", call.say("Sambungan", "Connection")))</ul>
            """
    }

    /// Asks once more before somebody goes.
    private static func end(_ call: Call) async throws -> Reply {
        let view: InterviewView
        do { view = try await InterviewView.load(call) } catch Refusal.notYours { return .redirect("/klaim") }
        guard view.state.isLive, view.state != .running(.deciding) else { return .redirect(path) }
        let title = call.say(Say.endTitle)
        return Page(
            title: title, back: path,
            body: """
                <h1>\(title)</h1><p>\(call.say(Say.endMeans))</p>\
                \(form(call, action: "\(path)/keluar", id: "f-keluar", button: call.say(Say.end), style: "bad", ""))\
                <p><a href="\(path)">\(call.say(Say.goBack))</a></p>
                """
        ).reply(to: call)
    }
}
