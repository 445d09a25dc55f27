/// The eleven official criteria for a JHT claim (Permenaker 4/2022; domain.md, "Reasons and documents").
package enum ClaimReason: String, Hashable, Codable, Sendable, CaseIterable {
    case pension56 = "pension_56"
    case pensionAgreement = "pension_agreement"
    case contractEnd = "contract_end"
    case selfEmployedStop = "self_employed_stop"
    case resignation
    case dismissal
    case leavingIndonesia = "leaving_indonesia"
    case totalDisability = "total_disability"
    case death
    case partial10 = "partial_10"
    case partial30 = "partial_30"
}
