import LapakDomain
import LapakGround

/// What one page says to another so that their browsers find each other: descriptions and candidates of WebRTC.
///
/// Read strictly and written anew before it is passed on: whatever else a page sent goes nowhere.
package struct Signal: Equatable, Sendable {
    /// A way on which the sender may be reached, as its browser wrote it.
    struct Candidate: Equatable {
        let line: String
        let mid: String?
        let index: Int?
        let fragment: String?
    }
    enum Content: Equatable {
        case offer(String)
        case answer(String)
        case candidate(Candidate)
        /// There are no more candidates.
        case end
    }
    struct Message: Equatable {
        /// The connection it belongs to; messages for one that was thrown away are dropped by the receiver.
        let cid: String
        let content: Content
    }

    /// Bytes of a request.
    static let largest = 64 * 1024
    /// Messages in a request.
    static let mostMessages = 40
    /// Bytes of a description.
    static let largestDescription = 32 * 1024
    /// Bytes of a candidate.
    static let largestCandidate = 2 * 1024

    /// The other side's identity; what kind of party it is follows from the sender's.
    package let to: Int64
    /// The page that says it.
    package let inst: String
    /// The page that is meant; nil for the newest.
    package let toInst: String?
    let batch: [Message]

    /// The name of a page or a connection: short, and nothing that needs care anywhere.
    static func isName(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 }
    }

    static func unreadable(_ field: String) -> Refusal {
        .invalid(
            field: field,
            Words(
                "Pesan sambungan video ini tidak dapat dibaca. Muat ulang halaman, lalu coba lagi.",
                "This message of the video connection could not be read. Reload the page, then try again."))
    }

    /// `sinyal`, for the page that is meant.
    func event(from sender: Party) -> LiveEvent {
        LiveEvent(
            "sinyal",
            [
                "from": .string(sender.id), "inst": .string(inst), "toInst": JSON(toInst), "batch": .array(batch.map(\.json)),
            ])
    }
}

extension Signal.Message {
    fileprivate var json: JSON {
        switch content {
        case .offer(let sdp): ["cid": .string(cid), "description": ["type": "offer", "sdp": .string(sdp)]]
        case .answer(let sdp): ["cid": .string(cid), "description": ["type": "answer", "sdp": .string(sdp)]]
        case .candidate(let candidate): ["cid": .string(cid), "candidate": candidate.json]
        case .end: ["cid": .string(cid), "candidate": nil]
        }
    }
}

extension Signal.Candidate {
    fileprivate var json: JSON {
        var members: [(name: String, value: JSON)] = [("candidate", .string(line)), ("sdpMid", JSON(mid)), ("sdpMLineIndex", JSON(index))]
        if let fragment { members.append(("usernameFragment", .string(fragment))) }
        return .object(members)
    }
}
