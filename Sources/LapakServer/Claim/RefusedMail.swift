import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of a message that did not arrive.
private enum Say {
    static func refused(_ address: String) -> Words {
        Words(
            "Pesan ke \(address) tidak dapat disampaikan: ditolak di sana.",
            "The message to \(address) could not be delivered: it was refused there.")
    }
    static let mend = Words(
        "Mungkin ada yang salah ketik. Perbaiki, lalu kami kirim lagi.", "There may be a slip in it. Correct it, and we send again.")
    static let correct = Words("Perbaiki kontak", "Correct the contact")
}

/// What we know and the person can mend: a message that their mail server, or their phone's network, refused for good.
enum RefusedMail {
    /// How long it is told on a claim's pages.
    private static let told = Span.days(7)

    /// The newest message that did not reach a contact of this claim.
    static func newest(_ claim: Claim, _ call: Call) async throws -> Message? {
        let since = call.now - told
        return try await call.app.store.read { try $0.refused(by: claim, since: since) }
    }

    /// The same on the pages of a claim, where contacts are changed on their own page.
    static func box(_ message: Message, _ call: Call) -> HTML {
        box(message.recipient.address.text, mend: "/klaim/kontak", call)
    }

    /// Said where a page would else say that the message was sent; `mend` is where the contact is corrected.
    static func box(_ address: String, mend: String, _ call: Call) -> HTML {
        """
        <div class="box w" role="alert" id="ditolak"><p><strong>\(call.say(Say.refused(address)))</strong> \(call.say(Say.mend))</p>\
        <p><a class="btn" href="\(url: mend)">\(call.say(Say.correct))</a></p></div>
        """
    }
}
