import LapakDomain
import LapakStore
import LapakWeb

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
            <button class="btn alt" formaction="\(url: address(.giveBack))" name="alasan" value="\(reason.rawValue)" data-angka="\(index + 1)">\
            <kbd>\(index + 1)</kbd> \(call.say(reason.shortLabel))</button>
            """
        }
        return """
            <div class="alasan" role="group" aria-label="\(call.say("Alasan pengembalian", "Reason for giving back"))"\(attribute: "hidden", when: differing == nil)>\
            <p><strong>\(call.say("Kembalikan kepada peserta", "Give back to the member")): <span data-judul>\(differing.map { "\(call.say($0.title))" as HTML })</span></strong></p>\
            <input type="hidden" name="butir" value="\(differing?.subject.name ?? "")"><div class="kisi">\(buttons)</div></div>
            """
    }

    private func step(_ interview: Interview) -> HTML {
        let undo: HTML? = interview.undoUntil(at: call.now).map { until in
            """
             <button class="btn alt" formaction="\(url: address(.undo))" data-sampai="\(until.milliseconds)">\(call.say("Urungkan", "Undo")) <kbd>Z</kbd></button>
            """
        }
        guard let words = interview.nextStep else {
            let alone =
                interview.phase == .called ? call.say("Menunggu jawaban peserta.", "Waiting for the member to answer.") : alone(interview)
            return "<p class=\"langkah\"><span class=\"hint\">\(alone)</span>\(undo)</p>"
        }
        return """
            <p class="langkah"><button class="btn" data-tekan="Enter" aria-keyshortcuts="Enter">\(call.say(words)) <kbd>Enter</kbd></button>\(undo)</p>
            """
    }

    private func alone(_ interview: Interview) -> String {
        interview.phase == .deciding
            ? call.say(
                "Sudah diputuskan; berlaku setelah \(call.policy.interviews.undo.seconds) detik.",
                "Decided; it stands after \(call.policy.interviews.undo.seconds) seconds.")
            : call.say("Peserta bekerja sendiri; belum perlu Anda.", "The member works alone and does not need you yet.")
    }

    /// Beside the seat's form: messages, calls, and everything that is not the ordinary way.
    func further(_ interview: Interview) -> HTML {
        let id = interview.id.rawValue
        guard interview.phase.hasSeat, interview.phase != .deciding else { return "" }
        let isCalled = interview.phase == .called
        return """
            <div class="lain">\(isCalled ? "" : messages(interview))\(isTalking(interview) ? nil : writing(interview))\
            <div class="baris">\(isCalled ? calls(interview) : "")\
            \(of(interview, .park, "<button class=\"btn alt\" data-tekan=\"p\" aria-keyshortcuts=\"P\">\(call.say("Tunda", "Park")) <kbd>P</kbd></button>"))</div>\
            \(isCalled ? "" : "<details data-d=\"putus-\(id)\"><summary>\(call.say("Putusan lain, alihkan", "Other decisions, hand over"))</summary>\(decisions(interview))</details>" as HTML)</div>
            """
    }

    private func calls(_ interview: Interview) -> HTML {
        """
        \(of(interview, .call, "<button class=\"btn alt\" data-tekan=\"r\" aria-keyshortcuts=\"R\">\(call.say("Panggil lagi", "Call again")) <kbd>R</kbd></button>"))\
        \(of(interview, .absent, "<button class=\"btn alt\">\(call.say("Tidak hadir", "Not there"))</button>"))
        """
    }

    private func messages(_ interview: Interview) -> HTML {
        let buttons = QuickMessage.allCases.enumerated().html { index, message -> HTML in
            """
            <button class="btn alt" name="pesan" value="\(message.rawValue)" data-angka="\(index + 1)"><kbd>\(index + 1)</kbd> \(call.say(message.words))</button>
            """
        }
        return """
            <details class="pesan" data-d="pesan-\(interview.id.rawValue)"><summary data-tekan="m" aria-keyshortcuts="M">\(call.say("Pesan cepat", "Quick message")) <kbd>M</kbd></summary>\
            \(of(interview, .tell, "<div class=\"kisi\">\(buttons)</div>"))</details>
            """
    }

    /// In front where there is something to read or where nothing else carries words; else folded with the quick messages.
    private func isTalking(_ interview: Interview) -> Bool { picture.writings[interview.id] != nil || interview.rung == .text }

    /// What was written, and the field for the answer.
    func conversation(_ interview: Interview) -> HTML? {
        guard isTalking(interview) else { return nil }
        let lines = call.lines(
            picture.writings[interview.id] ?? [], in: desk.branch.zone, member: Words("Peserta", "Member"), officer: Words("Anda", "You"))
        return "<div class=\"tulis\">\(lines)\(picture.mayAct && interview.canWrite ? answer(interview) : nil)</div>"
    }

    private func writing(_ interview: Interview) -> HTML? {
        guard interview.canWrite else { return nil }
        return """
            <details class="tulis" data-d="tulis-\(interview.id.rawValue)"><summary>\(call.say("Tulis kepada peserta", "Write to the member")) <kbd>W</kbd></summary>\(answer(interview))</details>
            """
    }

    private func answer(_ interview: Interview) -> HTML {
        let id = interview.id.rawValue
        return of(
            interview, .write,
            """
            <label for="tulisan-\(id)">\(call.say("Pesan tertulis", "Written message"))</label><textarea class="in" id="tulisan-\(id)" name="tulisan" rows="2" \
            maxlength="\(Writing.longest)" aria-keyshortcuts="W"></textarea><button class="btn alt">\(call.say("Kirim", "Send")) <kbd>Ctrl Enter</kbd></button>
            """)
    }

    private func decisions(_ interview: Interview) -> HTML {
        let id = interview.id.rawValue
        let rejections = RejectReason.allCases.html { "<option value=\"\($0.rawValue)\">\(call.say($0.label))</option>" }
        let returns = ReturnReason.allCases.html { "<option value=\"\($0.rawValue)\">\(call.say($0.shortLabel))</option>" }
        let day = desk.branch.zone.day(of: call.now).adding(workingDays: 1, holidays: call.atlas.holidays)
        let offered = picture.colleagues.html { colleague -> HTML in
            "<option value=\"\(colleague.session.id.rawValue)\"\(attribute: "selected", when: interview.offered == colleague.session.id)>\(colleague.name)</option>"
        }
        return """
            \(of(interview, .decide, "<input type=\"hidden\" name=\"putusan\" value=\"give_back\"><label for=\"k-\(id)\">\(call.say("Kembalikan klaim, urutan tetap", "Return the claim, rank kept"))</label><select class=\"in\" id=\"k-\(id)\" name=\"alasan\">\(returns)</select><button class=\"btn alt\">\(call.say("Kembalikan", "Return"))</button>"))\
            \(of(interview, .decide, "<input type=\"hidden\" name=\"putusan\" value=\"reject\"><label for=\"t-\(id)\">\(call.say("Tolak klaim", "Reject the claim"))</label><select class=\"in\" id=\"t-\(id)\" name=\"alasan\">\(rejections)</select><button class=\"btn bad\">\(call.say("Tolak", "Reject"))</button>"))\
            \(of(interview, .decide, "<input type=\"hidden\" name=\"putusan\" value=\"in_person\"><label for=\"h-\(id)\">\(call.say("Minta datang ke kantor", "Ask to come to the branch"))</label><input class=\"in\" type=\"date\" id=\"h-\(id)\" name=\"hari\" value=\"\(day.iso)\"><button class=\"btn alt\">\(call.say("Minta datang", "Ask to come"))</button>"))\
            \(offered.isEmpty ? "" : of(interview, .offer, "<label for=\"o-\(id)\">\(call.say("Tawarkan kepada rekan", "Offer to a colleague"))</label><select class=\"in\" id=\"o-\(id)\" name=\"ke\"><option value=\"\">\(call.say("tidak ditawarkan", "not offered"))</option>\(offered)</select><button class=\"btn alt\">\(call.say("Tawarkan", "Offer"))</button>"))\
            \(of(interview, .handOver, "<span class=\"lb\">\(call.say("Kasus sulit", "A hard case"))</span><button class=\"btn alt\">\(call.say("Ke meja satu lawan satu", "To a one-to-one desk"))</button>"))
            """
    }

    private func of(_ interview: Interview, _ verb: ConsoleVerb, _ content: HTML) -> HTML {
        """
        <form method="post" action="\(url: address(verb))"><input type="hidden" name="kursi" value="\(interview.id.rawValue)">\
        <input type="hidden" name="kunci" value="\(call.freshKey())">\(content)</form>
        """
    }
}

extension ReturnReason {
    /// The label where nobody can write a note: the officer says it, or sends a message.
    var shortLabel: Words { self == .other ? Words("Lainnya, lewat suara", "Other, by voice") : label }
}
