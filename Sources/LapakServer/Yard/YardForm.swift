import LapakDomain
import LapakGround
import LapakWeb

/// What the officer in the yard typed and ticked about one person: from a form, or from a tablet that was without a network.
struct YardForm: Sendable {
    /// The check's own key, so that sending it twice makes one.
    var key = ""
    /// The walk-in of a scanned ticket, by its identity or by its number.
    var walkIn = ""
    var number = ""
    var nik = ""
    var kpj = ""
    var name = ""
    var birth = ""
    var phone = ""
    var email = ""
    /// What was answered to the question whether another address was meant.
    var meant = ""
    var reason = ""
    var priority = ""
    var seen: [Paper] = []
    var converts = false
    var queues = false
    /// The number that the tablet gave, and the day that its block is for.
    var promised = ""
    var day = ""

    init() {}

    init(_ form: Form) {
        key = String(form["kunci"].prefix(100))
        walkIn = form["kunjungan"]
        nik = form["nik"]
        kpj = form["kpj"]
        name = String(form["nama"].prefix(200))
        birth = form["lahir"]
        phone = form["telepon"]
        email = form["email"]
        meant = form["maksud"]
        if let known = EmailAddress(email), let chosen = EmailAddress(meant), chosen == known.meant { email = chosen.value }
        reason = form["sebab"]
        priority = form["prioritas"]
        seen = form.all("ada").compactMap(Paper.init(rawValue:))
        converts = form["aksi"] == "ubah"
        queues = form["aksi"] == "tunggu"
    }

    /// Nil for what no tablet of ours sends.
    init?(_ json: JSON) {
        func text(_ name: String) -> String? {
            guard let value = json[name] else { return "" }
            guard case .string(let text) = value, text.utf8.count <= 300 else { return nil }
            return Typed.line(text)
        }
        guard let key = text("kunci"), (8...100).contains(key.utf8.count), let number = text("nomor"), let nik = text("nik"),
            let kpj = text("kpj"), let name = text("nama"), let birth = text("lahir"), let phone = text("telepon"),
            let email = text("email"), let reason = text("sebab"), let priority = text("prioritas"), let promised = text("janji"),
            let day = text("hari")
        else { return nil }
        (self.key, self.number, self.nik, self.kpj, self.name, self.birth) = (key, number, nik, kpj, name, birth)
        (self.phone, self.email, self.reason, self.priority, self.promised, self.day) = (phone, email, reason, priority, promised, day)
        if case .array(let papers)? = json["ada"] {
            seen = papers.compactMap { if case .string(let name) = $0 { Paper(rawValue: name) } else { nil } }
        }
    }

    /// The fields of the person, in the order of the page; what the next page of the same check carries along.
    var fields: [(name: String, value: String)] {
        [
            ("kunjungan", walkIn), ("nik", nik), ("kpj", kpj), ("nama", name), ("lahir", birth), ("telepon", phone), ("email", email),
            ("sebab", reason), ("prioritas", priority),
        ]
    }

    var hidden: [HTML] {
        fields.filter { !$0.value.isEmpty }.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" }
    }

    /// What was ticked, for the next page of the same check.
    var ticks: [HTML] { seen.html { "<input type=\"hidden\" name=\"ada\" value=\"\($0.rawValue)\">" } }

    /// Only the NIK is there: somebody who has filed before.
    var isKnown: Bool { kpj.isEmpty && name.isEmpty }
}
