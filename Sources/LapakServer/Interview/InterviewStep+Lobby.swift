import LapakDomain
import LapakWeb

// In the lobby, and being called.
extension InterviewStep {
    var lobby: Content {
        Content(
            title: call.say("Anda di ruang tunggu", "You are in the lobby"),
            head: """
                \(pause)<div class="box i"><p><strong>\(place)</strong> \(expectation)</p></div>\(caller)\
                <p>\(call.say("Jangan tutup halaman ini. Petugas yang benar tahu kata sandi Anda.", "Do not close this page. The right officer knows your code word."))</p>
                """,
            foot:
                "<h2>\(call.say("Siapkan dokumen asli", "Have the originals at hand"))</h2><ul>\(picture.originals.html { "<li>\(call.say($0.words))</li>" })</ul>"
        )
    }

    private var ahead: Int { picture.forecast?.ahead ?? 0 }

    private var place: String {
        switch picture.interview?.pause {
        case .handedOver?: call.say("Anda menunggu meja khusus satu orang.", "You wait for a one-to-one desk.")
        default: call.say("Urutan Anda: \(ahead + 1).", "Your place: \(ahead + 1).")
        }
    }

    private var expectation: String {
        if picture.interview?.pause == .handedOver {
            return call.say(
                "Petugas di meja itu memanggil Anda begitu selesai dengan orang sebelumnya.",
                "The officer at that desk calls you after the person before.")
        }
        if let until = picture.interview?.notBefore, until > call.now {
            return call.say("Anda dipanggil lagi mulai \(moment(until)).", "You are called again from \(moment(until)) on.")
        }
        return picture.forecast?.text(at: call.now, in: picture.zone, call.language) ?? ""
    }

    /// Why someone who was served already waits again. Nothing of what they did is lost.
    private var pause: HTML? {
        guard let why = picture.interview?.pause else { return nil }
        let words =
            switch why {
            case .parked:
                call.say(
                    "Petugas menunda wawancara Anda sebentar. Yang sudah Anda kerjakan tersimpan dan dilanjutkan.",
                    "The officer put your interview off for a while. What you did is kept and goes on.")
            case .handedOver:
                call.say(
                    "Wawancara Anda dilanjutkan petugas lain yang hanya melayani Anda. Yang sudah Anda kerjakan tersimpan.",
                    "Another officer, who serves only you, goes on with your interview. What you did is kept.")
            case .officerLeft:
                call.say(
                    "Sambungan petugas terputus. Anda di urutan paling depan, dan yang sudah Anda kerjakan tersimpan.",
                    "The officer's connection broke. You are first in line, and what you did is kept.")
            }
        return "<div class=\"box w\" role=\"status\"><p>\(words)</p></div>"
    }

    var called: Content {
        let until = (picture.interview?.since ?? call.now) + rules.answerWithin
        let calls = picture.interview?.calls ?? 1
        let after =
            calls < rules.calls
            ? call.say(
                "Bila tidak, petugas memanggil lagi (panggilan \(calls) dari \(rules.calls)).",
                "If not, the officer calls again (call \(calls) of \(rules.calls)).")
            : call.say(
                "Ini panggilan terakhir. Bila tidak dijawab, Anda kembali ke daftar tunggu.",
                "This is the last call. If it is not answered, you go back to the waiting list.")
        return Content(
            title: call.say("Petugas memanggil Anda", "The officer is calling you"),
            head: """
                \(caller)\(form(call, action: "/wawancara/jawab", id: "f-jawab", button: call.say("Saya siap", "I am ready"), style: "besar", ""))\
                <p>\(call.say("Jawab sebelum", "Answer before")) <strong>\(moment(until))</strong> \
                (<time datetime="\(until.utcISO)" data-until="\(until.utcISO)">\((until - call.now).textLeft(call.language))</time>). \(after)</p>
                """)
    }
}
