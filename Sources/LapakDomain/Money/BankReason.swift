/// Why a bank refused or returned a transfer: a code of ISO 20022 (external status reasons), and whose turn it is.
package struct BankReason: Hashable, Codable, Sendable {
    /// As the bank wrote it: `AC01`.
    package let code: String
    package init(code: String) { self.code = code }

    /// Who has to do something so that the money can go.
    package enum Turn: String, Hashable, Sendable, CaseIterable {
        /// The member mends the account.
        case member
        /// An officer looks.
        case officer
        /// We send the same payment again later.
        case later
        /// Nothing moves until two people have looked.
        case freeze
        /// The payee has died: the heirs claim.
        case heirs
    }

    package var turn: Turn {
        switch code {
        case "AC01", "AC03", "RC01", "AC04", "AC06", "AG01": .member
        case "AM04", "AM02", "TM01", "ED05", "TECH": .later
        case "AM05", "RR04", "FF01": .freeze
        case "MD07": .heirs
        default: .officer
        }
    }

    /// What the member reads: what happened and what to do.
    package var words: Words {
        switch code {
        case "AC01", "AC03", "RC01":
            Words(
                "Bank tidak mengenal nomor rekening ini. Periksa nomornya di buku tabungan, lalu perbaiki di sini.",
                "The bank does not know this account number. Check it in your bank book, then mend it here.")
        case "AC04":
            Words(
                "Rekening ini sudah ditutup. Isi rekening lain atas nama Anda sendiri.",
                "This account is closed. Give another account in your own name.")
        case "AC06":
            Words(
                "Rekening ini diblokir atau tidak aktif. Tanyakan ke bank Anda, atau isi rekening lain atas nama Anda sendiri.",
                "This account is blocked or dormant. Ask your bank, or give another account in your own name.")
        case "AG01":
            Words(
                "Rekening jenis ini tidak dapat menerima kiriman uang. Isi rekening tabungan atas nama Anda sendiri.",
                "An account of this kind cannot take a transfer. Give a savings account in your own name.")
        case "MD07":
            Words(
                "Bank mencatat pemilik rekening sudah meninggal. Ahli waris dapat mengajukan klaim di kantor cabang.",
                "The bank's records say that the account's owner has died. The heirs can claim at a branch.")
        default:
            switch turn {
            case .later:
                Words(
                    "Bank belum dapat memproses kiriman ini. Kami mengirimnya lagi; Anda tidak perlu berbuat apa-apa.",
                    "The bank could not process the transfer yet. We send it again; you need not do anything.")
            default:
                Words(
                    "Bank mengembalikan uangnya. Petugas sedang memeriksa; kami kabari Anda.",
                    "The bank returned the money. An officer is looking into it; we will tell you.")
            }
        }
    }
}
