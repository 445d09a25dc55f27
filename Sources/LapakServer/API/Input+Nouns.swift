import LapakDomain
import LapakGround
import LapakStore

// What the verbs of the interface ask for. A pattern says exactly what is read, so that a client can check before it asks.

extension Input where Value == ID<Slot> {
    static var slot: Input {
        Input(
            "slot", .id.with("A slot's id, as availability names it."),
            fault: Words("Pilih salah satu waktu.", "Choose one of the times.")
        ) {
            $0.utf8.count <= 19 && Digits.only($0) == $0 ? Int64($0).map { ID($0) } : nil
        }
    }
}

extension Input where Value == Bool {
    static var queue: Input {
        Input(
            "queue", JSONSchema.bool.with("True joins the waiting list instead of choosing a slot."),
            fault: Words("Tulis true atau false.", "Write true or false.")
        ) { if case .bool(let value) = $0 { value } else { nil } }
    }
}

extension Input where Value == Language {
    static var language: Input {
        Input(
            "language", JSONSchema.words(Language.allCases.map(\.rawValue)).with("The language of letters; `id` when it is left out."),
            fault: Words("Pilih id atau en.", "Choose id or en."), text: { Language(rawValue: $0) })
    }
}

extension Input where Value == NIK {
    static var nik: Input {
        let schema = JSONSchema.string(
            pattern: "^(1[1-9]|[2-9][0-9])[0-9]{4}(0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])(0[1-9]|1[0-2])[0-9]{2}"
                + "(000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})$")
        return Input(
            "nik", schema.with("The 16 digits of the identity card.", example: "3174096112900001"),
            fault: Words("NIK harus 16 angka pada KTP.", "A NIK has the 16 digits of the identity card.")
        ) { $0.utf8.count == 16 ? NIK($0) : nil }
    }
}

extension Input where Value == KPJ {
    static var kpj: Input {
        Input(
            "kpj", JSONSchema.string(pattern: "^[0-9]{\(KPJ.length)}$").with("The digits of the membership card.", example: "20012345678"),
            fault: Words("Nomor KPJ harus \(KPJ.length) angka.", "A KPJ number has \(KPJ.length) digits.")
        ) { $0.utf8.count == KPJ.length ? KPJ($0) : nil }
    }
}

extension Input where Value == PersonName {
    static var name: Input {
        Input(
            "name", JSONSchema.string(length: 1...100).with("As on the identity card."),
            fault: Words("Tulis nama lengkap sesuai KTP.", "Write the full name as on the identity card.")
        ) { $0.unicodeScalars.count <= 100 ? PersonName($0) : nil }
    }
    static var mother: Input {
        Input(
            "mother", JSONSchema.string(length: 1...100).with("The mother's name before marriage."),
            fault: Words("Tulis nama ibu kandung.", "Write the mother's name.")
        ) { $0.unicodeScalars.count <= 100 ? PersonName($0) : nil }
    }
}

extension Input where Value == Day {
    static var birth: Input { day("birth", "Date of birth.") }
    static var day: Input { day("day", "A calendar day by the branch's own clock.") }
    static var earliest: Input { day("earliest", "The first day that suits.") }

    private static func day(_ name: String, _ description: String) -> Input {
        Input(
            name, .day.with(description), fault: Words("Tulis tanggal, contoh 2026-06-15.", "Write a date, for example 2026-06-15."),
            text: { Day(iso: $0) })
    }
}

extension Input where Value == EmailAddress {
    static var email: Input {
        Input(
            "email",
            JSONSchema.string(
                pattern: "^[A-Za-z0-9#$&*+/=?^_{}~-]{1,64}([.][A-Za-z0-9#$&*+/=?^_{}~-]{1,64})*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?[.])+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])$",
                length: 6...254
            ).with("An address that any mail server takes.", example: "siti@example.com"),
            fault: Words("Tulis alamat e-mail, contoh nama@contoh.id.", "Write an e-mail address, for example name@example.id.")
        ) { $0.utf8.count <= 254 && $0.utf8.allSatisfy { $0 > 32 } ? EmailAddress($0) : nil }
    }
}

extension Input where Value == PhoneNumber {
    static var phone: Input {
        Input(
            "phone",
            JSONSchema.string(pattern: #"^(\+62|0062|62|0)8[0-9]{8,12}$"#).with("An Indonesian mobile number.", example: "+6281234567890"),
            fault: Words("Tulis nomor HP, contoh +6281234567890.", "Write a mobile number, for example +6281234567890.")
        ) { text in
            let digits = text.utf8.first == UInt8(ascii: "+") ? String(text.dropFirst()) : text
            return Digits.only(digits) == digits && !digits.hasPrefix("8") ? PhoneNumber(text) : nil
        }
    }
}

extension Input where Value == ClaimReason {
    static var reason: Input {
        Input(
            "reason", .words(ClaimReason.allCases.map(\.rawValue)), fault: Words("Pilih sebab klaim.", "Choose the reason for the claim."),
            text: { ClaimReason(rawValue: $0) })
    }
}

extension Input where Value == ClaimNumber {
    static var number: Input {
        Input(
            "number", .claimNumber,
            fault: Words(
                "Nomor pengajuan terdiri dari 8 huruf atau angka, contoh 7K4M-92QX. Periksa lagi.",
                "A claim number has 8 letters or digits, for example 7K4M-92QX. Check it again.")
        ) { text in
            let signs = text.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }.count
            let isWhole = text.utf8.count == 8 || text.utf8.count == 9 && text.utf8.dropFirst(4).first == UInt8(ascii: "-")
            return signs == 8 && isWhole ? ClaimNumber(text) : nil
        }
    }
}

extension JSONSchema {
    /// Seven signs and a check sign. U never stands in it; O is read as 0, I and L as 1.
    static var claimNumber: JSONSchema {
        let sign = "[0-9A-TV-Za-tv-z]"
        return string(pattern: "^\(sign){4}-?\(sign){4}$").with("The last sign checks the others.")
    }
}
