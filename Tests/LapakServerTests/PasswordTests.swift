import LapakDomain
import LapakStore
import LapakWeb
import Testing

@testable import LapakServer

@Suite struct PasswordTests {
    private static let cheap = Password.Cost(rounds: 16, blockSize: 1, parallelism: 1)
    private static let salt: [UInt8] = Array(0..<16)

    @Test func `a password matches the hash that was made from it, and no other password does`() {
        let stored = Password.hash("lapak-asik-demo", salt: Self.salt, cost: Self.cheap)
        #expect(Password.matches("lapak-asik-demo", stored))
        for wrong in ["lapak-asik-dem0", "", "lapak-asik-demo ", "Lapak-asik-demo"] { #expect(!Password.matches(wrong, stored)) }
    }

    @Test func `the cost and the salt stand beside the hash`() {
        let stored = Password.hash("sandi", salt: Self.salt, cost: Self.cheap)
        #expect(stored.hasPrefix("scrypt$16$1$1$000102030405060708090a0b0c0d0e0f$"))
        #expect(Password.hash("sandi", salt: [1], cost: Self.cheap) != Password.hash("sandi", salt: [2], cost: Self.cheap))
    }

    @Test func `the empty password is one like any other`() {
        let stored = Password.hash("", salt: Self.salt, cost: Self.cheap)
        #expect(Password.matches("", stored))
        #expect(!Password.matches("x", stored))
    }

    @Test func `letters that look the same are the same, however the keyboard composed them`() {
        #expect(Password.matches("cafe\u{301}", Password.hash("caf\u{e9}", salt: Self.salt, cost: Self.cheap)))
    }

    @Test(arguments: [
        "", "scrypt", "lapak-asik-demo", "scrypt$16$1$1$00$", "scrypt$15$1$1$00$00", "scrypt$-16$1$1$00$00", "bcrypt$16$1$1$00$00",
        "scrypt$1073741824$8$1$00$" + String(repeating: "0", count: 64), "scrypt$16$1$99$00$" + String(repeating: "0", count: 64),
        "scrypt$16$1$1$0g$" + String(repeating: "0", count: 64), "scrypt$16$1$1$$" + String(repeating: "0", count: 64),
    ])
    func `a damaged or unbearably costly hash matches nothing`(stored: String) { #expect(!Password.matches("", stored)) }

    @Test func `passwords are compared away from the pool, and too many at once are refused`() async {
        let threads = PasswordThreads(count: 1)
        let stored = Password.hash("sandi", salt: Self.salt, cost: Password.Cost(rounds: 1024, blockSize: 8, parallelism: 1))
        let outcomes = await withTaskGroup(of: Bool?.self) { group in
            for _ in 0..<60 { group.addTask { try? await threads.matches("sandi", stored, from: nil) } }
            return await group.reduce(into: [Bool?]()) { $0.append($1) }
        }
        #expect(outcomes.allSatisfy { $0 ?? true })
        #expect(outcomes.contains(true))
        #expect(outcomes.contains { $0 == nil })
    }
}

@Suite struct SignInThrottleTests {
    private let secrets = Secrets(secret: Array(repeating: 7, count: 32))
    private let noon = Instant(milliseconds: 1_592_200_000_000)

    private func database() async throws -> Store {
        let store = try Store.open("sqlite::memory:")
        try await Schema.migrate(store)
        return store
    }

    private func at(_ moment: Instant) -> Context { Context(at: moment, by: .clock, in: Nation(branches: []), fresh: IDs().fresh) }

    private func door(_ device: Device, _ name: String = "manajer.depok") -> SignInThrottle {
        SignInThrottle(username: name, device: device, secrets: secrets)
    }

    @Test func `after three failures each attempt waits longer, at most a minute`() {
        #expect((0...9).map { SignInThrottle.pause(after: $0).seconds } == [0, 0, 0, 2, 4, 8, 16, 32, 60, 60])
    }

    @Test func `one device that guesses is slowed down`() async throws {
        let known = Device(Device(nil, secrets: secrets).asCookie.value, secrets: secrets)
        let (store, door, noon) = (try await database(), door(known), noon)
        for _ in 0..<3 { try await store.write(in: at(noon)) { try $0.attempt(door) } }
        await #expect(throws: Refusal.notYet(noon + .seconds(2))) {
            try await store.write(in: at(noon + .seconds(1))) { try $0.attempt(door) }
        }
        try await store.write(in: at(noon + .seconds(2))) { try $0.attempt(door) }
    }

    @Test func `throwing the cookie away gains nothing, and locks nobody out who has signed in before`() async throws {
        let (store, noon) = (try await database(), noon)
        for _ in 0..<SignInThrottle.mostFromUnknownDevices {
            let fresh = door(Device(nil, secrets: secrets))
            try await store.write(in: at(noon)) { try $0.attempt(fresh) }
        }
        let (fresh, regular) = (
            door(Device(nil, secrets: secrets)), door(Device(nil, secrets: secrets).remembering("manajer.depok", secrets))
        )
        await #expect(throws: Refusal.spent(until: noon + SignInThrottle.window)) {
            try await store.write(in: at(noon)) { try $0.attempt(fresh) }
        }
        try await store.write(in: at(noon)) { try $0.attempt(regular) }
        let other = door(Device(nil, secrets: secrets), "manajer.bontang")
        try await store.write(in: at(noon)) { try $0.attempt(other) }
        try await store.write(in: at(noon + SignInThrottle.window)) { try $0.attempt(fresh) }
    }

    @Test func `who got it right is not counted`() async throws {
        let (store, noon) = (try await database(), noon)
        for _ in 0..<3 * SignInThrottle.mostFromUnknownDevices {
            let door = door(Device(nil, secrets: secrets))
            try await store.write(in: at(noon)) { try $0.attempt(door) }
            try await store.write { try $0.forgive(door) }
        }
    }

    @Test func `a device knows the last four people who signed in on it, by proofs that nobody can make up`() {
        let names = ["a", "b", "c", "d", "e"]
        let device = names.reduce(Device(nil, secrets: secrets)) { $0.remembering($1, secrets) }
        let again = Device(device.asCookie.value, secrets: secrets)
        #expect(again.id == device.id)
        #expect(names.map { again.knows($0, secrets) } == [false, true, true, true, true])
        #expect(!Device(device.asCookie.value, secrets: Secrets(secret: Array(repeating: 8, count: 32))).knows("e", Secrets(secret: [1])))
        #expect(Device("../../etc;x", secrets: secrets).id.utf8.count == 24)
    }
}
