package import LapakDomain

extension Claim: Record {
    package static let table = Table<Claim>("claim") { table in
        let id = table.column("id", \.id)
        let number = table.column("number", \.number)
        let member = table.column("member", \.member)
        table.derived("live", \.phase.isLive)
        let reason = table.column("reason", \.reason)
        let rules = table.column("rules", \.rules)
        let phase = table.column("phase", \.phase)
        let name = table.column("name", \.name)
        let nik = table.column("nik", \.nik)
        let email = table.column("email") { $0.email?.value ?? "" }
        let phone = table.column("phone", \.phone)
        let language = table.column("language", \.language)
        let booking = table.column("booking", \.booking)
        let slot = table.column("slot", \.slot)
        let ticket = table.column("ticket", \.ticket)
        let earliest = table.column("earliest", \.earliest)
        let changes = table.column("changes", \.changes)
        let revision = table.column("revision", \.revision)
        let filed = table.column("filed", \.filed)
        let remindAt = table.column("remind_at", \.remindAt)
        let papersDue = table.column("papers_due", \.papersDue)
        let facts = table.optionalJSON("facts") { $0.facts }
        let decision = table.optionalJSON("decision", \.decision)
        let decided = table.column("decided", \.decided)
        let payBy = table.column("pay_by", \.payBy)
        let misses = table.column("misses", \.misses)
        let mail = Contacts.Standing.columns(of: &table, "email", .mail)
        let mobile = Contacts.Standing.columns(of: &table, "phone", .phone)
        let unreached = table.column("unreached", \.unreached)
        // Two claims got the same number by chance, which is nobody's mistake.
        table.unique("claim_number")
        table.unique("claim_live", .liveClaim)
        return { row in
            Claim(
                id: try row[id], number: try row[number], member: try row[member], reason: try row[reason], rules: try row[rules],
                phase: try row[phase], name: try row[name], nik: try row[nik], email: EmailAddress(try row[email]),
                phone: try row[phone], language: try row[language], booking: try row[booking], slot: try row[slot],
                ticket: try row[ticket], earliest: try row[earliest], changes: try row[changes], revision: try row[revision],
                filed: try row[filed],
                remindAt: try row[remindAt], papersDue: try row[papersDue], facts: try row[facts], decision: try row[decision],
                decided: try row[decided], payBy: try row[payBy], misses: try row[misses], unreached: try row[unreached],
                mail: try mail(row), mobile: try mobile(row))
        }
    }
}

extension Contacts.Standing {
    /// The two columns of one contact; answers how they are read.
    fileprivate static func columns(
        of table: inout TableDeclaration<Claim>, _ name: String, _ way: Contacts.Way
    ) -> @Sendable (Row) throws -> Contacts.Standing {
        let proven = table.column("\(name)_proven") { $0.contacts[way].proven }
        let rests = table.column("\(name)_rests") { $0.contacts[way].rests }
        return { row in Contacts.Standing(proven: try row[proven], rests: try row[rests]) }
    }
}
