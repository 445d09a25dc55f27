package import LapakDomain
import LapakGround

/// Hands short messages to an SMS gateway over HTTP.
///
/// `POST {url}` with `{"to": "+6281234567788", "text": "…", "id": "m7341259873"}` and `Authorization: Bearer {token}`.
/// 2xx: taken; 429, 5xx and what speaks of our account (401, 402, 403): later; any other status: never. A gateway may leave out what has an
/// `id` that it knows.
package struct SMSGateway: PhoneCarrier {
    private let call: HTTPCall
    private let threads: CurlThreads

    package init(url: String, token: String, timeLimit: Span = .seconds(10), threads: CurlThreads) throws(OutsideSettingTrouble) {
        let address = try OutsideAddress(of: "the SMS gateway", base: url, token: token)
        call = HTTPCall(.post, address.base, headers: address.headers, timeLimit: timeLimit, sizeLimit: 65_536)
        self.threads = threads
    }

    package func send(_ note: PhoneNote) async -> Handover {
        var call = call
        let body: JSON = ["to": .string(note.to.value), "text": .string(note.text), "id": .string(note.message)]
        call.body = Array(body.text.utf8)
        do throws(HTTPTrouble) {
            return SMSGateway.handover(try await call.send(on: threads).status)
        } catch {
            return error.mayHaveBeenHeard ? .unknown(error.description) : .postponed(error.description)
        }
    }

    private static func handover(_ status: Int) -> Handover {
        switch status {
        case 200..<300: .taken()
        // Our token or bill: someone will repair it.
        case 401, 402, 403, 429, 500...: .postponed("the SMS gateway: status \(status)")
        default: .refused("the SMS gateway: status \(status)")
        }
    }
}
