import Foundation
import HTTPTypes
import LapakDomain
import LapakServer
import LapakStore
import LapakWeb

/// Pages that exist only in development.
enum DevPages {
    static func routes(_ routes: Routes, outbox: DevOutbox) {
        routes.get("/dev/outbox") { call in
            let title = call.say("Kotak keluar (pengembangan)", "Outbox (development)")
            let messages = outbox.all.prefix(100).html { kept -> HTML in
                let heading = kept.subject.isEmpty ? call.say(kept.channel.words) : kept.subject
                return """
                    <h2>\(heading)</h2><p>\(call.say(kept.channel.words)) · \(kept.to) · \(kept.at.text(in: .wib, call.language))</p>\
                    <pre class="box">\(linked(kept.text))</pre>
                    """
            }
            return Page(
                title: title, back: "/",
                body: "<h1>\(title)</h1>\(messages.isEmpty ? ["<p>\(call.say("Belum ada pesan.", "No messages yet."))</p>"] : messages)"
            ).reply(to: call)
        }
        routes.get("/dev/outbox.json") { _ in
            struct Entry: Encodable {
                let id, channel, to, subject, text, html, at: String
                let links: [String]
                /// Empty where the message has none.
                let code: String
                let calendar: String?
            }
            let entries = outbox.all.map { kept in
                Entry(
                    id: kept.id, channel: kept.channel.rawValue, to: kept.to, subject: kept.subject, text: kept.text, html: kept.html,
                    at: kept.at.utcISO, links: links(kept.text), code: kept.code, calendar: kept.calendar)
            }
            return .json(String(decoding: try JSONEncoder().encode(entries), as: UTF8.self))
        }
        routes.post("/dev/clock") { call in
            if let seconds = Int(call.form["advance"]) { call.app.clock.advance(.seconds(seconds)) }
            if let moment = Instant(iso: call.form["at"]) { call.app.clock.advance(moment - call.app.clock.now) }
            if call.form["only"] == "wawancara" {
                // A robot that compresses time: what the services would have done in the seconds between is done at once.
                try await PresenceService(app: call.app).look(since: call.app.clock.now)
                try await InterviewClock(app: call.app).tick()
            } else {
                try await PlannerService(app: call.app).plan()
            }
            return .json("{\"now\":\"\(call.app.clock.now.utcISO)\"}")
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
}
