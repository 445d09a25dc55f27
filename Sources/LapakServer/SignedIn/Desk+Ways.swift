import HTTPTypes
import LapakDomain
import LapakWeb

extension Desk {
    /// A page that the desk's navigation leads to.
    struct Way: Sendable {
        let path: String
        let words: Words
        /// What the page's route needs; without it the way is not shown.
        let right: Right
    }

    /// In the order of the navigation.
    static let ways = [
        Way(path: "/kantor", words: Words("Hari ini", "Today"), right: .seeAppointments),
        Way(path: DeskPath.console, words: Words("Konsol", "Console"), right: .seeConsole),
        Way(path: DeskPath.yard, words: Words("Halaman", "Yard"), right: .workYard),
        Way(path: DeskPath.line, words: Words("Antrean hari ini", "Today's line"), right: .seeLists),
        Way(path: "/kantor/berkas", words: Words("Pra-periksa", "Pre-check"), right: .seePapers),
        Way(path: "/kantor/tunggu", words: Words("Daftar tunggu", "Waiting list"), right: .seeLists),
        Way(path: DeskPath.door, words: Words("Poster pintu", "Door poster"), right: .workYard),
        Way(path: DeskPath.screen, words: Words("Layar ruang tunggu", "Hall display"), right: .showHall),
        Way(path: DeskPath.sessions, words: Words("Sesi", "Sessions"), right: .seeFigures),
        Way(path: DeskPath.booths, words: Words("Bilik", "Booths"), right: .manageBooths),
        Way(path: "/kantor/jam", words: Words("Jam dan petugas", "Hours and officers"), right: .planHours),
        Way(path: "/kantor/pengecualian", words: Words("Pengecualian", "Exceptions"), right: .planHours),
        Way(path: DeskPath.undelivered, words: Words("Pesan yang tidak sampai", "Undelivered messages"), right: .resendMessages),
    ]

    /// Where somebody with this role begins after signing in: the first page that is open to them.
    static func home(of role: Staff.Role) -> String {
        let rights = role.rights
        return ways.first { rights.contains($0.right) }?.path ?? "/kantor"
    }

    /// Where this person begins.
    var home: String { Self.home(of: staff.role) }

    /// The ways that this person may go.
    var ways: [Way] { Self.ways.filter { may($0.right) } }

    /// The page for whoever has not the right: whose work it is, and whom to ask.
    func closed(_ right: Right, _ call: Call) -> Reply {
        let (title, words) = right.whoseWork
        return page(call, call.say(title), at: "", "<p>\(call.say(words))</p>", status: .forbidden)
    }
}

extension Right {
    /// For whoever has not the right: a title, and what to do instead.
    fileprivate var whoseWork: (title: Words, words: Words) {
        switch self {
        case .planHours, .manageBooths, .showHall, .seeFigures, .watchSessions, .adjustSessions, .seeEveryPaper:
            (
                Words("Hanya untuk manajer", "For managers only"),
                Words(
                    "Jam, petugas dan pengecualian diatur oleh manajer kantor. Hubungi manajer Anda bila ada yang perlu diubah.",
                    "Hours, officers and exceptions are set by the branch manager. Tell your manager if something has to change.")
            )
        case .resendMessages:
            (
                Words("Hanya untuk operasi nasional", "For national operations only"),
                Words(
                    "Pesan yang tidak sampai dikirim ulang oleh operasi nasional. Hubungi mereka bila peserta tidak menerima pesan.",
                    "Undelivered messages are sent again by national operations. Tell them if a member gets no messages.")
            )
        case .seeAppointments, .seeLists, .changeOrder, .workYard, .seePapers, .checkPapers, .seeConsole, .holdSession, .changeContacts:
            (
                Words("Bukan bagian tugas Anda", "Not part of your work"),
                Words(
                    "Halaman ini untuk petugas yang melayani peserta. Hubungi manajer kantor bila Anda memerlukannya.",
                    "This page is for those who serve members. Ask the branch manager if you need it.")
            )
        }
    }
}
