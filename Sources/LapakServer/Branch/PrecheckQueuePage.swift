import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let letGo = Words("Berkas sudah dilepas dan kembali ke antrean.", "The document was let go and is back in the queue.")
    static let restWithColleagues = Words(
        "Tidak ada lagi berkas untuk Anda: sisanya di meja rekan.", "No more documents for you: the rest is in colleagues' hands.")
    static let allChecked = Words("Tidak ada lagi berkas. Semua sudah diperiksa.", "No more documents. All are checked.")
    static let noneForYou = Words("Tidak ada berkas yang menunggu Anda sekarang.", "No document waits for you now.")
    static let goOn = Words("Lanjutkan berkas di meja Anda", "Go on with the document on your desk")
    static let takeNext = Words("Ambil berkas berikutnya", "Take the next document")
    static let oneKey = Words("Pintasan satu tombol", "One-key shortcuts")
    static let pressToSwitch = Words("Tekan untuk mematikan atau menghidupkan.", "Press to switch them off or on.")
}

/// The door of the pre-check desk: how much waits, and one button that takes the next document.
struct PrecheckQueuePage {
    let counts: PrecheckQueue.Counts
    var isEmptied = false
    var wasLetGo = false

    static func show(_ call: Call, _ desk: Desk) async throws -> Reply {
        let (branch, staff, now) = (desk.branch.id, desk.staff.id, call.now)
        let counts = try await call.app.store.read { try PrecheckQueue.counts(at: branch, for: staff, $0, at: now) }
        return PrecheckQueuePage(
            counts: counts, isEmptied: call.query("habis") != nil && counts.own == 0, wasLetGo: call.query("lepas") != nil
        ).reply(call, desk)
    }

    private var free: Int { max(0, counts.waiting - counts.taken - counts.own) }

    private static let urgent: Words = {
        let hours = FilePolicy.urgentWithin.minutes / 60
        return Words("batas waktunya dalam \(hours) jam", "due within \(hours) hours")
    }()

    private func order(_ minutes: Int64) -> Words {
        Words(
            """
            Urutannya menurut batas waktu: yang paling dekat lebih dulu. Dua petugas tidak pernah mendapat berkas yang sama; \
            berkas yang ditinggalkan \(minutes) menit kembali ke antrean.
            """,
            """
            The order is by deadline, the nearest first. Two officers never get the same document; one that is left for \
            \(minutes) minutes returns to the queue.
            """)
    }

    private func reply(_ call: Call, _ desk: Desk) -> Reply {
        desk.page(
            call, call.say("Pra-periksa berkas", "Pre-check of papers"), at: "/kantor/berkas",
            """
            <dl class="angka">\(number(counts.waiting, call.say("menunggu keputusan", "wait for a verdict")))\
            \(number(counts.urgent, call.say(PrecheckQueuePage.urgent), isUrgent: counts.urgent > 0))\
            \(number(counts.taken, call.say("di meja rekan", "in colleagues' hands")))</dl>\(action(call, desk))\
            <p>\(call.say(order(call.policy.files.leaseLasts.minutes)))</p>\
            \(PrecheckKeys.switch(call))
            """, notice: notice(call), assets: ["desk.css", "desk.js"])
    }

    private func notice(_ call: Call) -> HTML? {
        guard wasLetGo || isEmptied else { return nil }
        let words = wasLetGo ? Say.letGo : counts.taken > 0 ? Say.restWithColleagues : Say.allChecked
        return "<p class=\"box i\" role=\"status\">\(call.say(words))</p>"
    }

    private func action(_ call: Call, _ desk: Desk) -> HTML {
        guard desk.may(.checkPapers) else { return "" }
        guard free + counts.own > 0 else {
            return when(!isEmptied, "<p>\(call.say(Say.noneForYou))</p>")
        }
        let words = call.say(counts.own > 0 ? Say.goOn : Say.takeNext)
        return """
            <form method="post" action="\(url: desk.address("/kantor/berkas"))" id="f-ambil">\(hidden("kunci", call.freshKey()))\
            <button class="btn" data-key="Enter a" aria-keyshortcuts="Enter A">\(words) <kbd>Enter</kbd></button></form>
            """
    }

    private func number(_ value: Int, _ words: String, isUrgent: Bool = false) -> HTML {
        "<div\(when(isUrgent, " class=\"w\""))><dt>\(words)</dt><dd>\(value)</dd></div>"
    }
}

/// The switch for shortcuts of one key (WCAG 2.1.4); the script brings it to life and remembers the choice in the browser.
enum PrecheckKeys {
    static func `switch`(_ call: Call) -> HTML {
        """
        <p class="pintas" hidden><button class="btn alt" type="button" id="pintasan" aria-pressed="true">\
        \(call.say(Say.oneKey))</button> <span class="hint">\(call.say(Say.pressToSwitch))</span></p>
        """
    }
}
