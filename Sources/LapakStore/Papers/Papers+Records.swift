package import LapakDomain

extension Document: Record {
    package static let table = Table<Document>("document") { table in
        let id = table.column("id", \.id)
        let claim = table.column("claim", \.claim)
        let paper = table.column("paper", \.paper)
        let version = table.column("version", \.version)
        let kind = table.column("kind", \.kind)
        let bytes = table.column("bytes", \.bytes)
        let sha256 = table.column("sha256", \.sha256)
        let pages = table.column("pages", \.pages)
        let hints = table.json("hints") { $0.hints.sorted { $0.rawValue < $1.rawValue } }
        let received = table.column("received", \.received)
        let phase = table.column("phase", \.phase)
        let fault = table.optionalJSON("fault", \.fault)
        let reason = table.column("reason", \.reason)
        let note = table.column("note", \.note)
        let staff = table.column("staff", \.lease?.staff)
        let until = table.column("until", \.lease?.until)
        table.unique("document_claim_paper_version_key")
        return { row in
            var lease: Lease?
            if let staff = try row[staff], let until = try row[until] { lease = Lease(staff: staff, until: until) }
            return Document(
                id: try row[id], claim: try row[claim], paper: try row[paper], version: try row[version], kind: try row[kind],
                bytes: try row[bytes], sha256: try row[sha256], pages: try row[pages], hints: Set(try row[hints]),
                received: try row[received], phase: try row[phase], fault: try row[fault], reason: try row[reason],
                note: try row[note], lease: lease)
        }
    }
}

extension Upload: Record {
    package static let table = Table<Upload>("upload") { table in
        let id = table.column("id", \.id)
        let claim = table.column("claim", \.claim)
        let paper = table.column("paper", \.paper)
        let length = table.column("length", \.length)
        let offset = table.column("received", \.offset)
        let name = table.column("name", \.name)
        let declared = table.column("declared", \.declared)
        let phase = table.column("phase", \.phase)
        let begun = table.column("begun", \.begun)
        let due = table.column("due", \.due)
        let sha256 = table.column("sha256", \.sha256)
        let metadata = table.column("metadata", \.metadata)
        return { row in
            Upload(
                id: try row[id], claim: try row[claim], paper: try row[paper], length: try row[length], offset: try row[offset],
                name: try row[name], declared: try row[declared], metadata: try row[metadata], phase: try row[phase],
                begun: try row[begun], due: try row[due], sha256: try row[sha256])
        }
    }
}

/// One per claim: its number is the claim's.
extension UploadLink: Record {
    package static let table = Table<UploadLink>("upload_link") { table in
        let id = table.column("id", \.id)
        let claim = table.column("claim", \.claim)
        let secret = table.column("secret", \.secret)
        let sent = table.column("sent", \.sent)
        let exchanged = table.column("exchanged", \.exchanged)
        let session = table.column("session", \.session)
        table.unique("upload_link_claim_key")
        return { row in
            UploadLink(
                id: try row[id], claim: try row[claim], secret: try row[secret], sent: try row[sent], exchanged: try row[exchanged],
                session: try row[session])
        }
    }
    /// The identity of a claim's link.
    package static func identity(of claim: ID<Claim>) -> ID<UploadLink> { ID(claim.rawValue) }
}

extension Outage: Record {
    package static let table = Table<Outage>("outage") { table in
        let id = table.column("id", \.id)
        let kind = table.column("kind", \.kind)
        let from = table.column("since", \.from)
        let until = table.column("until", \.until)
        return { row in Outage(id: try row[id], kind: try row[kind], from: try row[from], until: try row[until]) }
    }
}

/// The key that a claim's files are sealed with, wrapped by a master key. Without this row they are unreadable for ever.
package struct KeptKey: Record, Hashable {
    package let claim: ID<Claim>
    /// As the vault writes it; empty once destroyed.
    package var wrapped: String
    package init(claim: ID<Claim>, wrapped: String) {
        self.claim = claim
        self.wrapped = wrapped
    }

    package static let table = Table<KeptKey>("claim_key") { table in
        let claim = table.column("claim", \.claim)
        let wrapped = table.column("wrapped", \.wrapped)
        return { row in KeptKey(claim: try row[claim], wrapped: try row[wrapped]) }
    }
}

/// The outstanding inspection of a document that arrived: done by one process at a time, again until it is done.
package struct Inspecting: Record, Hashable {
    package let document: ID<Document>
    /// When somebody should take it in hand; nil once it is done.
    package private(set) var due: Instant?
    package private(set) var attempts: Int
    package private(set) var trouble: String?
    /// How often in a row it was taken in hand without an end: whoever had it went down with it.
    package private(set) var lost: Int

    package init(document: ID<Document>, due: Instant) {
        self.init(document: document, due: due, attempts: 0, trouble: nil, lost: 0)
    }
    /// One process has it in hand; if nothing is heard of it for `span`, it is due again.
    package mutating func claim(for span: Span, at now: Instant) {
        due = now + span
        attempts += 1
        lost += 1
    }
    package mutating func done() {
        due = nil
        trouble = nil
        lost = 0
    }
    /// What it needs is away (the antivirus, the storage): again later, and never passed meanwhile.
    package mutating func postponed(_ why: String, at now: Instant) {
        trouble = why
        due = now + min(.seconds(5 << min(attempts, 7)), .minutes(5))
        lost = 0
    }
    /// Whoever had it in hand was told to stop: anybody may take it at once, and the try does not count.
    package mutating func laidDown(at now: Instant) {
        due = now
        attempts -= 1
        lost = 0
    }

    package static let table = Table<Inspecting>("inspecting") { table in
        let document = table.column("document", \.document)
        let due = table.column("due", \.due)
        let attempts = table.column("attempts", \.attempts)
        let trouble = table.column("trouble", \.trouble)
        let lost = table.column("lost", \.lost)
        return { row in
            Inspecting(
                document: try row[document], due: try row[due], attempts: try row[attempts], trouble: try row[trouble],
                lost: try row[lost])
        }
    }

    private init(document: ID<Document>, due: Instant?, attempts: Int, trouble: String?, lost: Int) {
        self.document = document
        self.due = due
        self.attempts = attempts
        self.trouble = trouble
        self.lost = lost
    }
}
