import Crypto
import Foundation
import LapakDomain
import LapakGround
import LapakInspection
import LapakStore
import LapakVault
import Logging
import ServiceLifecycle

/// Has every file looked at that arrived, two at once: by the antivirus where there is one, then by the inspector, whose
/// cleaned copy and page pictures are what is kept.
///
/// It may end at any point and begin again. What arrived is removed last, and only then is the inspection over.
struct InspectionService: Rounds {
    let app: App
    let name = "inspection"
    let pace = Pace.changes(orEvery: .seconds(1))
    let inspector: Inspector
    let scanner: (any LapakInspection.Scanner)?
    /// Somebody waits for the verdict at the screen: whoever looks at a file says every few seconds that they are still at it, so that
    /// another one takes it over soon after they went down.
    static let inHand = Span.seconds(12)
    /// A file that took down whoever looked at it so often in a row is broken.
    static let mostLost = 4

    func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<2 { group.addTask { await rounds() } }
        }
    }

    /// Under load every commit would lead to a look.
    func rest(after spent: Duration) -> Duration { .milliseconds(20) }

    /// Looks at every file that is due.
    func tick() async throws { while try await step() {} }

    /// Looks at one file; false when none is due.
    func step() async throws -> Bool {
        let now = app.clock.now
        for id in try await app.store.read({ try $0.inspections(dueAt: now, limit: 4) }) {
            let taken = try await app.store.write(in: app.context(at: now), .row(Inspecting.self, id)) {
                try $0.takeInspection(id, for: Self.inHand)
            }
            guard let taken else { continue }
            // Ends with the look.
            async let _ = hold(id, attempt: taken.attempt)
            await inspect(taken.document, lost: taken.lost)
            return true
        }
        return false
    }

    private func hold(_ id: ID<Document>, attempt: Int) async {
        while (try? await Task.sleep(for: .milliseconds(Self.inHand.milliseconds / 3))) != nil {
            // Should this fail, the file is looked at twice at worst.
            try? await app.store.write(in: app.context(), .row(Inspecting.self, id)) {
                try $0.holdInspection(id, attempt: attempt, for: Self.inHand)
            }
        }
    }

    private func inspect(_ document: Document, lost: Int) async {
        let id = document.id
        do {
            if document.phase == .checking {
                let verdict = lost < Self.mostLost ? try await look(at: document) : .failure(fault(.broken))
                try await app.store.write(in: app.context()) { try $0.inspected(id, verdict) }
                app.outages.worked(.checks)
            }
            try await app.papers.remove(.arrived, of: id, document.claim)
            try await app.store.write(in: app.context()) { try $0.inspectionOver(id) }
        } catch is CancellationError {
            try? await app.store.write(in: app.context()) { try $0.layDownInspection(id) }
        } catch {
            await postpone(id, error)
        }
    }

    /// Again later. It never passes meanwhile.
    private func postpone(_ id: ID<Document>, _ error: any Error) async {
        let (now, why) = (app.clock.now, "\(error)")
        app.outages.failed(error is VaultTrouble ? .storage : .checks, at: now)
        app.log.error("inspection.run postponed", metadata: ["document": "\(id.rawValue)", "error": "\(why)"])
        do { try await app.store.write(in: app.context(at: now)) { try $0.postponeInspection(id, String(why.prefix(200))) } } catch {
            // It is due again when nothing is heard of it for a while.
            app.log.error("inspection.postpone failed", metadata: ["error": "\(error.logged)"])
        }
    }

    private func look(at document: Document) async throws -> Result<CleanedFile, FileFault> {
        let papers = app.papers
        let bytes: [UInt8]
        do { bytes = try await papers.load(.arrived, of: document.id, document.claim) } catch  where Self.isLost(error) {
            app.log.error("inspection.read failed", metadata: ["document": "\(document.id.rawValue)", "error": "\(error.logged)"])
            return .failure(fault(.broken))
        }
        if case .found(let name) = try await scanner?.scan(bytes) {
            app.log.notice("inspection.scan rejected", metadata: ["document": "\(document.id.rawValue)", "name": "\(name)"])
            return .failure(fault(.virus))
        }
        switch try await inspector.inspect(bytes) {
        case .refused(let reason): return .failure(fault(FileFault.Kind(reason)))
        case .clean(let file):
            for (index, preview) in file.previews.enumerated() {
                try await papers.keep(preview, as: .preview(index + 1), of: document.id, document.claim)
            }
            try await papers.keep(file.bytes, as: .cleaned, of: document.id, document.claim)
            app.outages.worked(.storage)
            return .success(CleanedFile(file))
        }
    }

    private func fault(_ kind: FileFault.Kind) -> FileFault { FileFault(kind, under: app.policy.files) }

    /// No waiting brings it back: the member sends it again.
    private static func isLost(_ error: any Error) -> Bool {
        switch error {
        case VaultTrouble.missing, VaultTrouble.damaged, VaultTrouble.foreign: true
        case Refusal.notFound: true
        default: false
        }
    }
}

extension CleanedFile {
    /// What the inspector kept of a file, for the database.
    fileprivate init(_ file: CleanFile) {
        let kind: FileKind =
            switch file.kind {
            case .jpeg: .jpeg
            case .png: .png
            case .pdf: .pdf
            // Kept as JPEG always.
            case .heic: .jpeg
            }
        var hints: Set<Hint> = []
        if file.hints?.isBlurred ?? false { hints.insert(.blurred) }
        if file.hints?.isDark ?? false { hints.insert(.dark) }
        self.init(
            kind: kind, bytes: file.bytes.count, sha256: SHA256.hash(data: file.bytes).hex, pages: file.pages, hints: hints)
    }
}

extension FileFault.Kind {
    /// The inspector's reason in the rules' words.
    init(_ fault: InspectionFault) {
        self =
            switch fault {
            case .wrongType: .wrongType
            case .heic: .heic
            case .tooLarge: .tooLarge
            case .empty: .empty
            case .broken: .broken
            case .tooManyPixels: .tooManyPixels
            case .encryptedPDF: .encryptedPDF
            case .activePDF: .activePDF
            case .embeddedFiles: .embeddedFiles
            case .tooManyPages: .tooManyPages
            }
    }
}
