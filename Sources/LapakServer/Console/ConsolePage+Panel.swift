import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of a panel.
private enum Say {
    static let notOpen = Words("Kursi ini tidak dibuka pada sesi ini.", "This seat is not open in this session.")
    static let empty = Words(
        "Kursi kosong. Orang berikutnya dari ruang tunggu dipanggil sendiri.",
        "The seat is empty. The next person of the lobby is called by itself.")
    static let seat = Words("Kursi", "Seat")
    static let fits = Words("Cocok", "Fits")
    static let doesNotFit = Words("Tidak cocok", "Does not fit")
    static let phone = Words("telepon", "call")
    static let unproven = Words("nomor belum dibuktikan", "number not proven")
    static let contacts = Words("Kontak", "Contacts")
    static let priority = Words("didahulukan", "priority")
    static let codeWord = Words("kata sandi", "code word")
    static let last = Words("Terakhir", "Last")
    static let called = Words("dipanggil", "called")
    static let answered = Words("menjawab panggilan, memeriksa data", "answered, checks the data")
    static let mends = Words("dikembalikan, peserta memperbaiki", "given back, the member mends it")
    static let sent = Words("data dikirim", "data sent")
    static let takesOriginals = Words(
        "data diterima, peserta memotret asli", "data accepted, the member takes the originals")
    static let takesAgain = Words("dikembalikan, peserta memotret lagi", "given back, the member takes them again")
    static let allTaken = Words("semua asli difoto", "all originals taken")
    static let readsSummary = Words(
        "asli diterima, peserta membaca ringkasan", "originals accepted, the member reads the summary")
    static let agreed = Words("ringkasan disetujui", "summary agreed")
    static let decided = Words("diputuskan", "decided")
    static let gone = Words("pergi", "gone")
    static let wrote = Words("Peserta menulis kepada Anda.", "The member wrote to you.")
    static let answer = Words(
        "Jawab di bawah (W), atau dengan suara lalu Enter.", "Answer below (W), or by voice and then Enter.")
    static let talkThenGoOn = Words(
        "Bicara dengan peserta (T), lalu lanjutkan seperti biasa.", "Talk to the member (T), then go on as usual.")
    static let talkThenEnter = Words(
        "Bicara dengan peserta (T). Enter bila sudah tertolong.", "Talk to the member (T). Enter once they are helped.")
    static let stuck = Words("Macet", "Stuck")
    static let givenBack = Words("Dikembalikan", "Given back")
    static let written = Words("ditulis", "written")
    static let registry = Words("data peserta", "registry")

    static func seat(_ number: Int) -> Words { Words("Kursi \(number)", "Seat \(number)") }
    static func touches(_ count: Int, lasting attention: Span) -> Words {
        Words("\(count) sentuhan, \(attention.seconds) detik", "\(count) touches, \(attention.seconds) s")
    }
    static func letters(_ count: Int) -> Words {
        Words("\(count) huruf berbeda", count == 1 ? "1 letter differs" : "\(count) letters differ")
    }
}

// The work of one seat: who it is, what was last, the rows with their evidence, and the one next step.
extension ConsolePage {
    /// The panels of all seats, so that turning to another one needs no server; only the selected one is shown.
    var panels: [HTML] {
        (1...OfficerSession.mostSeats).html { seat in
            guard let interview = view.interview(at: seat), let known = view.known(interview, in: call.nation) else {
                return emptyPanel(seat)
            }
            return panel(seat, interview, known)
        }
    }

    private func emptyPanel(_ seat: Int) -> HTML {
        let words = seat > view.session.seats ? Say.notOpen : Say.empty
        return """
            <section class="panel" id="panel-kosong-\(seat)" data-kursi="\(seat)" aria-labelledby="nk-\(seat)"\
            \(attribute: "hidden", when: seat != selected)>\
            <header><h2 id="nk-\(seat)" tabindex="-1">\(call.say(Say.seat(seat)))</h2><p>\(call.say(words))</p></header></section>
            """
    }

