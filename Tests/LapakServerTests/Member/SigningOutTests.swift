import HTTPTypes
import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// Signing out ends what the keys open, not only the cookies; a proof ends the word that was known before it.
@Suite("Signing out, and new keys after a proof") struct SigningOutTests {
    @Test("cookies that were kept open nothing after signing out", arguments: ["daftar", "kunjungan", "berkas"])
    func replay(cookie: String) async throws {
        let site = try await Site.open()
        let (first, claim) = try await site.booked()
        var phone = first
        if cookie == "kunjungan" {
            phone = try await Browser(site)
            try await phone.comeBack(to: claim, site.cast.siti)
        } else if cookie == "berkas" {
            phone = try await Browser(site)
            site.clock.advance(.seconds(2))
            try await phone.open(try await site.link("/berkas/buka/", to: site.cast.siti.email))
            try await phone.press("f-buka")
        }
        let kept = try #require(phone.cookies[cookie])
        #expect(try await Browser(site, cookies: [cookie: kept]).open("/berkas").status == 200)
        try await phone.open("/klaim/keluar")
        #expect(phone.page.says(claim.number.description))
        try await phone.press("f-keluar")
        #expect(phone.page.says("Anda sudah keluar dari ponsel ini") && phone.cookies[cookie] == nil)
        #expect(phone.page.says("masih terbuka di 1 perangkat") == (cookie != "daftar"), "it says what is still open")
        let thief = try await Browser(site, cookies: [cookie: kept])
        #expect(try await thief.open("/berkas").status == 403)
        #expect(try await thief.open("/klaim/status").path == "/klaim")
        for path in ["/klaim/batal", "/klaim/hari-ini", "/wawancara/masuk", "/berkas/ktp"] {
            let answer = try await thief.post(path, [("setuju", "ya"), ("slot", "1")], following: false)
            let leads = ["/klaim/status", "/klaim", "/wawancara"].contains(answer.location)
            #expect(answer.status == 403 || leads, "\(path) \(answer.status)")
        }
        #expect(try await site.claim(numbered: claim.number.value).phase == .booked)
        #expect(try await site.app.store.read { try $0.query("SELECT 1 FROM interview") }.isEmpty)
    }

