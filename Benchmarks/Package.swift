// swift-tools-version: 6.2
import PackageDescription

// Measurements, apart from the package itself: they see libxml2 bare, which the library never does.
let package = Package(
  name: "GhirbalBenchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "Ghirbal", path: "..")],
  targets: [
    .systemLibrary(
      name: "CBareLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .executableTarget(
      name: "Reading",
      dependencies: [
        "CBareLibXML2",
        .product(name: "Ghirbal", package: "Ghirbal"),
        .product(name: "GhirbalContent", package: "Ghirbal"),
        .product(name: "GhirbalDocument", package: "Ghirbal"),
        .product(name: "GhirbalHTML", package: "Ghirbal"),
        .product(name: "GhirbalStages", package: "Ghirbal"),
        .product(name: "GhirbalText", package: "Ghirbal"),
      ]),
    .executableTarget(
      name: "Texts", dependencies: [.product(name: "GhirbalText", package: "Ghirbal")]),
  ],
  swiftLanguageModes: [.v6]
)
