import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the strip, the list and the lobby.
private enum Say {
    static let seat = Words("Kursi", "Seat")
    static let seats = Words("Kursi", "Seats")
    static let priority = Words("didahulukan", "priority")
    static let empty = Words("Kosong", "Empty")
    static let closed = Words("Tutup", "Closed")
    static let waiting = Words("menunggu", "waiting")
    static let nobody = Words("Tidak ada yang menunggu.", "Nobody waits.")
    static let closing = Words("Sesi sedang ditutup: tidak ada orang baru.", "The session is closing: nobody new comes.")
    static let inLobby = Words("di ruang tunggu", "in the lobby")
    static let callNext = Words("Panggil berikutnya", "Call the next")
    static let mySession = Words("Sesi saya", "My session")
    static let change = Words("Ubah", "Change")
    static let finish = Words("Selesaikan, tanpa orang baru", "Finish, nobody new")
    static let openAgain = Words("Buka lagi", "Open again")
    static let leave = Words(
        "Saya pergi: semua kembali ke depan antrean", "I leave: everyone back to the front of the line")
    static let colleagueAsks = Words("Permintaan rekan", "A colleague asks")
    static let takeOver = Words("Ambil alih", "Take over")

    static func next(_ seat: Int, in minutes: Int64) -> Words {
        Words(
            "Berikutnya kira-kira kursi \(seat), ±\(minutes) menit lagi.",
            "Next is probably seat \(seat), in about \(minutes) min.")
    }
    static func taken(of seats: Int) -> Words { Words("dari \(seats) kursi terisi", "of \(seats) seats taken") }
    static func onlyLooking(_ officer: String) -> Words {
        Words("Anda hanya melihat sesi \(officer).", "You only look at \(officer)'s session.")
    }
    static func asks(_ colleague: String) -> Words {
        Words("\(colleague) meminta Anda mengambil alih", "\(colleague) asks you to take over")
    }
}

// The fixed strip of seats, who needs the officer and why, and the lobby behind them.
extension ConsolePage {
    /// Six places that never move; more seats than are open stay as closed ones.
    var strip: HTML {
        let seats = (1...OfficerSession.mostSeats).html { seat -> HTML in
            guard let interview = view.interview(at: seat) else { return emptySeat(seat) }
            return self.seat(seat, interview)
        }
        return "<ol id=\"kursi\" class=\"kursi\">\(seats)</ol>"
    }

    private func seat(_ seat: Int, _ interview: Interview) -> HTML {
        let star: HTML = " <abbr title=\"\(call.say(Say.priority))\">★</abbr>"
        return """
            <li id="kursi-\(seat)" data-id="\(interview.id.rawValue)">\
            <a class="bth \(interview.style)" href="\(url: place("kursi=\(seat)"))" data-pilih="\(seat)"\(current(seat))>\
            <b><span class="sr">\(call.say(Say.seat))</span> \(seat)</b>\
            <span class="nm">\(view.shortName(interview, call))\(when(interview.priority, star))</span>\
            \(timer(interview.since))<span class="st">\(call.say(interview.label))</span>\
            <span class="mj">\(interview.advance.map { call.say($0) } ?? "")</span></a></li>
            """
    }

    private func emptySeat(_ seat: Int) -> HTML {
        let isOpen = seat <= view.session.seats && view.session.isOpen
        let style = isOpen ? "idle" : "shut"
        return """
            <li id="kursi-\(seat)">\
            <a class="bth \(style)" href="\(url: place("kursi=\(seat)"))" data-pilih="\(seat)"\(current(seat))>\
            <b><span class="sr">\(call.say(Say.seat))</span> \(seat)</b><span class="nm">–</span>\
            <span class="st">\(call.say(isOpen ? Say.empty : Say.closed))</span></a></li>
            """
    }

    private func current(_ seat: Int) -> HTML { seat == selected ? " aria-current=\"true\"" : "" }

    /// Counts up in the browser; without the script it says since when.
    func timer(_ since: Instant) -> HTML {
        "<time data-sejak=\"\(since.utcISO)\" datetime=\"\(since.utcISO)\">\(desk.branch.zone.time(of: since).text(call.language))</time>"
    }

    /// The first row is the answer to the space bar.
    var attention: HTML {
        let waiting = view.attention(call.policy)
        let rows = waiting.html { interview -> HTML in
            let seat = interview.seat ?? 0
            let why = call.say(Attention.why(interview, policy: call.policy))
            return """
                <li class="\(interview.style)" data-id="\(interview.id.rawValue)">\
                <a href="\(url: place("kursi=\(seat)"))" data-pilih="\(seat)">\
                <strong>\(seat) · \(view.shortName(interview, call))</strong> <span>\(why)</span> \
                <span class="hint">\(call.say(Say.waiting)) \(timer(interview.needed ?? interview.since))</span></a></li>
                """
        }
        let none: HTML = """
            <li class="kosong">\(call.say(Say.nobody))\(forecast)</li>
            """
        return """
            <ol id="perlu" class="q">\(rows.isEmpty ? [none] : rows)</ol>
            """
    }

