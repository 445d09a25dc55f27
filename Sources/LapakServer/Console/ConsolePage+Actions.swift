import LapakDomain
import LapakStore
import LapakWeb

/// The sentences beside a seat's buttons.
private enum Say {
    static let reason = Words("Alasan pengembalian", "Reason for giving back")
    static let giveBack = Words("Kembalikan kepada peserta", "Give back to the member")
    static let undo = Words("Urungkan", "Undo")
    static let waitsForAnswer = Words("Menunggu jawaban peserta.", "Waiting for the member to answer.")
    static let worksAlone = Words("Peserta bekerja sendiri; belum perlu Anda.", "The member works alone and does not need you yet.")
    static let park = Words("Tunda", "Park")
    static let otherDecisions = Words("Putusan lain, alihkan", "Other decisions, hand over")
    static let callAgain = Words("Panggil lagi", "Call again")
    static let notThere = Words("Tidak hadir", "Not there")
    static let quickMessage = Words("Pesan cepat", "Quick message")
    static let member = Words("Peserta", "Member")
    static let you = Words("Anda", "You")
    static let write = Words("Tulis kepada peserta", "Write to the member")
    static let written = Words("Pesan tertulis", "Written message")
    static let send = Words("Kirim", "Send")
    static let returnClaim = Words("Kembalikan klaim, urutan tetap", "Return the claim, rank kept")
    static let returns = Words("Kembalikan", "Return")
    static let rejectClaim = Words("Tolak klaim", "Reject the claim")
    static let rejects = Words("Tolak", "Reject")
    static let askToCome = Words("Minta datang ke kantor", "Ask to come to the branch")
    static let asks = Words("Minta datang", "Ask to come")
    static let offerToColleague = Words("Tawarkan kepada rekan", "Offer to a colleague")
    static let notOffered = Words("tidak ditawarkan", "not offered")
    static let offers = Words("Tawarkan", "Offer")
    static let hardCase = Words("Kasus sulit", "A hard case")
    static let toOneToOne = Words("Ke meja satu lawan satu", "To a one-to-one desk")

    static func decided(undo: Span) -> Words {
        Words(
            "Sudah diputuskan; berlaku setelah \(undo.seconds) detik.",
            "Decided; it stands after \(undo.seconds) seconds.")
    }
}

// What the officer can do at one seat: plain buttons in plain forms; the script gives them keys.
extension ConsolePage {
    /// Inside the seat's form: reasons for a row that does not fit, and the one next step.
    func actions(_ interview: Interview, _ rows: [InterviewCheck]) -> HTML {
        "\(interview.phase.isOfficers ? reasons(interview, rows) : nil)\(step(interview))"
    }

    private func reasons(_ interview: Interview, _ rows: [InterviewCheck]) -> HTML {
        let differing = rows.first { row in interview.marks.contains { $0.subject == row.subject && !$0.fits } }
        let buttons = ReturnReason.allCases.enumerated().html { index, reason -> HTML in
            """
            <button class="btn alt" formaction="\(url: address(.giveBack))" \
            name="alasan" value="\(reason.rawValue)" data-angka="\(index + 1)">\
            <kbd>\(index + 1)</kbd> \(call.say(reason.shortLabel))</button>
            """
        }
        let title = differing.map { call.say($0.title) } ?? ""
        return """
            <div class="alasan" role="group" aria-label="\(call.say(Say.reason))"\(attribute: "hidden", when: differing == nil)>\
            <p><strong>\(call.say(Say.giveBack)): <span data-judul>\(title)</span></strong></p>\
            \(hidden("butir", differing?.subject.name ?? ""))<div class="kisi">\(buttons)</div></div>
            """
    }

    private func step(_ interview: Interview) -> HTML {
        let undo: HTML? = interview.undoUntil(at: call.now).map { until in
            """
             <button class="btn alt" formaction="\(url: address(.undo))" data-sampai="\(until.milliseconds)">\
            \(call.say(Say.undo)) <kbd>Z</kbd></button>
            """
        }
        guard let words = interview.nextStep else {
            return "<p class=\"langkah\"><span class=\"hint\">\(call.say(alone(interview)))</span>\(undo)</p>"
        }
        return """
            <p class="langkah"><button class="btn" data-tekan="Enter" aria-keyshortcuts="Enter">\
            \(call.say(words)) <kbd>Enter</kbd></button>\(undo)</p>
            """
    }

    private func alone(_ interview: Interview) -> Words {
        switch interview.phase {
        case .called: Say.waitsForAnswer
        case .deciding: Say.decided(undo: call.policy.interviews.undo)
        default: Say.worksAlone
        }
    }

    /// Beside the seat's form: messages, calls, and everything that is not the ordinary way.
    func further(_ interview: Interview) -> HTML {
        guard interview.phase.hasSeat, interview.phase != .deciding else { return "" }
        let isCalled = interview.phase == .called
        let park = pressed("p", "P", Say.park)
        return """
            <div class="lain">\(when(!isCalled, messages(interview)))\(isTalking(interview) ? nil : writing(interview))\
            <div class="baris">\(when(isCalled, calls(interview)))\
            \(of(interview, .park, park))</div>\
            \(when(!isCalled, otherDecisions(interview)))</div>
            """
    }

    /// A button of a form that its key presses, too.
    private func pressed(_ key: String, _ shortcut: String, _ label: Words) -> HTML {
        """
        <button class="btn alt" data-tekan="\(key)" aria-keyshortcuts="\(shortcut)">\(call.say(label)) <kbd>\(shortcut)</kbd></button>
        """
    }

