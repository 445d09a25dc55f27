import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb

/// The officer's console for One to Many: a strip of seats, who needs the officer and why, and one seat's work in front.
///
/// Every action is a plain form. The script sends the same forms and gets back the pieces of the page that changed.
struct Console: Sendable {
    let looks = RecentLooks()
    static let path = DeskPath.console

    static func routes(_ routes: Routes) {
        let console = Console()
        routes.get(path, needs: .seeConsole) { call, desk in try await console.page(call, desk) }
        routes.get("\(path)/isi", needs: .seeConsole, as: .piece) { call, desk in try await console.pieces(call, desk) }
        routes.get("\(path)/foto/{id}", needs: .seeConsole) { call, desk in try await console.still(call, desk) }
        routes.get("\(path)/berkas/{id}/{page}", needs: .seeConsole) { call, desk in try await console.upload(call, desk) }
        for verb in ConsoleVerb.allCases {
            routes.post("\(path)/\(verb.rawValue)", needs: .holdSession) { call, desk in
                try await console.answer(verb, call, desk)
            }
        }
        SessionsPage.routes(routes)
    }

    /// The console of the officer's own session, or of the one that a manager looks at; without a session the way to open one.
    func page(_ call: Call, _ desk: Desk, refusing refusal: Refusal? = nil) async throws -> Reply {
        guard let session = try await session(call, desk) else { return try await ConsoleEntry.show(call, desk, refusing: refusal) }
        let view = try await ConsoleView.load(session, self, call, desk)
        return ConsolePage(view: view, call: call, desk: desk, refusal: refusal).reply()
    }

    /// The changing pieces of the page, for the script.
    func pieces(_ call: Call, _ desk: Desk) async throws -> Reply {
        guard let session = try await session(call, desk) else { throw Refusal.noSeat }
        let view = try await ConsoleView.load(session, self, call, desk)
        return ConsolePage(view: view, call: call, desk: desk).pieces()
    }

    /// Does what was pressed. The script gets the changed pieces, or the refusal's sentence; a form is led back to its page.
    func answer(_ verb: ConsoleVerb, _ call: Call, _ desk: Desk) async throws -> Reply {
        let work = ConsoleActions(console: self, call: call, desk: desk)
        guard !call.isScript else {
            try await work.run(verb)
            return verb.isSilent ? Reply(status: .noContent) : try await pieces(call, desk)
        }
        do { try await work.run(verb) } catch let refusal as Refusal { return try await page(call, desk, refusing: refusal) }
        if !call.form["sesi"].isEmpty { return .redirect(desk.address(SessionsPage.path)) }
        return .redirect(desk.address(Console.path, try await work.next(after: verb)))
    }

    /// The session on this page: the officer's own, or the one that the address names, for whoever answers for the branch.
    private func session(_ call: Call, _ desk: Desk) async throws -> ID<OfficerSession>? {
        let asked = call.query("sesi")
        return try await call.app.store.read { connection -> ID<OfficerSession>? in
            guard let asked else { return try connection.openSession(of: desk.staff.id)?.id }
            guard desk.may(.watchSessions), let id = Int64(asked),
                let session = try connection.find(OfficerSession.self, ID<OfficerSession>(id)),
                session.branch == desk.branch.id, session.phase != .closed
            else { throw Refusal.notFound }
            return session.id
        }
    }
}

extension Call {
    /// Sent by the script, which takes pieces and problems instead of pages.
    var isScript: Bool { request.headers[.accept]?.hasPrefix("application/json") ?? false }
}

/// What can be pressed at a console; the raw values are the addresses.
enum ConsoleVerb: String, CaseIterable, Sendable {
    case open = "buka"
    case attend = "lihat"
    case mark = "tanda"
    case accept = "lanjut"
    case giveBack = "kembali"
    case decide = "putus"
    case undo = "urung"
    case park = "tunda"
    case handOver = "serah"
    case offer = "tawar"
    case take = "ambil"
    case call = "panggil"
    case absent = "absen"
    case relieve = "pulih"
    case tell = "pesan"
    case write = "tulis"
    case seats = "kursi"
    case close = "tutup"
    case live = "hidup"

    /// Changes nothing that a console shows.
    var isSilent: Bool { self == .attend || self == .live || self == .tell }
}
