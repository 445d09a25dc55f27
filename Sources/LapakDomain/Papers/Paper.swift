/// A paper that a claim may need, by name; what a file of it must look like is decided elsewhere.
package enum Paper: String, Hashable, Codable, Sendable, CaseIterable {
    case kartuPeserta = "kartu_peserta"
    case ktp
    case kk
    case paklaring
    case npwp
    case bankBook = "bank_book"
    case facePhoto = "face_photo"
    case formF5 = "form_f5"
    case pensionAgeProof = "pension_age_proof"
    case workContract = "work_contract"
    case contractEndLetter = "contract_end_letter"
    case resignationLetter = "resignation_letter"
    case labourOfficeReceipt = "labour_office_receipt"
    case dismissalReport = "dismissal_report"
    case dismissalNoticeAndConsent = "dismissal_notice_and_consent"
    case jointAgreement = "joint_agreement"
    case courtDecision = "court_decision"
    case passport
    case leavingStatement = "leaving_statement"
    case doctorLetter = "doctor_letter"
    case deathCertificate = "death_certificate"
    case heirCertificate = "heir_certificate"
    case heirIDs = "heir_ids"
    case birthCertificate = "birth_certificate"
    case guardianship
    case ppjb
    case ajb
    case housingLoan = "housing_loan"

    /// The paper's name as people know it.
    package var words: Words {
        switch self {
        case .kartuPeserta: Words("Kartu peserta BPJS Ketenagakerjaan (KPJ)", "Membership card (KPJ)")
        case .ktp: Words("KTP", "Identity card (KTP)")
        case .kk: Words("Kartu Keluarga (KK)", "Family card (KK)")
        case .paklaring: Words("Surat keterangan kerja dari perusahaan (paklaring)", "Employer's letter of service (paklaring)")
        case .npwp: Words("Kartu NPWP (Nomor Pokok Wajib Pajak)", "Tax number card (NPWP)")
        case .bankBook: Words("Halaman depan buku tabungan atas nama Anda", "First page of the bank book in your own name")
        case .facePhoto: Words("Foto diri tampak depan", "Photo of yourself from the front")
        case .formF5: Words("Formulir F5 yang sudah diisi", "Form F5, filled in")
        case .pensionAgeProof: Words("Bukti usia pensiun dari perusahaan", "Employer's proof of the pension age")
        case .workContract: Words("Perjanjian kerja (PKWT)", "Fixed-term work contract (PKWT)")
        case .contractEndLetter: Words("Surat keterangan kontrak berakhir dari perusahaan", "Employer's letter that the contract ended")
        case .resignationLetter: Words("Surat keterangan mengundurkan diri dari perusahaan", "Resignation letter from the company")
        case .labourOfficeReceipt:
            Words("Tanda terima laporan PHK dari dinas tenaga kerja", "Labour office's receipt of the dismissal report")
        case .dismissalReport: Words("Laporan PHK dari perusahaan", "Employer's report of the dismissal")
        case .dismissalNoticeAndConsent:
            Words("Surat pemberitahuan PHK dan surat persetujuan pekerja", "Notice of dismissal and the worker's consent")
        case .jointAgreement: Words("Perjanjian bersama", "Joint agreement (perjanjian bersama)")
        case .courtDecision: Words("Putusan pengadilan hubungan industrial", "Decision of the labour court")
        case .passport: Words("Paspor", "Passport")
        case .leavingStatement: Words("Surat pernyataan tidak bekerja lagi di Indonesia", "Statement of no longer working in Indonesia")
        case .doctorLetter:
            Words("Surat keterangan dokter tentang cacat total tetap", "Doctor's letter about the total permanent disability")
        case .deathCertificate: Words("Surat keterangan kematian", "Death certificate")
        case .heirCertificate: Words("Surat keterangan ahli waris", "Certificate of heirs")
        case .heirIDs: Words("KTP semua ahli waris", "Identity cards of all heirs")
        case .birthCertificate: Words("Akta kelahiran anak", "The child's birth certificate")
        case .guardianship: Words("Surat penetapan wali", "Guardianship order")
        case .ppjb: Words("Perjanjian pengikatan jual beli rumah (PPJB)", "Sale and purchase agreement of the house (PPJB)")
        case .ajb: Words("Akta jual beli rumah (AJB)", "Deed of sale of the house (AJB)")
        case .housingLoan: Words("Surat perjanjian kredit rumah", "Housing loan papers")
        }
    }
}
