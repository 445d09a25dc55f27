import LapakDomain
import LapakServer

extension Story {
    /// After the decision the status says what follows.
    static let results = [
        Story("an approved claim") { site in
            let (phone, officer) = try await site.shown()
            let person = try await officer.sitting()
            try await officer.accept(person)
            try await phone.open("/wawancara")
            try await phone.press("f-setuju")
            try await officer.press("putus", about: person, ["putusan": "approve"])
            try await phone.showResult("approved")
        },
        decided("rejected", ["putusan": "reject", "alasan": "forged_paper"]),
        decided("given-back", ["putusan": "give_back", "alasan": "illegible"]),
        decided("in-person", ["putusan": "in_person", "hari": "2026-06-17"]),
    ]

    private static func decided(_ name: String, _ fields: KeyValuePairs<String, String>) -> Story {
        let fields = fields.map { ($0.key, $0.value) }
        return Story("a claim that is \(name)") { site in
            let (phone, officer) = try await site.shown()
            let person = try await officer.sitting()
            try await officer.post("/kantor/konsol/putus", [("kursi", person)] + fields)
            try hold(officer.page.status == 200, officer.page.markup.main)
            try await phone.showResult(name)
        }
    }

    /// The member's page at each step of an interview, as plain forms lead through it.
    static let interviews = [
        Story("from the entrance to the summary by plain forms") { site in
            let (phone, officer) = (try await site.ready()[0], try await site.desk(as: .officer))
            try await phone.show("Interview/door", at: "/wawancara")
            try await phone.press("f-masuk", ["rung": "audio", "prioritas": "ya"])
            try await phone.show("Interview/door-not-agreed", status: 422)
            let held = try PageForm(id: "f-masuk", in: phone.page).filled([]).fields
            try hold(held.contains { $0 == ("rung", "audio") } && held.contains { $0 == ("prioritas", "ya") }, "what was chosen is kept")
            try await phone.press("f-masuk", ["setuju": "ya", "rung": "video"])
            try await phone.show("Interview/lobby")
            try await officer.openSession(seats: 1)
            try await officer.callNext()
            try await phone.show("Interview/called", at: "/wawancara")
            try await phone.press("f-jawab")
            try await phone.show("Interview/filling")
            try await phone.press("f-bantuan")
            try await phone.show("Interview/help-is-coming")
            try await phone.press("f-data")
            try await phone.photographAll(at: "/wawancara", showing: "Interview/original")
            try await phone.show("Interview/shown", at: "/wawancara")
            let person = try await officer.sitting()
            try await officer.accept(person)
            try await phone.show("Interview/summary", at: "/wawancara")
            try await phone.press("f-setuju")
            try await phone.show("Interview/agreed")
            try await phone.show("Interview/leave", at: "/wawancara/keluar")
            try await officer.press("putus", about: person, ["putusan": "approve"])
            try await phone.show("Interview/deciding", at: "/wawancara")
            try await hold(phone.open("/wawancara/keluar").path == "/wawancara", "nobody leaves a decision")
        },
        Story("who leaves can come in again; who misses three calls is told what is left") { site in
            let (phone, officer) = (try await site.ready()[0], try await site.desk(as: .officer))
            try await phone.enter()
            try await phone.open("/wawancara/keluar")
            try await phone.press("f-keluar")
            try await phone.show("Interview/left")
            try await phone.press("f-masuk", ["setuju": "ya"])
            try await officer.openSession(seats: 1)
            try await officer.callNext()
            try await phone.show("Interview/called-again", at: "/wawancara")
            for _ in 0..<3 {
                site.clock.advance(.seconds(121))
                try await officer.post("/kantor/konsol/hidup")
                try await site.settle()
            }
            try await phone.show("Interview/missed", at: "/wawancara")
        },
        Story("what is written too long or not at all is said at the field, with the words still in it") { site in
            let (phone, officer) = (try await site.ready()[0], try await site.desk(as: .officer))
            try await phone.enter(rung: "text")
            try await officer.openSession(seats: 1)
            try await officer.callNext()
            try await phone.open("/wawancara")
            try await phone.press("f-jawab")
            try await phone.press("f-tulis", ["tulisan": ""])
            try await phone.show("Interview/written-nothing", status: 422)
            try await phone.open("/wawancara")
            try await phone.press("f-tulis", ["tulisan": "Saya tidak bisa bicara & mendengar <sekarang>"])
            try await phone.show("Interview/written")
            let long = String(repeating: "a", count: Writing.longest + 1)
            try await phone.press("f-tulis", ["tulisan": long])
            try hold(phone.page.status == 422 && phone.page.markup.one(id: "tulisan")?.words == long)
        },
    ]
}

extension Site {
    /// Somebody in a seat with every original photographed, and the officer who looks at them.
    fileprivate func shown() async throws -> (phone: Browser, officer: Browser) {
        let (phone, officer) = (try await ready()[0], try await desk(as: .officer))
        try await phone.enter()
        try await officer.openSession(seats: 1)
        try await officer.callNext()
        try await phone.open("/wawancara")
        try await phone.press("f-jawab")
        try await phone.press("f-data")
        try await phone.photographAll(at: "/wawancara")
        return (phone, officer)
    }
}

extension Browser {
    /// Through the door of the interview into the lobby.
    fileprivate func enter(rung: String = "video") async throws {
        try await open("/wawancara")
        try await press("f-masuk", ["setuju": "ya", "rung": rung])
    }

    /// What a member sees once the seconds are over in which a decision can be taken back.
    fileprivate func showResult(_ name: String) async throws {
        site.clock.advance(.seconds(7))
        try await site.settle()
        try await show("Interview/result-\(name)", at: "/wawancara")
        try await show("Member/status-\(name)", at: "/klaim/status")
        try await show("Papers/list-\(name)", at: "/berkas")
    }
}
