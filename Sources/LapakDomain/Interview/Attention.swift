/// Who needs the officer, in which order and why (screens.md 3.4): first come first served with small boosts, help first, and
/// anyone who has waited longer than three minutes before everyone else.
package enum Attention {
    /// What counts for how much, in seconds of waiting.
    package enum Weight {
        package static let stuck: Int64 = 600
        package static let agreed: Int64 = 60
        package static let shown: Int64 = 40
        package static let ready: Int64 = 20
        package static let priority: Int64 = 240
        /// More than any wait can be.
        package static let longWait: Int64 = 100_000
    }

    /// The score of someone who needs the officer; nil for someone who does not. Higher comes first.
    package static func score(of interview: Interview, policy: Policy, at now: Instant) -> Int64? {
        guard let needed = interview.needed else { return nil }
        let waited = max(0, (now - needed).seconds)
        let base: Int64 =
            if interview.stuck != nil { Weight.stuck } else {
                switch interview.phase {
                case .agreed: Weight.agreed
                case .shown: Weight.shown
                case .ready: Weight.ready
                default: 0
                }
            }
        let long = waited > policy.interviews.longWait.seconds ? Weight.longWait : 0
        return long + base + waited + (interview.priority ? Weight.priority : 0)
    }

    /// Those who need the officer, the first one first; equals by seat.
    package static func list(_ interviews: [Interview], policy: Policy, at now: Instant) -> [Interview] {
        interviews.compactMap { interview in score(of: interview, policy: policy, at: now).map { (interview, $0) } }
            .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : ($0.0.seat ?? 9) < ($1.0.seat ?? 9) }.map(\.0)
    }

    /// Why this person is in the list.
    package static func why(_ interview: Interview, policy: Policy) -> Words {
        switch interview.stuck {
        case .help?: Words("menekan Bantuan", "pressed Help")
        case .noProgress?:
            Words(
                "\(policy.interviews.stuckAfter.seconds) detik tanpa kemajuan",
                "\(policy.interviews.stuckAfter.seconds) seconds without progress")
        case .contactLost?: Words("sambungan atau kamera hilang", "connection or camera lost")
        case .mismatches?:
            Words(
                "\(policy.interviews.mismatches.times(.id)) tidak cocok", "\(policy.interviews.mismatches.spelled(.en)) mismatches")
        case .objection?: Words("ada yang salah di ringkasan", "something in the summary is wrong")
        case .wrote?: Words("menulis pesan", "wrote a message")
        case nil:
            switch interview.phase {
            case .ready: Words("data lengkap, siap diperiksa", "data complete, ready to be checked")
            case .shown: Words("memegang dokumen asli", "holds the originals")
            case .agreed: Words("sudah menyetujui ringkasan", "agreed to the summary")
            default: Words("menunggu", "waits")
            }
        }
    }
}

extension Interview {
    /// The state in two or three words, as seat strips show it.
    package var label: Words {
        if let stuck { return stuck == .wrote ? Words("Menulis", "Wrote") : Words("Macet", "Stuck") }
        switch phase {
        case .lobby: return Words("Ruang tunggu", "Lobby")
        case .called: return Words("Dipanggil", "Called")
        case .filling: return Words(returned.isEmpty ? "Mengisi" : "Memperbaiki", returned.isEmpty ? "Filling in" : "Mending")
        case .ready: return Words("Siap diperiksa", "Ready to check")
        case .originals: return Words(returned.isEmpty ? "Memotret asli" : "Memperbaiki", returned.isEmpty ? "Takes originals" : "Mending")
        case .shown: return Words("Menunjukkan asli", "Shows originals")
        case .summary: return Words("Membaca ringkasan", "Reads summary")
        case .agreed: return Words("Minta konfirmasi", "Asks to confirm")
        case .deciding: return Words("Diputuskan", "Decided")
        case .done: return Words("Selesai", "Done")
        case .missed: return Words("Tidak menjawab", "No answer")
        case .left: return Words("Pergi", "Left")
        }
    }

    /// How far the member's own step is: `asli 2/4`.
    package var advance: Words? {
        switch phase {
        case .originals, .shown:
            let done = wanted.count - missing.count
            return Words("asli \(done)/\(wanted.count)", "originals \(done)/\(wanted.count)")
        case .called: return Words("panggilan \(calls)", "call \(calls)")
        default: return nil
        }
    }
}
