import Foundation
import LapakInspection
import LapakOutside
package import LapakStore
import LapakVault

/// The doctor's questions about what papers need: the vault, its keys, the programs that look at files.
package struct PapersCheckup {
    /// One answer; `trouble` where something must be mended.
    package struct Finding: Sendable {
        package let what: String
        package let detail: String
        package let isTrouble: Bool
    }

    private let settings: Settings
    private let store: Store
    private let secrets: Secrets

    package init(settings: Settings, store: Store, secrets: Secrets) {
        self.settings = settings
        self.store = store
        self.secrets = secrets
    }

    /// Asks everything, one thing after another. Of the storage a file of its own is written, read and removed.
    package func findings() async -> [Finding] {
        var findings: [Finding] = []
        if FileManager.default.fileExists(atPath: settings.vault) || settings.s3 != nil {
            await findings.append(
                ask("storage") {
                    let threads = CurlThreads()
                    let vault = try PaperVault.open(settings, store: store, secrets: secrets) { threads }
                    do { try await vault.probe() } catch {
                        await threads.stop()
                        throw error
                    }
                    await threads.stop()
                    return "\(settings.s3?.url ?? settings.vault) keeps and gives back a file; \(vault.masters)"
                })
        } else {
            findings.append(Finding(what: "storage", detail: "\(settings.vault) will be made at the first start", isTrouble: false))
        }
        await findings.append(
            ask("inspector") {
                let program = settings.inspectorProgram
                guard FileManager.default.isExecutableFile(atPath: program) else {
                    throw SettingTrouble("there is no program \(program); set LAPAK_INSPECT")
                }
                let verdict = try await Inspector(program: program).inspect(Array("no picture".utf8))
                guard verdict == .refused(.wrongType) else { throw SettingTrouble("\(program) gives a wrong answer") }
                return "\(program) starts and answers"
            })
        if let clamd = settings.clamd {
            await findings.append(
                ask("antivirus") {
                    guard let address = try settings.scannerAddress else { return "" }
                    _ = try await Clamd(address, timeLimit: .seconds(10)).scan(Array("no virus".utf8))
                    return "clamd answers at \(clamd)"
                })
        } else {
            findings.append(Finding(what: "antivirus", detail: "no LAPAK_CLAMD: files are not scanned for viruses", isTrouble: false))
        }
        return findings
    }

    private func ask(_ what: String, _ question: () async throws -> String) async -> Finding {
        do { return Finding(what: what, detail: try await question(), isTrouble: false) } catch {
            return Finding(what: what, detail: "\(error)", isTrouble: true)
        }
    }
}
