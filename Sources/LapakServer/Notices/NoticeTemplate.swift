package import LapakDomain
import LapakOutside

/// The short form of a kind of notice, for WhatsApp and SMS: fixed words with numbered places `{{1}}`, `{{2}}`, as Meta keeps them.
///
/// One text serves both channels: at most 160 signs of GSM-7 when filled, so that an SMS is one part, and nothing about
/// the person beyond number and time. Neither begins nor ends with a place, which Meta refuses; a code's words on WhatsApp are Meta's own.
package struct NoticeTemplate: Hashable, Sendable {
    /// What stands in a place.
    package enum Value: String, Hashable, Sendable {
        case code, number, when, papersDue, answerBefore
        /// The officer's name, the word that both know, and where the lobby is: none of them about the person.
        case officer, codeWord, lobby
        /// As the branch's displays show it.
        case queueNumber
        /// Which contact it is about: the e-mail address or the phone number.
        case contact

        /// What Meta's reviewers are shown.
        package func sample(_ language: Language) -> String {
            switch self {
            case .code: "123456"
            case .number: "7K4M-92QX"
            case .when: language == .id ? "Rab, 30 Sep, 10.00 WITA" : "Wed, 30 Sep, 10:00 WITA"
            case .papersDue: language == .id ? "Sel, 29 Sep, 23.59 WITA" : "Tue, 29 Sep, 23:59 WITA"
            case .answerBefore: language == .id ? "Sen, 28 Sep, 18.00 WITA" : "Mon, 28 Sep, 18:00 WITA"
            case .officer: "Ni Wayan Sri Lestari"
            case .codeWord: "rajawali 42"
            case .lobby: "https://lapakasik.example/wawancara"
            case .queueNumber: "A-017"
            case .contact: Contacts.Way.phone.words[language]
            }
        }
    }
    package let kind: Message.Kind
    /// In the order of the places.
    package let values: [Value]
    package let words: Words

    /// How Meta knows it: `lapak_offer_lapsed`.
    package var name: String {
        kind.rawValue.reduce(into: "lapak_") { $0 += $1.isUppercase ? "_\($1.lowercased())" : String($1) }
    }

    /// The words with their places filled. A place that has no value stays as it stands in the words.
    package func text(_ language: Language, _ values: [String]) -> String {
        let words = Array(words[language].utf8)
        var (filled, index): ([UInt8], Int) = ([], 0)
        while index < words.count {
            // `{{1}}`: a place has one digit.
            if index + 4 < words.count, words[index] == UInt8(ascii: "{"), words[index + 1] == UInt8(ascii: "{"),
                words[index + 3] == UInt8(ascii: "}"), words[index + 4] == UInt8(ascii: "}"),
                (1...9).contains(Int(words[index + 2]) - 48), Int(words[index + 2]) - 48 <= values.count
            {
                filled += values[Int(words[index + 2]) - 49].utf8
                index += 5
            } else {
                filled.append(words[index])
                index += 1
            }
        }
        return String(decoding: filled, as: UTF8.self)
    }

    /// The template of a kind. What Meta keeps has to be handed in anew when a number of the policy that stands in it changes.
    package init(_ kind: Message.Kind, policy: Policy = Policy()) {
        self.kind = kind
        let (lasts, soon, calls) = (policy.codeLasts.minutes, policy.onsite.comesSoon.minutes, policy.interviews.calls)
        switch kind {
        case .code:
            values = [.code]
            words = Words(
                "{{1}} adalah kode Lapak Asik Anda, berlaku \(lasts) menit. Jangan berikan kepada siapa pun, juga tidak kepada petugas.",
                "{{1}} is your Lapak Asik code. It lasts \(lasts) minutes. Give it to nobody, not even to an officer.")
        case .confirmed:
            values = [.number, .when, .papersDue]
            words = Words(
                "Lapak Asik: wawancara untuk {{1}} pada {{2}}. Dokumen lengkap paling lambat {{3}}. Rincian ada di e-mail Anda.",
                "Lapak Asik: the interview for {{1}} is on {{2}}. Papers are due {{3}}. Details are in your e-mail.")
        case .moved:
            values = [.number, .when, .papersDue]
            words = Words(
                "Lapak Asik: jadwal baru untuk {{1}} adalah {{2}}. Dokumen lengkap paling lambat {{3}}. Rincian ada di e-mail Anda.",
                "Lapak Asik: the new time for {{1}} is {{2}}. Papers are due {{3}}. Details are in your e-mail.")
        case .cancelled:
            values = [.number]
            words = Words(
                "Lapak Asik: pengajuan {{1}} dibatalkan. Bila bukan Anda yang membatalkan, telepon 175.",
                "Lapak Asik: claim {{1}} was cancelled. If you did not cancel it, call 175.")
        case .queued:
            values = [.number]
            words = Words(
                "Lapak Asik: pengajuan {{1}} ada di daftar tunggu. Anda tidak perlu mencoba lagi: bila ada tempat, kami kirim tawaran.",
                "Lapak Asik: claim {{1}} is in the waiting list. There is no need to try again: when there is a place, we send an offer.")
        case .offer:
            values = [.number, .when, .answerBefore]
            words = Words(
                "Lapak Asik: ada tempat untuk {{1}}, {{2}}. Jawab sebelum {{3}} lewat tautan di e-mail atau halaman status.",
                "Lapak Asik: a place for {{1}}, {{2}}. Answer before {{3}} by the link in your e-mail or on the status page.")
        case .offerLapsed:
            values = [.number]
            words = Words(
                "Lapak Asik: tawaran untuk {{1}} lewat tanpa jawaban. Nomor urut Anda tetap; kami kirim tawaran lain bila ada tempat.",
                "Lapak Asik: the offer for {{1}} passed unanswered. Your place in line stays; we send another when there is a place.")
        case .reminder:
            values = [.number, .when, .papersDue]
            words = Words(
                "Lapak Asik: wawancara {{1}}, {{2}}. Dokumen lengkap paling lambat {{3}}; bila tidak, tempat ini untuk orang lain.",
                "Lapak Asik: interview {{1}}, {{2}}. Papers must be complete by {{3}}, or the place goes to someone else.")
        case .returned:
            values = [.number, .papersDue]
            words = Words(
                "Lapak Asik: satu dokumen untuk {{1}} perlu dikirim ulang paling lambat {{2}}. Alasannya ada di e-mail dan halaman status.",
                "Lapak Asik: one paper of {{1}} must be sent again by {{2}}. Your e-mail and the status page say why.")
        case .refusedFile:
            values = [.number]
            words = Words(
                "Lapak Asik: satu berkas untuk {{1}} tidak dapat diterima. Alasannya ada di e-mail dan halaman status.",
                "Lapak Asik: one file of {{1}} could not be taken. Your e-mail and the status page say why.")
        case .papersComplete:
            values = [.number, .when]
            words = Words(
                "Lapak Asik: dokumen {{1}} lengkap. Wawancara {{2}}; siapkan dokumen asli.",
                "Lapak Asik: the papers of {{1}} are complete. Interview {{2}}; have the originals at hand.")
        case .papersMissed:
            values = [.number]
            words = Words(
                "Lapak Asik: dokumen {{1}} belum lengkap, tempatnya untuk orang lain. Nomor urut Anda tetap; lengkapi dokumen sekarang.",
                "Lapak Asik: the papers of {{1}} were not complete, the place is someone else's. Your rank stays; complete them now.")
        case .deadlineMoved:
            values = [.number, .papersDue]
            words = Words(
                "Lapak Asik: sistem kami terganggu, batas dokumen {{1}} diundur sampai {{2}}. Rincian ada di e-mail Anda.",
                "Lapak Asik: our system failed, the papers of {{1}} are now due {{2}}. Details are in your e-mail.")
        case .link:
            values = [.number]
            words = Words(
                "Lapak Asik: tautan baru untuk dokumen {{1}} ada di e-mail Anda.",
                "Lapak Asik: a new link for the papers of {{1}} is in your e-mail.")
        case .called:
            values = [.officer, .codeWord, .lobby]
            words = Words(
                "Lapak Asik: petugas {{1}} memanggil Anda sekarang, kata sandi {{2}}. Buka {{3}} dan tekan Saya siap.",
                "Lapak Asik: officer {{1}} calls you now, code word {{2}}. Open {{3}} and press I am ready.")
        case .decided:
            values = [.number]
            words = Words(
                "Lapak Asik: pengajuan {{1}} sudah diputuskan. Hasil dan langkah berikutnya ada di e-mail dan halaman status.",
                "Lapak Asik: claim {{1}} is decided. The result and what comes next are in your e-mail and on the status page.")
        case .number:
            values = [.queueNumber, .when]
            words = Words(
                "Lapak Asik: nomor antrean Anda {{1}}, datang mulai {{2}}. Bawa dokumen asli. Anda boleh menunggu di luar.",
                "Lapak Asik: your queue number is {{1}}, come from {{2}} on. Bring the originals. You may wait outside.")
        case .papersToBring:
            values = [.queueNumber]
            words = Words(
                "Lapak Asik: nomor {{1}} tetap milik Anda, tetapi berkas asli belum lengkap. Yang kurang ada di halaman nomor Anda.",
                "Lapak Asik: number {{1}} stays yours, but originals are missing. Your number's page says which.")
        case .soon:
            values = [.queueNumber]
            words = Words(
                "Lapak Asik: nomor {{1}}, kira-kira \(soon) menit lagi giliran Anda masuk. Datanglah ke kantor dan siapkan dokumen asli.",
                "Lapak Asik: number {{1}}, in about \(soon) minutes you may come in. Come to the branch and have the originals ready."
            )
        case .comeIn:
            values = [.queueNumber]
            words = Words(
                "Lapak Asik: nomor {{1}}, silakan masuk sekarang dan tunggu panggilan ke bilik di layar.",
                "Lapak Asik: number {{1}}, please come in now and wait for the call to a booth on the screen.")
        case .numberMissed:
            values = [.queueNumber]
            words = Words(
                """
                Lapak Asik: nomor {{1}} \(calls.times(.id)) dipanggil tanpa jawaban. Anda boleh kembali hari ini: lapor di \
                halaman kantor.
                """,
                "Lapak Asik: number {{1}} was called \(calls.times(.en)) without an answer. You may return today: tell the yard.")
        case .proof:
            values = [.code]
            words = Words(
                """
                {{1}} membuktikan nomor ini untuk Lapak Asik, berlaku \(lasts) menit. Ketik sendiri, atau sebut kepada petugas yang \
                melayani Anda.
                """,
                "{{1}} proves this number to Lapak Asik, for \(lasts) minutes. Type it yourself, or tell the officer who is serving you.")
        case .contactChanged:
            values = [.contact]
            words = Words(
                "Lapak Asik: {{1}} untuk pengajuan Anda baru saja dibuktikan atau diganti. Bila bukan Anda, segera telepon 175.",
                "Lapak Asik: the {{1}} of your claim was just proven or changed. If that was not you, call 175 at once.")
        case .visited:
            values = [.contact]
            words = Words(
                "Lapak Asik: pengajuan Anda dibuka dari perangkat baru dengan kode ke {{1}}. Bila bukan Anda, segera telepon 175.",
                "Lapak Asik: your claim was opened on a new device with a code to your {{1}}. If that was not you, call 175.")
        case .interviewMissed:
            values = [.number]
            words = Words(
                "Lapak Asik: wawancara {{1}} belum jadi, Anda kembali ke daftar tunggu. Rincian ada di e-mail dan halaman status.",
                "Lapak Asik: no interview took place for {{1}}, you are in the waiting list again. Details: e-mail and status page.")
        }
    }

    /// One for each kind.
    package static var all: [NoticeTemplate] { Message.Kind.allCases.map { NoticeTemplate($0) } }
}
