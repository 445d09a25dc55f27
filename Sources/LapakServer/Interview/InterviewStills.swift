import Crypto
import HTTPTypes
package import LapakDomain
import LapakGround
import LapakInspection
import LapakStore
import LapakVault
import Logging

/// The stills of an interview at rest: inspected and encoded anew in a child, sealed with the claim's key, hashed.
package struct InterviewStills: Sendable {
    let app: App

    private let scanner: (any LapakInspection.Scanner)?

    package init(app: App) { self.init(app: app, scanner: app.stillScanner) }

    /// - Parameter scanner: the antivirus; nil where files are not scanned.
    init(app: App, scanner: (any LapakInspection.Scanner)?) {
        self.app = app
        self.scanner = scanner
    }

    /// What came of one still, as the member's page hears it.
    struct Kept: Codable, Sendable {
        let evidence: Int64
        let kind: String
        let sha256: String
        /// What is still to be photographed, in order.
        let missing: [String]
    }

    /// Inspects, seals and keeps one still of the interview; with the same `key` once. `how`: `photo`, `frame`, `canvas`, `file`.
    ///
    /// Refuses with `file` what is no picture, and with `interviewPhase`, `paperNotAsked` or `tooMany` as the rules do.
    func keep(_ bytes: [UInt8], as kind: Capture.Kind, how: String, of interview: Interview, key: String?) async throws -> Kept {
        let file = try await clean(bytes)
        let (id, now): (ID<Evidence>, Instant) = (app.ids.next(at: app.clock.now), app.clock.now)
        let evidence = Evidence(
            id: id, interview: interview.id, claim: interview.claim, kind: kind, sha256: SHA256.hash(data: file.bytes).hex,
            bytes: file.bytes.count, width: file.width, height: file.height, how: how, at: now)
        let document = Self.document(id)
        // The same photo sent again under its key is the same still, whatever the inspector would make of it today.
        let sent = SHA256.hash(data: bytes).hex
        let once = key.map { RequestKey($0, scope: "foto:\(interview.id.rawValue)", parameters: "\(kind.name) \(sent)") }
        do {
            try await app.papers.keep(file.bytes, as: .cleaned, of: document, interview.claim)
            if let preview = file.previews.first { try await app.papers.keep(preview, as: .preview(1), of: document, interview.claim) }
            let kept = try await app.store.write(once: once, in: app.context(by: .member(evidence.claim), at: now)) { work in
                let interview = try work.keep(evidence)
                return Kept(
                    evidence: evidence.id.rawValue, kind: kind.name, sha256: evidence.sha256, missing: interview.missing.map(\.rawValue))
            }
            if kept.evidence != id.rawValue { await drop(document, interview.claim) }
            app.outages.worked(.storage)
            return kept
        } catch let refusal as Refusal {
            await drop(document, interview.claim)
            throw refusal
        }
    }

    /// The picture of a still, a JPEG of at most 1,400 pixels a side. Refuses with `notFound` what is not there any more.
    package static func load(_ evidence: Evidence, _ app: App) async throws -> [UInt8] {
        do { return try await app.papers.load(.preview(1), of: document(evidence.id), evidence.claim) } catch VaultTrouble.missing {
            throw Refusal.notFound
        }
    }

    /// The still as it is kept, at its full size. Refuses with `notFound` what is not there any more.
    package static func original(_ evidence: Evidence, _ app: App) async throws -> [UInt8] {
        do { return try await app.papers.load(.cleaned, of: document(evidence.id), evidence.claim) } catch VaultTrouble.missing {
            throw Refusal.notFound
        }
    }

    /// Numbers are unique across all nouns, so a still lies in the vault beside the documents.
    private static func document(_ id: ID<Evidence>) -> ID<Document> { ID(id.rawValue) }

    private func clean(_ bytes: [UInt8]) async throws -> CleanFile {
        async let isInfected = isInfected(bytes)
        let file = try await inspected(bytes)
        guard !(await isInfected) else { throw Refusal.file(FileFault(.virus, under: app.policy.files)) }
        return file
    }

    /// The antivirus beside the inspection. While it is away a still is kept without its word, unlike papers, which wait: somebody
    /// sits before the camera, and of a photo nothing is kept but the pixels that a confined child encoded anew.
    private func isInfected(_ bytes: [UInt8]) async -> Bool {
        guard let scanner else { return false }
        do {
            guard case .found(let name) = try await scanner.scan(bytes) else { return false }
            app.log.notice("still.scan rejected", metadata: ["name": "\(name)"])
            return true
        } catch is CancellationError { return false } catch {
            app.log.error("still.scan skipped", metadata: ["error": "\(error.logged)"])
            return false
        }
    }

    private func inspected(_ bytes: [UInt8]) async throws -> CleanFile {
        let verdict: Inspected
        do { verdict = try await app.inspector.inspect(bytes) } catch is Crowded { throw Refusal.tooMany }
        switch verdict {
        case .refused(let reason): throw Refusal.file(FileFault(FileFault.Kind(reason), under: app.policy.files))
        case .clean(let file):
            guard file.kind != .pdf else { throw Refusal.file(FileFault(.wrongType, under: app.policy.files)) }
            return file
        }
    }

    private func drop(_ document: ID<Document>, _ claim: ID<Claim>) async {
        for part in [PaperVault.Part.cleaned, .preview(1)] { try? await app.papers.remove(part, of: document, claim) }
    }
}
