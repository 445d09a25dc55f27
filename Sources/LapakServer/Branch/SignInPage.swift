import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let title = Words("Masuk meja kantor", "Sign in to the branch desk")
    static let signedOut = Words("Anda sudah keluar.", "You have signed out.")
    static let staffOnly = Words(
        "Halaman ini untuk petugas kantor cabang. Peserta tidak perlu masuk:",
        "This page is for branch staff. Members need not sign in:")
    static let claimHere = Words("ajukan klaim di sini", "claim here")
    static let username = Words("Nama pengguna", "User name")
    static let example = Words("Contoh: manajer.depok", "For example: manajer.depok")
    static let password = Words("Kata sandi", "Password")
    static let signIn = Words("Masuk", "Sign in")
    static let forgot = Words(
        "Lupa kata sandi? Minta yang baru kepada operasi nasional.", "Forgot the password? Ask national operations for a new one.")

    static func wrongTooOften(seconds: Int64) -> Words {
        Words("Terlalu sering salah. Coba lagi \(seconds) detik lagi.", "Wrong too often. Try again in \(seconds) seconds.")
    }
    static func tooManyAttempts(minutes: Int64) -> Words {
        Words(
            """
            Terlalu banyak percobaan untuk nama ini. Coba lagi dalam \(minutes) menit, atau masuk dari perangkat yang biasa Anda \
            pakai.
            """,
            "Too many attempts for this name. Try again in \(minutes) minutes, or sign in from the device that you usually use.")
    }
}

/// The door of the branch desk: user name and password.
struct SignInPage {
    var username = ""
    var faults = Faults()
    var signedOut = false

    static func routes(_ routes: Routes) {
        // Whoever floods the door with guesses from new devices does not stand in the way of known ones.
        let (strangers, regulars) = (PasswordThreads(count: 1), PasswordThreads(count: 1))
        routes.get("/kantor/masuk") { call in
            if let home = try await call.deskHome() { return .redirect(home) }
            return SignInPage(signedOut: call.query("keluar") != nil).reply(call)
        }
        routes.post("/kantor/masuk") { call in
            var page = SignInPage(username: String(call.form["nama"].prefix(64)))
            do {
                return try await signIn(page.username.lowercased(), strangers: strangers, regulars: regulars, call)
            } catch let refusal as Refusal {
                page.faults = Faults(.invalid(field: "nama", words(for: refusal, at: call.now)))
                let status: HTTPResponse.Status = if case .notYet = refusal { .tooManyRequests } else { refusal.status }
                return page.reply(call, status: status).waiting(refusal, at: call.now)
            }
        }
        routes.post("/kantor/keluar") { call in
            try await call.signOut()
            return .redirect("/kantor/masuk?keluar=1", cookies: [Cookie(Call.deskCookie, "", maxAge: 0)])
        }
    }

    private static func signIn(
        _ username: String, strangers: PasswordThreads, regulars: PasswordThreads, _ call: Call
    ) async throws -> Reply {
        let (secrets, now, password) = (call.app.secrets, call.now, String(call.form.secret("sandi").prefix(200)))
        let device = Device(call.cookies[Device.cookie], secrets: secrets)
        let throttle = SignInThrottle(username: username, device: device, secrets: secrets)
        if !throttle.isKnown { try call.pay(.signIn) }
        try await call.app.store.write(in: call.context()) { try $0.attempt(throttle) }
        let (staff, stored) = try await call.app.store.read { connection in
            let staff = try connection.staff(called: username)
            // An unknown name is compared with a colleague's hash: it takes as long as a known one, and matches nobody.
            let other = try staff == nil ? connection.anyPassword() : nil
            return (staff, staff?.password ?? other ?? Password.nobody)
        }
        let threads = throttle.isKnown ? regulars : strangers
        guard try await threads.matches(password, stored, from: call.source), let staff else { throw Refusal.signInFailed }
        let key = Key<SignIn>(id: call.app.ids.next(at: now), secret: secrets.bytes(24).hex)
        let former = call.deskKey?.pass
        try await call.app.store.write(in: call.context()) { work in
            try work.forgive(throttle)
            // Whoever was signed in in this browser is not any more.
            if let former { try work.signOut(former, followedBy: staff.id) }
            work.insert(SignIn(id: key.id, secret: key.pass.hash, staff: staff.id, due: now + Call.deskLasts))
            work.note(.operations(.signedIn(staff: staff.id)), by: .staff(staff.id))
        }
        let cookie = Cookie(Call.deskCookie, key.word, maxAge: Int(Call.deskLasts.seconds))
        return .redirect(Desk.home(of: staff.role), cookies: [cookie, device.remembering(username, secrets).asCookie])
    }

    private static func words(for refusal: Refusal, at now: Instant) -> Words {
        switch refusal {
        case .notYet(let next): Say.wrongTooOften(seconds: max(1, (next - now).seconds + 1))
        case .spent(let until): Say.tooManyAttempts(minutes: max(1, ((until - now) + Span(milliseconds: 59_999)).minutes))
        default: refusal.words
        }
    }

    func reply(_ call: Call, status: HTTPResponse.Status = .ok) -> Reply {
        let title = call.say(Say.title)
        let name = Field(
            name: "nama", label: call.say(Say.username), hint: call.say(Say.example), value: username, autocomplete: "username",
            isPrivate: true)
        let password = Field(
            name: "sandi", label: call.say(Say.password), type: "password", autocomplete: "current-password", isPrivate: true)
        let fields: HTML = "\(name.html(call, faults))\(password.html(call, faults))"
        let page = Page(
            title: title,
            body: """
                \(when(signedOut, "<div class=\"box i\" role=\"status\">\(call.say(Say.signedOut))</div>"))\
                \(faults.summary(call))<h1>\(title)</h1>\
                <p>\(call.say(Say.staffOnly)) \
                <a href="/">\(call.say(Say.claimHere))</a>.</p>\
                \(form(call, action: "/kantor/masuk", id: "f-masuk", button: call.say(Say.signIn), fields))\
                <p>\(call.say(Say.forgot))</p>
                """, hasErrors: !faults.isEmpty)
        var reply = page.reply(to: call, status: status)
        if call.cookies[Device.cookie] == nil { reply.cookies.append(Device(nil, secrets: call.app.secrets).asCookie) }
        return reply
    }
}
