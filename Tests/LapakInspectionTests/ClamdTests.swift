import Foundation
import LapakInspection
import Testing

@Suite struct ClamdTests {
    private static let eicar = Array(("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").utf8)

    @Test(arguments: [
        ("stream: OK\0", ScanVerdict.clean), ("stream: Eicar-Test-Signature FOUND\0", .found("Eicar-Test-Signature")),
        ("stream: Win.Test with spaces FOUND\0", .found("Win.Test with spaces")), ("stream: OK", .clean),
    ])
    func `what clamd says is understood, and the file has reached it whole`(answer: String, verdict: ScanVerdict) async throws {
        let bytes = (0..<200_000).map { UInt8($0 % 251) }
        let stand = try ClamdStand(answer: answer)
        #expect(try await Clamd(stand.address).scan(bytes) == verdict)
        #expect(await stand.received.value == bytes)
    }

    @Test(arguments: [
        "", "\0", "stream: \0", "stream:  FOUND\0", "OK\0", "stream: OK nearly\0", "INSTREAM size limit exceeded. ERROR\0",
        "stream: Can't allocate memory ERROR\0", String(repeating: "x", count: 5000),
    ])
    func `any other answer is none, and never clean`(answer: String) async throws {
        let stand = try ClamdStand(answer: answer)
        await #expect(throws: ScannerUnavailable.self) { try await Clamd(stand.address).scan(Self.eicar) }
    }

    @Test func `an answer before the end of the file is no clean one`() async throws {
        let stand = try ClamdStand(answer: "stream: OK\0", hangsUpAfter: 10)
        await #expect(throws: ScannerUnavailable.self) { try await Clamd(stand.address).scan([UInt8](repeating: 7, count: 8 << 20)) }
    }

    @Test(arguments: ["unix:/nowhere/clamd.sock", "tcp:127.0.0.1:1"]) func `a daemon that is down is unavailable`(text: String) async throws
    {
        let clamd = Clamd(try #require(ClamdAddress(text)))
        await #expect(throws: ScannerUnavailable.self) { try await clamd.scan(Self.eicar) }
    }

    @Test func `a daemon that says nothing is unavailable when the time is over`() async throws {
        let stand = try ClamdStand(answer: nil)
        await #expect(throws: ScannerUnavailable.self) {
            try await Clamd(stand.address, timeLimit: .milliseconds(300)).scan(Self.eicar)
        }
    }

    @Test func `whoever goes away is not kept`() async throws {
        let stand = try ClamdStand(answer: nil)
        let scan = Task { try await Clamd(stand.address).scan(Self.eicar) }
        scan.cancel()
        await #expect(throws: CancellationError.self) { try await scan.value }
    }

    @Test(arguments: [
        ("tcp:127.0.0.1:3310", ClamdAddress.tcp(host: "127.0.0.1", port: 3310)), ("tcp:clamav:3310", .tcp(host: "clamav", port: 3310)),
        ("tcp:[::1]:3310", .tcp(host: "::1", port: 3310)), ("unix:/run/clamav/clamd.ctl", .unix(path: "/run/clamav/clamd.ctl")),
    ])
    func `an address is read and written`(text: String, address: ClamdAddress) {
        #expect(ClamdAddress(text) == address)
        #expect(address.description == text)
    }

    @Test(arguments: [
        "", "tcp:", "tcp:host", "tcp::3310", "tcp:host:0", "tcp:host:65536", "tcp:::1:3310", "unix:", "unix:relative", "http://host:3310",
        "unix:/" + String(repeating: "a", count: 107),
    ])
    func `anything else is no address`(text: String) { #expect(ClamdAddress(text) == nil) }

    @Test(.enabled(if: ClamdDaemon.isInstalled, "clamav-daemon is not installed"))
    func `the real daemon finds what it knows, passes the rest and refuses what is too long`() async throws {
        let daemon = try await ClamdDaemon(signature: Self.eicar)
        for address in [daemon.local, daemon.remote] {
            let clamd = Clamd(address)
            #expect(try await clamd.scan(Self.eicar) == .found("Test.UNOFFICIAL"))
            #expect(try await clamd.scan(Array("halo".utf8)) == .clean)
            #expect(try await clamd.scan([]) == .clean)
            await #expect(throws: ScannerUnavailable.self) { try await clamd.scan([UInt8](repeating: 7, count: 3 << 20)) }
        }
    }
}
