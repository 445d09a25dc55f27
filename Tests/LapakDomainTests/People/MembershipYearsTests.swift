import LapakDomain
import Testing

@Suite struct MembershipYearsTests {
    func first(_ cards: Membership...) -> Day? { MembershipYears(of: cards).completion(of: 10) }
    let start = Worker.day(2010, 1, 1)

    @Test func `one running card is full on its tenth anniversary`() {
        #expect(first(Worker.card(.active, from: start)) == Worker.day(2020, 1, 1))
    }

    @Test func `a break puts the anniversary off by its days`() {
        let before = Worker.card(.ended, number: 1, from: start, until: Worker.day(2014, 12, 31))
        #expect(first(before, Worker.card(.active, number: 2, from: Worker.day(2015, 1, 1))) == Worker.day(2020, 1, 1), "no day between")
        #expect(first(before, Worker.card(.active, number: 2, from: Worker.day(2015, 1, 11))) == Worker.day(2020, 1, 11))
        #expect(first(Worker.card(.active, number: 2, from: Worker.day(2015, 1, 11)), before) == Worker.day(2020, 1, 11), "in any order")
    }

    @Test func `two cards at once count once`() {
        let long = Worker.card(.ended, number: 1, from: start, until: Worker.day(2014, 12, 31))
        let inside = Worker.card(.ended, number: 2, from: Worker.day(2011, 1, 1), until: Worker.day(2012, 1, 1))
        let after = Worker.card(.active, number: 3, from: Worker.day(2014, 6, 1))
        #expect(first(long, inside, after) == Worker.day(2020, 1, 1))
    }

    @Test func `ten years to the day are enough, a day less is not`() {
        #expect(first(Worker.card(.ended, from: start, until: Worker.day(2019, 12, 31))) == Worker.day(2020, 1, 1))
        #expect(first(Worker.card(.ended, from: start, until: Worker.day(2019, 12, 30))) == nil)
    }

    @Test func `a break after the anniversary changes nothing`() {
        let full = Worker.card(.ended, number: 1, from: start, until: Worker.day(2021, 6, 30))
        #expect(first(full, Worker.card(.active, number: 2, from: Worker.day(2023, 1, 2))) == Worker.day(2020, 1, 1))
    }

    @Test func `a card without an end date cannot be counted unless it runs`() {
        #expect(first(Worker.card(.ended, from: start)) == nil)
        #expect(first() == nil)
    }
}
