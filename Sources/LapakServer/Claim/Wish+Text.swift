import LapakDomain
import LapakStore
import LapakWeb

extension Wish {
    /// In words, for checking and for the status page.
    func text(_ call: Call) -> String {
        let places =
            anywhere ? call.say("petugas mana saja", "any officer") : branches.compactMap { call.nation[$0]?.name }.joined(separator: ", ")
        let when =
            days.isEmpty
            ? call.say("semua hari kerja", "every working day")
            : days.sorted { $0.rawValue < $1.rawValue }.map { $0.text(call.language) }.joined(separator: ", ")
        let part = times.count == 1 ? (times.contains(.pagi) ? call.say("pagi", "mornings") : call.say("siang", "afternoons")) : nil
        let from = earliest.map { call.say("mulai \($0.text(.id))", "from \($0.text(.en))") }
        return [places, when, part, from].compactMap(\.self).joined(separator: "; ")
    }
}
