/// Meta's number for why a message did not go, sorted by whether the same may succeed later.
///
/// The numbers are those of the Cloud API's list of error codes; its titles are not used, because they change.
package struct WhatsAppFault: Hashable, Sendable, CustomStringConvertible {
    package let code: Int
    /// Of the HTTP answer; 0 in a status that came by the hook.
    package let status: Int

    package init(code: Int, status: Int) {
        self.code = code
        self.status = status
    }

    /// Trying the same again cannot help: the person is not there, or the template or the request is wrong.
    ///
    /// What concerns our account or our rate passes, or is repaired by someone; an unknown number goes by its HTTP status.
    package var isForGood: Bool {
        switch code {
        // Meta's side, and limits of our rate: to this number, for this app, of quality.
        case 1, 2, 131_000, 131_016, 133_004, 4, 80_007, 130_429, 131_048, 131_056, 131_057: false
        // Our token, rights, bill, account.
        case 0, 3, 10, 190, 200...299, 368, 131_005, 131_031, 131_042, 131_045: false
        default: status == 0 || (400..<500).contains(status) && status != 429
        }
    }

    /// Without a word about the person.
    package var description: String {
        switch code {
        case 131_026: "WhatsApp 131026: this number cannot be reached there"
        case 130_429, 131_048, 131_056, 4, 80_007: "WhatsApp \(code): too many messages"
        case 131_049, 130_472: "WhatsApp \(code): WhatsApp chose not to deliver it"
        case 131_050: "WhatsApp 131050: the person wants no messages"
        case 131_047: "WhatsApp 131047: the last talk is too long ago"
        case 132_000...132_999: "WhatsApp \(code): the template is missing, paused or different"
        case 0, 3, 10, 190, 200...299, 368, 131_005, 131_031, 131_042, 131_045: "WhatsApp \(code): our account needs attention"
        default: "WhatsApp \(code)"
        }
    }
}
