import LapakDomain
import Testing

@Suite struct SpanTextTests {
    @Test(arguments: [
        (Span.hours(51), "2 hari lagi", "2 days left"), (.hours(29), "1 hari 5 jam lagi", "1 day 5 hours left"),
        (.hours(24), "1 hari lagi", "1 day left"), (.minutes(80), "1 jam 20 menit lagi", "1 hour 20 minutes left"),
        (.minutes(61), "1 jam 1 menit lagi", "1 hour 1 minute left"), (.minutes(120), "2 jam lagi", "2 hours left"),
        (.seconds(119), "1 menit lagi", "1 minute left"), (.seconds(59), "kurang dari 1 menit lagi", "less than 1 minute left"),
        (.zero, "sudah lewat", "time is up"), (.hours(-3), "sudah lewat", "time is up"),
    ])
    func `what is left is rounded down`(span: Span, indonesian: String, english: String) {
        #expect(span.textLeft(.id) == indonesian)
        #expect(span.textLeft(.en) == english)
    }

    @Test(arguments: [
        (Span.seconds(59), "baru saja", "just now"), (.seconds(-90), "baru saja", "just now"),
        (.seconds(60), "1 menit lalu", "1 minute ago"),
        (.minutes(59), "59 menit lalu", "59 minutes ago"), (.minutes(100), "1 jam lalu", "1 hour ago"),
        (.days(3), "3 hari lalu", "3 days ago"),
    ])
    func `what is past is told in one unit`(span: Span, indonesian: String, english: String) {
        #expect(span.textAgo(.id) == indonesian)
        #expect(span.textAgo(.en) == english)
    }

    @Test func `a length stands alone in estimates`() {
        #expect(Span.minutes(52).text(.id) == "52 menit")
        #expect(Span.days(1200).text(.en) == "1,200 days")
    }
}
