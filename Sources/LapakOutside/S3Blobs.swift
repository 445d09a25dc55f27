package import LapakDomain
package import LapakVault

/// Keeps sealed files in a storage that speaks S3, under `shelf/name` behind the address of the settings.
///
/// Files go and come through libcurl piece by piece; memory does not grow with them. What is read waits in a file without a name
/// in the folder's `spool`, sealed as it is. Lost connections, time limits and answers of 5xx, 429 and 408 are tried again.
package struct S3Blobs: Blobs {
    private let settings: S3Settings
    private let folder: VaultFolder
    private let disk: DiskThreads
    private let threads: CurlThreads
    private let pauses: [Span]

    /// `pauses` are the waits before each further try, shortened by chance to a half at the least.
    package init(
        _ settings: S3Settings, folder: VaultFolder, disk: DiskThreads, threads: CurlThreads,
        pauses: [Span] = [Span(milliseconds: 300), .seconds(1), .seconds(3)]
    ) {
        self.settings = settings
        self.folder = folder
        self.disk = disk
        self.threads = threads
        self.pauses = pauses
    }

    package func put(_ path: String, as name: BlobName) async throws(VaultTrouble) {
        let file: OutgoingFile
        do throws(VaultTrouble) {
            file = try await disk.run { () throws(VaultTrouble) in try OutgoingFile(path) }
        } catch {
            // Taken over already, by a call whose answer nobody heard, or not there at all.
            guard error == .missing else { throw error }
            return try expect([200], await ask(call(.head, name)))
        }
        var call = call(.put, name, sha256: file.sha256)
        call.outgoing = file
        try expect([200, 201, 204], await ask(call))
        try await disk.run { () throws(VaultTrouble) in _ = try DiskFile.remove(path) }
    }

    package func open(_ name: BlobName) async throws(VaultTrouble) -> DiskFile {
        let file = try await disk.run { () throws(VaultTrouble) in try DiskFile.nameless(in: folder.spool) }
        var call = call(.get, name)
        call.incoming = file
        try expect([200], await ask(call))
        return file
    }

    /// Removes it. A bucket that keeps old versions keeps them; only the destruction of the claim's key ends those.
    package func remove(_ name: BlobName) async throws(VaultTrouble) {
        do throws(VaultTrouble) {
            try expect([200, 204], await ask(call(.delete, name)))
        } catch {
            guard error == .missing else { throw error }
        }
    }

    private func call(_ verb: HTTPCall.Verb, _ name: BlobName, sha256: String = S3Signature.nothing) -> HTTPCall {
        var call = HTTPCall(
            verb, "\(settings.base)/\(name.shelved)", headers: ["x-amz-content-sha256": sha256], timeLimit: settings.timeLimit,
            sizeLimit: S3Blobs.sizeLimit, authorities: settings.authorities)
        call.signature = settings.signature
        return call
    }

    /// Asks, as often as the pauses allow while the trouble may pass.
    private func ask(_ call: HTTPCall) async throws(VaultTrouble) -> HTTPAnswer {
        var pauses = pauses[...]
        while true {
            if let file = call.incoming { try await disk.run { () throws(VaultTrouble) in try file.cut(to: 0) } }
            let trouble: VaultTrouble
            do throws(HTTPTrouble) {
                let answer = try await call.send(on: threads)
                guard answer.status >= 500 || [408, 429].contains(answer.status) else { return answer }
                trouble = .away(S3Blobs.sentence(answer))
            } catch {
                trouble = try S3Blobs.passing(error)
            }
            guard let pause = pauses.popFirst() else { throw trouble }
            let milliseconds = Int64.random(in: pause.milliseconds / 2...pause.milliseconds)
            do { try await Task.sleep(for: .milliseconds(milliseconds)) } catch { throw .away("the call was cancelled") }
        }
    }

    /// What a lost answer means; throws where another try would be the same.
    private static func passing(_ trouble: HTTPTrouble) throws(VaultTrouble) -> VaultTrouble {
        switch trouble {
        case .unreachable, .broken, .timeLimit: return .away("the storage: \(trouble)")
        case .crowded: throw .crowded
        case .cancelled: throw .away("the call was cancelled")
        case .disk(let trouble): throw trouble
        case .tooLarge, .unsendable: throw .refused("the storage: \(trouble)")
        }
    }

    private func expect(_ statuses: [Int], _ answer: HTTPAnswer) throws(VaultTrouble) {
        guard !statuses.contains(answer.status) else { return }
        guard answer.status != 404 || S3Blobs.code(answer) == "NoSuchBucket" else { throw .missing }
        throw .refused(S3Blobs.sentence(answer))
    }

    private static func sentence(_ answer: HTTPAnswer) -> String {
        let code = code(answer)
        return "the storage answered \(answer.status)\(code.isEmpty ? "" : " \(code)")"
    }

    /// The storage's own word for its refusal, of letters only.
    private static func code(_ answer: HTTPAnswer) -> String {
        let text = String(decoding: answer.body.prefix(2000), as: UTF8.self)
        guard let start = text.firstRange(of: "<Code>"), let end = text.firstRange(of: "</Code>"), start.upperBound <= end.lowerBound
        else { return "" }
        return String(text[start.upperBound..<end.lowerBound].filter { $0.isASCII && $0.isLetter }.prefix(64))
    }

    /// The most that is taken as an answer: several times a sealed file.
    private static let sizeLimit = 67_108_864
}