    private func panel(_ seat: Int, _ interview: Interview, _ known: InterviewCheck.Known) -> HTML {
        let id = interview.id.rawValue
        let rows = InterviewCheck.rows(of: interview, known, policy: call.policy)
        // Whoever may hold no session has nothing to send, not even an empty form.
        let (opening, closing): (HTML, HTML) = desk.may(.holdSession) ? (form(interview), "</form>") : ("<div>", "</div>")
        let nextStep: HTML? = interview.nextStep.map { " data-langkah=\"\(call.say($0))\"" }
        return """
            <section class="panel" id="panel-\(id)" data-kursi="\(seat)" data-id="\(id)"\
             data-nama="\(view.shortName(interview, call))" data-fase="\(interview.phase.rawValue)"\
            \(view.mayAct ? nextStep : nil) \
            aria-labelledby="n-\(id)"\(attribute: "hidden", when: seat != selected)>\
            \(head(seat, interview, known))\(trouble(interview))\(conversation(interview))\
            \(opening)<ul class="chk" data-ya="\(call.say(Say.fits))" data-tidak="\(call.say(Say.doesNotFit))">\
            \(rows.html { row($0, interview) })</ul>\
            \(when(view.mayAct, actions(interview, rows)))\(closing)\(when(view.mayAct, further(interview)))</section>
            """
    }

    /// The beginning of the seat's form, around its rows and the one next step.
    private func form(_ interview: Interview) -> HTML {
        let id = interview.id.rawValue
        return """
            <form method="post" action="\(url: address(.accept))" id="f-\(id)">\
            \(hidden("kursi", "\(id)"))\(hidden("kunci", call.freshKey()))
            """
    }

    private func head(_ seat: Int, _ interview: Interview, _ known: InterviewCheck.Known) -> HTML {
        let claim = known.claim
        let phone: HTML = when(
            interview.rung == .phone, " · <strong>\(call.say(Say.phone)) <span class=\"num\">\(claim.phone.text)</span></strong>")
        let unproven: HTML = when(
            interview.rung == .phone && claim.contacts[.phone].proven == nil, " <span class=\"tag w\">\(call.say(Say.unproven))</span>")
        let contacts: HTML = "<a href=\"\(DeskPath.contacts)/\(claim.id.rawValue)\" target=\"_blank\">\(call.say(Say.contacts))</a>"
        let first: HTML = when(interview.priority, " <span class=\"tag w\">\(call.say(Say.priority))</span>")
        let isHere = view.floor.places[interview.id] != nil
        let place: HTML = when(isHere, "<strong>\(view.shortName(interview, call))</strong> · ")
        return """
            <header><h2 id="n-\(interview.id.rawValue)" tabindex="-1">\(call.say(Say.seat)) \(seat) · \(claim.name) \
            <small class="num">\("\(claim.number)")</small></h2>\
            <p>\(place)<span class="tag \(interview.tag)">\(call.say(interview.label))</span>\(first) \(call.say(Say.codeWord)) \
            <strong>\(call.app.secrets.codeWord(of: claim.id))</strong> · \
            <span class="jalur">\(call.say(interview.rung.short))</span>\(phone)\(unproven)\
            \(when(view.mayAct, " · \(contacts)"))</p>\
            <p class="hint">\(last(interview))</p></header>
            """
    }

    /// What happened last at this seat, so that coming back costs no search.
    private func last(_ interview: Interview) -> HTML {
        let counted = call.say(Say.touches(interview.touches, lasting: interview.attention))
        let touches: HTML = when(interview.touches != 0, " · \(counted)")
        return "\(call.say(Say.last)): \(call.say(lastStep(interview))), \(timer(interview.since))\(touches)"
    }

    private func lastStep(_ interview: Interview) -> Words {
        switch interview.phase {
        case .lobby, .called: Say.called
        case .filling: interview.returned.isEmpty ? Say.answered : Say.mends
        case .ready: Say.sent
        case .originals: interview.returned.isEmpty ? Say.takesOriginals : Say.takesAgain
        case .shown: Say.allTaken
        case .summary: Say.readsSummary
        case .agreed: Say.agreed
        case .deciding, .done: interview.decision?.words ?? Say.decided
        case .missed, .left: Say.gone
        }
    }

    private func trouble(_ interview: Interview) -> HTML? {
        guard let stuck = interview.stuck else { return nil }
        guard stuck != .wrote else {
            return "<p class=\"box i\"><strong>\(call.say(Say.wrote))</strong> \(call.say(Say.answer))</p>"
        }
        let next = interview.phase.isOfficers ? Say.talkThenGoOn : Say.talkThenEnter
        let why = call.say(Attention.why(interview, policy: call.policy))
        return "<p class=\"box w\"><strong>\(call.say(Say.stuck)): \(why).</strong> \(call.say(next))</p>"
    }

