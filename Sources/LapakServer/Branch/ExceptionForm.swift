import LapakDomain
import LapakWeb

/// One day that is not like the others, as the manager typed it.
struct ExceptionForm: Sendable {
    var day = ""
    var closed = false
    var opens = ""
    var closes = ""
    var officers = ""
    var note = ""

    static let mostDaysAhead = 400
    static let longestNote = 120

    init() {}

    init(_ form: Form) {
        day = form["hari"]
        closed = !form["tutup"].isEmpty
        opens = form["buka"]
        closes = form["sampai"]
        officers = form["petugas"]
        note = form.text("catatan")
    }

    /// The exception; nil with sentences in `faults`.
    func exception(at branch: Branch, holidays: Set<Day>, at now: Instant, faults: inout Faults) -> BranchDay? {
        let today = branch.zone.day(of: now)
        let day = Day(iso: day) ?? Day(typed: day)
        if day.map({ !(today...today + ExceptionForm.mostDaysAhead).contains($0) }) ?? true {
            faults.add(
                "hari",
                Words(
                    "Pilih hari ini atau hari sesudahnya, paling jauh \(ExceptionForm.mostDaysAhead) hari.",
                    "Choose today or a later day, at most \(ExceptionForm.mostDaysAhead) days ahead."))
        }
        if Typed.isBlank(note) || note.unicodeScalars.count > ExceptionForm.longestNote {
            faults.add(
                "catatan",
                Words(
                    "Tulis alasan singkat, paling banyak \(ExceptionForm.longestNote) huruf. Peserta membacanya.",
                    "Write a short reason, at most \(ExceptionForm.longestNote) letters. Members read it."))
        }
        let hours = closed ? nil : hours(at: branch, faults: &faults)
        let number =
            closed || officers.isEmpty
            ? nil
            : HoursForm.number(
                officers, in: 0...200, "petugas", Words("Tulis jumlah petugas, 0 sampai 200.", "Write how many officers, 0 to 200."),
                &faults)
        guard faults.isEmpty, let day else { return nil }
        if !closed, hours == nil, number == nil, day.isWorking(holidays) {
            faults.add(
                "tutup",
                Words(
                    "Isi apa yang berbeda: tutup, jam lain, atau jumlah petugas lain.",
                    "Say what differs: closed, other hours, or other officers."))
            return nil
        }
        return BranchDay(branch: branch.id, day: day, closed: closed, hours: hours, officers: number, note: note)
    }

    /// Other hours, with the branch's break as far as it lies within them; nil when none were typed.
    private func hours(at branch: Branch, faults: inout Faults) -> OpeningHours? {
        guard !opens.isEmpty || !closes.isEmpty else { return nil }
        let (from, until) = (ClockTime(typed: opens), ClockTime(typed: closes))
        let words = Words("Tulis jam buka dan jam tutup seperti 08.00.", "Write opening and closing like 08:00.")
        if from == nil { faults.add("buka", words) }
        if until == nil { faults.add("sampai", words) }
        guard let from, let until else { return nil }
        guard from < until else {
            faults.add("sampai", Words("Jam tutup harus sesudah jam buka.", "Closing must be after opening."))
            return nil
        }
        func within(_ time: ClockTime) -> ClockTime { min(max(time, from), until) }
        return OpeningHours(
            opens: from, closes: until, lunchFrom: within(branch.hours.lunchFrom), lunchUntil: within(branch.hours.lunchUntil))
    }
}
