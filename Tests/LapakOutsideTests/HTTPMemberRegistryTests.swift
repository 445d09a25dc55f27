import LapakDomain
import LapakOutside
import Testing

@Suite("The member registry over HTTP", .enabled(if: PythonChild.isAvailable), .timeLimit(.minutes(5)))
struct HTTPMemberRegistryTests {
    @Test("Each answer of the registry has its meaning")
    func answers() async throws {
        let server = try PythonChild(script: RegistryServer.script, arguments: [RegistryServer.member])
        defer { server.stop() }
        let base = try await "http://127.0.0.1:\(server.port())/v1/"
        let threads = CurlThreads(count: 1)
        let registry = try HTTPMemberRegistry(base: base, token: "secret", timeLimit: .seconds(1), threads: threads)

        #expect(try await registry.member(nik: Self.nik(1)) == Self.rina())
        #expect(try await registry.member(nik: Self.nik(2)) == nil)
        for (kind, trouble) in [
            (3, RegistryTrouble.refused(status: 500)), (4, .unreachable("no answer within the time limit")),
            (5, .unreadable("the answer is larger than the limit")), (6, .unreadable("not JSON")),
            (7, .unreadable("nik: another one than asked for")), (8, .unreadable("memberships[0].start")), (9, .unreadable("mother")),
        ] {
            await #expect(throws: trouble) { try await registry.member(nik: Self.nik(kind)) }
        }
        #expect(try await registry.member(nik: Self.nik(1)) == Self.rina())

        let stranger = try HTTPMemberRegistry(base: base, token: "guess", threads: threads)
        await #expect(throws: RegistryTrouble.refused(status: 401)) { try await stranger.member(nik: Self.nik(1)) }
        await threads.stop()
        await #expect(throws: RegistryTrouble.unreachable("outgoing calls have been stopped")) {
            try await registry.member(nik: Self.nik(1))
        }
    }

    @Test("HTTPS works with a certificate that we were told to trust, and only then")
    func certificate() async throws {
        let certificate = try Certificate()
        defer { certificate.remove() }
        let server = try PythonChild(script: RegistryServer.script, arguments: [RegistryServer.member, certificate.chain, certificate.key])
        defer { server.stop() }
        let base = try await "https://127.0.0.1:\(server.port())/v1"
        let threads = CurlThreads(count: 1)
        let trusting = try HTTPMemberRegistry(base: base, token: "secret", authorities: certificate.chain, threads: threads)
        #expect(try await trusting.member(nik: Self.nik(1)) == Self.rina())
        let wary = try HTTPMemberRegistry(base: base, token: "secret", threads: threads)
        await #expect(throws: RegistryTrouble.self) { try await wary.member(nik: Self.nik(1)) }
    }

    @Test("A call brings status, headers by small name and body, keeps its connection and does not follow redirects")
    func call() async throws {
        let server = try PythonChild(script: RegistryServer.script, arguments: [RegistryServer.member])
        defer { server.stop() }
        let base = try await "http://127.0.0.1:\(server.port())"
        let threads = CurlThreads(count: 1)
        let first = try await HTTPCall(.get, "\(base)/", headers: ["X-Asked": "halo"]).send(on: threads)
        #expect(first.status == 200 && first.headers["x-twice"] == "one, two")
        #expect(String(decoding: first.body, as: UTF8.self).hasPrefix("halo "))
        #expect(try await HTTPCall(.get, "\(base)/", headers: ["X-Asked": "halo"]).send(on: threads).body == first.body)
        #expect(try await HTTPCall(.get, "\(base)/away").send(on: threads).status == 302)
        await #expect(throws: HTTPTrouble.tooLarge) { try await HTTPCall(.get, "\(base)/", sizeLimit: 100).send(on: threads) }
    }

    private static func nik(_ kind: Int) throws -> NIK { try #require(NIK("317401450890000\(kind)")) }

    private static func rina() throws -> Member {
        let kpj = try #require(KPJ("15012345678"))
        let card = try Membership(
            kpj: kpj, npp: "JJ012345", employer: "PT Maju Jaya", start: day(2015, 1, 5), end: day(2020, 4, 30), status: .ended,
            balance: Rupiah(14_250_000))
        return try Member(
            id: ID(4711), nik: nik(1), name: "Rina Wati", birth: day(1990, 8, 5), mother: "Sulastri", memberships: [card],
            partials: [PartialClaim(reason: .partial10, paid: day(2018, 3, 1))])
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day { try #require(Day(year: year, month: month, day: day)) }
}

@Suite("Settings of the member registry")
struct HTTPMemberRegistrySettingsTests {
    @Test(
        "A base in the clear, half an address or a bad token is refused",
        arguments: [
            ("http://registry.example.id", "secret"), ("registry.example.id", "secret"), ("https://", "secret"),
            ("ftp://127.0.0.1", "secret"),
            ("https://registry.example.id?x=1", "secret"), ("https://u:p@registry.example.id", "secret"),
            ("https://registry.example.id", ""), ("https://registry.example.id", "a\r\nX: y"), ("https://registry.example.id", "a b"),
        ])
    func refused(base: String, token: String) {
        #expect(throws: OutsideSettingTrouble.self) { try HTTPMemberRegistry(base: base, token: token, threads: CurlThreads(count: 0)) }
    }
}
