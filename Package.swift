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
    .testTarget(name: "GhirbalTextTests", dependencies: ["GhirbalText"], swiftSettings: house),
    .testTarget(
      name: "GhirbalDocumentTests", dependencies: ["GhirbalDocument"], swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
