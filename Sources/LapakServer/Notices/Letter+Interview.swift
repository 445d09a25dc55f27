import LapakDomain
import LapakStore

// What is said about the interview: where the lobby is, that the officer calls, what was decided, that it was missed.
extension Letter {
    /// The lobby's address: no secret, whoever opens it must be signed in.
    var lobbyAddress: String { "\(app.settings.address)\(InterviewPages.path)" }

    var codeWord: String { claim.map { app.secrets.codeWord(of: $0.id) } ?? "" }

    /// When and where the lobby opens, and how to know the right officer.
    var lobby: String {
        let minutes = app.policy.interviews.lobbyOpens.seconds / 60
        return say(
            """
            Ruang tunggu dibuka \(minutes) menit sebelumnya di \(lobbyAddress). Nama petugas tampil saat ia memanggil. \
            Kata sandi Anda dan petugas: \(codeWord).
            """,
            """
            The lobby opens \(minutes) minutes before, at \(lobbyAddress). The officer's name is shown when they call. \
            The code word of you both: \(codeWord).
            """)
    }

    /// Nothing once the call was answered or missed.
    var called: Content? {
        guard let claim, claim.phase == .ready, let officer else { return nil }
        return Content(
            say("Petugas memanggil Anda sekarang", "The officer is calling you now"),
            [
                say(
                    "Petugas \(officer) memanggil Anda untuk wawancara, kata sandi \(codeWord).",
                    "Officer \(officer) calls you to the interview, code word \(codeWord)."),
                say(
                    "Buka ruang tunggu dan tekan Saya siap dalam \(app.policy.interviews.answerWithin.seconds / 60) menit.",
                    "Open the lobby and press I am ready within \(app.policy.interviews.answerWithin.seconds / 60) minutes."),
            ], (say("Buka ruang tunggu", "Open the lobby"), lobbyAddress)
        )
    }

    var decided: Content? {
        guard let claim, let result = ResultWords(claim), result.decision.name == message.details else { return nil }
        let title = result.title[language]
        return Content(
            "\(title): \(number)",
            [say("Nomor pengajuan: \(number)", "Claim number: \(number)")] + result.lines(branch).map { $0[language] }, status
        )
    }

    /// Was in the lobby in time, and could not be reached when called.
    private func interviewUnreached(_ claim: Claim) -> Content {
        let keeps = claim.unreached <= app.policy.interviews.freeUnreached
        return Content(
            say("Wawancara belum jadi, nomor \(number)", "The interview did not take place, number \(number)"),
            [
                say(
                    """
                    Anda datang ke ruang tunggu tepat waktu, tetapi tidak tersambung saat petugas memanggil. \
                    Ini tidak dihitung sebagai tidak hadir.
                    """,
                    """
                    You were in the lobby in time, but you could not be reached when the officer called. \
                    This does not count as not coming.
                    """),
                keeps
                    ? say(
                        "Anda di daftar tunggu dengan urutan yang sama, dan tempat berikutnya ditawarkan menurut urutan itu.",
                        "You are in the waiting list with the same rank, and the next place is offered by it.")
                    : say(
                        "Karena sudah \(claim.unreached.times(.id)) terjadi, Anda di daftar tunggu dari urutan belakang.",
                        "As this has happened \(claim.unreached.times(.en)), you are in the waiting list, at its end."),
                say(
                    "Pakai jaringan yang lebih kuat, atau datang ke kantor. Dokumen Anda tetap tersimpan.",
                    "Use a stronger network, or come to the branch. Your papers are kept."),
            ], status
        )
    }

    var interviewMissed: Content? {
        guard let claim, claim.phase == .waiting else { return nil }
        if message.details == "unreached" { return interviewUnreached(claim) }
        let free = app.policy.interviews.freeMisses
        let keeps = claim.misses <= free
        return Content(
            say("Wawancara terlewat, nomor \(number)", "Interview missed, number \(number)"),
            [
                say(
                    "Petugas memanggil, tetapi tidak ada jawaban pada waktunya. Tempat itu sekarang untuk orang lain.",
                    "The officer called, but there was no answer in time. The place is someone else's now."),
                keeps
                    ? say(
                        "Anda di daftar tunggu dengan urutan yang sama. Ini hanya \(free.times(.id)).",
                        "You are in the waiting list with the same rank. This is possible only \(free.times(.en)).")
                    : say(
                        "Anda di daftar tunggu dari urutan belakang.", "You are in the waiting list, at its end."),
                say(
                    "Begitu ada tempat, kami kirim tawaran. Dokumen Anda tetap tersimpan.",
                    "As soon as there is a place, we send an offer. Your papers are kept."),
            ], status, calendar: removal
        )
    }
}
