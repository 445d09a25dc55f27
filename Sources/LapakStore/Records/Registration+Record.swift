package import LapakDomain

extension Registration: Record {
    package static let table = Table(
        "registration", .int("id"), .text("secret"), .text("language"), .int("slot"), .int("booking"), .int("queues"), .text("wish"),
        .text("nik"), .text("kpj"), .text("name"), .int("birth"), .text("mother"), .text("email"), .text("phone"), .text("code_hash"),
        .int("code_sent"), .int("code_until"), .int("code_tries"), .int("codes"), .int("proven"), .text("reason"), .int("member"),
        .int("earliest"), .int("claim"), .int("due"), .text("facts"))
    package var values: [SQLValue] {
        [
            id.sql, secret.sql, language.rawValue.sql, slot.sql, booking.sql, queues.sql, wish.map { json($0) } ?? .null, nik.sql, kpj.sql,
            name.sql, birth.sql, mother.sql, email.sql, phone.sql, code?.hash.sql ?? .null, code?.sent.sql ?? .null,
            code?.until.sql ?? .null, (code?.tries ?? 0).sql, codes.sql, proven.sql, reason?.rawValue.sql ?? .null,
            member.sql, earliest.sql, claim.sql, due.sql, facts.map { json($0) } ?? .null,
        ]
    }
    package init(row: Row) throws {
        self.init(
            id: ID(try row.int(0)), secret: try row.text(1), language: try row.value(2), slot: try row.id(3), booking: try row.id(4),
            queues: try row.bool(5), wish: row.values[6] == .null ? nil : try row.json(Wish.self, 6),
            nik: row.optionalText(7).flatMap { NIK($0) }, kpj: row.optionalText(8).flatMap { KPJ($0) }, name: row.optionalText(9),
            birth: try row.optionalDay(10), mother: row.optionalText(11), email: row.optionalText(12).flatMap { EmailAddress($0) },
            phone: row.optionalText(13).flatMap { PhoneNumber($0) }, code: try OneTimeCode(row: row, from: 14),
            codes: Int(try row.int(18)), proven: try row.optionalInstant(19),
            reason: row.optionalText(20).flatMap { ClaimReason(rawValue: $0) }, member: try row.id(21),
            facts: row.values[25] == .null ? nil : try row.json(Dossier.Facts.self, 25), earliest: try row.optionalDay(22),
            claim: try row.id(23), due: try row.instant(24))
    }
}

extension Visit: Record {
    package static let table = Table(
        "visit", .int("id"), .text("secret"), .int("claim"), .text("code_hash"), .int("code_sent"), .int("code_until"), .int("code_tries"),
        .int("proven"), .int("due"))
    package var values: [SQLValue] {
        [
            id.sql, secret.sql, claim.sql, code?.hash.sql ?? .null, code?.sent.sql ?? .null, code?.until.sql ?? .null,
            (code?.tries ?? 0).sql, proven.sql, due.sql,
        ]
    }
    package init(row: Row) throws {
        self.init(
            id: ID(try row.int(0)), secret: try row.text(1), claim: try row.id(2), code: try OneTimeCode(row: row, from: 3),
            proven: try row.optionalInstant(7), due: try row.instant(8))
    }
}

extension OneTimeCode {
    /// Four columns: hash, sent, until, tries.
    fileprivate init?(row: Row, from index: Int) throws {
        guard let hash = row.optionalText(index) else { return nil }
        self.init(
            hash: hash, sent: try row.instant(index + 1), until: try row.instant(index + 2), tries: Int(try row.int(index + 3)))
    }
}
