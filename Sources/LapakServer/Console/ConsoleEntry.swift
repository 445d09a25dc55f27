import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let title = Words("Konsol One to Many", "One to Many console")
    static let inLobby = Words("di ruang tunggu", "in the lobby")
    static let colleagues = Words("sesi rekan yang terbuka", "colleagues' open sessions")
    static let howItGoes = Words(
        """
        Kursi terisi satu per satu dari ruang tunggu. Kamera dan mikrofon Anda baru menyala setelah Anda menekannya di konsol; \
        video tidak direkam.
        """,
        """
        Seats fill one by one from the lobby. Your camera and microphone start only when you press for them in the console; \
        video is not recorded.
        """)
    static let open = Words("Buka sesi", "Open the session")
    static let howMany = Words("Berapa orang sekaligus?", "How many people at once?")
    static let oneToOne = Words(" (meja satu lawan satu)", " (one-to-one desk)")
    static let usual = Words(" (biasa)", " (usual)")
}

/// Before a session: who is in the lobby, how many seats, and the button that opens it.
enum ConsoleEntry {
    static func show(_ call: Call, _ desk: Desk, refusing refusal: Refusal?) async throws -> Reply {
        let branch = desk.branch.id
        let (waiting, open) = try await call.app.store.read { connection in
            (try Lobby.waiting(at: branch, connection), try connection.sessions(at: branch).count)
        }
        var faults = Faults()
        if let refusal, refusal != .noSeat { faults = Faults(refusal) }
        return desk.page(
            call, call.say(Say.title), at: Console.path,
            """
            <dl class="angka"><div><dt>\(call.say(Say.inLobby))</dt><dd>\(waiting)</dd></div>\
            <div><dt>\(call.say(Say.colleagues))</dt><dd>\(open)</dd></div></dl>\
            \(desk.may(.holdSession) ? opening(call, desk, faults) : nil)\
            <p>\(call.say(Say.howItGoes))</p>
            """, faults: faults, assets: ["desk.css"], status: refusal?.status ?? .ok)
    }

    private static func opening(_ call: Call, _ desk: Desk, _ faults: Faults) -> HTML {
        form(
            call, action: desk.address("\(Console.path)/\(ConsoleVerb.open.rawValue)"), id: "f-buka",
            button: call.say(Say.open), seats(call, desk, faults))
    }

    private static func seats(_ call: Call, _ desk: Desk, _ faults: Faults) -> HTML {
        let usual = min(max(1, desk.branch.ratio), OfficerSession.mostSeats)
        let choices = (1...OfficerSession.mostSeats).html { count -> HTML in
            let remark = count == 1 ? call.say(Say.oneToOne) : count == usual ? call.say(Say.usual) : ""
            return option("\(count)", "\(count)\(remark)", chosen: count == usual)
        }
        return """
            <div class="fld\(faults.isEmpty ? "" : " has-err")"><label for="jumlah">\(call.say(Say.howMany))</label>\
            \(faults.words(for: "kursi").map { "<p class=\"err\" id=\"kursi\">\(call.say($0))</p>" as HTML })\
            <select class="in n16" id="jumlah" name="jumlah">\(choices)</select></div>
            """
    }
}
