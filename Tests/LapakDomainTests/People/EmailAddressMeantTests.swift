import LapakDomain
import Testing

@Suite struct EmailAddressMeantTests {
    @Test(arguments: [
        ("gmial.con", "gmail.com"), ("gmail.co", "gmail.com"), ("yaho.com", "yahoo.com"), ("gmai.com", "gmail.com"),
        ("gmaill.com", "gmail.com"), ("gnail.com", "gmail.com"), ("gmail.comm", "gmail.com"), ("gmail.cm", "gmail.com"),
        ("gmail.co.id", "gmail.com"), ("gmail.id", "gmail.com"), ("yahooo.com", "yahoo.com"), ("yahoo.con", "yahoo.com"),
        ("yahoo.co.di", "yahoo.co.id"), ("yaho.co.id", "yahoo.co.id"), ("hotmial.com", "hotmail.com"), ("hotmai.con", "hotmail.com"),
        ("outlok.com", "outlook.com"), ("iclud.com", "icloud.com"), ("icloud.co", "icloud.com"), ("ymial.com", "ymail.com"),
    ])
    func `a slip in a domain that millions have is asked about`(typed: String, meant: String) throws {
        let address = try #require(EmailAddress("siti.aminah@\(typed)"))
        #expect(address.meant == EmailAddress("siti.aminah@\(meant)"))
    }

    @Test(arguments: [
        "gmail.com", "yahoo.com", "yahoo.co.id", "ymail.com", "mail.com", "email.com", "gmx.com", "hotmail.co.id", "outlook.co.id",
        "googlemail.com", "example.id", "bpjsketenagakerjaan.go.id", "telkom.co.id", "ui.ac.id", "me.com", "pertamina.com", "proton.me",
        "mail.ugm.ac.id", "yahoo.co.jp",
    ])
    func `a domain that is really so is not asked about`(domain: String) throws {
        #expect(try #require(EmailAddress("siti@\(domain)")).meant == nil)
    }
}
