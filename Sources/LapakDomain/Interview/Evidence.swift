/// A still that proves what was shown in an interview; sealed with the claim's key, its hash stands in the journal.
package struct Evidence: Hashable, Sendable {
    package let id: ID<Evidence>
    package let interview: ID<Interview>
    package let claim: ID<Claim>
    package let kind: Capture.Kind
    package let sha256: String
    package let bytes: Int
    /// Pixels.
    package let width: Int
    package let height: Int
    /// How the browser took it: `takePhoto`, `grabFrame`, `canvas` or `file`.
    package let how: String
    package let at: Instant

    package init(
        id: ID<Evidence>, interview: ID<Interview>, claim: ID<Claim>, kind: Capture.Kind, sha256: String, bytes: Int, width: Int,
        height: Int, how: String, at: Instant
    ) {
        self.id = id
        self.interview = interview
        self.claim = claim
        self.kind = kind
        self.sha256 = sha256
        self.bytes = bytes
        self.width = width
        self.height = height
        self.how = how
        self.at = at
    }
}

extension Capture.Kind {
    /// Stable name: the paper's, or `face`.
    package var name: String {
        switch self {
        case .paper(let paper): paper.rawValue
        case .face: "face"
        }
    }

    package init?(name: String) {
        if name == "face" {
            self = .face
        } else if let paper = Paper(rawValue: name) {
            self = .paper(paper)
        } else {
            return nil
        }
    }

    package var words: Words {
        switch self {
        case .paper(let paper): paper.words
        case .face: Words("Wajah", "Face")
        }
    }
}
