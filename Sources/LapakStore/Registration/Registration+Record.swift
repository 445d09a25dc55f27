package import LapakDomain

extension Registration: Record {
    package static let table = Table<Registration>("registration") { table in
        let id = table.column("id", \.id)
        let secret = table.column("secret", \.secret)
        let language = table.column("language", \.language)
        let slot = table.column("slot", \.slot)
        let booking = table.column("booking", \.booking)
        let queues = table.column("queues", \.queues)
        let wish = table.optionalJSON("wish", \.wish)
        let nik = table.column("nik", \.nik)
        let kpj = table.column("kpj", \.kpj)
        let name = table.column("name", \.name)
        let birth = table.column("birth", \.birth)
        let mother = table.column("mother", \.mother)
        let email = table.column("email", \.email)
        let phone = table.column("phone", \.phone)
        let code = OneTimeCode.columns(of: &table, \.code)
        let codes = table.column("codes", \.codes)
        let proven = table.column("proven", \.proven)
        let reason = table.column("reason", \.reason)
        let member = table.column("member", \.member)
        let earliest = table.column("earliest", \.earliest)
        let claim = table.column("claim", \.claim)
        let due = table.column("due", \.due)
        let facts = table.optionalJSON("facts", \.facts)
        let comparison = table.optionalJSON("comparison", \.comparison)
        return { row in
            Registration(
                id: try row[id], secret: try row[secret], language: try row[language], slot: try row[slot], booking: try row[booking],
                queues: try row[queues], wish: try row[wish], nik: try row[nik], kpj: try row[kpj], name: try row[name],
                birth: try row[birth], mother: try row[mother], email: try row[email], phone: try row[phone], code: try code(row),
                codes: try row[codes], proven: try row[proven], reason: try row[reason], member: try row[member],
                facts: try row[facts], earliest: try row[earliest], claim: try row[claim],
                comparison: try row[comparison], due: try row[due])
        }
    }
}

extension ReturnVisit: Record {
    package static let table = Table<ReturnVisit>("visit") { table in
        let id = table.column("id", \.id)
        let secret = table.column("secret", \.secret)
        let claim = table.column("claim", \.claim)
        let code = OneTimeCode.columns(of: &table, \.code)
        let phoneHash = table.column("phone_hash", \.phoneHash)
        let proven = table.column("proven", \.proven)
        let provenBy = table.column("proven_by", \.provenBy)
        let isKnown = table.column("known", \.isKnown)
        let due = table.column("due", \.due)
        return { row in
            ReturnVisit(
                id: try row[id], secret: try row[secret], claim: try row[claim], code: try code(row), phoneHash: try row[phoneHash],
                proven: try row[proven], provenBy: try row[provenBy], isKnown: try row[isKnown], due: try row[due])
        }
    }
}

extension ContactProof: Record {
    package static let table = Table<ContactProof>("contact_proof") { table in
        let id = table.column("id", \.id)
        let claim = table.column("claim", \.claim)
        let way = table.column("way", \.address.way)
        let address = table.column("address", \.address.value)
        let code = OneTimeCode.columns(of: &table, \.code)
        let codes = table.column("codes", \.codes)
        let due = table.column("due", \.due)
        return { row in
            let value = SQLValue.text(try row[address])
            let found: ContactAddress =
                switch try row[way] {
                case .mail: .mail(try EmailAddress(sql: value))
                case .phone: .phone(try PhoneNumber(sql: value))
                }
            return ContactProof(
                id: try row[id], claim: try row[claim], address: found, code: try code(row), codes: try row[codes], due: try row[due])
        }
    }
}

extension OneTimeCode {
    /// The four columns of a code that may be there; answers how they are read.
    fileprivate static func columns<R>(
        of table: inout TableDeclaration<R>, _ code: @escaping @Sendable (R) -> OneTimeCode?
    ) -> @Sendable (Row) throws -> OneTimeCode? {
        let hash = table.column("code_hash") { code($0)?.hash }
        let sent = table.column("code_sent") { code($0)?.sent }
        let until = table.column("code_until") { code($0)?.until }
        let tries = table.column("code_tries") { code($0)?.tries ?? 0 }
        return { row in
            guard let hash = try row[hash], let sent = try row[sent], let until = try row[until] else { return nil }
            return OneTimeCode(hash: hash, sent: sent, until: until, tries: try row[tries])
        }
    }
}
