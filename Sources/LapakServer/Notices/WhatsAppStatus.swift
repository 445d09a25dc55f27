import LapakDomain
import LapakGround
import LapakOutside
import LapakStore

/// One line of what Meta tells: which attempt it is about, and what became of it.
struct WhatsAppStatus: Hashable, Sendable {
    let about: AttemptName
    let news: News

    /// Every status in a call that speaks of a message of ours, in the order told. Answers of members, and whatever else
    /// Meta may add, are left out.
    static func all(in call: JSON) -> [WhatsAppStatus] {
        call["entry"].items.flatMap { $0["changes"].items }.flatMap { $0["value"]?["statuses"].items ?? [] }.compactMap(WhatsAppStatus.init)
    }

    private init?(_ json: JSON) {
        guard let about = json["biz_opaque_callback_data"]?.string.flatMap(AttemptName.init), let status = json["status"]?.string else {
            return nil
        }
        self.about = about
        switch status {
        case "sent": news = .sent
        case "delivered": news = .delivered
        case "read", "played": news = .read
        case "failed":
            let code: Int = if case .int(let code)? = json["errors"].items.first?["code"] { Int(code) } else { 131_000 }
            let fault = WhatsAppFault(code: code, status: 0)
            news = .failed("\(fault)", forGood: fault.isForGood)
        default: return nil
        }
    }
}

extension JSON? {
    /// The elements of an array; none of anything else.
    fileprivate var items: [JSON] { if case .array(let items)? = self { items } else { [] } }
}

extension JSON {
    fileprivate var string: String? { if case .string(let text) = self { text } else { nil } }
}
