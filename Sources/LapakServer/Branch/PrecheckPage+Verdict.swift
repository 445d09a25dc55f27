import LapakDomain
import LapakWeb

// What the officer can do: accept, give back with a reason, let go. Plain forms; the script adds the keys.
extension PrecheckPage {
    func verdict(_ faults: Faults) -> HTML {
        """
        <div class="putus" id="isian"><div class="baris">\
        \(button("terima", id: "f-terima", key: "Enter t", shown: "Enter", shortcuts: "Enter T", call.say("Terima", "Accept")))\
        \(button("lepas", id: "f-lepas", key: "Escape l", shown: "Esc", shortcuts: "Escape L", style: "alt", call.say("Lepas", "Let go")))</div>\
        <details id="kembali"\(attribute: "open", when: !faults.isEmpty)><summary data-key="r k" aria-keyshortcuts="R">\(call.say("Kembalikan dengan alasan", "Give back with a reason")) <kbd>R</kbd></summary>\
        <form method="post" action="\(url: path("kembali"))" id="f-kembali" novalidate><input type="hidden" name="kunci" value="\(call.freshKey())">\
        <fieldset class="\(faults.words(for: "alasan") == nil ? "" : "has-err")"><legend class="sr">\(call.say("Alasan", "Reason"))</legend>\(fault("alasan", faults))\
        <div class="alasan">\(ReturnReason.allCases.enumerated().html(choice))</div></fieldset>\
        <div class="fld\(faults.words(for: "catatan") == nil ? "" : " has-err")"><label for="catatan">\(call.say("Catatan untuk peserta (boleh kosong)", "Note to the member (may be empty)"))</label>\(fault("catatan", faults))\
        <textarea class="in" id="catatan" name="catatan" rows="2" maxlength="\(call.policy.files.noteLength)"\(faults.words(for: "catatan") == nil ? "" : " aria-invalid=\"true\" aria-describedby=\"catatan-e\"" as HTML)>\(call.form["catatan"])</textarea></div>\
        <button class="btn bad">\(call.say("Kembalikan", "Give back"))</button></form></details></div>
        """
    }

    private func button(
        _ verb: String, id: String, key: String, shown: String, shortcuts: String, style: String = "", _ words: String
    ) -> HTML {
        """
        <form method="post" action="\(url: path(verb))" id="\(id)"><input type="hidden" name="kunci" value="\(call.freshKey())">\
        <button class="btn \(style)" data-key="\(key)" aria-keyshortcuts="\(shortcuts)">\(words) <kbd>\(shown)</kbd></button></form>
        """
    }

    private func choice(_ index: Int, _ reason: ReturnReason) -> HTML {
        """
        <label class="opt"><input type="radio" name="alasan" value="\(reason.rawValue)" data-key="\(index + 1)"\(index == 0 ? " id=\"alasan\"" as HTML : "")\
        \(attribute: "checked", when: call.form["alasan"] == reason.rawValue)><span><kbd>\(index + 1)</kbd> \(call.say(reason.label))</span></label>
        """
    }

    private func fault(_ field: String, _ faults: Faults) -> HTML? {
        faults.words(for: field).map {
            "<p class=\"err\" id=\"\(field)-e\"><span class=\"sr\">\(call.say("Kesalahan:", "Error:"))</span> \(call.say($0))</p>"
        }
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
            <div class="tombol" hidden><p>\(all.html { "<span><kbd>\($0.0)</kbd> \(call.say($0.1))</span> " })</p>\(PrecheckKeys.switch(call))</div>\
            <p id="kabar" role="status" class="sr"></p>
            """
    }
}
