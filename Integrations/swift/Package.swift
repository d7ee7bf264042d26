// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "OwnStage",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "Ghirbal", path: "../..")],
  targets: [
    .executableTarget(
      name: "OwnStage", dependencies: [.product(name: "Ghirbal", package: "Ghirbal")])
  ],
  swiftLanguageModes: [.v6]
)
