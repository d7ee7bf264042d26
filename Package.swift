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
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "GhirbalText", targets: ["GhirbalText"]),
    .library(name: "GhirbalDocument", targets: ["GhirbalDocument"]),
  ],
  targets: [
    .target(name: "GhirbalText", swiftSettings: house),
    .target(name: "GhirbalDocument", swiftSettings: house),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(
      name: "GhirbalHTML", dependencies: ["CLibXML2", "GhirbalDocument", "GhirbalText"],
      swiftSettings: house),
    .target(
      name: "GhirbalIO", dependencies: ["GhirbalDocument", "GhirbalText"], swiftSettings: house),
    .target(
      name: "GhirbalStages", dependencies: ["GhirbalDocument", "GhirbalText"], swiftSettings: house),
    .testTarget(
      name: "GhirbalStagesTests",
      dependencies: ["GhirbalDocument", "GhirbalIO", "GhirbalStages", "GhirbalText"],
      swiftSettings: house),
    .testTarget(name: "GhirbalTextTests", dependencies: ["GhirbalText"], swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
