import Foundation
import LapakDomain
package import LapakInspection

extension InspectionService {
    /// With the application's inspector and the antivirus that the settings name.
    init(app: App) throws {
        self.init(app: app, inspector: app.inspector, scanner: try app.settings.scannerAddress.map { Clamd($0) })
    }
}

extension Inspector {
    /// With the program that the settings name and the limits of today's policy.
    convenience init(_ settings: Settings, _ files: FilePolicy) {
        let limits = InspectionLimits(mostBytes: files.mostBytes, mostPixels: files.mostPixels, mostPages: files.mostPages)
        self.init(program: settings.inspectorProgram, limits: limits)
    }
}

extension Settings {
    /// The program that reads arriving files: as set, or beside the one that runs.
    package var inspectorProgram: String {
        inspector
            ?? URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "lapak-inspect").path
    }

    /// Where the antivirus listens; nil when files are not scanned.
    package var scannerAddress: ClamdAddress? {
        get throws {
            guard let clamd else { return nil }
            guard let address = ClamdAddress(clamd) else {
                throw SettingTrouble("LAPAK_CLAMD is written tcp:HOST:PORT or unix:/PATH, not \(clamd)")
            }
            return address
        }
    }
}
