import LapakDomain
import Testing

@testable import LapakServer

@Suite("Where a request comes from") struct NetworkSourceTests {
    private func source(_ peer: String?, _ forwarded: String..., trusted: String...) -> NetworkSource? {
        NetworkSource(peer: peer.flatMap { IPAddress($0) }, forwarded: forwarded, trusted: trusted.compactMap { IPRange($0) })
    }
    private func address(_ text: String) -> NetworkSource? { IPAddress(text).map { NetworkSource($0) } }

    @Test func `nobody but a trusted proxy says where a request comes from`() {
        #expect(source("203.0.113.7", "198.51.100.1") == address("203.0.113.7"))
        #expect(source("203.0.113.7", "198.51.100.1", trusted: "10.0.0.0/8") == address("203.0.113.7"))
        #expect(source("10.1.2.3", "198.51.100.1", trusted: "10.0.0.0/8") == address("198.51.100.1"))
    }

    @Test func `what the client itself wrote before is not believed`() {
        for claimed in ["1.1.1.1, 198.51.100.1", "10.9.9.9, 198.51.100.1", "::1,198.51.100.1", "unknown, 198.51.100.1, 10.0.0.2"] {
            #expect(source("10.0.0.1", claimed, trusted: "10.0.0.0/8") == address("198.51.100.1"), "\(claimed)")
        }
        #expect(source("10.0.0.1", "1.1.1.1", "198.51.100.1", trusted: "10.0.0.1") == address("198.51.100.1"))
        // What no address is ends the chain; the proxy's own word before it stands.
        #expect(source("10.0.0.1", "x, 10.0.0.2", trusted: "10.0.0.0/8") == address("10.0.0.2"))
    }

    @Test func `a proxy's own request and one inside the process are no stranger's`() {
        #expect(source("127.0.0.1", trusted: "127.0.0.1") == nil)
        #expect(source(nil, "198.51.100.1") == nil)
        // A proxy on this machine that nobody named: everybody would be one stranger.
        #expect(source("127.0.0.1") == nil && source("::1", "198.51.100.1") == nil)
    }

    @Test func `version 6 counts by 64 bits, version 4 by the address, in any clothes`() {
        #expect(address("2001:db8:1:2:3::4") == address("2001:db8:1:2:ffff:1:2:3"))
        #expect(address("2001:db8:1:2::1") != address("2001:db8:1:3::1"))
        #expect(address("::ffff:192.0.2.1") == address("192.0.2.1"))
        #expect(address("192.0.2.1:4711") == address("192.0.2.1") && address("[2001:db8::1]:80") == address("2001:db8::2"))
        #expect(address("fe80::1%eth0") == address("fe80::2"))
        #expect(address("192.0.2.1") != address("192.0.2.2"))
    }

    @Test(arguments: ["", "x", "300.1.1.1", "1.2.3", "1.2.3.4.5", ":::", "10.0.0.0/33", "::/129", "10.0.0.0/x", "10.0.0.0/-1"])
    func `what is no address and no range is refused before the service starts`(text: String) {
        #expect(IPRange(text) == nil)
        var settings = Settings()
        settings.trustedProxies = [text]
        #expect(throws: SettingTrouble.self) { try settings.proxies() }
    }

    @Test func `a range holds what begins like it`() throws {
        for (range, address, holds) in [
            ("172.16.0.0/12", "172.31.255.255", true), ("172.16.0.0/12", "172.32.0.0", false), ("172.16.0.0/12", "::ac10:1", false),
            ("0.0.0.0/0", "8.8.8.8", true), ("2001:db8::/33", "2001:db8:7fff::1", true), ("2001:db8::/33", "2001:db8:8000::1", false),
        ] {
            let (range, address) = (try #require(IPRange(range)), try #require(IPAddress(address)))
            #expect(range.contains(address) == holds)
        }
    }
}

@Suite("Buckets that refill") struct TokenBucketsTests {
    private let rate = SourceRate(burst: 3, perHour: 60)
    private let now = Instant(milliseconds: 0)

    @Test func `the wait that is told is the shortest that helps`() {
        var buckets = TokenBuckets<String>()
        func take(_ key: String, _ after: Span) -> Instant? { buckets.take([(key, rate)], at: now + after) }
        let first = (0..<3).map { _ in take("a", .zero) }
        #expect(first == [nil, nil, nil])
        let waits = [
            take("a", .zero), take("b", .zero), take("a", Span(milliseconds: 59_999)), take("a", .seconds(60)), take("a", .seconds(60)),
        ]
        #expect(waits == [now + .seconds(60), nil, now + .seconds(60), nil, now + .seconds(120)])
    }

    @Test func `where one of two is empty nothing is taken from the other`() {
        var buckets = TokenBuckets<String>()
        let narrow = SourceRate(burst: 1, perHour: 1)
        let both = (0..<6).map { _ in buckets.take([("a", rate), ("b", narrow)], at: now) }
        #expect(both == [nil] + Array(repeating: now + .hours(1), count: 5))
        let one = (0..<2).map { _ in buckets.take([("a", rate)], at: now) }
        #expect(one == [nil, nil])
    }

    @Test func `memory has an end, and whoever asked most is remembered longest`() {
        var buckets = TokenBuckets<Int>(most: 100)
        for _ in 0..<3 { _ = buckets.take([(-1, rate)], at: now) }
        for key in 0..<10_000 { _ = buckets.take([(key, rate)], at: now) }
        let (count, again) = (buckets.count, buckets.take([(-1, rate)], at: now))
        #expect(count <= 100)
        #expect(again != nil)
    }
}

@Suite("A fair line") struct FairLineTests {
    @Test func `a crowd of one place keeps another waiting for one turn`() {
        var line = FairLine<String, Int>(mostOfOne: 16, most: 1_024)
        let crowd = (0..<400).map { line.join($0, from: "crowd") }
        #expect(crowd.count { $0 } == 16)
        let joined = line.join(1_000, from: "branch")
        #expect(joined)
        let served = (0..<18).map { _ in line.next() }
        #expect(served.prefix(3) == [0, 1_000, 1])
        #expect(served.last == .some(nil) && line.count == 0)
    }

    @Test func `all together have a limit`() {
        var line = FairLine<Int, Int>(mostOfOne: 16, most: 50)
        let joined = (0..<100).map { line.join($0, from: $0) }
        #expect(joined.count { $0 } == 50)
    }
}
