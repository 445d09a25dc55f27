import LapakDomain
import LapakServer
import LapakStore

extension Story {
    /// The officer's console without a script: the door, seats at every phase, refusals, and the manager's figures.
    static let consoles = [
        Story("the door, an empty session, and its end") { site in
            let desk = try await site.desk(as: .officer)
            try await desk.show("Console/door", at: "/kantor/konsol")
            try await desk.post("/kantor/konsol/buka", [("jumlah", "9")])
            try await desk.show("Console/door-wrong", status: 422)
            try await desk.openSession(seats: 2)
            try await desk.show("Console/empty")
            try await desk.press("f-panggil")
            try await desk.show("Console/nobody-to-call", status: 422)
            try await desk.press("f-kursi", ["jumlah": "5"])
            try await desk.show("Console/five-seats")
            try await desk.press("f-tutup")
            try hold(desk.page.says("Buka sesi"))
        },
        Story("a seat at each phase") { site in
            let (desk, phones) = try await site.console(1)
            let (phone, person, seat) = (phones[0], try await desk.sitting(), "/kantor/konsol?kursi=1")
            try await desk.show("Console/called", at: seat)
            try await phone.open("/wawancara")
            try await phone.press("f-jawab")
            try await desk.show("Console/filling", at: seat)
            try await phone.press("f-bantuan")
            try await desk.show("Console/stuck", at: seat)
            try await phone.press("f-data")
            try await desk.show("Console/originals", at: seat)
            try await phone.photographAll(at: "/wawancara")
            try await desk.show("Console/shown", at: seat)
            try await desk.press("lanjut", about: person)
            try await desk.show("Console/row-open", status: 409)
            try await desk.accept(person)
            try await desk.show("Console/summary", at: seat)
            try await phone.open("/wawancara")
            try await phone.press("f-setuju")
            try await desk.show("Console/agreed", at: seat)
            try await desk.press("lanjut", about: person)
            try await desk.show("Console/deciding", at: seat)
            try await desk.press("urung", about: person)
            try hold(desk.page.status == 200)
        },
        Story("a row that does not fit is given back with its reason") { site in
            let (desk, phones) = try await site.console(1)
            let (person, seat) = (try await desk.sitting(), "/kantor/konsol?kursi=1")
            try await phones[0].showOriginals()
            try await desk.press("tanda", about: person, ["tanda": "identity:0"])
            try await desk.show("Console/row-differs", at: seat)
            try await desk.press("kembali", about: person, ["butir": "identity"])
            try await desk.show("Console/no-reason", status: 422)
            try await desk.press("kembali", about: person, ["butir": "identity", "alasan": "illegible"])
            try await desk.show("Console/given-back", at: seat)
        },
        Story("several seats at once, and who needs the officer first") { site in
            let (desk, phones) = try await site.console(4)
            try await phones[0].showOriginals()
            for phone in phones[1...2] {
                try await phone.open("/wawancara")
                try await phone.press("f-jawab")
            }
            try await phones[2].press("f-salah")
            try await desk.show("Console/four-seats", at: "/kantor/konsol")
            let whole = try await desk.open("/kantor/konsol").markup
            let pieces = try await desk.open("/kantor/konsol/isi").markup
            for id in ["panel", "banding"] { try hold(whole.one(id: id)?.words == pieces.one(id: id)?.words) }
        },
        Story("papers that nobody looked at are a row of their own") { site in
            let (desk, phones) = try await site.console(1, papers: .waiting)
            try await phones[0].showOriginals()
            try await desk.show("Console/unchecked", at: "/kantor/konsol?kursi=1")
        },
        Story("the manager sees the figures and looks on without buttons") { site in
            let (_, phones) = try await site.console(2)
            try await phones[0].showOriginals()
            let manager = try await site.desk(5, as: .manager)
            try await manager.show("Console/sessions", at: "/kantor/sesi")
            let ways = manager.page.markup.all("a").compactMap { $0["href"] }
            let link = try ways.first { $0.hasPrefix("/kantor/konsol?sesi=") }.found("a way to the session")
            try await manager.show("Console/watched", at: link)
            let seats = manager.page.markup.all("form").filter { ($0["action"] ?? "").hasPrefix("/kantor/konsol/") }
            try hold(!seats.isEmpty && seats.allSatisfy { $0.all("button").isEmpty })
            let empty = try await site.desk(6, as: .manager, at: site.app.nation.branches[1].id)
            try await empty.show("Console/sessions-none", at: "/kantor/sesi")
            try await hold(empty.open(link).status == 404, "another branch's session is not there")
        },
    ]
}

extension Site {
    /// People in the seats of an officer's open session.
    fileprivate func console(_ people: Int, papers: Document.Phase = .accepted) async throws -> (desk: Browser, phones: [Browser]) {
        let (desk, phones) = (try await desk(as: .officer), try await ready(people, papers: papers))
        for phone in phones {
            try await phone.open("/wawancara")
            try await phone.press("f-masuk", ["setuju": "ya", "rung": "video"])
        }
        try await desk.openSession(seats: 4)
        for _ in phones { try await desk.callNext() }
        return (desk, phones)
    }
}

extension Browser {
    /// In the seat, up to where the officer looks.
    fileprivate func showOriginals() async throws {
        try await open("/wawancara")
        try await press("f-jawab")
        try await press("f-data")
        try await photographAll(at: "/wawancara")
    }
}
