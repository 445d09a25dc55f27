import ArgumentParser
import Foundation
import LapakDomain
import LapakServer

/// `lapak draw`: the public draws of the waiting list.
struct DrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw", abstract: "The public draws of the waiting list.", subcommands: [DrawVerify.self])
}

/// `lapak draw verify FILE.json`: holds a published draw again.
struct DrawVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Hold a published draw again and say whether its result is right.",
        discussion: """
            Needs no database and no network: only the file that the service publishes at /undian/DAY.json. Two things must hold: \
            the seed is the one whose SHA-256 was published before anyone joined, and the order is what seed and journal hash give. \
            The 32 bytes that order the tickets are SHA-256 over `SEED|JOURNALHASH` (both hexadecimal text).

              curl -O https://lapakasik.example/undian/2026-06-15.json
              lapak draw verify 2026-06-15.json
            """)

    @Argument(help: "The published record, JSON.", completion: .file(extensions: ["json"])) var file: String

    func run() throws {
        guard let data = FileManager.default.contents(atPath: file), data.count < 64 << 20 else {
            throw ValidationError("\(file) cannot be read")
        }
        guard let record = try? JSONDecoder().decode(DrawRecord.self, from: data) else {
            throw ValidationError("\(file) is not the record of a draw: day, seedHash, seed, journalHash, order")
        }
        guard let seed = record.seed, let journalHash = record.journalHash else {
            print("The draw of \(record.day) has not been held yet: its seed is still secret. Announced hash: \(record.seedHash)")
            throw ExitCode(1)
        }
        let seedHolds = DrawRecord.hash(ofSeed: seed) == record.seedHash
        print("\(seedHolds ? "HOLDS " : "BROKEN")  the seed has the hash that was announced before the draw")
        let tickets = record.order.compactMap { Int64($0) }.map { ID<Ticket>($0) }
        let isWhole = tickets.count == record.order.count && Set(tickets).count == tickets.count
        print("\(isWhole ? "HOLDS " : "BROKEN")  every ticket stands once: \(record.order.count) tickets")
        let order = Draw.order(tickets, by: DrawRecord.mixed(seed: seed, journalHash: journalHash))
        print("\(order == tickets ? "HOLDS " : "BROKEN")  the order follows from seed and journal hash")
        if let place = zip(order, tickets).enumerated().first(where: { $0.element.0 != $0.element.1 }) {
            print(
                "        place \(place.offset + 1) belongs to ticket \(place.element.0.rawValue), the file says \(place.element.1.rawValue)"
            )
        }
        guard seedHolds, isWhole, order == tickets else {
            print("The draw of \(record.day) does NOT hold.")
            throw ExitCode(1)
        }
        print("The draw of \(record.day) holds.")
    }
}
