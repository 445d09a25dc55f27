import HTTPTypes
import LapakDomain
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let title = Words("Cocokkan dengan data peserta", "Compare with the member record")
    static let why = Words(
        "Isian Anda tersimpan, tetapi belum dibandingkan dengan data peserta. Tekan tombol di bawah untuk membandingkannya sekarang.",
        "Your answers are kept, but they were not compared with the member record yet. Press the button to compare them now.")
    static let compare = Words("Bandingkan sekarang", "Compare now")
    static let otherWay = Words("Cara lain: datang ke kantor", "Another way: come to a branch")
    static let officerHelps = Words(
        "Petugas di halaman kantor cabang memeriksa data bersama Anda hari itu juga. Bawa KTP dan Kartu Peserta.",
        "An officer in the branch's yard checks the data with you on the same day. Bring your identity card and your membership card.")
    static let findBranch = Words("Cari kantor dan nomor hari ini", "Find a branch and a number for today")
}

/// Between the proof and the reason, where the comparison with the registry could not be made at once.
struct ComparePage {
    static let path = "/daftar/cocokkan"
    var faults = Faults()

    static func routes(_ routes: Routes) {
        routes.post(path) { call in
            guard let key = call.registrationKey else { throw Refusal.registrationGone }
            let registration = try await call.registration()
            guard registration.proven != nil, registration.identity != nil else { return .redirect(registration.step.path) }
            do { try await call.compare(key.pass) } catch let refusal as Refusal where refusal.isTooOften {
                return ComparePage(faults: Faults(refusal, field: "cocok")).reply(call, status: refusal.status).waiting(
                    refusal, at: call.now)
            }
            return .redirect("/daftar/sebab")
        }
    }

    func reply(_ call: Call, status: HTTPResponse.Status = .ok) -> Reply {
        let title = call.say(Say.title)
        let question = form(call, action: Self.path, id: "f-cocok", button: call.say(Say.compare), "<p>\(call.say(Say.why))</p>")
        return Page(
            title: title, back: "/daftar/peserta",
            body: "\(faults.summary(call))<h1 id=\"cocok\">\(title)</h1>\(question)\(Self.wayOut(call))", hasErrors: !faults.isEmpty
        ).reply(to: call, status: status)
    }

    /// What always helps: people who look at the papers together.
    static func wayOut(_ call: Call) -> HTML {
        """
        <h2>\(call.say(Say.otherWay))</h2><p>\(call.say(Say.officerHelps))</p>\
        <p><a href="/hari-ini">\(call.say(Say.findBranch))</a></p>
        """
    }
}
