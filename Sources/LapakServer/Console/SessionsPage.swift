import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let title = Words("Sesi hari ini", "Sessions today")
    static let inLobby = Words("di ruang tunggu", "in the lobby")
    static let open = Words("sesi terbuka", "open sessions")
    static let done = Words("klaim selesai di sesi ini", "claims done in these sessions")
    static let none = Words("Belum ada sesi yang terbuka di kantor ini.", "No session is open at this branch.")
    static let caption = Words("Per petugas, sejak sesinya dibuka", "By officer, since the session opened")
    static let closing = Words("menutup", "closing")
    static let thresholds: Words = {
        typealias Limit = SessionFigures.Threshold
        return Words(
            """
            Ambang: sibuk di atas \(Limit.tooBusy) % turunkan kursi, di bawah \(Limit.idle) % dengan antrean naikkan \
            (setelah \(Limit.notBefore.minutes) menit). Perhatian per klaim paling lama \(Limit.attentionPerClaim.seconds) detik; \
            \(Limit.waits) dari 100 orang menunggu paling lama \(Limit.wait.seconds) detik.
            """,
            """
            Thresholds: above \(Limit.tooBusy) % busy lower the seats, below \(Limit.idle) % with people waiting raise them \
            (after \(Limit.notBefore.minutes) minutes). At most \(Limit.attentionPerClaim.seconds) seconds of attention a claim; \
            \(Limit.waits) of 100 people wait at most \(Limit.wait.seconds) seconds.
            """)
    }()

    static func away(since seen: Instant, in zone: Zone) -> Words {
        let time = zone.time(of: seen)
        return Words("konsol tidak terhubung sejak \(time.text(.id))", "console away since \(time.text(.en))")
    }
}

/// The manager's figures: every open session of the branch, measured, with the thresholds beside and one next action.
struct SessionsPage {
    struct Line: Sendable {
        let session: OfficerSession
        let officer: Staff
        let figures: SessionFigures
        let sitting: Int
    }
    let lines: [Line]
    let waiting: Int
    let now: Instant
    static let path = DeskPath.sessions

    static func routes(_ routes: Routes) {
        routes.get(path, needs: .seeFigures) { call, desk in try await load(call, desk).reply(call, desk) }
        routes.get("\(path)/isi", needs: .seeFigures, as: .piece) { call, desk in
            Reply(body: try await load(call, desk).table(call, desk).text)
        }
    }

    static func load(_ call: Call, _ desk: Desk) async throws -> SessionsPage {
        let (branch, now) = (desk.branch.id, call.now)
        return try await call.app.store.read { connection in
            let lines = try connection.sessions(at: branch).compactMap { session -> Line? in
                guard let officer = try connection.find(Staff.self, session.staff) else { return nil }
                return Line(
                    session: session, officer: officer, figures: try connection.figures(of: session, at: now),
                    sitting: try connection.interviews(of: session.id).count)
            }
            return SessionsPage(lines: lines, waiting: try Lobby.waiting(at: branch, connection), now: now)
        }
    }

    private func reply(_ call: Call, _ desk: Desk) -> Reply {
        desk.page(
            call, call.say(Say.title), at: SessionsPage.path,
            """
            <div id="sesi" data-muat="\(url: desk.address("\(SessionsPage.path)/isi"))">\(table(call, desk))</div>\
            <p>\(call.say(Say.thresholds))</p>
            """, assets: ["desk.css", "sessions.js"])
    }

    /// The part that renews itself.
    func table(_ call: Call, _ desk: Desk) -> HTML {
        let done = lines.reduce(0) { $0 + $1.figures.done }
        let isMissed = waiting > 0 && lines.isEmpty
        let numbers: HTML = """
            <dl class="angka"><div\(when(isMissed, " class=\"w\""))><dt>\(call.say(Say.inLobby))</dt><dd>\(waiting)</dd></div>\
            <div><dt>\(call.say(Say.open))</dt><dd>\(lines.count)</dd></div>\
            <div><dt>\(call.say(Say.done))</dt><dd>\(done)</dd></div></dl>
            """
        guard !lines.isEmpty else { return "\(numbers)<p>\(call.say(Say.none))</p>" }
        let officers = DataTable(
            id: "t-sesi", caption: call.say(Say.caption), heads: heads(call),
            rows: lines.map { row($0, call, desk) } + [total(call)])
        return "\(numbers)\(officers.html)"
    }

    private func heads(_ call: Call) -> [(name: String, isNumber: Bool)] {
        [
            (call.say("Petugas", "Officer"), false), (call.say("Kursi", "Seats"), true), (call.say("Klaim/jam", "Claims/hour"), true),
            (call.say("Sibuk", "Busy"), true), (call.say("Perhatian/klaim", "Attention/claim"), true),
            (call.say("Tunggu p95", "Wait p95"), true), (call.say("Macet", "Stuck"), true), (call.say("Faktor", "Factor"), true),
            (call.say("Saran", "Suggestion"), false),
        ]
    }

