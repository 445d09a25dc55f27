package import HTTPTypes
package import LapakDomain
import LapakWeb

extension Refusal {
    /// The HTTP status that fits: the rules' no is never an error of ours.
    package var status: HTTPResponse.Status {
        switch self {
        case .notFound, .slotUnknown: .notFound
        case .registrationGone, .notYours, .contactRests: .forbidden
        case .signInFailed: .unauthorized
        case .tooMany, .spent, .crowded, .tooManyCodes, .tooManyUploads: .tooManyRequests
        case .uploadGone, .linkGone: .gone
        case .file(let fault): fault.kind == .tooLarge ? .contentTooLarge : .unprocessableContent
        case .invalid, .codeWrong, .codeExpired, .codeSpent, .identity, .ineligible, .tooEarly, .stepMissing, .tooManyWishes, .keyReused,
            .paperNotAsked, .tooManyVersions:
            .unprocessableContent
        case .otherClaim, .slotFull, .slotPassed, .lineFirst, .holdGone, .holdElsewhere, .alreadyConfirmed, .proofFirst, .notYet,
            .offerGone,
            .offerDeclined, .notWaiting, .alreadyDrawn, .alreadyFiled,
            .liveClaim, .wrongPhase, .noChangesLeft, .papersLate, .papersChecking, .papersMissing, .papersThere, .paperAccepted,
            .documentPhase, .documentTaken, .leaseGone, .uploadOffset, .linkUsed, .interviewPhase, .interviewRunning, .noSeat, .rowOpen,
            .rowDiffers,
            .undoGone, .walkInPhase, .secondPerson, .consentFirst, .quotaSpent, .changedMeanwhile:
            .conflict
        }
    }

    package var title: Words {
        switch self {
        case .slotFull: Words("Tempat ini baru saja diambil", "This place has just been taken")
        case .otherClaim: Words("Halaman ini milik pengajuan lain", "This page belongs to another claim")
        case .lineFirst: Words("Tempat ini untuk daftar tunggu", "This place is for the waiting list")
        case .offerDeclined: Words("Anda menolak tawaran ini", "You declined this offer")
        case .offerGone: Words("Tawaran ini sudah lewat", "This offer has passed")
        case .registrationGone: Words("Isian sudah kedaluwarsa", "The form has expired")
        case .notFound: Words("Halaman tidak ditemukan", "Page not found")
        case .liveClaim: Words("Anda sudah punya pengajuan", "You already have a claim")
        case .quotaSpent: Words("Nomor hari ini sudah habis", "Today's numbers are used up")
        case .tooMany, .spent, .crowded, .tooManyCodes: Words("Tunggu sebentar", "Wait a moment")
        default: Words("Belum dapat dilanjutkan", "This cannot go on yet")
        }
    }
}
