/// A batch as the bank takes it: `pain.001.001.09` (ISO 20022 customer credit transfer initiation), one payment instruction of one rail.
///
/// What the standard leaves open and a payer must not: number and control sum on both levels, the receiving bank, the payee's name and
/// number. Ids are at most 35 signs of the banks' alphabet; amounts have two decimals, always `.00`.
package struct PaymentFile: Hashable, Sendable {
    /// Who pays: the agency's name and its account at the paying bank.
    package struct Payer: Hashable, Codable, Sendable {
        package let name: String
        package let account: BankAccount

        package init(name: String, account: BankAccount) {
            self.name = name
            self.account = account
        }
    }

    /// One transfer.
    package struct Transfer: Hashable, Sendable {
        /// The attempt's reference, unique for ever.
        package let reference: String
        /// A random identity of version 4 in lower case (RFC 4122), made once per attempt.
        package let uetr: String
        package let amount: Rupiah
        package let account: BankAccount
        /// What the payee reads on their statement.
        package let purpose: String

        package init(reference: String, uetr: String, amount: Rupiah, account: BankAccount, purpose: String) {
            self.reference = reference
            self.uetr = uetr
            self.amount = amount
            self.account = account
            self.purpose = purpose
        }
    }

    /// The batch's reference, unique for ever.
    package let reference: String
    package let made: Instant
    /// The day on which the bank is asked to pay.
    package let day: Day
    package let rail: Rail
    package let payer: Payer
    package let transfers: [Transfer]

    package init(reference: String, made: Instant, day: Day, rail: Rail, payer: Payer, transfers: [Transfer]) {
        self.reference = reference
        self.made = made
        self.day = day
        self.rail = rail
        self.payer = payer
        self.transfers = transfers
    }

    /// The whole file, the same bytes for the same value.
    package var text: String {
        var xml = BankXML()
        xml.open("Document", "xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"")
        xml.open("CstmrCdtTrfInitn")
        header(&xml)
        instruction(&xml)
        xml.closeAll()
        return xml.text
    }

    private var total: Rupiah { transfers.reduce(Rupiah(0)) { $0 + $1.amount } }

    private func header(_ xml: inout BankXML) {
        xml.inside("GrpHdr") { xml in
            xml.add("MsgId", reference)
            xml.add("CreDtTm", made.utcISO)
            xml.add("NbOfTxs", "\(transfers.count)")
            xml.add("CtrlSum", total.bankText)
            xml.inside("InitgPty") { $0.add("Nm", payer.name.bankSigns(most: 140)) }
        }
    }

    private func instruction(_ xml: inout BankXML) {
        xml.inside("PmtInf") { xml in
            xml.add("PmtInfId", reference)
            xml.add("PmtMtd", "TRF")
            xml.add("NbOfTxs", "\(transfers.count)")
            xml.add("CtrlSum", total.bankText)
            xml.inside("PmtTpInf") { xml in
                xml.inside("LclInstrm") { $0.add("Prtry", rail.bankText) }
                xml.inside("CtgyPurp") { $0.add("Cd", "SSBE") }
            }
            xml.inside("ReqdExctnDt") { $0.add("Dt", day.iso) }
            xml.inside("Dbtr") { $0.add("Nm", payer.name.bankSigns(most: 140)) }
            account(payer.account, in: "DbtrAcct", &xml)
            agent(payer.account.bank, in: "DbtrAgt", &xml)
            for transfer in transfers { add(transfer, &xml) }
        }
    }

    private func add(_ transfer: Transfer, _ xml: inout BankXML) {
        xml.inside("CdtTrfTxInf") { xml in
            xml.inside("PmtId") { xml in
                xml.add("InstrId", transfer.reference)
                xml.add("EndToEndId", transfer.reference)
                xml.add("UETR", transfer.uetr)
            }
            xml.inside("Amt") { $0.add("InstdAmt", transfer.amount.bankText, "Ccy=\"IDR\"") }
            agent(transfer.account.bank, in: "CdtrAgt", &xml)
            xml.inside("Cdtr") { $0.add("Nm", transfer.account.owner.bankSigns(most: 140)) }
            account(transfer.account, in: "CdtrAcct", &xml)
            xml.inside("Purp") { $0.add("Cd", "SSBE") }
            xml.inside("RmtInf") { $0.add("Ustrd", transfer.purpose.bankSigns(most: 140)) }
        }
    }

    private func account(_ account: BankAccount, in element: String, _ xml: inout BankXML) {
        xml.inside(element) { $0.inside("Id") { $0.inside("Othr") { $0.add("Id", account.number) } } }
    }

    private func agent(_ bank: String, in element: String, _ xml: inout BankXML) {
        xml.inside(element) { $0.inside("FinInstnId") { $0.inside("ClrSysMmbId") { $0.add("MmbId", bank) } } }
    }
}

extension Rail {
    /// The local instrument in files, by agreement with the bank (unconfirmed).
    var bankText: String {
        switch self {
        case .intrabank: "INTRABANK"
        case .biFast: "BIFAST"
        case .sknbi: "SKNBI"
        case .rtgs: "RTGS"
        }
    }
}

extension Rupiah {
    /// As banks' formats want it: `78500000.00`.
    package var bankText: String { "\(amount).00" }
}

extension String {
    /// In the alphabet that every bank takes (SWIFT X: letters, digits, space and `/-?:().,'+`), at most so many signs: letters with marks
    /// lose them, everything else becomes a space. Never empty, nor with a slash at an end.
    package func bankSigns(most: Int) -> String {
        var signs = ""
        for scalar in unicodeScalars {
            if BankXML.alphabet.contains(scalar) {
                signs.unicodeScalars.append(scalar)
            } else if let letters = Letters.folded(scalar), letters.unicodeScalars.allSatisfy(BankXML.alphabet.contains) {
                signs += scalar.properties.isLowercase ? letters.lowercased() : letters
            } else if !PersonName.isMark(scalar) {
                signs += " "
            }
        }
        let words = signs.split(separator: " ").joined(separator: " ").prefix(most)
        let kept = words.drop { $0 == "/" || $0 == " " }.reversed().drop { $0 == "/" || $0 == " " }.reversed()
        return kept.isEmpty ? "-" : String(kept)
    }
}
