extension EmailAddress {
    /// What was probably meant, where the domain looks like a slip of the keyboard in one that millions have: `gmial.con`, `yaho.com`.
    ///
    /// To be asked about, never to be refused: such domains may exist. Nil for the well-known ones themselves and for everything
    /// that is not within two slips (a letter wrong, missing, doubled, or two in the wrong order) of one of them.
    package var meant: EmailAddress? {
        let domain = String(domain)
        guard !Self.wellKnown.contains(domain), !Self.alsoReal.contains(domain), let mailbox = value.split(separator: "@").first else {
            return nil
        }
        // The right name with another ending: whoever has gmail has gmail.com.
        let name = domain.prefix { $0 != "." }
        let known = Self.wellKnown.map { (domain: $0, slips: Self.slips(from: $0, to: domain)) }.min { $0.slips < $1.slips }
        if let known, known.slips <= (known.domain.utf8.count < 10 ? 1 : 2) || Self.isSlipOfEnding(domain, of: known.domain, known.slips) {
            return EmailAddress("\(mailbox)@\(known.domain)")
        }
        return Self.oneEnding.contains(String(name)) ? EmailAddress("\(mailbox)@\(name).com") : nil
    }

    /// Mailboxes that Indonesians use most, by their domains.
    private static let wellKnown = [
        "gmail.com", "yahoo.com", "yahoo.co.id", "ymail.com", "rocketmail.com", "hotmail.com", "outlook.com", "outlook.co.id", "live.com",
        "icloud.com",
    ]
    /// Real ones that lie close to a well-known one.
    private static let alsoReal: Set<String> = [
        "mail.com", "email.com", "gmx.com", "gmx.net", "aol.com", "me.com", "mac.com", "msn.com", "googlemail.com", "hotmail.co.id",
        "live.co.id", "yahoo.co.uk", "yahoo.co.in", "yahoo.co.jp", "yahoo.com.sg", "yahoo.com.my", "yahoo.com.au", "fmail.com", "hmail.com",
        "zmail.com", "inmail.com", "cloud.com",
    ]
    /// These exist under `.com` alone.
    private static let oneEnding: Set<String> = ["gmail", "ymail", "rocketmail", "icloud"]

    /// Two slips, one of them in the ending, also count for a short name: `gmial.con`.
    private static func isSlipOfEnding(_ domain: String, of known: String, _ slips: Int) -> Bool {
        let (ours, theirs) = (known.split(separator: ".", maxSplits: 1), domain.split(separator: ".", maxSplits: 1))
        return slips == 2 && ours.count == 2 && theirs.count == 2 && ours[1] != theirs[1]
            && Self.slips(from: "\(ours[1])", to: "\(theirs[1])") == 1
    }

    /// How many slips lie between two words: letters wrong, missing or too many, and neighbours that changed places.
    private static func slips(from first: String, to second: String) -> Int {
        let (a, b) = (Array(first.utf8), Array(second.utf8))
        guard abs(a.count - b.count) <= 2 else { return 3 }
        var rows = [Array(0...b.count)]
        for i in 1...a.count {
            var row = [i]
            for j in 1...b.count {
                var least = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { least = min(least, rows[i - 2][j - 2] + 1) }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