    @Test func `a form that was not sent ends with its place`() async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.choose(at: site.branch.code)
        try await phone.sayNIK(site.cast.siti)
        let kept = phone.cookies
        #expect(try await site.app.store.read { try $0.query("SELECT 1 FROM booking WHERE phase = 'held'") }.count == 1)
        try await phone.post("/klaim/keluar")
        #expect(try await site.app.store.read { try $0.query("SELECT 1 FROM booking WHERE phase = 'held'") }.isEmpty)
        let thief = try await Browser(site, cookies: kept)
        #expect(try await thief.open("/daftar/nik").status == 403)
        #expect(try await thief.post("/daftar/nik", [("nik", site.cast.siti.member.nik.digits)]).status == 403)
    }

    @Test func `every device is signed out where that is asked`() async throws {
        let site = try await Site.open()
        let (first, claim) = try await site.booked()
        let second = try await Browser(site)
        try await second.comeBack(to: claim, site.cast.siti)
        try await second.open("/klaim/keluar")
        try await second.press("f-semua")
        #expect(second.page.path.hasPrefix("/klaim/keluar") && !second.page.says("masih terbuka di"))
        for phone in [first, second] { #expect(try await phone.open("/klaim/status").path == "/klaim") }
    }

    @Test("whoever knew the word before the proof has nothing after it", arguments: ["kunjungan", "daftar"])
    func fixation(cookie: String) async throws {
        let site = try await Site.open()
        let siti = site.cast.siti
        let phone = try await Browser(site)
        let planted: String
        if cookie == "kunjungan" {
            let (_, claim) = try await site.booked()
            try await phone.open("/klaim?nomor=\(claim.number.value)")
            try await phone.press("f-nomor")
            planted = try #require(phone.cookies[cookie])
            try await phone.sayCode(siti)
        } else {
            try await phone.choose(at: site.branch.code)
            try await phone.sayNIK(siti)
            try await phone.sayMembership(siti)
            try await phone.sayContact(siti)
            planted = try #require(phone.cookies[cookie])
            let form = try PageForm(id: "f-kode", in: phone.page).filled([("kode", try await site.code(to: siti.email))])
            let answers = (
                try await phone.post(form.action, form.fields, following: false),
                try await Browser(site, cookies: [cookie: planted]).post(form.action, form.fields, following: false)
            )
            #expect(answers.0.status == 303 && answers.1.status == 303, "the button pressed twice is answered alike")
            #expect(answers.0.cookies.first { $0.name == cookie }?.value == answers.1.cookies.first { $0.name == cookie }?.value)
            try await phone.open(answers.0.location ?? "")
            try await phone.sayReason(siti)
            try await phone.agree()
        }
        #expect(phone.cookies[cookie] != planted)
        #expect(try await phone.open("/klaim/status").path == "/klaim/status")
        let thief = try await Browser(site, cookies: [cookie: planted])
        #expect(try await thief.open("/klaim/status").path == "/klaim")
        #expect(try await thief.open("/daftar/periksa").status == 403)
    }

    // MARK: Officers

    /// An officer with a member at a seat.
    private func serving(_ site: Site) async throws -> (officer: Browser, session: OfficerSession, interview: Interview) {
        let member = try await site.ready()[0]
        try await member.post("/wawancara/masuk", [("setuju", "ya"), ("rung", "video")])
        let officer = try await site.desk(as: .officer)
        try await officer.openSession(seats: 2)
        try await officer.callNext()
        let session = try require(try await site.app.store.read { try $0.openSessions() }.first)
        let interview = try require(try await site.app.store.read { try $0.interviews(of: session.id) }.first)
        return (officer, session, interview)
    }

    @Test func `an officer's sign-out closes the session: who sits is first in the lobby, nobody is called to the chair`() async throws {
        let site = try await Site.open()
        let (officer, session, interview) = try await serving(site)
        try await officer.post("/kantor/keluar")
        #expect(officer.page.path == "/kantor/masuk")
        let closed = try require(try await site.app.store.read { try $0.find(OfficerSession.self, session.id) })
        #expect(closed.phase == .closed)
        let back = try require(try await site.app.store.read { try $0.find(Interview.self, interview.id) })
        #expect(back.phase == .lobby && back.pause == .officerLeft)
        let called = try await site.app.store.write(in: site.app.context()) { try $0.fillSeats(of: session.id) }
        #expect(called.isEmpty)
        try await site.settle()
        #expect(try await site.app.store.read { try $0.interviews(of: session.id) }.isEmpty)
    }

    @Test("a session does not outlive its officer's sign-in", arguments: ["expired", "removed", "other process"])
    func outlived(how: String) async throws {
        let site = try await Site.open()
        let (_, session, interview) = try await serving(site)
        _ = try await site.app.store.maintain { connection in
            switch how {
            case "expired": try connection.execute("UPDATE staff_session SET due = 0")
            case "removed": try connection.execute("DELETE FROM staff")
            default: try connection.execute("DELETE FROM staff_session")
            }
        }
        try await PresenceService(app: site.app).tick()
        #expect(try await site.app.store.read { try $0.find(OfficerSession.self, session.id) }?.phase == .closed)
        #expect(try await site.app.store.read { try $0.find(Interview.self, interview.id) }?.phase == .lobby)
    }

    @Test func `while the officer is signed in on another device too, a sign-in there keeps nothing of the former one in this browser`()
        async throws
    {
        let site = try await Site.open()
        let (officer, session, _) = try await serving(site)
        let former = try #require(officer.cookies[Call.deskCookie])
        let key = try #require(Key<SignIn>(former))
        let staff = session.staff
        // The same person signs in again in this browser: the session with members goes on.
        try await site.app.store.write(in: site.app.context()) { try $0.signOut(key.pass, followedBy: staff) }
        #expect(try await site.app.store.read { try $0.find(OfficerSession.self, session.id) }?.phase == .open)
        #expect(try await Browser(site, cookies: [Call.deskCookie: former]).open("/kantor/konsol").path == "/kantor/masuk")
    }

    @Test("a stream looks before each beat and change whether its key still holds", arguments: ["hb", "ubah", "pesan"])
    func beats(name: String) {
        #expect(LiveEvent(name).asksRight == (name != "pesan"))
    }

    @Test func `the line of a console holds as long as its sign-in, and no longer`() async throws {
        let site = try await Site.open()
        let (officer, _, _) = try await serving(site)
        let cookies = "\(Call.deskCookie)=\(try #require(officer.cookies[Call.deskCookie]))"
        let before = try await site.answer(.get, "/kantor/konsol/ice", headers: [.cookie: cookies])
        #expect(before.status == 200)
        try await officer.post("/kantor/keluar")
        #expect(try await site.answer(.get, "/kantor/konsol/ice", headers: [.cookie: cookies]).status == 403)
        #expect(try await site.answer(.get, "/kantor/konsol/siaran?inst=abcd1234", headers: [.cookie: cookies]).status == 403)
    }
}