    private func row(_ check: InterviewCheck, _ interview: Interview) -> HTML {
        let mark = interview.marks.first { $0.subject == check.subject }
        let back = interview.returned.first { $0.subject == check.subject }
        let fits: HTML = mark.map { " data-cocok=\"\($0.fits ? 1 : 0)\"" } ?? ""
        let why: HTML? = back.map { "<br><small>\(call.say(Say.givenBack)): \(call.say($0.reason.label))</small>" }
        return """
            <li data-butir="\(check.subject.name)" data-judul="\(call.say(check.title))"\
            \(attribute: "data-tangan", when: check.needsHand)\(fits)>\
            <span class="tag \(check.style(mark))">\(call.say(check.verdictWords(mark)))</span>\
            <span class="isi"><b>\(call.say(check.title))</b> <br>\(evidence(check))\(why)</span>\
            \(when(view.mayAct && interview.phase.isOfficers, marks(check, mark)))</li>
            """
    }

    /// A near match shows both spellings with the letters that differ underlined, and says how many for those who cannot see it.
    private func evidence(_ check: InterviewCheck) -> HTML {
        guard let other = check.other else { return "<small>\(call.say(check.evidence))</small>" }
        let difference = NameDifference(call.say(check.evidence), call.say(other))
        return """
            <small class="beda">\(call.say(Say.written)) <span>\(NameDifference.html(difference.first))</span> · \
            \(call.say(Say.registry)) <span>\(NameDifference.html(difference.second))</span> \
            <i>(\(call.say(Say.letters(difference.letters))))</i></small>
            """
    }

    private func marks(_ check: InterviewCheck, _ mark: Interview.Mark?) -> HTML {
        func button(_ fits: Bool) -> HTML {
            let isOn = mark?.fits == fits && mark?.byHand ?? false
            let words = fits ? Say.fits : Say.doesNotFit
            return """
                <button class="btn alt" formaction="\(url: address(.mark))" \
                name="tanda" value="\(check.subject.name):\(fits ? 1 : 0)" aria-pressed="\(isOn ? "true" : "false")" \
                aria-label="\(call.say(words)): \(call.say(check.title))">\(fits ? "✓" : "✗")</button>
                """
        }
        return "<span class=\"a\">\(button(true))\(button(false))</span>"
    }
}

extension Interview {
    /// What Enter does here; nil while the member works alone.
    var nextStep: Words? {
        if let stuck, !phase.isOfficers, phase.hasSeat {
            return stuck == .wrote
                ? Words("Sudah terjawab, lanjutkan", "Answered, go on") : Words("Sudah tertolong, lanjutkan", "Helped, go on")
        }
        switch phase {
        case .ready: return Words("Terima, minta dokumen asli", "Accept, ask for the originals")
        case .shown: return Words("Terima, tampilkan ringkasan", "Accept, show the summary")
        case .agreed: return Words("Setujui klaim", "Approve the claim")
        default: return nil
        }
    }

    var tag: String {
        switch style {
        case "stuck": "no"
        case "need": "w"
        case "fin": "ok"
        default: "i"
        }
    }
}

extension InterviewCheck {
    func style(_ mark: Interview.Mark?) -> String {
        if let mark { return mark.fits ? "ok" : "no" }
        return needsHand ? "w" : "i"
    }

    func verdictWords(_ mark: Interview.Mark?) -> Words {
        if let mark { return mark.fits ? Say.fits : Say.doesNotFit }
        if isAudited { return Words("Periksa sendiri", "Check by hand") }
        switch verdict {
        case .exact: return Words("Cocok otomatis", "Matches")
        case .near: return Words("Mirip", "Similar")
        case .missing: return Words("Tidak ada", "Missing")
        case .eyes: return Words("Periksa", "Look")
        }
    }
}

extension Interview.Rung {
    /// As the officer sees it.
    fileprivate var short: Words {
        switch self {
        case .video: Words("video", "video")
        case .audio: Words("suara dan foto", "voice and photos")
        case .text: Words("teks dan foto", "text and photos")
        case .phone: Words("telepon", "phone call")
        }
    }
}

extension Decision {
    /// What was decided, in few words.
    var words: Words {
        switch self {
        case .approve: Words("klaim disetujui", "claim approved")
        case .giveBack(let reason): Words("dikembalikan: \(reason.label.id)", "given back: \(reason.label.en)")
        case .reject(let reason): Words("ditolak: \(reason.label.id)", "rejected: \(reason.label.en)")
        case .inPerson(let day): Words("datang ke kantor \(day.text(.id))", "comes to the branch \(day.text(.en))")
        }
    }
}
