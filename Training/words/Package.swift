// swift-tools-version: 6.2
import PackageDescription

/// Training sees the features through the code that repairs text, so both are always the same.
let package = Package(
  name: "BoundaryTraining",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "Ghirbal", path: "../..")],
  targets: [
    .executableTarget(
      name: "BoundaryTraining",
      dependencies: [.product(name: "GhirbalText", package: "Ghirbal")])
  ]
)
