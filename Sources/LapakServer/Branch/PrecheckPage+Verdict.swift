import LapakDomain
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let accept = Words("Terima", "Accept")
    static let letGo = Words("Lepas", "Let go")
    static let giveBackBecause = Words("Kembalikan dengan alasan", "Give back with a reason")
    static let reason = Words("Alasan", "Reason")
    static let note = Words("Catatan untuk peserta (boleh kosong)", "Note to the member (may be empty)")
    static let giveBack = Words("Kembalikan", "Give back")
}

// What the officer can do: accept, give back with a reason, let go. Plain forms; the script adds the keys.
extension PrecheckPage {
    func verdict(_ faults: Faults) -> HTML {
        """
        <div class="putus" id="isian"><div class="baris">\
        \(button("terima", id: "f-terima", key: "Enter t", shown: "Enter", shortcuts: "Enter T", call.say(Say.accept)))\
        \(button("lepas", id: "f-lepas", key: "Escape l", shown: "Esc", shortcuts: "Escape L", style: "alt", call.say(Say.letGo)))\
        </div>\(givingBack(faults))</div>
        """
    }

    private func givingBack(_ faults: Faults) -> HTML {
        """
        <details id="kembali"\(attribute: "open", when: !faults.isEmpty)>\
        <summary data-key="r k" aria-keyshortcuts="R">\(call.say(Say.giveBackBecause)) <kbd>R</kbd></summary>\
        <form method="post" action="\(url: path("kembali"))" id="f-kembali" novalidate>\(hidden("kunci", call.freshKey()))\
        <fieldset class="\(faults.words(for: "alasan") == nil ? "" : "has-err")">\
        <legend class="sr">\(call.say(Say.reason))</legend>\(faults.note(at: "alasan", call))\
        <div class="alasan">\(ReturnReason.allCases.enumerated().html(choice))</div></fieldset>\
        \(note(faults))\
        <button class="btn bad">\(call.say(Say.giveBack))</button></form></details>
        """
    }

    private func note(_ faults: Faults) -> HTML {
        let isWrong = faults.words(for: "catatan") != nil
        let described: HTML = " aria-invalid=\"true\" aria-describedby=\"catatan-e\""
        return """
            <div class="fld\(isWrong ? " has-err" : "")">\
            <label for="catatan">\(call.say(Say.note))</label>\(faults.note(at: "catatan", call))\
            <textarea class="in" id="catatan" name="catatan" rows="2" maxlength="\(call.policy.files.noteLength)"\
            \(when(isWrong, described))>\(call.form.text("catatan"))</textarea></div>
            """
    }

    private func button(
        _ verb: String, id: String, key: String, shown: String, shortcuts: String, style: String = "", _ words: String
    ) -> HTML {
        """
        <form method="post" action="\(url: path(verb))" id="\(id)">\(hidden("kunci", call.freshKey()))\
        <button class="btn \(style)" data-key="\(key)" aria-keyshortcuts="\(shortcuts)">\(words) <kbd>\(shown)</kbd></button></form>
        """
    }

    private func choice(_ index: Int, _ reason: ReturnReason) -> HTML {
        """
        <label class="opt"><input type="radio" name="alasan" value="\(reason.rawValue)" data-key="\(index + 1)"\
        \(when(index == 0, " id=\"alasan\""))\
        \(attribute: "checked", when: call.form["alasan"] == reason.rawValue)>\
        <span><kbd>\(index + 1)</kbd> \(call.say(reason.label))</span></label>
        """
    }

    /// The keys at the foot of the page, shown by the script.
    var keys: HTML {
        let all: [(String, Words)] =
            (isMine
                ? [
                    ("Enter", Words("terima", "accept")), ("R", Words("kembalikan", "give back")), ("1–9", Words("alasan", "reason")),
                    ("Esc", Words("lepas", "let go")),
                ] : []) + [
                ("+", Words("perbesar", "larger")), ("−", Words("perkecil", "smaller")), ("P", Words("putar", "turn")),
                ("C", Words("cerahkan", "brighten")),
            ] + (document.pages > 1 ? [("H", Words("halaman lain", "next page"))] : [])
        return """
            <div class="tombol" hidden><p>\(all.html { "<span><kbd>\($0.0)</kbd> \(call.say($0.1))</span> " })</p>\
            \(PrecheckKeys.switch(call))</div>\
            <p id="kabar" role="status" class="sr"></p>
            """
    }
}
