import HTTPTypes
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb
import NIOCore

/// What a tablet sends once it has a network again: one check at a time, and the numbers that it asks for.
enum YardTablet {
    /// `POST /kantor/halaman/kirim`: one check, as often as the tablet likes. The answer says what became of it, and what to do.
    static func send(_ call: Call, _ desk: Desk) async throws -> Reply {
        guard let json = JSON(Array(buffer: call.body)), let form = YardForm(json) else {
            return Problem(
                status: .badRequest, code: "bad_request",
                words: Words("Kiriman tablet tidak dapat dibaca.", "What the tablet sent cannot be read.")
            )
            .reply(call.language)
        }
        let today = desk.branch.zone.day(of: call.now)
        let isOld = Day(iso: form.day).map { $0 != today } ?? false
        var check = YardCheck(
            key: "tablet:\(desk.branch.id.rawValue):\(form.key)", promised: isOld ? nil : QueueNumber(form.promised),
            priority: Priority(rawValue: form.priority), seen: form.seen)
        check.walkIn = try await scanned(form, call, desk, today)
        var refused: [Words] = []
        if check.walkIn == nil {
            switch try await YardFinding.of(form, desk, call) {
            case .person(let person, _): check.person = person
            case .trouble(let words): refused = words
            case .faults(let faults): refused = faults.list.map(\.words)
            }
        }
        if isOld {
            // Yesterday's number counts for nothing today: the person stands in the waiting list.
            guard check.person != nil else { return answer("masalah", words: refused + [dayOver]) }
            check.queues = true
            return try await late(check, call, desk)
        }
        if let first = refused.first {
            guard check.promised != nil else { return answer("masalah", words: refused) }
            check.trouble =
                refused.count == 1 ? first : Words(refused.map(\.id).joined(separator: " "), refused.map(\.en).joined(separator: " "))
        }
        return try await receive(check, call, desk)
    }

    private static func receive(_ check: YardCheck, _ call: Call, _ desk: Desk) async throws -> Reply {
        do {
            switch try await YardReception(call, desk).receive(check) {
            case .walkIn(let walkIn): return answer(of: walkIn)
            case .hasAppointment: return answer("jadwal", words: [YardCheck.hasAppointment])
            case .queued(let claim, _): return answer("tunggu", words: [inLine(claim)])
            }
        } catch let refusal as Refusal where !refusal.isTooOften {
            call.app.figures.refused(refusal.code)
            return answer("masalah", words: [refusal.words])
        }
    }

    /// A check that was made on a day that is over: the line for this branch, unless the person has a place anyway.
    private static func late(_ check: YardCheck, _ call: Call, _ desk: Desk) async throws -> Reply {
        let (app, now, staff, branch) = (call.app, call.now, desk.staff, desk.branch)
        do {
            let receipt = try await app.store.write(in: app.context(at: now)) { try $0.queueLate(check, at: branch, by: staff) }
            switch receipt {
            case .walkIn(let walkIn): return answer(of: walkIn)
            case .hasAppointment: return answer("jadwal", words: [YardCheck.hasAppointment])
            case .queued(let claim, _): return answer("tunggu", words: [inLine(claim)])
            }
        } catch let refusal as Refusal { return answer("masalah", words: [refusal.words]) }
    }

    /// The ticket that was scanned without a network, if it is one of today.
    private static func scanned(_ form: YardForm, _ call: Call, _ desk: Desk, _ today: Day) async throws -> ID<WalkIn>? {
        if let key = YardSearch.ticket(in: form.number), call.app.secrets.walkInKey(key.id).secret == key.secret {
            return (try? await call.walkIn(key.id, desk)).flatMap { $0.day == today ? $0.id : nil }
        }
        guard let number = QueueNumber(form.number) else { return nil }
        let branch = desk.branch.id
        return try await call.app.store.read { try $0.walkIn(number, at: branch, on: today)?.id }
    }

    /// `POST /kantor/halaman/blok`: numbers of today that this tablet may give without asking. `{"jumlah": 100}`
    static func block(_ call: Call, _ desk: Desk) async throws -> Reply {
        guard case .int(let asked)? = JSON(Array(buffer: call.body))?["jumlah"], asked > 0 else {
            return Problem(
                status: .badRequest, code: "bad_request",
                words: Words("Jumlah nomor tidak dapat dibaca.", "The count of numbers cannot be read.")
            )
            .reply(call.language)
        }
        let (branch, staff, now) = (desk.branch, desk.staff.id, call.now)
        let count = min(Int(min(asked, 10_000)), call.policy.onsite.block)
        let key = call.requestKey("blok:\(staff.rawValue)")
        let numbers = try await call.app.store.write(once: key, in: call.context()) { work in
            try work.spend("blok:\(staff.rawValue)", most: 40, per: .hours(1))
            return try work.reserve(count, at: branch, by: staff)
        }
        let day = branch.zone.day(of: now)
        return .json(
            JSON.object([("hari", .string(day.iso)), ("nomor", .array(numbers.map { .string($0.text) })), ("jam", .string(now.utcISO))])
                .text)
    }

    private static func answer(of walkIn: WalkIn) -> Reply {
        let result = walkIn.trouble != nil ? "masalah" : walkIn.phase == .incomplete ? "kurang" : "antre"
        return answer(result, words: [walkIn.trouble].compactMap(\.self), walkIn: walkIn)
    }

    private static func answer(_ result: String, words: [Words], walkIn: WalkIn? = nil) -> Reply {
        .json(
            JSON.object([
                ("hasil", .string(result)), ("nomor", JSON(walkIn?.number.text)),
                ("kunjungan", JSON(walkIn.map { String($0.id.rawValue) })),
                ("punyaKlaim", .bool(walkIn?.claim != nil)), ("id", .string(words.map(\.id).joined(separator: " "))),
                ("en", .string(words.map(\.en).joined(separator: " "))),
            ]).text)
    }

    private static let dayOver = Words(
        "Hari pemeriksaan ini sudah lewat, jadi nomornya tidak berlaku lagi. Hubungi orangnya dan betulkan datanya.",
        "The day of this check is over, so its number no longer counts. Contact the person and mend the data.")

    private static func inLine(_ claim: Claim) -> Words {
        Words(
            "Masuk daftar tunggu kantor ini dengan nomor pengajuan \(claim.number). Tempatnya dicari otomatis.",
            "In this branch's waiting list with claim number \(claim.number). A place is found automatically.")
    }
}
