import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences at the fields.
private enum Say {
    static let lastDigits = Words(
        "Ketik juga 4 angka terakhir nomor HP Anda, yang Anda sebut saat mendaftar. Atau pindai kode QR pada karcis.",
        "Type the last 4 digits of your phone number, too, as you gave it when you registered. Or scan the ticket's QR code.")
    static let notTheirs = Words(
        "Empat angka itu tidak cocok dengan nomor HP untuk nomor antrean ini. Periksa lagi, atau pindai kode QR pada karcis.",
        "Those four digits are not of the phone number behind this queue number. Check them, or scan the ticket's QR code.")
    static let tooOften = Words(
        "Sudah beberapa kali tidak cocok. Pindai kode QR pada karcis Anda, atau minta petugas di halaman mencetak karcis baru.",
        "It did not fit several times. Scan the QR code of your ticket, or ask the officer in the yard to print a new one.")
}

/// What only a booth can be asked for: the number, the consent with the answer, its camera, and that the person went.
struct BoothActions {
    let call: Call
    let booth: Booth

    static func routes(_ routes: Routes) {
        let verbs: [(String, @Sendable (BoothActions) async throws -> Reply)] = [
            ("nomor", { try await $0.number() }), ("jawab", { try await $0.answer() }), ("pergi", { try await $0.clear() }),
            ("kamera", { try await $0.camera() }),
        ]
        for (name, verb) in verbs {
            routes.post("\(BoothPages.path)/\(name)") { call in
                guard let booth = try await call.booth() else { throw Refusal.notYours }
                return try await verb(BoothActions(call: call, booth: booth))
            }
        }
    }

    private var isScript: Bool { call.request.headers[.accept]?.hasPrefix("application/json") ?? false }

    private func stands() async throws -> Reply {
        isScript ? Reply(body: try await InterviewFace.booth.fragment(call).text) : .redirect(BoothPages.path)
    }

    /// So many wrong answers are free for one interview within an hour: of ten thousand, three are a guess.
    private static let mostTries = 3

    /// B1: the ticket is scanned, or the number typed with what only its person knows: every display in the hall shows the number. Only the
    /// number that was called here opens what is behind it.
    func number() async throws -> Reply {
        let (booth, now) = (booth, call.now)
        do {
            let interview = try await called()
            let id = interview.id
            let sitting = try await call.app.store.write(in: call.context(by: .member(interview.claim))) { work in
                try work.step(id) { try $0.sit(in: booth.id, at: now).map { [$0] } ?? [] }
            }
            // Who agreed before goes on without being asked again.
            if sitting.phase == .called, !sitting.consent.isEmpty { try await begin(id) }
        } catch let refusal as Refusal {
            // A number that is called elsewhere is no page of its own: the person is told at the field.
            guard !isScript, case .invalid = refusal else { throw refusal }
            return try await BoothPages.show(call, faults: Faults(refusal), status: refusal.status)
        }
        return try await stands()
    }

    /// The interview that is called here, when the number is its. Refuses with `invalid` and says where another number is called.
    private func called() async throws -> Interview {
        let typed = call.form["nomor"]
        func no(_ words: Words) -> Refusal { .invalid(field: "nomor", words) }
        guard let interview = try await call.interviewInBooth(), interview.phase.hasSeat, let holder = interview.walkIn,
            let walkIn = try await call.app.store.read({ try $0.find(WalkIn.self, holder) })
        else {
            throw no(
                Words(
                    "Belum ada nomor yang dipanggil ke bilik ini. Lihat layar aula.",
                    "No number is called to this booth yet. Look at the hall's display."))
        }
        // The ticket's code is an address that ends with its key; typed numbers may leave out the letter.
        // A scanner types into whichever field has the focus.
        if [typed, call.form["akhir"]].contains(where: { isTicket($0, of: walkIn.id) }) { return interview }
        guard let number = QueueNumber(typed) ?? QueueNumber(walkIn.number.letter + typed) else {
            throw no(
                Words(
                    "Ketik nomor antrean Anda, contoh \(walkIn.number.letter) 037.",
                    "Type your queue number, for example \(walkIn.number.letter) 037."))
        }
        guard number != walkIn.number else {
            try await answer(for: interview)
            return interview
        }
        let (branch, day) = (booth.branch, walkIn.day)
        let other = try await call.app.store.read { connection -> Int? in
            guard let other = try connection.walkIn(number, at: branch, on: day), other.phase == .inside,
                let running = try other.interview.flatMap({ try connection.find(Interview.self, $0) }), running.phase.hasSeat
            else { return nil }
            return try running.booth.flatMap { try connection.find(Booth.self, $0) }?.number
        }
        if let other {
            throw no(
                Words(
                    "Nomor \(number.text) dipanggil ke bilik \(other). Silakan ke sana.",
                    "Number \(number.text) is called to booth \(other). Please go there."))
        }
        throw no(
            Words(
                "Nomor \(number.text) belum dipanggil. Bilik ini untuk nomor \(walkIn.number.text).",
                "Number \(number.text) is not called yet. This booth is for number \(walkIn.number.text)."))
    }

