package import LapakDomain
import LapakGround
package import NIOCore

extension Signal {
    /// Reads the body of a request.
    ///
    /// - Throws: `invalid` for anything that no page of ours sends: too long, not JSON, a wrong type, a strange name.
    package init(_ body: ByteBuffer) throws(Refusal) {
        guard body.readableBytes <= Self.largest, let json = JSON(Array(body.readableBytesView)) else { throw Self.unreadable("body") }
        guard let to = json["to"]?.plainText.flatMap(Int64.init), to > 0 else { throw Self.unreadable("to") }
        guard let inst = json["inst"]?.plainText, Self.isName(inst) else { throw Self.unreadable("inst") }
        var toInst: String?
        if let meant = json["toInst"], !meant.isNull {
            guard let name = meant.plainText, Self.isName(name) else { throw Self.unreadable("toInst") }
            toInst = name
        }
        guard case .array(let messages)? = json["batch"], (1...Self.mostMessages).contains(messages.count) else {
            throw Self.unreadable("batch")
        }
        var batch: [Message] = []
        for message in messages { batch.append(try Message(message)) }
        self.init(to: to, inst: inst, toInst: toInst, batch: batch)
    }
}

extension Signal.Message {
    fileprivate init(_ json: JSON) throws(Refusal) {
        guard let cid = json["cid"]?.plainText, Signal.isName(cid) else { throw Signal.unreadable("cid") }
        switch (json["description"], json["candidate"]) {
        case (let description?, nil): self.init(cid: cid, content: try Self.description(description))
        case (nil, .null?): self.init(cid: cid, content: .end)
        case (nil, let candidate?): self.init(cid: cid, content: .candidate(try Signal.Candidate(candidate)))
        default: throw Signal.unreadable("batch")
        }
    }

    private static func description(_ json: JSON) throws(Refusal) -> Signal.Content {
        guard let sdp = json["sdp"]?.plainText, sdp.utf8.count <= Signal.largestDescription, sdp.hasPrefix("v=0"),
            sdp.utf8.allSatisfy({ $0 >= 32 || $0 == 10 || $0 == 13 })
        else { throw Signal.unreadable("sdp") }
        switch json["type"]?.plainText {
        case "offer": return .offer(sdp)
        case "answer": return .answer(sdp)
        default: throw Signal.unreadable("type")
        }
    }
}

extension Signal.Candidate {
    fileprivate init(_ json: JSON) throws(Refusal) {
        guard let line = json["candidate"]?.plainText, line.utf8.count <= Signal.largestCandidate, line.isOneLine else {
            throw Signal.unreadable("candidate")
        }
        self.line = line
        mid = try Self.word(json["sdpMid"], upTo: 40)
        fragment = try Self.word(json["usernameFragment"], upTo: 256)
        switch json["sdpMLineIndex"] {
        case nil, .null?: index = nil
        case .int(let number)? where (0...255).contains(number): index = Int(number)
        default: throw Signal.unreadable("candidate")
        }
    }

    private static func word(_ json: JSON?, upTo most: Int) throws(Refusal) -> String? {
        guard let json, !json.isNull else { return nil }
        guard let text = json.plainText, text.utf8.count <= most, text.isOneLine else { throw Signal.unreadable("candidate") }
        return text
    }
}

extension JSON {
    fileprivate var plainText: String? { if case .string(let text) = self { text } else { nil } }
    fileprivate var isNull: Bool { if case .null = self { true } else { false } }
}

extension String {
    fileprivate var isOneLine: Bool { utf8.allSatisfy { $0 >= 32 } }
}
