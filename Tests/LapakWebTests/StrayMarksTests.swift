import Testing

@testable import LapakWeb

@Suite("Addresses as messengers and people copy them") struct StrayMarksTests {
    @Test(arguments: [
        ("/berkas/buka/1a.ff0.", "/berkas/buka/1a.ff0"), ("/tawaran/1a.ff0,", "/tawaran/1a.ff0"), ("/nomor/1a.ff0)", "/nomor/1a.ff0"),
        ("/nomor/1a.ff0%29.", "/nomor/1a.ff0"), ("/tawaran/1a.ff0%E2%80%9D", "/tawaran/1a.ff0"), ("/klaim%20", "/klaim"),
        ("/wawancara...", "/wawancara"), ("/klaim*", "/klaim"), ("/nomor/1a.ff0%3E", "/nomor/1a.ff0"), ("/jadwal%E2%80%A6", "/jadwal"),
        ("/klaim?nomor=SKQT-NVCK.", "/klaim?nomor=SKQT-NVCK"), ("/klaim?nomor=SKQT-NVCK%22),", "/klaim?nomor=SKQT-NVCK"), ("/.", "/"),
        ("/layar/1a.ff0%C2%A0", "/layar/1a.ff0"), ("/bantuan%0D%0A", "/bantuan"),
    ])
    func trimmed(address: String, meant: String) { #expect(StrayMarks.trimmed(address, questions: ["/klaim"]) == meant) }

    @Test(arguments: [
        "/", "/klaim", "/klaim?nomor=SKQT-NVCK", "/kantor/halaman?cari=Budi%20S.", "/suara/0123456789/satu.ogg", "/undian/2026-06-09.json",
        "/berkas/buka/1a.ff0", "/kantor/hari-ini?cari=a)",
    ])
    func fine(address: String) { #expect(StrayMarks.trimmed(address, questions: ["/klaim"]) == nil) }
}
