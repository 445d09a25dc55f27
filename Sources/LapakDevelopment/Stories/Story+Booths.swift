import LapakDomain
import LapakGround
import LapakServer

extension Story {
    /// What a booth shows at each step, and the manager's page of booths.
    static let booths = [
        Story("a screen becomes a booth with a code of the manager") { site in
            let manager = try await site.desk(as: .manager)
            try await manager.show("Booth/booths-none", at: "/kantor/bilik")
            try await manager.press("f-bilik", ["bilik": "x"])
            try await manager.show("Booth/booths-wrong", status: 422)
            try await manager.press("f-bilik", ["bilik": "1"])
            let code = try manager.page.markup.one(id: "kode-bilik").found("the code").words
            let screen = try await Browser(site)
            try await screen.show("Booth/pairing", at: "/bilik")
            try await screen.press("f-pasang", ["kode": "12"])
            try await screen.show("Booth/pairing-short", status: 422)
            try await screen.press("f-pasang", ["kode": "ABCD2345"])
            try await screen.show("Booth/pairing-wrong", status: 422)
            try await screen.press("f-pasang", ["kode": code.lowercased()])
            try hold(screen.page.path == "/bilik" && screen.page.status == 200)
            try await screen.show("Booth/empty")
            try await manager.show("Booth/booths-one", at: "/kantor/bilik")
            try await manager.press("f-tutup-1")
            try await manager.show("Booth/booths-closed")
            try await screen.show("Booth/closed", at: "/bilik")
            try await manager.press("f-buka-1")
            try hold(manager.page.says("Siap"))
            try await manager.press("f-kode-1")
            let next = try manager.page.markup.one(id: "kode-bilik").found("the new code").words
            try hold(next != code)
            try await screen.open("/bilik")
            try hold(screen.page.says("Bilik kosong"), "the former browser goes on until the new code is used")
        },
        Story("from the call to the receipt") { site in
            let hall = try await Hall.open(on: site, booths: 2, people: 2)
            let (screen, person, officer) = (hall.booths[0], hall.people[0], hall.officer)
            try await screen.show("Booth/called", at: "/bilik")
            try hold(!hall.people.contains { screen.page.says($0.text("name")) }, "nothing of the person is shown before the number is")
            try await screen.press("f-nomor", ["nomor": hall.people[1].text("number")])
            try await screen.show("Booth/called-elsewhere", status: 422)
            try await screen.press("f-nomor", ["nomor": "A-900"])
            try await screen.show("Booth/called-not-yet", status: 422)
            try await screen.press("f-nomor", ["nomor": "apa"])
            try await screen.show("Booth/called-unreadable", status: 422)
            try await screen.press("f-nomor", ["nomor": person.text("number")])
            try await screen.show("Booth/called-without-digits", status: 422)
            try await screen.press("f-nomor", ["nomor": person.text("number"), "akhir": "9999"])
            try await screen.show("Booth/called-wrong-digits", status: 422)
            try hold(!hall.people.contains { screen.page.says($0.text("name")) }, "the number on the display opens nothing")
            try await screen.press("f-nomor", ["nomor": person.text("number"), "akhir": person.text("digits")])
            try await screen.show("Booth/consent", at: "/bilik")
            try await screen.press("f-jawab")
            try await screen.show("Booth/filling", at: "/bilik")
            try await screen.press("f-data")
            try await screen.photographAll(at: "/bilik", showing: "Booth/original")
            try await screen.show("Booth/shown", at: "/bilik")
            try await screen.press("f-bantuan")
            try await screen.show("Booth/help-is-coming", at: "/bilik")
            let seated = try await officer.sitting()
            try await officer.accept(seated)
            try await screen.show("Booth/summary", at: "/bilik")
            try await screen.press("f-setuju")
            try await screen.show("Booth/agreed", at: "/bilik")
            try await officer.press("putus", about: seated, ["putusan": "approve"])
            try await screen.show("Booth/deciding", at: "/bilik")
            site.clock.advance(.seconds(7))
            try await site.settle()
            try await screen.show("Booth/receipt", at: "/bilik")
            try await screen.press("f-pergi")
            try hold(screen.page.says("Bilik kosong") && !screen.page.text.contains(person.text("number")))
        },
        Story("whoever walks away is hidden, and a broken camera sends the person on") { site in
            let hall = try await Hall.open(on: site, booths: 3, people: 2)
            let (one, two, three) = (hall.booths[0], hall.booths[1], hall.booths[2])
            for (person, booth) in zip(hall.people, hall.booths) {
                try await booth.open("/bilik")
                try await booth.press("f-nomor", ["nomor": person.text("number"), "akhir": person.text("digits")])
                try await booth.press("f-jawab")
            }
            try await one.post("/bilik/pergi")
            try await one.show("Booth/left", at: "/bilik")
            try hold(!one.page.says(hall.people[0].text("name")))
            try await one.press("f-nomor", ["nomor": hall.people[0].text("key")])
            try await one.post("/bilik/kamera", [("baik", "tidak")])
            try await one.show("Booth/camera-broken", at: "/bilik")
            try await three.show("Booth/taken-over", at: "/bilik")
            try await one.post("/bilik/kamera", [("baik", "ya")])
            try await one.show("Booth/empty-after-moving", at: "/bilik")
            // Nowhere to go for the other one.
            try await two.post("/bilik/kamera", [("baik", "tidak")])
            try await two.show("Booth/camera-broken-and-full", at: "/bilik")
            try await site.desk(9, as: .manager).show("Booth/booths-busy", at: "/kantor/bilik")
        },
    ]
}

/// A branch with booths, people who are told to come in, and an officer who calls them.
struct Hall {
    let booths: [Browser]
    let people: [JSON]
    let officer: Browser

    /// Booths 1 to `booths`; so many people are called to them.
    static func open(on site: Site, booths: Int, people: Int) async throws -> Hall {
        let manager = try await site.desk(98, as: .manager)
        var paired: [Browser] = []
        for number in 1...booths {
            try await manager.open("/kantor/bilik")
            try await manager.press("f-bilik", ["bilik": "\(number)"])
            let screen = try await Browser(site)
            try await screen.open("/bilik")
            try await screen.press("f-pasang", ["kode": manager.page.markup.one(id: "kode-bilik").found("the code").words])
            paired.append(screen)
        }
        let walkIns = try await site.walkIns(people)
        try await site.settle()
        let officer = try await site.desk(as: .officer)
        if people > 0 { try await officer.openSession(seats: people) }
        for _ in 0..<people { try await officer.callNext() }
        return Hall(booths: paired, people: walkIns, officer: officer)
    }
}