    private func button(_ label: Words, style: String = "alt") -> HTML {
        "<button class=\"btn \(style)\">\(call.say(label))</button>"
    }

    private func calls(_ interview: Interview) -> HTML {
        """
        \(of(interview, .call, pressed("r", "R", Say.callAgain)))\
        \(of(interview, .absent, button(Say.notThere)))
        """
    }

    private func messages(_ interview: Interview) -> HTML {
        let buttons = QuickMessage.allCases.enumerated().html { index, message -> HTML in
            """
            <button class="btn alt" name="pesan" value="\(message.rawValue)" data-angka="\(index + 1)">\
            <kbd>\(index + 1)</kbd> \(call.say(message.words))</button>
            """
        }
        return """
            <details class="pesan" data-d="pesan-\(interview.id.rawValue)">\
            <summary data-tekan="m" aria-keyshortcuts="M">\(call.say(Say.quickMessage)) <kbd>M</kbd></summary>\
            \(of(interview, .tell, "<div class=\"kisi\">\(buttons)</div>"))</details>
            """
    }

    /// In front where there is something to read or where nothing else carries words; else folded with the quick messages.
    private func isTalking(_ interview: Interview) -> Bool { view.writings[interview.id] != nil || interview.rung == .text }

    /// What was written, and the field for the answer.
    func conversation(_ interview: Interview) -> HTML? {
        guard isTalking(interview) else { return nil }
        let lines = call.lines(
            view.writings[interview.id] ?? [], in: desk.branch.zone, member: Say.member, officer: Say.you)
        return "<div class=\"tulis\">\(lines)\(view.mayAct && interview.canWrite ? answer(interview) : nil)</div>"
    }

    private func writing(_ interview: Interview) -> HTML? {
        guard interview.canWrite else { return nil }
        return """
            <details class="tulis" data-d="tulis-\(interview.id.rawValue)">\
            <summary>\(call.say(Say.write)) <kbd>W</kbd></summary>\(answer(interview))</details>
            """
    }

    private func answer(_ interview: Interview) -> HTML {
        let id = "tulisan-\(interview.id.rawValue)"
        return of(
            interview, .write,
            """
            <label for="\(id)">\(call.say(Say.written))</label>\
            <textarea class="in" id="\(id)" name="tulisan" rows="2" \
            maxlength="\(Writing.longest)" aria-keyshortcuts="W"></textarea>\
            <button class="btn alt">\(call.say(Say.send)) <kbd>Ctrl Enter</kbd></button>
            """)
    }

    private func otherDecisions(_ interview: Interview) -> HTML {
        """
        <details data-d="putus-\(interview.id.rawValue)"><summary>\(call.say(Say.otherDecisions))</summary>\
        \(of(interview, .decide, returning(interview)))\
        \(of(interview, .decide, rejecting(interview)))\
        \(of(interview, .decide, asking(interview)))\
        \(when(!view.colleagues.isEmpty, of(interview, .offer, offering(interview))))\
        \(of(interview, .handOver, handingOver))</details>
        """
    }

    private func returning(_ interview: Interview) -> HTML {
        let reasons = ReturnReason.allCases.html { option($0.rawValue, call.say($0.shortLabel)) }
        return """
            \(hidden("putusan", "give_back"))\
            \(labelled("k-\(interview.id.rawValue)", Say.returnClaim, name: "alasan", reasons))\
            \(button(Say.returns))
            """
    }

    private func rejecting(_ interview: Interview) -> HTML {
        let reasons = RejectReason.allCases.html { option($0.rawValue, call.say($0.label)) }
        return """
            \(hidden("putusan", "reject"))\
            \(labelled("t-\(interview.id.rawValue)", Say.rejectClaim, name: "alasan", reasons))\
            \(button(Say.rejects, style: "bad"))
            """
    }

    private func asking(_ interview: Interview) -> HTML {
        let id = "h-\(interview.id.rawValue)"
        let day = desk.branch.zone.day(of: call.now).adding(workingDays: 1, holidays: call.nation.holidays)
        return """
            \(hidden("putusan", "in_person"))<label for="\(id)">\(call.say(Say.askToCome))</label>\
            <input class="in" type="date" id="\(id)" name="hari" value="\(day.iso)">\
            \(button(Say.asks))
            """
    }

    private func offering(_ interview: Interview) -> HTML {
        let colleagues = view.colleagues.html { colleague in
            option("\(colleague.session.id.rawValue)", colleague.name, chosen: interview.offered == colleague.session.id)
        }
        let choices = [option("", call.say(Say.notOffered))] + colleagues
        return """
            \(labelled("o-\(interview.id.rawValue)", Say.offerToColleague, name: "ke", choices))\
            \(button(Say.offers))
            """
    }

    private var handingOver: HTML {
        "<span class=\"lb\">\(call.say(Say.hardCase))</span>\(button(Say.toOneToOne))"
    }

    private func labelled(_ id: String, _ label: Words, name: String, _ choices: [HTML]) -> HTML {
        """
        <label for="\(id)">\(call.say(label))</label>\
        <select class="in" id="\(id)" name="\(name)">\(choices)</select>
        """
    }

    private func of(_ interview: Interview, _ verb: ConsoleVerb, _ content: HTML) -> HTML {
        """
        <form method="post" action="\(url: address(verb))">\
        \(hidden("kursi", "\(interview.id.rawValue)"))\(hidden("kunci", call.freshKey()))\(content)</form>
        """
    }
}

extension ReturnReason {
    /// The label where nobody can write a note: the officer says it, or sends a message.
    var shortLabel: Words { self == .other ? Words("Lainnya, lewat suara", "Other, by voice") : label }
}
