import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let title = Words("Pesan yang tidak sampai", "Undelivered messages")
    static let resent = Words(
        "Pesan dikirim ulang. Bila gagal lagi, pesan itu kembali ke daftar ini.",
        "The message is being sent again. If it fails again, it comes back to this list.")
    static let whatToDo = Words(
        "Pesan dari semua kantor yang tidak sampai lewat saluran mana pun. Perbaiki sebabnya dulu, lalu kirim ulang.",
        "Messages of all branches that arrived by no channel. Mend the cause first, then send again.")
    static let none = Words(
        "Tidak ada. Semua pesan sampai atau masih dalam perjalanan.", "None. Every message arrived or is still on its way.")
    static let askThemselves = Words("Kode baru diminta sendiri oleh peserta.", "Members ask for a new code themselves.")
    static let sendAgain = Words("Kirim ulang", "Send again")

    static func shown(_ shown: Int, of all: Int) -> Words {
        Words("Ditampilkan \(shown) dari \(all.grouped(.id)).", "Showing \(shown) of \(all.grouped(.en)).")
    }
}

/// Messages that reached nobody by any channel: what, when, to whom (masked) and why, with a button that sends one again.
///
/// Addresses of people from everywhere are masked. What an SMS took over is not here, nor what arrived after all.
struct UndeliveredPage {
    let messages: [Message]
    let count: Int
    /// One was just granted new attempts.
    var resent = false
    static let path = DeskPath.undelivered
    static let limit = 100

    static func routes(_ routes: Routes) {
        routes.get(path, needs: .resendMessages) { call, desk in
            let page = try await call.app.store.read { connection in
                UndeliveredPage(
                    messages: try connection.deadMessages(limit: limit), count: try connection.deadMessageCount(),
                    resent: call.query("dikirim") != nil)
            }
            return page.reply(call, desk)
        }
        routes.post("\(path)/kirim", needs: .resendMessages) { call, desk in
            guard let id = Int64(call.form["pesan"]).map({ ID<Message>($0) }) else { throw Refusal.notFound }
            let now = call.now
            _ = try await call.app.store.write(
                once: call.requestKey("pesan:\(desk.staff.id.rawValue)"), in: call.context(by: desk.author), [.row(Message.self, id)]
            ) { work -> Bool in
                var message = try work.get(Message.self, id)
                // Somebody else was faster: it is on its way already.
                guard message.phase == .dead else { return false }
                try message.resend(at: now)
                work.update(message)
                work.note(.operations(.messageResent(message: id.rawValue)))
                return true
            }
            return .redirect(desk.address(path, "dikirim=1"))
        }
    }

    func reply(_ call: Call, _ desk: Desk) -> Reply {
        let done: HTML = "<div class=\"box i\" role=\"status\">\(call.say(Say.resent))</div>"
        return desk.page(
            call, call.say(Say.title), at: UndeliveredPage.path,
            """
            <p>\(call.say(Say.whatToDo))</p>\
            \(messages.isEmpty ? "<p>\(call.say(Say.none))</p>" : table(call, desk))\
            \(when(count > messages.count, "<p>\(call.say(Say.shown(messages.count, of: count)))</p>"))
            """, notice: resent ? done : nil)
    }

    private func table(_ call: Call, _ desk: Desk) -> HTML {
        DataTable(
            id: "t-pesan", caption: call.say("Terbaru dulu, jam \(desk.branch.zone.name)", "Latest first, \(desk.branch.zone.name) time"),
            heads: [
                (call.say("Pesan", "Message"), false), (call.say("Saluran dan penerima", "Channel and recipient"), false),
                (call.say("Gagal pada", "Failed at"), false), (call.say("Sebab", "Why"), false),
                (call.say(Say.sendAgain), false),
            ],
            rows: messages.map { message in
                [
                    "\(call.say(message.kind.words))",
                    "\(call.say(message.channel.words))<br><span class=\"num\">\(message.recipient.masked)</span>",
                    "\(message.changed.text(in: desk.branch.zone, call.language))",
                    "<span lang=\"en\">\(message.trouble ?? "–")</span><br><span class=\"hint\">\(attempts(message, call))</span>",
                    again(message, call, desk),
                ]
            }
        ).html
    }

    private func attempts(_ message: Message, _ call: Call) -> String {
        call.say("\(message.attempts) kali dicoba", message.attempts == 1 ? "tried once" : "tried \(message.attempts) times")
    }

    /// A small form of its own in every row; the button says to the ear which message it means.
    private func again(_ message: Message, _ call: Call, _ desk: Desk) -> HTML {
        guard message.mayBeResent else { return "<span class=\"hint\">\(call.say(Say.askThemselves))</span>" }
        let which = "\(call.say(message.kind.words)), \(message.recipient.masked)"
        return """
            <form method="post" action="\(url: desk.address("\(UndeliveredPage.path)/kirim"))" id="k-\(message.id.rawValue)">\
            \(hidden("kunci", call.freshKey()))\
            \(hidden("pesan", "\(message.id.rawValue)"))\
            <button class="btn alt" aria-label="\(call.say(Say.sendAgain)) \(which)">\(call.say(Say.sendAgain))</button></form>
            """
    }
}
