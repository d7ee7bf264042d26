// swift-tools-version: 6.2
import PackageDescription

/// What every target is built with: the upcoming language features, and no warning left standing.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Ghirbal",
  // The first that has `Array.span`.
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "ghirbal", targets: ["GhirbalCommand"]),
    .library(name: "Ghirbal", targets: ["Ghirbal"]),
    .library(name: "GhirbalContent", targets: ["GhirbalContent"]),
    .library(name: "GhirbalDocument", targets: ["GhirbalDocument"]),
    .library(name: "GhirbalHTML", targets: ["GhirbalHTML"]),
    .library(name: "GhirbalIO", targets: ["GhirbalIO"]),
    .library(name: "GhirbalSites", targets: ["GhirbalSites"]),
    .library(name: "GhirbalStages", targets: ["GhirbalStages"]),
    .library(name: "GhirbalText", targets: ["GhirbalText"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CLibCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(
      name: "CLibZ", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CLibZstd", pkgConfig: "libzstd",
      providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .systemLibrary(
      name: "CLibBrotliDec", pkgConfig: "libbrotlidec",
      providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
    .target(
      name: "CGhirbalData",
      exclude: [
        "NOTICE.md", "author-forest.bin", "boundary-model.bin", "content-forest.bin",
        "day-forest.bin", "line-forest.bin", "phrases", "site-forest.bin", "tables",
        "text-forest.bin", "title-forest.bin", "word-lexicon.bin",
      ]),
    .target(name: "GhirbalText", dependencies: ["CGhirbalData"], swiftSettings: house),
    .target(name: "GhirbalDocument", dependencies: ["GhirbalText"], swiftSettings: house),
    .target(
      name: "GhirbalHTML",
      dependencies: ["CGhirbalData", "CLibXML2", "GhirbalDocument", "GhirbalText"],
      swiftSettings: house),
    .target(
      name: "GhirbalContent", dependencies: ["CGhirbalData", "GhirbalDocument"],
      swiftSettings: house),
    .target(
      name: "GhirbalSites", dependencies: ["CGhirbalData", "GhirbalDocument", "GhirbalText"],
      swiftSettings: house),
    .target(
      name: "GhirbalStages", dependencies: ["GhirbalContent", "GhirbalDocument", "GhirbalText"],
      swiftSettings: house),
    .target(
      name: "GhirbalIO",
      dependencies: ["CLibBrotliDec", "CLibZ", "CLibZstd", "GhirbalDocument", "GhirbalText"],
      swiftSettings: house),
    .target(
      name: "Ghirbal",
      dependencies: [
        "CLibCrypto", "GhirbalDocument", "GhirbalHTML", "GhirbalIO", "GhirbalSites",
        "GhirbalStages",
        "GhirbalText", "Yams",
      ],
      swiftSettings: house),
    .executableTarget(
      name: "GhirbalCommand",
      dependencies: [
        "Ghirbal", "GhirbalContent", "GhirbalDocument", "GhirbalIO", "GhirbalSites",
        "GhirbalStages",
        "GhirbalText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .target(
      name: "TestSupport",
      dependencies: ["GhirbalDocument", "GhirbalHTML", "GhirbalIO", "GhirbalText"],
      path: "Tests/TestSupport", swiftSettings: house),
    .testTarget(
      name: "GhirbalTextTests", dependencies: ["GhirbalText", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "GhirbalDocumentTests",
      dependencies: ["GhirbalDocument", "GhirbalIO", "GhirbalText", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "GhirbalHTMLTests",
      dependencies: ["GhirbalDocument", "GhirbalHTML", "GhirbalText", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "GhirbalContentTests",
      dependencies: ["GhirbalContent", "GhirbalDocument", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "GhirbalStagesTests",
      dependencies: [
        "GhirbalContent", "GhirbalDocument", "GhirbalStages", "GhirbalText", "TestSupport",
      ],
      exclude: ["phrases"],
      swiftSettings: house),
    .testTarget(
      name: "GhirbalSitesTests",
      dependencies: ["GhirbalDocument", "GhirbalSites", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "GhirbalIOTests",
      dependencies: ["GhirbalDocument", "GhirbalIO", "GhirbalText", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "GhirbalTests",
      dependencies: [
        "Ghirbal", "GhirbalDocument", "GhirbalIO", "GhirbalText", "TestSupport", "Yams",
      ],
      swiftSettings: house),
    .testTarget(
      name: "LawTests",
      dependencies: ["Ghirbal", "GhirbalDocument", "GhirbalIO", "GhirbalText", "TestSupport"],
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
