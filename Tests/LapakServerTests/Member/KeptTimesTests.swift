import HTTPTypes
import LapakDomain
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// Free times are drawn once for all, and still nobody sees what is not so, nor another's form.
@Suite struct KeptTimesTests {
    private func keys(_ answer: Answer) -> [String] {
        answer.text.split(separator: "name=\"kunci\" value=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    @Test func `every reader's forms have keys of their own, and the rest is the same`() async throws {
        let site = try await Site.open()
        let first = try await site.answer(.get, "/jadwal")
        let second = try await site.answer(.get, "/jadwal")
        let all = keys(first) + keys(second)
        #expect(all.count == 4 && Set(all).count == 4)
        #expect(all.allSatisfy { $0.utf8.count == 24 })
        #expect(first.markup.main == second.markup.main)
    }

    @Test func `language, branch, day and style each have their own page`() async throws {
        let site = try await Site.open()
        let paths = [
            "/jadwal", "/jadwal?bahasa=en", "/jadwal?kantor=\(site.branch.code)",
            "/jadwal?kantor=\(site.branch.code)&hari=\(site.branch.zone.day(of: TestApp.moment + .days(3)).iso)",
        ]
        var seen: [String] = []
        for path in paths + paths { seen.append(try await site.answer(.get, path).markup.main) }
        #expect(Set(seen).count == 4)
        #expect(Array(seen.prefix(4)) == Array(seen.suffix(4)))
    }

    @Test func `a redrawn picture is seen at once`() async throws {
        let site = try await Site.open()
        let before = try await site.answer(.get, "/api/v1/availability?branch=\(site.branch.code)").text
        #expect(try await site.answer(.get, "/api/v1/availability?branch=\(site.branch.code)").text == before)
        let slot = try #require(site.app.availability.openings.first { $0.branch == site.branch.id })
        try await site.app.store.write { work in
            var kept = try work.get(Slot.self, slot.slot)
            try kept.take(proven: true, turn: .free, zone: site.branch.zone, policy: Policy(), at: TestApp.moment)
            work.update(kept)
        }
        #expect(try await site.answer(.get, "/api/v1/availability?branch=\(site.branch.code)").text == before)
        try await site.app.redrawAvailability()
        #expect(try await site.answer(.get, "/api/v1/availability?branch=\(site.branch.code)").text != before)
    }

    @Test func `what is kept ends with its picture, and is bounded`() {
        let kept = KeptDrawings<String>()
        #expect(kept.drawing("a", of: 1) { "1" } == "1")
        #expect(kept.drawing("a", of: 1) { "2" } == "1")
        #expect(kept.drawing("a", of: 2) { "3" } == "3")
        #expect(kept.drawing("a", of: 1) { "late" } == "late")
        #expect(kept.drawing("a", of: 2) { "4" } == "3")
        #expect(kept.drawing("b", of: 2) { nil } == nil)
        for name in 0..<300 { _ = kept.drawing("\(name)", of: 2) { "5" } }
        #expect(kept.drawing("a", of: 2) { "6" } == "6")
    }
}
