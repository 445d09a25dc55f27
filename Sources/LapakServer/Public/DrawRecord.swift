import Crypto
import Foundation
package import LapakDomain
import LapakGround
import LapakStore

/// A draw as it is published, and the same check that `lapak draw verify` makes.
package struct DrawRecord: Codable, Sendable {
    package let day: String
    package let seedHash: String
    /// Nil before the draw.
    package let seed: String?
    package let journalHash: String?
    /// Ticket numbers in the order drawn.
    package let order: [String]

    package init(_ draw: Draw, order: [ID<Ticket>]) {
        day = draw.day.iso
        seedHash = draw.seedHash
        seed = draw.drawnAt == nil ? nil : draw.seed
        journalHash = draw.journalHash
        self.order = order.map { String($0.rawValue) }
    }

    package var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// SHA-256 over seed, a bar, and the journal's hash at the draw: the 32 bytes that give the order.
    package static func mixed(seed: String, journalHash: String) -> [UInt8] {
        Array(SHA256.hash(data: Data("\(seed)|\(journalHash)".utf8)))
    }

    package static func hash(ofSeed seed: String) -> String { SHA256.hash(data: Data(seed.utf8)).hex }

    /// Whether the seed fits its hash and the order follows from it.
    package var holds: Bool {
        guard let seed, let journalHash else { return false }
        let tickets = order.compactMap { Int64($0) }.map { ID<Ticket>($0) }
        return DrawRecord.hash(ofSeed: seed) == seedHash && tickets.count == order.count
            && Draw.order(tickets, by: DrawRecord.mixed(seed: seed, journalHash: journalHash)) == tickets
    }
}
