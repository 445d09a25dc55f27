import LapakDomain
import LapakStore

/// The code with which a booth's browser is paired: eight signs that nobody mistakes for others, typed in any form.
enum PairingCode {
    static let signs = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")
    static let length = 8

    static func make(_ secrets: Secrets) -> String {
        var generator = SystemRandomNumberGenerator()
        return String((0..<length).map { _ in signs.randomElement(using: &generator) ?? "2" })
    }

    /// Without blanks and hyphens, in capitals.
    static func read(_ text: String) -> String { String(Typed.line(text).uppercased().filter { signs.contains($0) }.prefix(length + 1)) }

    /// `ABCD-2345`, as it is shown.
    static func shown(_ code: String) -> String { "\(code.prefix(4))-\(code.dropFirst(4))" }

    static func hash(_ code: String, _ secrets: Secrets) -> String { secrets.hash(code: "bilik:\(code)", for: 0) }
}

extension Call {
    static let boothCookie = "bilik"
    static let boothLasts = Span.days(400)
    /// A sign of life of a booth is written down at most so often.
    static let boothBeat = Span.seconds(20)
    /// How long the receipt is shown, unless the person ends it.
    static let receiptLasts = Span.seconds(60)

    /// The booth that this browser was paired with; nil for any other browser. Every request of it is a sign of life.
    func booth() async throws -> Booth? {
        guard let key = cookies[Call.boothCookie].flatMap({ Key<Booth>($0) }),
            let booth = try await app.store.read({ try $0.find(Booth.self, key.id) }), booth.secret == key.pass.hash
        else { return nil }
        let now = now
        guard booth.trouble == .network || now - booth.seen >= Call.boothBeat else { return booth }
        return try await app.store.write(in: app.context(by: .clock, at: now), .row(Booth.self, booth.id)) {
            try $0.booth(booth.id) { $0.live(at: now) }
        }
    }

    /// The interview that is in this browser's booth now, or was until a minute ago. Refuses with `notYours` any other browser.
    func interviewInBooth() async throws -> Interview? {
        guard let booth = try await booth() else { throw Refusal.notYours }
        let since = now - Call.receiptLasts
        return try await app.store.read { try $0.interview(in: booth.id, since: since) }
    }
}
