import LapakDomain
import LapakStore
import LapakWeb

// The fixed strip of seats, who needs the officer and why, and the lobby behind them.
extension ConsolePage {
    /// Six places that never move; more seats than are open stay as closed ones.
    var strip: HTML {
        let seats = (1...Session.mostSeats).html { seat -> HTML in
            guard let interview = picture.interview(at: seat) else { return emptySeat(seat) }
            return self.seat(seat, interview)
        }
        return "<ol id=\"kursi\" class=\"kursi\">\(seats)</ol>"
    }

    private func seat(_ seat: Int, _ interview: Interview) -> HTML {
        """
        <li id="kursi-\(seat)" data-id="\(interview.id.rawValue)"><a class="bth \(interview.style)" href="\(url: place("kursi=\(seat)"))" data-pilih="\(seat)"\(current(seat))>\
        <b><span class="sr">\(call.say("Kursi", "Seat"))</span> \(seat)</b><span class="nm">\(picture.shortName(interview, call))\(interview.priority ? " <abbr title=\"\(call.say("didahulukan", "priority"))\">★</abbr>" as HTML : "")</span>\
        \(timer(interview.since))<span class="st">\(call.say(interview.label))</span><span class="mj">\(interview.advance.map { "\(call.say($0))" as HTML })</span></a></li>
        """
    }

    private func emptySeat(_ seat: Int) -> HTML {
        let isOpen = seat <= picture.session.seats && picture.session.isOpen
        return """
            <li id="kursi-\(seat)"><a class="bth \(isOpen ? "idle" : "shut")" href="\(url: place("kursi=\(seat)"))" data-pilih="\(seat)"\(current(seat))>\
            <b><span class="sr">\(call.say("Kursi", "Seat"))</span> \(seat)</b><span class="nm">–</span>\
            <span class="st">\(isOpen ? call.say("Kosong", "Empty") : call.say("Tutup", "Closed"))</span></a></li>
            """
    }

    private func current(_ seat: Int) -> HTML { seat == selected ? " aria-current=\"true\"" : "" }

    /// Counts up in the browser; without the script it says since when.
    func timer(_ since: Instant) -> HTML {
        "<time data-sejak=\"\(since.utcISO)\" datetime=\"\(since.utcISO)\">\(desk.branch.zone.time(of: since).text(call.language))</time>"
    }

    /// The first row is the answer to the space bar.
    var attention: HTML {
        let waiting = picture.attention(call.policy)
        let rows = waiting.html { interview -> HTML in
            let seat = interview.seat ?? 0
            return """
                <li class="\(interview.style)" data-id="\(interview.id.rawValue)"><a href="\(url: place("kursi=\(seat)"))" data-pilih="\(seat)">\
                <strong>\(seat) · \(picture.shortName(interview, call))</strong> <span>\(call.say(Attention.why(interview, policy: call.policy)))</span> \
                <span class="hint">\(call.say("menunggu", "waiting")) \(timer(interview.needed ?? interview.since))</span></a></li>
                """
        }
        let none: HTML = """
            <li class="kosong">\(call.say("Tidak ada yang menunggu.", "Nobody waits."))\(forecast)</li>
            """
        return """
            <ol id="perlu" class="q">\(rows.isEmpty ? [none] : rows)</ol>
            """
    }

    /// Which seat will probably need the officer next, by the usual length of a member's step (screens.md 3.2).
    private var forecast: HTML? {
        let next = picture.floor.interviews.compactMap { interview -> (seat: Int, left: Int64)? in
            guard let usual = interview.phase.usual, let seat = interview.seat, interview.needed == nil else { return nil }
            return (seat, max(0, (interview.since + usual - picture.now).seconds))
        }.min { $0.left < $1.left }
        guard let next else { return nil }
        let minutes = max(1, (next.left + 59) / 60)
        return
            " \(call.say("Berikutnya kira-kira kursi \(next.seat), ±\(minutes) menit lagi.", "Next is probably seat \(next.seat), in about \(minutes) min."))"
    }

    /// The lobby, what colleagues ask, and the session itself.
    var lobby: HTML {
        let session = picture.session
        let state: HTML =
            session.isOpen
            ? ""
            : "<p class=\"tag w\">\(call.say("Sesi sedang ditutup: tidak ada orang baru.", "The session is closing: nobody new comes."))</p>"
        return """
            <div id="antre">\(offers)\(state)<p><strong>\(picture.floor.waiting)</strong> \(call.say("di ruang tunggu", "in the lobby")) · \
            <strong>\(picture.floor.interviews.count)</strong> \(call.say("dari \(session.seats) kursi terisi", "of \(session.seats) seats taken"))</p>\
            \(picture.mayAct ? sessionForms : looking)</div>
            """
    }

    private var sessionForms: HTML {
        let counts = (1...Session.mostSeats).html { count -> HTML in
            "<option\(attribute: "selected", when: count == picture.session.seats)>\(count)</option>"
        }
        return """
            \(post(.call, id: "f-panggil", "<button class=\"btn alt\" data-tekan=\"n\" aria-keyshortcuts=\"N\">\(call.say("Panggil berikutnya", "Call the next")) <kbd>N</kbd></button>"))\
            <details data-d="sesi"><summary>\(call.say("Sesi saya", "My session"))</summary>\
            \(post(.seats, id: "f-kursi", "<label>\(call.say("Kursi", "Seats")) <select name=\"jumlah\">\(counts)</select></label> <button class=\"btn alt\">\(call.say("Ubah", "Change"))</button>"))\
            \(picture.session.isOpen ? post(.close, id: "f-tutup", "<button class=\"btn alt\">\(call.say("Selesaikan, tanpa orang baru", "Finish, nobody new"))</button>") : post(.open, id: "f-buka", "<button class=\"btn alt\">\(call.say("Buka lagi", "Open again"))</button>"))\
            \(post(.close, id: "f-pergi", "<input type=\"hidden\" name=\"segera\" value=\"1\"><button class=\"btn bad\">\(call.say("Saya pergi: semua kembali ke depan antrean", "I leave: everyone back to the front of the line"))</button>"))</details>
            """
    }

    private var looking: HTML {
        "<p class=\"tag i\">\(call.say("Anda hanya melihat sesi \(picture.officer.name).", "You only look at \(picture.officer.name)'s session."))</p>"
    }

    /// People whom a colleague asks to hand over; saying yes is explicit.
    private var offers: [HTML] {
        picture.offers.html { offer in
            """
            <div class="tawar" role="group" aria-label="\(call.say("Permintaan rekan", "A colleague asks"))"><p>\(call.say("\(offer.from) meminta Anda mengambil alih", "\(offer.from) asks you to take over")) \
            <strong>\(ConsolePicture.short(offer.claim.name))</strong> (\(call.say(offer.interview.label))).</p>\
            \(picture.mayAct ? post(.take, id: "f-ambil-\(offer.interview.id.rawValue)", "<input type=\"hidden\" name=\"kursi\" value=\"\(offer.interview.id.rawValue)\"><button class=\"btn\">\(call.say("Ambil alih", "Take over"))</button>") : "")</div>
            """
        }
    }

    /// A form of one button and its fields.
    func post(_ verb: ConsoleVerb, id: String, _ content: HTML) -> HTML {
        """
        <form method="post" action="\(url: address(verb))" id="\(id)"><input type="hidden" name="kunci" value="\(call.freshKey())">\(content)</form>
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
