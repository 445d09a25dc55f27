import HTTPTypes
import Hummingbird
import LapakDomain
import LapakGround
import LapakInspection
import LapakOutside
import LapakStore
import LapakVault

extension Error {
    /// A part is away, of ours or of the world outside, and the same may succeed in a while: trouble, no mistake of ours.
    var mayPass: Bool {
        let error: any Error = self
        return switch error {
        case let trouble as DatabaseTrouble: trouble.isAway
        case let trouble as VaultTrouble: trouble.isOurs
        case RegistryTrouble.unreadable, HTTPTrouble.unsendable, HTTPTrouble.tooLarge: false
        case is RegistryTrouble, is HTTPTrouble, is MailTrouble, is NotDone, is Crowded, is ScannerUnavailable, is InspectorTrouble: true
        case let answer as HTTPError: answer.status == .serviceUnavailable
        default: false
        }
    }

    /// What the log says of it: nothing that somebody entered.
    var logged: String {
        switch self {
        case let refusal as Refusal: "refused: \(refusal.code)"
        case is DecodingError, is EncodingError: "\(type(of: self))"
        default: "\(self)"
        }
    }
}
