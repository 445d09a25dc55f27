import LapakDomain
import LapakStore

// What is said about a visit to a branch: the number, that it is time to come in, that the calls passed.
extension Letter {
    /// Nil when there is nothing left to say.
    var aboutWalkIn: Content? {
        guard let walkIn, walkIn.phase.isLive, let branch else { return nil }
        let number = walkIn.number.text
        let (policy, calls) = (app.policy.onsite, app.policy.interviews.calls)
        switch message.kind {
        case .number:
            guard walkIn.phase != .inside else { return nil }
            return Content(
                say("Nomor antrean Anda: \(number)", "Your queue number: \(number)"),
                [
                    say("Nomor antrean Anda hari ini: \(number)", "Your queue number today: \(number)"),
                    say("Kantor: \(branch.name). Nomor pengajuan: \(self.number)", "Branch: \(branch.name). Claim number: \(self.number)"),
                    walkIn.origin == .home
                        ? say("Datang \(arrival(.id)), bawa semua dokumen asli.", "Come on \(arrival(.en)) and bring all originals.")
                        : say(
                            "Anda boleh menunggu di luar. Kami memberi tahu saat Anda boleh masuk.",
                            "You may wait outside. We tell you when to come in."),
                    say("Layar di kantor hanya menampilkan nomor, bukan nama.", "The screens at the branch show numbers only, no names."),
                ], follow(walkIn), calendar: calendar
            )
        case .papersToBring:
            guard walkIn.phase == .incomplete, let dossier else { return nil }
            let missing = dossier.missing(after: walkIn.seen)
            guard !missing.isEmpty else { return nil }
            return Content(
                say("Nomor \(number): berkas belum lengkap", "Number \(number): papers are missing"),
                [
                    say(
                        "Bawa dokumen asli ini ke halaman kantor \(branch.name) hari ini sebelum tutup:",
                        "Bring these originals to the yard of \(branch.name) today before closing:")
                ] + missing.map { "- \(dossier.words(missing: $0)[language])" } + [
                    say("Nomor \(number) tetap milik Anda.", "Number \(number) stays yours.")
                ], follow(walkIn)
            )
        case .soon:
            guard walkIn.phase == .waiting else { return nil }
            return Content(
                say(
                    "Nomor \(number): kira-kira \(policy.comesSoon.minutes) menit lagi masuk",
                    "Number \(number): about \(policy.comesSoon.minutes) minutes until you come in"),
                [
                    say(
                        "Datanglah ke kantor \(branch.name) dan siapkan dokumen asli. Kami memberi tahu lagi saat Anda boleh masuk.",
                        "Come to \(branch.name) and have the originals ready. We tell you again when you may come in.")
                ], follow(walkIn)
            )
        case .comeIn:
            guard walkIn.phase == .inside else { return nil }
            return Content(
                say("Nomor \(number): silakan masuk", "Number \(number): please come in"),
                [
                    say(
                        "Silakan masuk sekarang dan perhatikan layar: nomor Anda dipanggil ke bilik.",
                        "Please come in now and watch the screen: your number is called to a booth."),
                    policy.setBackWords[language],
                ], follow(walkIn)
            )
        case .numberMissed:
            guard walkIn.phase == .missed else { return nil }
            return Content(
                say(
                    "Nomor \(number): \(calls.spelled(.id)) panggilan terlewat", "Number \(number): \(calls.spelled(.en)) calls passed"),
                [
                    say(
                        "Anda boleh kembali hari ini: lapor kepada petugas di halaman dengan nomor yang sama.",
                        "You may return today: tell the officer in the yard, with the same number."),
                    say(
                        "Bila tidak, besok Anda di daftar tunggu dan kami mencarikan tempat.",
                        "If not, you are in the waiting list tomorrow and we look for a place."),
                ], follow(walkIn)
            )
        default: return nil
        }
    }

    private func arrival(_ language: Language) -> String {
        guard let slot, let branch else { return when }
        return slot.arrival(in: branch.zone, language)
    }

    private func follow(_ walkIn: WalkIn) -> Link {
        (say("Ikuti nomor Anda", "Follow your number"), "\(app.settings.address)/nomor/\(app.secrets.walkInKey(walkIn.id).word)")
    }
}
