import LapakDomain
import LapakWeb

/// The sentences of the lobby and of a call.
private enum Say {
    static let inLobby = Words("Anda di ruang tunggu", "You are in the lobby")
    static let keepOpen = Words(
        "Jangan tutup halaman ini. Petugas yang benar tahu kata sandi Anda.",
        "Do not close this page. The right officer knows your code word.")
    static let originals = Words("Siapkan dokumen asli", "Have the originals at hand")
    static let oneToOne = Words("Anda menunggu meja khusus satu orang.", "You wait for a one-to-one desk.")
    static let afterTheOther = Words(
        "Petugas di meja itu memanggil Anda begitu selesai dengan orang sebelumnya.",
        "The officer at that desk calls you after the person before.")
    static let parked = Words(
        "Petugas menunda wawancara Anda sebentar. Yang sudah Anda kerjakan tersimpan dan dilanjutkan.",
        "The officer put your interview off for a while. What you did is kept and goes on.")
    static let handedOver = Words(
        "Wawancara Anda dilanjutkan petugas lain yang hanya melayani Anda. Yang sudah Anda kerjakan tersimpan.",
        "Another officer, who serves only you, goes on with your interview. What you did is kept.")
    static let officerLeft = Words(
        "Sambungan petugas terputus. Anda di urutan paling depan, dan yang sudah Anda kerjakan tersimpan.",
        "The officer's connection broke. You are first in line, and what you did is kept.")
    static let calls = Words("Petugas memanggil Anda", "The officer is calling you")
    static let ready = Words("Saya siap", "I am ready")
    static let answerBefore = Words("Jawab sebelum", "Answer before")
    static let lastCall = Words(
        "Ini panggilan terakhir. Bila tidak dijawab, Anda kembali ke daftar tunggu.",
        "This is the last call. If it is not answered, you go back to the waiting list.")

    static func place(_ place: Int) -> Words { Words("Urutan Anda: \(place).", "Your place: \(place).") }
    static func calledFrom(_ moment: String) -> Words {
        Words("Anda dipanggil lagi mulai \(moment).", "You are called again from \(moment) on.")
    }
    static func callsAgain(_ call: Int, of most: Int) -> Words {
        Words(
            "Bila tidak, petugas memanggil lagi (panggilan \(call) dari \(most)).",
            "If not, the officer calls again (call \(call) of \(most)).")
    }
}

// In the lobby, and being called.
extension InterviewStep {
    var lobby: Content {
        let originals = view.originals.html { "<li>\(call.say($0.words))</li>" }
        return Content(
            title: call.say(Say.inLobby),
            head: """
                \(pause)\(box(.info, "<p><strong>\(place)</strong> \(expectation)</p>"))\(caller)\
                <p>\(call.say(Say.keepOpen))</p>
                """,
            foot: "<h2>\(call.say(Say.originals))</h2><ul>\(originals)</ul>")
    }

    private var ahead: Int { view.forecast?.ahead ?? 0 }

    private var place: String {
        switch view.interview?.pause {
        case .handedOver?: call.say(Say.oneToOne)
        default: call.say(Say.place(ahead + 1))
        }
    }

    private var expectation: String {
        if view.interview?.pause == .handedOver { return call.say(Say.afterTheOther) }
        if let until = view.interview?.notBefore, until > call.now {
            return call.say(Say.calledFrom(moment(until)))
        }
        return view.forecast?.text(at: call.now, in: view.zone, call.language) ?? ""
    }

    /// Why someone who was served already waits again. Nothing of what they did is lost.
    private var pause: HTML? {
        guard let why = view.interview?.pause else { return nil }
        let words =
            switch why {
            case .parked: Say.parked
            case .handedOver: Say.handedOver
            case .officerLeft: Say.officerLeft
            }
        return "<div class=\"box w\" role=\"status\"><p>\(call.say(words))</p></div>"
    }

    var called: Content {
        let until = (view.interview?.since ?? call.now) + rules.answerWithin
        let calls = view.interview?.calls ?? 1
        let after = call.say(calls < rules.calls ? Say.callsAgain(calls, of: rules.calls) : Say.lastCall)
        return Content(
            title: call.say(Say.calls),
            head: """
                \(caller)\
                \(form(call, action: "/wawancara/jawab", id: "f-jawab", button: call.say(Say.ready), style: "besar", ""))\
                <p>\(call.say(Say.answerBefore)) <strong>\(moment(until))</strong> (\(countdown(until))). \(after)</p>
                """)
    }
}
