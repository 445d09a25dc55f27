import HTTPTypes
import LapakDomain
import LapakNation
import Testing

@testable import LapakDevelopment
@testable import LapakServer

@Suite("Numbers as large as there are") struct HugeNumberTests {
    static let numbers = [
        "9223372036854775807", "-9223372036854775808", "9223372036854775", "-9223372036854776", "153722867280912931", "4611686018427387904",
        "99999999999999999999", "-1", "2147483648",
    ]

    @Test("move the clock of development to the end of its calendar at most, and everything goes on", arguments: numbers)
    func clock(number: String) async throws {
        let site = try await Site.open()
        for fields in [
            "advance=\(number)", "advance=\(number)&only=wawancara", "advance=1", "at=9999-12-31T23:59:59Z", "advance=\(number)",
        ] {
            _ = try await site.answer(
                .post, "/dev/clock", headers: [.contentType: "application/x-www-form-urlencoded"], body: Array(fields.utf8))
        }
        let now = site.clock.now
        #expect(now >= Instant(milliseconds: 946_684_800_000) && now <= Instant(milliseconds: 253_402_300_799_000))
        for path in ["/", "/jadwal", "/undian", "/hari-ini", "/api/v1/branches"] { _ = try await site.answer(.get, path) }
    }

    @Test("end no process, whatever asks for them", arguments: numbers)
    func everywhere(number: String) async throws {
        let site = try await Site.open()
        let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        let posts = [
            ("/dev/siap", "count=\(number)&first=\(number)"), ("/dev/siap", "first=\(number)"),
            ("/dev/kunjungan", "jumlah=-1&bilik=\(number.hasPrefix("-") ? number : "0")"), ("/jadwal", "slot=\(number)"),
            ("/klaim", "nomor=\(number)"), ("/dev/kunjungan", "jumlah=\(number.hasPrefix("-") ? number : "0")"),
        ]
        for (path, body) in posts { _ = try await site.answer(.post, path, headers: form, body: Array(body.utf8)) }
        for path in [
            "/jadwal?hari=9999-12-31", "/jadwal?hari=0001-01-01", "/undian/9999-12-31.json", "/berkas/dokumen/\(number)/\(number)",
            "/nomor/\(number).ff0", "/layar/\(number).ff0/aliran?inst=abcdef&last=\(number)", "/berkas/kirim/\(number)",
            "/api/v1/availability?limit=\(number)", "/api/v1/events?after=\(number)&limit=\(number)",
        ] { _ = try await site.answer(.get, path) }
        let tus: HTTPFields = [HTTPField.Name("Tus-Resumable")!: "1.0.0", HTTPField.Name("Upload-Length")!: number]
        let phone = try await Browser(site)
        try await phone.book(site.cast.siti)
        _ = try await site.answer(.post, "/berkas/kirim", headers: tus)
    }

    @Test func `reckoning with times ends at the last number there is`() {
        let (last, first) = (Instant(milliseconds: .max), Instant(milliseconds: .min))
        #expect(last + .days(1) == last && first - .days(1) == first && last - first == Span(milliseconds: .max))
        #expect(Span.days(.max) == Span(milliseconds: .max) && Span.hours(.min) == Span(milliseconds: .min))
        #expect(Day(number: .max) + 1 == Day(number: .max) && Day(number: .min) - 1 == Day(number: .min))
        _ = (
            last.text(in: .wit, .id), first.text(in: .wib, .en), last.utcISO, first.iso(in: .wita), Day(number: .max).weekday,
            Day(number: .min).weekday
        )
        #expect(Day(number: 0).weekday == .thursday && Day(number: -1).weekday == .wednesday && Day(number: 20_000).weekday == .friday)
    }
}
