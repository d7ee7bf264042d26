// swift-tools-version: 6.2
import PackageDescription

// Fuzzing with libFuzzer, apart from the package itself. Built by script/fuzz alone, which has the
// compiler instrument everything and link libFuzzer.
let package = Package(
  name: "GhirbalFuzz",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "Ghirbal", path: "..")],
  targets: [
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        .product(name: "Ghirbal", package: "Ghirbal"),
        .product(name: "GhirbalDocument", package: "Ghirbal"),
        .product(name: "GhirbalIO", package: "Ghirbal"),
        .product(name: "GhirbalText", package: "Ghirbal"),
      ],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])],
      // gold, which Swift takes by default, breaks off here.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux]))])
  ],
  swiftLanguageModes: [.v6]
)
