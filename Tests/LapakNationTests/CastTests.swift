import LapakDomain
import LapakNation
import Testing

@Suite struct CastTests {
    static let base = Day(year: 2026, month: 11, day: 23)!
    let cast = Cast(on: base)

    @Test func fourteenPeopleHaveTheirOwnNumbersAndContacts() {
        let all = Cast.all(on: CastTests.base)
        #expect(all.map(\.member.id) == (1...14).map { ID($0) })
        #expect(Set(all.map(\.member.nik)).count == 14)
        #expect(Set(all.map(\.email)).count == 14)
        #expect(Set(all.map(\.phone)).count == 14)
        #expect(Set(all.flatMap { $0.member.memberships.map(\.kpj) }).count == 15)
    }

    @Test func contactsReachNobody() {
        for person in cast.all {
            #expect(person.email.hasSuffix("@example.com"))
            #expect(person.phone.hasPrefix("0800") && person.phone.utf8.count == 12)
        }
    }

    @Test(arguments: Cast.all(on: base))
    func theNikAgreesWithTheBirthDate(person: CastMember) {
        #expect(person.member.nik.agrees(withBirth: person.member.birth))
    }

    @Test(arguments: Cast.all(on: base))
    func theCardsAreInOrderAndInTheWorkingLife(person: CastMember) {
        let cards = person.member.memberships
        #expect(cards.allSatisfy { $0.start >= person.member.birth.adding(years: 18) && $0.start < CastTests.base })
        #expect(zip(cards, cards.dropFirst()).allSatisfy { older, newer in (older.end ?? CastTests.base) <= newer.start })
    }

    @Test func thoseWhoMayClaimHaveLeftMoreThanAMonthAgo() {
        for person in [cast.siti, cast.budi, cast.made, cast.maria, cast.andi, cast.sukarni, cast.hendra] {
            let cards = person.member.memberships
            #expect(cards.allSatisfy { $0.status == .ended && $0.balance > Rupiah(0) }, "\(person.member.name)")
            #expect(cards.allSatisfy { $0.end!.adding(months: 1) <= CastTests.base }, "\(person.member.name)")
        }
    }

    @Test func budiWasDismissedFortyDaysAgoByTheDemonstrationCompany() throws {
        let card = try #require(cast.budi.member.memberships.first)
        #expect(card.end == CastTests.base - 40 && card.npp == Company.garmenSejahtera.npp)
        #expect(cast.budi.reason == .dismissal)
    }

    @Test func rinaIsStillActive() {
        #expect(cast.rina.member.memberships.map(\.status) == [.active])
    }

    @Test func jokoIsInTheWaitingMonth() throws {
        let end = try #require(cast.joko.member.memberships.first?.end)
        #expect(end < CastTests.base && end.adding(months: 1) > CastTests.base)
    }

    @Test func hasanIsOverFiftySix() {
        #expect(cast.hasan.member.birth.adding(years: 56) < CastTests.base)
    }

    @Test func wulanHasNineYearsAndNotTen() throws {
        let start = try #require(cast.wulan.member.memberships.first?.start)
        #expect(start.adding(years: 9) <= CastTests.base && start.adding(years: 10) > CastTests.base)
    }

    @Test func agusTookTenPercentAfterTenYears() throws {
        let partial = try #require(cast.agus.member.partials.first)
        let start = try #require(cast.agus.member.memberships.first?.start)
        #expect(partial.reason == .partial10 && partial.paid < CastTests.base && start.adding(years: 10) < partial.paid)
    }

    @Test func theOthersAreAsTheirStoriesSay() {
        #expect(cast.andi.member.memberships.count == 2)
        #expect(!cast.sukarni.member.name.contains(" "))
        #expect(cast.hendra.member.memberships.map(\.balance) == [Rupiah(80_000_000)])
        #expect(cast.yuliana.member.memberships.map(\.status) == [.paid])
        #expect(cast.grace.reason == .leavingIndonesia)
        #expect(ExampleNation.branch(code: "jayapura")?.id == cast.maria.branch)
    }
}
