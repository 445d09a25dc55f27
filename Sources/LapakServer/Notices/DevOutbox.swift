import Foundation
import HTTPTypes
package import LapakDomain
import Synchronization

/// The carrier for development: keeps the last letters where /dev/outbox shows them, and sends nothing.
package final class DevOutbox: MailCarrier {
    package struct Kept: Sendable {
        package let mail: Mail
        package let at: Instant
    }
    private let letters = Mutex<[Kept]>([])
    private let clock: Clock
    private static let most = 2000

    package init(clock: Clock) { self.clock = clock }

    package func send(_ mail: Mail) async throws(MailTrouble) {
        let kept = Kept(mail: mail, at: clock.now)
        letters.withLock { letters in
            letters.append(kept)
            if letters.count > Self.most { letters.removeFirst(letters.count - Self.most) }
        }
    }

    /// Newest first.
    package var all: [Kept] { letters.withLock { $0.reversed() } }
}

/// Pages that exist only in development.
enum DevPages {
    static func routes(_ routes: Routes, outbox: DevOutbox) {
        routes.get("/dev/outbox") { call in
            let title = call.say("Kotak keluar (pengembangan)", "Outbox (development)")
            let letters = outbox.all.prefix(100).html { kept -> HTML in
                "<h2>\(kept.mail.subject)</h2><p>\(kept.mail.to.address.value) · \(kept.at.text(in: .wib, call.language))</p><pre class=\"box\">\(linked(kept.mail.text))</pre>"
            }
            return Page(
                title: title, back: "/",
                body: "<h1>\(title)</h1>\(letters.isEmpty ? ["<p>\(call.say("Belum ada pesan.", "No messages yet."))</p>"] : letters)"
            ).reply(to: call)
        }
        routes.get("/dev/outbox.json") { call in
            struct Entry: Encodable {
                let id, to, subject, text, html, at: String
                let links: [String]
                /// Empty where the letter has none.
                let code: String
                let calendar: String?
            }
            let entries = outbox.all.map { kept in
                Entry(
                    id: kept.mail.id, to: kept.mail.to.address.value, subject: kept.mail.subject, text: kept.mail.text,
                    html: kept.mail.html,
                    at: kept.at.utcISO, links: links(kept.mail.text), code: code(kept.mail.subject) ?? "", calendar: kept.mail.calendar)
            }
            return .json(String(decoding: try JSONEncoder().encode(entries), as: UTF8.self))
        }
        routes.post("/dev/clock") { call in
            if let seconds = Int(call.form["advance"]) { call.house.clock.advance(.seconds(seconds)) }
            if let moment = Instant(iso: call.form["at"]) { call.house.clock.advance(moment - call.house.clock.now) }
            try await PlannerService(house: call.house).plan()
            return .json("{\"now\":\"\(call.house.clock.now.utcISO)\"}")
        }
    }

    private static func links(_ text: String) -> [String] {
        text.split { $0.isWhitespace }.filter { $0.hasPrefix("http") }.map(String.init)
    }
    private static func linked(_ text: String) -> HTML {
        HTML(
            raw: text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
                let piece: HTML = line.hasPrefix("http") ? "<a href=\"\(url: String(line))\">\(String(line))</a>" : "\(String(line))"
                return piece.text
            }.joined(separator: "\n"))
    }
    private static func code(_ subject: String) -> String? {
        let first = subject.prefix(6)
        return first.utf8.count == 6 && first.utf8.allSatisfy { (48...57).contains($0) } ? String(first) : nil
    }
}
