import Foundation
import LapakDomain
package import LapakInspection

extension InspectionService {
    /// With the programs that the settings name and the limits of today's policy.
    init(house: House) throws {
        let files = house.policy.files
        let limits = InspectionLimits(mostBytes: files.mostBytes, mostPixels: files.mostPixels, mostPages: files.mostPages)
        self.init(
            house: house, inspector: Inspector(program: house.settings.inspectorProgram, limits: limits),
            scanner: try house.settings.scannerAddress.map { Clamd($0) })
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
