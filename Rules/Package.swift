// swift-tools-version:6.2
import PackageDescription

// The rules alone: the same files as in the package above, reached by links, without the server's
// dependencies. `make rules` runs these tests in seconds.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "rules",
    targets: [
        .target(name: "LapakDomain", swiftSettings: strict),
        .testTarget(name: "LapakDomainTests", dependencies: ["LapakDomain"], swiftSettings: strict),
    ]
)
