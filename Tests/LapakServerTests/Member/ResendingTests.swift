import HTTPTypes
import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// What happens to forms that are sent twice, late, or from the wrong place.
@Suite("A form sent twice") struct ResendingTests {
    @Test func `filing twice, at once and after going back, is one claim with one number`() async throws {
        let site = try await Site.open()
        let (phone, siti) = (try await Browser(site), site.cast.siti)
        try await phone.choose()
        try await phone.identify(siti)
        try await phone.sayReason(siti)
        let check = phone.page
        let form = try PageForm(id: "f-periksa", in: check).filled([("setuju", "ya")])
        let sent = check.request
        var fields = HTTPFields()
        fields[.cookie] = sent.headerFields[.cookie]
        fields[.contentType] = "application/x-www-form-urlencoded"
        let (headers, body) = (fields, Browser.encoded(form.fields))
        async let one = site.answer(.post, form.action, headers: headers, body: body)
        async let two = site.answer(.post, form.action, headers: headers, body: body)
        let answers = try await [one, two]
        #expect(answers.map(\.location) == ["/daftar/selesai", "/daftar/selesai"])
        try await phone.open("/daftar/selesai")
        let number = try phone.number
        // Back, and sent once more: with the old form's key, and with a new one.
        try await phone.post(form.action, form.fields)
        #expect(try phone.number == number)
        try await phone.post(form.action, [("setuju", "ya"), ("kunci", "another-key-of-the-page")])
        #expect(try phone.number == number)
        try await phone.open("/daftar/periksa")
        #expect(phone.page.path == "/daftar/selesai")
        #expect(try await site.app.store.read { try $0.query("SELECT count(*) FROM claim")[0].int(0) } == 1)
        try await site.settle()
        #expect(site.outbox.all.filter { $0.to == siti.email && $0.code.isEmpty }.count == 1)
    }

    @Test func `an earlier page can be changed, and the later ones keep what was said`() async throws {
        let site = try await Site.open()
        let (phone, siti) = (try await Browser(site), site.cast.siti)
        try await phone.choose()
        try await phone.identify(siti)
        try await phone.sayReason(siti)
        for (path, form, name, value) in [
            ("/daftar/nik", "f-nik", "nik", siti.member.nik.digits), ("/daftar/kontak", "f-kontak", "email", siti.email),
            ("/daftar/peserta", "f-peserta", "nama", siti.member.name),
        ] {
            try await phone.open(path)
            let held = try PageForm(id: form, in: phone.page).filled([]).fields
            #expect(held.contains { $0.0 == name && $0.1 == value }, "\(path): \(held)")
        }
        try await phone.open("/daftar/nik")
        try await phone.press("f-nik")
        #expect(phone.page.path == "/daftar/periksa", "the same NIK again asks for nothing anew")
    }

    @Test func `a second claim of the same member is led to the first, without its number`() async throws {
        let site = try await Site.open()
        let siti = site.cast.siti
        let number = try await Browser(site).book(siti)
        let again = try await Browser(site)
        try await again.choose()
        site.clock.advance(.minutes(2))
        try await again.identify(siti)
        try await again.see("Member/second-claim", status: 409)
        #expect(!again.page.text.contains(number))
        #expect(again.page.markup.all("a").contains { $0["href"] == "/klaim" })
    }

    @Test(
        "each step asked for too early leads to the one that is due",
        arguments: [
            ("/daftar/kode", "/daftar/nik"), ("/daftar/sebab", "/daftar/nik"), ("/daftar/periksa", "/daftar/nik"),
            ("/daftar/selesai", "/daftar/nik"),
            ("/daftar/pilihan", "/daftar/nik"),
        ])
    func steps(path: String, due: String) async throws {
        let phone = try await Browser(try await Site.open())
        try await phone.choose()
        try await phone.open(path)
        #expect(phone.page.path == due)
    }

    @Test(
        "without a registration a step says that it is over, and where to begin",
        arguments: [
            "/daftar/nik", "/daftar/peserta", "/daftar/kontak", "/daftar/kode", "/daftar/sebab", "/daftar/pilihan", "/daftar/periksa",
            "/daftar/selesai",
        ])
    func without(path: String) async throws {
        let phone = try await Browser(try await Site.open())
        #expect(try await phone.open(path).status == 403)
        #expect(phone.page.markup.title.contains("Isian sudah kedaluwarsa"))
        if path == "/daftar/nik" { try await phone.see("Member/registration-gone", status: 403) }
        #expect(phone.page.markup.all("a").contains { $0["href"] == "/jadwal" })
        let posted = try await phone.post(path, [("nik", "1")], following: false)
        #expect([403, 404, 422].contains(posted.status))
    }

    @Test(
        "without a proof a personal page leads to the door",
        arguments: [
            "/klaim/status", "/klaim/ubah", "/klaim/batal", "/klaim/kalender.ics", "/klaim/bukti", "/wawancara", "/wawancara/keluar",
        ])
    func doors(path: String) async throws {
        let answer = try await (try await Site.open()).answer(.get, path)
        #expect(answer.status == 303 && answer.location == "/klaim" && answer.bytes.isEmpty)
    }

    @Test(
        "whoever has not signed in at a desk sees its door, whatever is asked for",
        arguments: [
            "/kantor", "/kantor/jam", "/kantor/pengecualian", "/kantor/tunggu", "/kantor/berkas", "/kantor/berkas/1",
            "/kantor/klaim/7K4M-92QX",
            "/kantor/pesan", "/kantor/konsol", "/kantor/konsol/isi", "/kantor/sesi", "/kantor/bilik", "/kantor/halaman",
            "/kantor/halaman/orang",
            "/kantor/antrean", "/kantor/pintu", "/kantor/layar", "/kantor/nomor/1/karcis", "/kantor/nomor/1/struk.bin",
        ])
    func desks(path: String) async throws {
        let answer = try await (try await Site.open()).answer(.get, path)
        #expect(answer.status == 303 && answer.location == "/kantor/masuk" && answer.bytes.isEmpty)
    }
}