    /// Which seat will probably need the officer next, by the usual length of a member's step (screens.md 3.2).
    private var forecast: HTML? {
        let next = view.floor.interviews.compactMap { interview -> (seat: Int, left: Int64)? in
            guard let usual = interview.phase.usual, let seat = interview.seat, interview.needed == nil else { return nil }
            return (seat, max(0, (interview.since + usual - view.now).seconds))
        }.min { $0.left < $1.left }
        guard let next else { return nil }
        let minutes = max(1, (next.left + 59) / 60)
        return " \(call.say(Say.next(next.seat, in: minutes)))"
    }

    /// The lobby, what colleagues ask, and the session itself.
    var lobby: HTML {
        let session = view.session
        let closing: HTML = "<p class=\"tag w\">\(call.say(Say.closing))</p>"
        return """
            <div id="antre">\(offers)\(when(!session.isOpen, closing))\
            <p><strong>\(view.floor.waiting)</strong> \(call.say(Say.inLobby)) · \
            <strong>\(view.floor.interviews.count)</strong> \(call.say(Say.taken(of: session.seats)))</p>\
            \(view.mayAct ? sessionForms : looking)</div>
            """
    }

    private var sessionForms: HTML {
        let callNext: HTML = """
            <button class="btn alt" data-tekan="n" aria-keyshortcuts="N">\(call.say(Say.callNext)) <kbd>N</kbd></button>
            """
        let leave: HTML = """
            \(hidden("segera", "1"))<button class="btn bad">\(call.say(Say.leave))</button>
            """
        return """
            \(post(.call, id: "f-panggil", callNext))\
            <details data-d="sesi"><summary>\(call.say(Say.mySession))</summary>\
            \(post(.seats, id: "f-kursi", seatCounts))\
            \(view.session.isOpen ? button(.close, id: "f-tutup", Say.finish) : button(.open, id: "f-buka", Say.openAgain))\
            \(post(.close, id: "f-pergi", leave))</details>
            """
    }

    /// How many seats the session has, to be changed.
    private var seatCounts: HTML {
        let counts = (1...OfficerSession.mostSeats).html { count -> HTML in
            "<option\(attribute: "selected", when: count == view.session.seats)>\(count)</option>"
        }
        return """
            <label>\(call.say(Say.seats)) <select name="jumlah">\(counts)</select></label> \
            <button class="btn alt">\(call.say(Say.change))</button>
            """
    }

    private func button(_ verb: ConsoleVerb, id: String, _ label: Words) -> HTML {
        post(verb, id: id, "<button class=\"btn alt\">\(call.say(label))</button>")
    }

    private var looking: HTML { "<p class=\"tag i\">\(call.say(Say.onlyLooking(view.officer.name)))</p>" }

    /// People whom a colleague asks to hand over; saying yes is explicit.
    private var offers: [HTML] {
        view.offers.html { offer in
            let id = offer.interview.id.rawValue
            let fields: HTML = """
                \(hidden("kursi", "\(id)"))<button class="btn">\(call.say(Say.takeOver))</button>
                """
            return """
                <div class="tawar" role="group" aria-label="\(call.say(Say.colleagueAsks))"><p>\(call.say(Say.asks(offer.from))) \
                <strong>\(ConsoleView.short(offer.claim.name))</strong> (\(call.say(offer.interview.label))).</p>\
                \(when(view.mayAct, post(.take, id: "f-ambil-\(id)", fields)))</div>
                """
        }
    }

    /// A form of one button and its fields.
    func post(_ verb: ConsoleVerb, id: String, _ content: HTML) -> HTML {
        """
        <form method="post" action="\(url: address(verb))" id="\(id)">\(hidden("kunci", call.freshKey()))\(content)</form>
        """
    }
}

extension Interview {
    /// Colour, thickness and pattern of the bar; never the only sign.
    var style: String {
        if let stuck { return stuck == .wrote ? "need" : "stuck" }
        switch phase {
        case .called: return "ring"
        case .ready, .shown, .agreed: return "need"
        case .deciding, .done: return "fin"
        default: return "fill"
        }
    }
}

extension Interview.Phase {
    /// How long a member usually takes for the step.
    fileprivate var usual: Span? {
        switch self {
        case .called: .seconds(60)
        case .filling: .seconds(90)
        case .originals: .seconds(90)
        case .summary: .seconds(110)
        default: nil
        }
    }
}
