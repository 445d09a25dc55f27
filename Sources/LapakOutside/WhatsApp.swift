package import LapakDomain
import LapakGround

/// Hands notices to WhatsApp as template messages, through Meta's Cloud API.
///
/// `POST {url}/{number}/messages` with the template's name, language and values. The API has no idempotency key: our name
/// of the attempt goes along as `biz_opaque_callback_data` and comes back in every status, which settles an unknown end.
package struct WhatsApp: PhoneCarrier {
    private let call: HTTPCall
    private let threads: CurlThreads

    package init(_ settings: WhatsAppSettings, threads: CurlThreads) {
        call = HTTPCall(
            .post, "\(settings.address.base)/\(settings.number)/messages", headers: settings.address.headers,
            timeLimit: settings.timeLimit, sizeLimit: 65_536)
        self.threads = threads
    }

    package func send(_ note: PhoneNote) async -> Handover {
        var call = call
        call.body = Array(WhatsApp.body(of: note).text.utf8)
        do throws(HTTPTrouble) {
            return WhatsApp.handover(try await call.send(on: threads))
        } catch {
            return error.mayHaveBeenHeard ? .unknown(error.description) : .postponed(error.description)
        }
    }

    private static func body(of note: PhoneNote) -> JSON {
        [
            "messaging_product": "whatsapp", "recipient_type": "individual", "to": .string(String(note.to.value.dropFirst())),
            "type": "template", "biz_opaque_callback_data": .string(note.attempt),
            "template": [
                "name": .string(note.template), "language": ["code": .string(note.language.rawValue)],
                "components": components(of: note),
            ],
        ]
    }

    /// A code also goes into the button that copies it.
    private static func components(of note: PhoneNote) -> JSON {
        let values = JSON.array(note.values.map { ["type": "text", "text": .string($0)] })
        let body: JSON = ["type": "body", "parameters": values]
        return note.isCode
            ? [body, ["type": "button", "sub_type": "url", "index": "0", "parameters": values]] : [body]
    }

    private static func handover(_ answer: HTTPAnswer) -> Handover {
        let json = JSON(answer.body)
        if (200..<300).contains(answer.status) {
            guard case .array(let messages)? = json?["messages"], case .string(let id)? = messages.first?["id"], id.utf8.count <= 200 else {
                return .taken(reference: nil)
            }
            return .taken(reference: id)
        }
        if case .int(let code)? = json?["error"]?["code"] {
            let fault = WhatsAppFault(code: Int(code), status: answer.status)
            return fault.isForGood ? .refused("\(fault)") : .postponed("\(fault)")
        }
        switch answer.status {
        case 429, 503: return .postponed("WhatsApp: status \(answer.status)")
        // Something on the way answered: what lies behind it may have heard us.
        case 500...: return .unknown("WhatsApp: status \(answer.status)")
        default: return .refused("WhatsApp: status \(answer.status)")
        }
    }
}
