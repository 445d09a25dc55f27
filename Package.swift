// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "lapak",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "lapak", targets: ["lapak"]), .executable(name: "lapak-inspect", targets: ["lapak-inspect"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CVips", pkgConfig: "vips", providers: [.apt(["libvips-dev"])]),
        .systemLibrary(name: "CQpdf", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
        .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CConfine"),
        .target(name: "LapakDomain", swiftSettings: strict),
        .target(name: "LapakGround", swiftSettings: strict),
        .target(name: "LapakNation", dependencies: ["LapakDomain"], swiftSettings: strict),
        .target(
            name: "LapakStore",
            dependencies: [
                "LapakDomain", "LapakGround", "CPostgres",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [.embedInCode("Schema")],
            swiftSettings: strict),
        .target(
            name: "LapakVault", dependencies: ["LapakDomain", "LapakGround", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(name: "LapakInspection", dependencies: ["LapakGround", "CConfine"], swiftSettings: strict),
        .target(
            name: "LapakInspectionChild", dependencies: ["LapakInspection", "CVips", "CQpdf", "CConfine"], swiftSettings: strict),
        .target(
            name: "LapakOutside",
            dependencies: [
                "LapakDomain", "LapakGround", "LapakVault", "CCurl", .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .target(
            name: "LapakWeb",
            dependencies: [
                "LapakDomain", "LapakGround", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: strict),
        .target(
            name: "LapakServer",
            dependencies: [
                "LapakInspection", "LapakDomain", "LapakGround", "LapakOutside", "LapakStore", "LapakVault", "LapakWeb", "CConfine",
                "CQRencode",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Assets"), .copy("Voice/sentences.txt")],
            swiftSettings: strict),
        .target(
            name: "LapakDevelopment",
            dependencies: [
                "LapakServer", "LapakWeb", "LapakOutside", "LapakInspection", "LapakStore", "LapakVault", "LapakNation", "LapakGround",
                "LapakDomain", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "lapak",
            dependencies: [
                "LapakDevelopment", "LapakServer", "LapakOutside", "LapakStore", "LapakNation", "LapakGround", "LapakDomain",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        // A program of its own, so that only it carries the libraries that read hostile files.
        .executableTarget(name: "lapak-inspect", dependencies: ["LapakInspectionChild"], swiftSettings: strict),
        .testTarget(name: "LapakDomainTests", dependencies: ["LapakDomain"], swiftSettings: strict),
        .testTarget(name: "LapakGroundTests", dependencies: ["LapakGround"], swiftSettings: strict),
        .testTarget(name: "LapakWebTests", dependencies: ["LapakWeb"], swiftSettings: strict),
        .testTarget(
            name: "LapakOutsideTests", dependencies: ["LapakOutside", "LapakVault", "LapakGround", "LapakNation", "LapakDomain"],
            swiftSettings: strict),
        .testTarget(name: "LapakNationTests", dependencies: ["LapakNation", "LapakDomain"], swiftSettings: strict),
        .testTarget(
            name: "LapakStoreTests", dependencies: ["LapakStore", "LapakNation", "LapakDomain"],
            exclude: ["Samples", "Upgrade/Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "LapakVaultTests",
            dependencies: ["LapakVault", "LapakNation", "LapakDomain", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .testTarget(
            name: "LapakServerTests",
            dependencies: [
                "LapakServer", "LapakDevelopment", "LapakWeb", "LapakOutside", "LapakStore", "LapakVault", "LapakInspection", "LapakNation",
                "LapakGround", "LapakDomain", "lapak-inspect",
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            exclude: ["Samples", "Snapshots"], swiftSettings: strict),
        .testTarget(
            name: "LapakInspectionTests",
            dependencies: ["LapakInspection", "LapakInspectionChild", "LapakGround", "CVips", "CQpdf", "lapak-inspect"],
            swiftSettings: strict),
        .testTarget(name: "HouseRulesTests", swiftSettings: strict),
    ]
)
