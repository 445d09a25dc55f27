import LapakDomain
import LapakStore

// What is said about a person's own contacts: the code that proves one, that one was proven or changed, that somebody came by one.
extension Letter {
    /// Which contact the message is about.
    var contact: Contacts.Way? { Contacts.Way(rawValue: message.details) }

    /// Nil when there is nothing left to say.
    var aboutContact: Content? {
        if message.kind == .proof { return proof }
        guard let contact else { return nil }
        let (words, moment) = (contact.words, message.made.text(in: zone, language))
        let next = say(
            "Bila bukan Anda, segera telepon 175, atau datang ke kantor cabang dengan KTP.",
            "If that was not you, call 175 at once, or come to a branch with your identity card.")
        if message.kind == .visited {
            return Content(
                say("Pengajuan Anda dibuka dari perangkat baru", "Your claim was opened on a new device"),
                [
                    say(
                        "Pengajuan Anda dibuka pada \(moment) dengan kode yang kami kirim ke \(words.id) Anda.",
                        "Your claim was opened on \(moment) with a code that we sent to your \(words.en)."), next,
                ], nil)
        }
        return Content(
            say(
                "\(words.id.startingSentence) pengajuan Anda dibuktikan atau diganti", "The \(words.en) of your claim was proven or changed"
            ),
            [
                say(
                    "\(words.id.startingSentence) untuk pengajuan Lapak Asik Anda dibuktikan atau diganti pada \(moment).",
                    "The \(words.en) of your Lapak Asik claim was proven or changed on \(moment)."),
                say(
                    "Yang baru belum membuka hal penting selama \(app.policy.contactRest.text(.id)), supaya Anda dapat menolaknya.",
                    "A new one opens nothing important for \(app.policy.contactRest.text(.en)), so that you can object."), next,
            ], nil)
    }

    private var proof: Content {
        let minutes = app.policy.codeLasts.minutes
        return Content(
            say("\(message.details) membuktikan alamat ini", "\(message.details) proves this address"),
            [
                say("Kode Anda: \(message.details)", "Your code: \(message.details)"),
                say(
                    "Kode ini membuktikan bahwa alamat ini milik Anda, dan berlaku \(minutes) menit. Ketik sendiri di halaman "
                        + "Lapak Asik, atau sebut kepada petugas yang melayani Anda.",
                    "It proves that this address is yours, and lasts \(minutes) minutes. Type it yourself on the page of "
                        + "Lapak Asik, or tell the officer who is serving you."),
                say("Bila bukan Anda yang meminta, abaikan pesan ini.", "If you did not ask for it, ignore this message."),
            ], nil)
    }
}

extension Contacts.Way {
    /// What people call it, within a sentence.
    var words: Words {
        switch self {
        case .mail: Words("alamat e-mail", "e-mail address")
        case .phone: Words("nomor HP", "mobile number")
        }
    }
}
