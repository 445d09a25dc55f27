import HTTPTypes
import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakServer

/// From the first page to the number, each page in both languages.
@Suite("The pages of a registration") struct RegistrationPageTests {
    @Test func `every step to a confirmed appointment`() async throws {
        let site = try await Site.open()
        let (phone, siti) = (try await Browser(site), site.cast.siti)
        try await phone.see("Member/start", at: "/")
        try await phone.see("Member/times-everywhere", at: "/jadwal")
        try await phone.see("Member/times-near", at: "/jadwal?kantor=\(site.branch.code)")
        let tomorrow = site.branch.zone.day(of: site.clock.now) + 1
        try await phone.see("Member/times-one-day", at: "/jadwal?kantor=\(site.branch.code)&hari=\(tomorrow.iso)")
        try await phone.press("jadwal", ["slot": phone.firstSlot])
        try await phone.see("Member/nik")
        try await phone.sayNIK(siti)
        try await phone.see("Member/membership")
        try await phone.sayMembership(siti)
        try await phone.see("Member/contact")
        try await phone.sayContact(siti)
        try await phone.see("Member/code")
        try await phone.sayCode(siti)
        try await phone.see("Member/reason")
        try await phone.sayReason(siti)
        try await phone.see("Member/check")
        try await phone.agree()
        try await phone.see("Member/filed")
        try await phone.see("Member/start-with-a-branch", at: "/")
    }

    @Test func `the first walkIn carries its style sheet, and the next one only names it`() async throws {
        let site = try await Site.open()
        let first = try await site.answer(.get, "/")
        let sheet = first.markup.all("style").first
        #expect(sheet != nil && first.markup.all { $0["rel"] == "stylesheet" }.isEmpty)
        let version = try #require(first.cookies.first { $0.name == "gaya" }?.value)
        let next = try await site.answer(.get, "/", headers: [.cookie: "gaya=\(version)"])
        #expect(next.markup.all("style").isEmpty && next.markup.all { $0["rel"] == "stylesheet" }.count == 1)
        #expect(next.bytes.count < first.bytes.count / 2)
    }

    @Test func `where every place is taken both pages lead to the waiting list`() async throws {
        let site = try await Site.open()
        try await site.shut()
        let phone = try await Browser(site)
        try await phone.see("Member/start-full", at: "/")
        try await phone.see("Member/times-full", at: "/jadwal")
        try await phone.see("Member/times-full-near", at: "/jadwal?kantor=\(site.branch.code)")
        try await phone.press("tunggu")
        #expect(phone.page.path == "/daftar/nik")
    }

    @Test func `a place that somebody else took meanwhile is said, and the others are offered`() async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.open("/jadwal")
        let form = try PageForm(id: "jadwal", in: phone.page).filled([("slot", try phone.firstSlot)])
        try await site.shut()
        try await phone.post(form.action, form.fields)
        try await phone.see("Member/times-taken", status: 409, allowing: ["href points at slot, which is not there"])
    }

    @Test func `nothing chosen is told at the times`() async throws {
        let phone = try await Browser(try await Site.open())
        try await phone.open("/jadwal")
        try await phone.press("jadwal")
        try await phone.see("Member/times-nothing-chosen", status: 422)
    }

    @Test func `who comes too early is led to the first possible day`() async throws {
        let site = try await Site.open()
        let (phone, joko) = (try await Browser(site), site.cast.joko)
        try await phone.choose()
        try await phone.identify(joko)
        try await phone.see("Member/reason-too-early")
        try await phone.sayReason(joko)
        #expect(phone.page.path == "/jadwal")
        try await phone.see("Member/times-earliest")
        let first = try #require(phone.page.markup.all { $0["class"] == "box i" }.first?.words)
        #expect(first.contains("Klaim Anda dapat diajukan mulai"))
    }

    @Test(
        "whoever may not claim hears why at the reason, and can choose nothing",
        arguments: [("rina", false), ("wulan", true), ("agus", true), ("yuliana", false)])
    func refusedReasons(name: String, mayChoose: Bool) async throws {
        let site = try await Site.open()
        let people = ["rina": site.cast.rina, "wulan": site.cast.wulan, "agus": site.cast.agus, "yuliana": site.cast.yuliana]
        let phone = try await Browser(site)
        try await phone.choose()
        try await phone.identify(try #require(people[name]))
        try await phone.see("Member/reason-\(name)")
        let chosen = try await phone.post("/daftar/sebab", [("sebab", "resignation")])
        #expect(chosen.status == 422, "\(mayChoose)")
    }

    @Test("each reason's checklist of papers", arguments: ["siti", "budi", "made", "hasan"])
    func reasons(name: String) async throws {
        let site = try await Site.open()
        let people = ["siti": site.cast.siti, "budi": site.cast.budi, "made": site.cast.made, "hasan": site.cast.hasan]
        let (phone, person) = (try await Browser(site), try #require(people[name]))
        try await phone.book(person)
        try await phone.see("Papers/list-\(person.reason.rawValue)", at: "/berkas")
    }
}
