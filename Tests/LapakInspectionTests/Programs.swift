import Foundation

@testable import LapakInspection

extension Inspector {
    /// The one that serves, with the program built beside the tests.
    static func real(_ limits: InspectionLimits = InspectionLimits(), timeLimit: Duration = .seconds(120)) -> Inspector {
        Inspector(program: program, limits: limits, timeLimit: timeLimit)
    }

    /// One whose child does what the script says.
    static func pretending(_ script: String, atOnce: Int = 2, mostWaiting: Int = 8, timeLimit: Duration = .seconds(60)) -> Inspector {
        Inspector(program: "/bin/sh", arguments: ["-c", script], atOnce: atOnce, mostWaiting: mostWaiting, timeLimit: timeLimit)
    }

    static var program: String {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "lapak-inspect").path
    }
}
