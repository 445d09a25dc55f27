import LapakDomain
import LapakWeb

/// Hours, officers and how they are used, as the manager typed them.
struct HoursForm: Sendable, Hashable {
    let opens: String
    let closes: String
    let lunchFrom: String
    let lunchUntil: String
    let officers: String
    let ratio: String
    let minutes: String
    let share: String
    /// People who may be inside; empty where it follows from the seats.
    let room: String

    init(_ form: Form) {
        opens = form["buka"]
        closes = form["tutup"]
        lunchFrom = form["istirahat"]
        lunchUntil = form["kembali"]
        officers = form["petugas"]
        ratio = form["rasio"]
        minutes = form["menit"]
        share = form["daring"]
        room = form["ruang"]
    }

    init(_ branch: Branch) {
        opens = branch.hours.opens.text(.id)
        closes = branch.hours.closes.text(.id)
        lunchFrom = branch.hours.lunchFrom.text(.id)
        lunchUntil = branch.hours.lunchUntil.text(.id)
        officers = String(branch.officers)
        ratio = String(branch.ratio)
        minutes = String(branch.minutesPerClaim)
        share = String(branch.onlineShare)
        room = branch.room.map(String.init) ?? ""
    }

    /// Names and values, in the order of the page.
    var fields: [(name: String, value: String)] {
        [
            ("buka", opens), ("tutup", closes), ("istirahat", lunchFrom), ("kembali", lunchUntil), ("petugas", officers), ("rasio", ratio),
            ("menit", minutes), ("daring", share), ("ruang", room),
        ]
    }

    /// The branch with these settings; nil with sentences in `faults` where they cannot be. The bounds are the database's, and
    /// above them what no branch can mean.
    func applied(to branch: Branch, faults: inout Faults) -> Branch? {
        let hours = HoursForm.hours(opens: opens, closes: closes, lunchFrom: lunchFrom, lunchUntil: lunchUntil, faults: &faults)
        let officers = HoursForm.number(
            officers, in: 0...200, "petugas", Words("Tulis jumlah petugas, 0 sampai 200.", "Write how many officers, 0 to 200."), &faults)
        let ratio = HoursForm.number(
            ratio, in: 1...OfficerSession.mostSeats, "rasio",
            Words(
                "Satu petugas melayani 1 sampai \(OfficerSession.mostSeats) orang bersamaan.",
                "One officer serves 1 to \(OfficerSession.mostSeats) people at once."),
            &faults)
        let minutes = HoursForm.number(
            minutes, in: 5...240, "menit", Words("Tulis menit per klaim, 5 sampai 240.", "Write the minutes per claim, 5 to 240."), &faults)
        let share = HoursForm.number(
            share, in: 0...100, "daring", Words("Tulis persen, 0 sampai 100.", "Write a percentage, 0 to 100."), &faults)
        let room: Int?? =
            room.isEmpty
            ? .some(nil)
            : HoursForm.number(
                room, in: 1...999, "ruang",
                Words(
                    "Tulis berapa orang boleh di dalam, 1 sampai 999, atau kosongkan.",
                    "Write how many people may be inside, 1 to 999, or leave it empty."),
                &faults
            ).map { .some($0) } ?? nil
        guard let hours, let officers, let ratio, let minutes, let share, let room else { return nil }
        var next = branch
        next.hours = hours
        next.officers = officers
        next.ratio = ratio
        next.minutesPerClaim = minutes
        next.onlineShare = share
        next.room = room
        return next
    }

    /// Opening hours that follow one another; a break of no length is allowed.
    static func hours(
        opens: String, closes: String, lunchFrom: String, lunchUntil: String, faults: inout Faults
    ) -> OpeningHours? {
        let times = [("buka", opens), ("tutup", closes), ("istirahat", lunchFrom), ("kembali", lunchUntil)].map { name, typed in
            let time = ClockTime(typed: typed)
            if time == nil { faults.add(name, Words("Tulis jam seperti 08.00.", "Write a time like 08:00.")) }
            return time
        }
        guard let opens = times[0], let closes = times[1], let from = times[2], let until = times[3] else { return nil }
        guard opens < closes else {
            faults.add("tutup", Words("Jam tutup harus sesudah jam buka.", "Closing must be after opening."))
            return nil
        }
        guard from <= until else {
            faults.add("kembali", Words("Istirahat selesai tidak boleh sebelum mulai.", "The break cannot end before it begins."))
            return nil
        }
        guard opens <= from, until <= closes else {
            faults.add(
                "istirahat",
                Words(
                    "Istirahat harus di antara jam buka dan jam tutup. Tanpa istirahat: tulis jam tutup di kedua isian.",
                    "The break must lie between opening and closing. No break: write the closing time in both."))
            return nil
        }
        return OpeningHours(opens: opens, closes: closes, lunchFrom: from, lunchUntil: until)
    }

    static func number(_ typed: String, in bounds: ClosedRange<Int>, _ field: String, _ words: Words, _ faults: inout Faults) -> Int? {
        guard typed.utf8.count <= 4, let digits = Digits.only(typed), let value = Int(digits), bounds.contains(value) else {
            faults.add(field, words)
            return nil
        }
        return value
    }
}