    private func isTicket(_ text: String, of walkIn: ID<WalkIn>) -> Bool {
        let word = text.split { $0 == "/" || $0 == "=" || $0 == "?" }.last.map(String.init) ?? ""
        guard let key = Key<WalkIn>(word), key.id == walkIn else { return false }
        return key.pass.hash == call.app.secrets.walkInKey(walkIn).pass.hash
    }

    /// Whoever typed the number says the last digits of its person's phone number, too. Each try is counted before it is looked at; the
    /// right one gives the tries back. Refuses with `invalid`.
    private func answer(for interview: Interview) async throws {
        func no(_ words: Words) -> Refusal { .invalid(field: "akhir", words) }
        guard let digits = Digits.only(call.form["akhir"]), digits.utf8.count == 4 else { throw no(Say.lastDigits) }
        let fits = try await call.app.store.read { try $0.find(Claim.self, interview.claim) }?.isAnswered(by: digits) ?? false
        let budget = "bilik:\(interview.id.rawValue)"
        do {
            try await call.app.store.write(in: call.context()) { work in
                try work.spend(budget, most: Self.mostTries, per: .hours(1))
                if fits { try work.refund(budget) }
            }
        } catch let refusal as Refusal where refusal.isTooOften { throw no(Say.tooOften) }
        guard fits else { throw no(Say.notTheirs) }
    }

    /// Camera and microphone are agreed to: the interview begins, or goes on.
    func answer() async throws -> Reply {
        guard call.form["setuju"] == "ya" else { throw Refusal.consentFirst }
        let now = call.now
        do {
            let interview = try await InterviewFace.booth.interview(call)
            _ = try await call.app.store.write(in: call.context(by: .member(interview.claim))) { work in
                try work.step(interview.id) { try $0.consent(at: now).map { [$0] } ?? [] }
            }
            try await begin(interview.id)
        } catch Refusal.interviewPhase {} catch Refusal.notYours {}
        return try await stands()
    }

    private func begin(_ id: ID<Interview>) async throws {
        let chance = call.app.secrets.bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        _ = try await call.app.store.write(in: call.context()) { try $0.answer(id, chance: chance) }
    }

    /// The person is done, or nobody touched the screen for long: nothing of them is shown any more. The step stays.
    func clear() async throws -> Reply {
        let booth = booth
        if let interview = try await call.interviewInBooth(), interview.sits == booth.id {
            try call.isAbout(interview.claim)
            _ = try await call.app.store.write(in: call.context(by: .clock)) { work in
                try work.step(interview.id) { interview in
                    interview.rise()
                    return []
                }
            }
        }
        return try await stands()
    }

    /// The page says whether its camera works. A lost one sends whoever sits here to the next free booth.
    func camera() async throws -> Reply {
        let (id, now) = (booth.id, call.now)
        if call.form["baik"] == "ya" {
            _ = try await call.app.store.write(in: call.context(by: .clock)) { try $0.booth(id) { $0.camera(works: true, at: now) } }
        } else {
            // Two booths that fail at once want the same free one; the second asks again.
            for last in [false, false, true] {
                do {
                    _ = try await call.app.store.write(in: call.context()) { try $0.loseCamera(of: id) }
                    break
                } catch let refusal as Refusal where !last { call.app.figures.refused(refusal.code) }
            }
        }
        return try await stands()
    }
}