    private func row(_ line: Line, _ call: Call, _ desk: Desk) -> [HTML] {
        let figures = line.figures
        let isAway = line.session.isAway(call.policy, at: now)
        let sinceWhen = call.say(Say.away(since: line.session.seen, in: desk.branch.zone))
        let away: HTML = when(isAway, " <span class=\"tag no\">\(sinceWhen)</span>")
        let closing: HTML = when(!line.session.isOpen, " <span class=\"tag\">\(call.say(Say.closing))</span>")
        return [
            "\(name(line, desk))\(closing)\(away)",
            "\(line.sitting)/\(line.session.seats)", "\(decimal(figures.claimsPerHour, call))",
            tagged(
                figures.busy.map { "\(Int(($0 * 100).rounded())) %" },
                figures.busy.map { $0 > 0.75 ? "w" : $0 < 0.5 && waiting > 0 ? "i" : nil }),
            seconds(figures.attentionPerClaim, limit: 105, call), seconds(figures.waitP95, limit: 120, call),
            figures.stuck == 0 ? "0" : "<span class=\"tag no\">\(figures.stuck)</span>",
            "\(figures.factor.map { "\(decimal($0, call))×" } ?? "–")", suggestion(line, call, desk),
        ]
    }

    /// The officer, with the way to their console for whoever may look at it.
    private func name(_ line: Line, _ desk: Desk) -> HTML {
        guard desk.may(.watchSessions) else { return "\(line.officer.name)" }
        return "<a href=\"\(url: desk.address(Console.path, "sesi=\(line.session.id.rawValue)"))\">\(line.officer.name)</a>"
    }

    /// The branch as a whole: sums, and means over the sessions.
    private func total(_ call: Call) -> [HTML] {
        let figures = lines.map(\.figures)
        func mean(_ values: [Double]) -> Double? { values.isEmpty ? nil : values.reduce(0, +) / Double(values.count) }
        let (busy, done) = (mean(figures.compactMap(\.busy)), figures.reduce(0) { $0 + $1.done })
        let attention = figures.reduce(Int64(0)) { $0 + $1.attention.milliseconds }
        return [
            "<strong>\(call.say("Kantor", "Branch"))</strong>",
            "\(lines.reduce(0) { $0 + $1.sitting })/\(lines.reduce(0) { $0 + $1.session.seats })",
            "\(decimal(figures.compactMap(\.claimsPerHour).reduce(0, +), call))",
            "\(busy.map { "\(Int(($0 * 100).rounded())) %" } ?? "–")",
            seconds(done == 0 ? nil : Span(milliseconds: attention / Int64(done)), limit: 105, call),
            seconds(figures.compactMap(\.waitP95).max(), limit: 120, call), "\(figures.reduce(0) { $0 + $1.stuck })",
            "\(mean(figures.compactMap(\.factor)).map { "\(decimal($0, call))×" } ?? "–")", "",
        ]
    }

    private func suggestion(_ line: Line, _ call: Call, _ desk: Desk) -> HTML {
        let seats: Int
        let words: Words
        switch line.figures.suggestion(waiting: waiting) {
        case .lower(let count): (seats, words) = (count, Words("Turunkan ke \(count)", "Lower to \(count)"))
        case .raise(let count): (seats, words) = (count, Words("Naikkan ke \(count)", "Raise to \(count)"))
        case nil: return "–"
        }
        guard desk.may(.adjustSessions) else { return "\(call.say(words))" }
        let action = desk.address("\(Console.path)/\(ConsoleVerb.seats.rawValue)")
        return """
            <form method="post" action="\(url: action)"><input type="hidden" name="kunci" value="\(call.freshKey())">\
            <input type="hidden" name="sesi" value="\(line.session.id.rawValue)"><input type="hidden" name="jumlah" value="\(seats)">\
            <button class="btn alt" aria-label="\(call.say(words)), \(line.officer.name)">\(call.say(words))</button></form>
            """
    }

    private func tagged(_ text: String?, _ style: String??) -> HTML {
        guard let text else { return "–" }
        guard let style = style ?? nil else { return "\(text)" }
        return "<span class=\"tag \(style)\">\(text)</span>"
    }

    private func seconds(_ span: Span?, limit: Int64, _ call: Call) -> HTML {
        tagged(span.map { call.say("\($0.seconds) dtk", "\($0.seconds) s") }, span.map { $0.seconds > limit ? "w" : nil })
    }

    /// One decimal: `19,4`, `19.4`.
    private func decimal(_ value: Double?, _ call: Call) -> String {
        guard let value else { return "–" }
        let tenths = Int((value * 10).rounded())
        return "\((tenths / 10).grouped(call.language))\(call.say(",", "."))\(abs(tenths % 10))"
    }
}
