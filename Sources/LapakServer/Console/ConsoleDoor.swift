import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// Before a session: who is in the lobby, how many seats, and the button that opens it.
enum ConsoleDoor {
    static func show(_ call: Call, _ desk: Desk, refusing refusal: Refusal?) async throws -> Reply {
        let branch = desk.branch.id
        let (waiting, open) = try await call.house.store.read { connection in
            (try Lobby.waiting(at: branch, connection), try connection.sessions(at: branch).count)
        }
        var faults = Faults()
        if let refusal, refusal != .noSeat { faults = Faults(refusal) }
        return desk.page(
            call, call.say("Konsol One to Many", "One to Many console"), at: Console.path,
            """
            <dl class="angka"><div><dt>\(call.say("di ruang tunggu", "in the lobby"))</dt><dd>\(waiting)</dd></div>\
            <div><dt>\(call.say("sesi rekan yang terbuka", "colleagues' open sessions"))</dt><dd>\(open)</dd></div></dl>\
            \(desk.may(.holdSession) ? opening(call, desk, faults) : nil)\
            <p>\(call.say("Kursi terisi satu per satu dari ruang tunggu. Kamera dan mikrofon Anda baru menyala setelah Anda menekannya di konsol; video tidak direkam.", "Seats fill one by one from the lobby. Your camera and microphone start only when you press for them in the console; video is not recorded."))</p>
            """, faults: faults, assets: ["desk.css"], status: refusal?.status ?? .ok)
    }

    private static func opening(_ call: Call, _ desk: Desk, _ faults: Faults) -> HTML {
        form(
            call, action: desk.address("\(Console.path)/\(ConsoleVerb.open.rawValue)"), id: "f-buka",
            button: call.say("Buka sesi", "Open the session"), seats(call, desk, faults))
    }

    private static func seats(_ call: Call, _ desk: Desk, _ faults: Faults) -> HTML {
        let usual = min(max(1, desk.branch.ratio), Session.mostSeats)
        let choices = (1...Session.mostSeats).html { count -> HTML in
            "<option value=\"\(count)\"\(attribute: "selected", when: count == usual)>\(count)\(count == 1 ? call.say(" (meja satu lawan satu)", " (one-to-one desk)") : count == usual ? call.say(" (biasa)", " (usual)") : "")</option>"
        }
        return """
            <div class="fld\(faults.isEmpty ? "" : " has-err")"><label for="jumlah">\(call.say("Berapa orang sekaligus?", "How many people at once?"))</label>\
            \(faults.words(for: "kursi").map { "<p class=\"err\" id=\"kursi\">\(call.say($0))</p>" as HTML })\
            <select class="in n16" id="jumlah" name="jumlah">\(choices)</select></div>
            """
    }
}
