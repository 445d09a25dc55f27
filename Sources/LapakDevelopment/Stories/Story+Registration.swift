import LapakDomain
import LapakNation
import LapakServer

extension Story {
    /// From the first page to the number.
    static let registration =
        [
            Story("every step to a confirmed appointment") { site in
                let (phone, siti) = (try await Browser(site), site.cast.siti)
                try await phone.show("Member/start", at: "/")
                try await phone.show("Member/times-everywhere", at: "/jadwal")
                try await phone.show("Member/times-near", at: "/jadwal?kantor=\(site.branch.code)")
                let tomorrow = site.branch.zone.day(of: site.clock.now) + 1
                try await phone.show("Member/times-one-day", at: "/jadwal?kantor=\(site.branch.code)&hari=\(tomorrow.iso)")
                try await phone.press("jadwal", ["slot": phone.firstSlot])
                try await phone.show("Member/nik")
                try await phone.sayNIK(siti)
                try await phone.show("Member/membership")
                try await phone.sayMembership(siti)
                try await phone.show("Member/contact")
                try await phone.sayContact(siti)
                try await phone.show("Member/code")
                try await phone.sayCode(siti)
                try await phone.show("Member/reason")
                try await phone.sayReason(siti)
                try await phone.show("Member/check")
                try await phone.agree()
                try await phone.show("Member/filed")
                try await phone.show("Member/start-with-a-branch", at: "/")
            },
            Story("where every place is taken both pages lead to the waiting list") { site in
                try await site.shut()
                let phone = try await Browser(site)
                try await phone.show("Member/start-full", at: "/")
                try await phone.show("Member/times-full", at: "/jadwal")
                try await phone.show("Member/times-full-near", at: "/jadwal?kantor=\(site.branch.code)")
                try await phone.press("tunggu")
                try hold(phone.page.path == "/daftar/nik")
            },
            Story("nothing chosen is told at the times") { site in
                let phone = try await Browser(site)
                try await phone.open("/jadwal")
                try await phone.press("jadwal")
                try await phone.show("Member/times-nothing-chosen", status: 422)
            },
            Story("a deadline that passes while the form is filled in is said, and another time taken with the same answers") { site in
                try await site.wait(.minutes(13 * 60 + 52))
                let (phone, siti) = (try await Browser(site), site.cast.siti)
                try await phone.choose(at: site.branch.code)
                try await phone.identify(siti)
                try await phone.sayReason(siti)
                let late = try PageForm(id: "f-periksa", in: phone.page).filled([("setuju", "ya")])
                site.clock.advance(.minutes(9))
                try await phone.show("Member/check-passed", at: "/daftar/periksa", status: 409)
                try await phone.post(late.action, late.fields)
                try hold(phone.page.status == 409 && phone.page.says("Waktu ini tidak dapat dipilih lagi"))
                try await phone.press("f-waktu", ["slot": phone.firstSlot])
                try hold(phone.page.path == "/daftar/periksa" && phone.page.says(siti.member.name))
                try await phone.agree()
                let claim = try await site.claim(numbered: try phone.number)
                try hold(claim.papersDue.map { site.clock.now < $0 } ?? false)
            },
            Story("who comes too early is led to the first possible day") { site in
                let (phone, joko) = (try await Browser(site), site.cast.joko)
                try await phone.choose()
                try await phone.identify(joko)
                try await phone.show("Member/reason-too-early")
                try await phone.sayReason(joko)
                try hold(phone.page.path == "/jadwal")
                try await phone.show("Member/times-earliest")
                let first = phone.page.markup.all { $0["class"] == "box i" }.first?.words ?? ""
                try hold(first.contains("Klaim Anda dapat diajukan mulai"))
            },
        ] + refusals + checklists

    private typealias Person = @Sendable (Cast) -> CastMember

    /// Whoever may not claim hears why at the reason, and can choose nothing.
    private static let refused: [(name: String, person: Person)] = [
        ("rina", { $0.rina }), ("wulan", { $0.wulan }), ("agus", { $0.agus }), ("yuliana", { $0.yuliana }),
    ]
    private static let refusals = refused.map { name, person in
        Story("\(name) may not claim, and hears why at the reason") { site in
            let phone = try await Browser(site)
            try await phone.choose()
            try await phone.identify(person(site.cast))
            try await phone.show("Member/reason-\(name)")
            let chosen = try await phone.post("/daftar/sebab", [("sebab", "resignation")])
            try hold(chosen.status == 422)
        }
    }

    /// Each reason's checklist of papers.
    private static let claiming: [Person] = [{ $0.siti }, { $0.budi }, { $0.made }, { $0.hasan }]
    private static let checklists = claiming.map { person in
        let reason = person(Cast(on: Zone.wib.day(of: Site.moment))).reason
        return Story("the papers for \(reason.rawValue)") { site in
            let phone = try await Browser(site)
            try await phone.book(person(site.cast))
            try await phone.show("Papers/list-\(reason.rawValue)", at: "/berkas")
        }
    }
}
