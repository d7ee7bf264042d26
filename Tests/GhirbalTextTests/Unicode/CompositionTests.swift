import Foundation
import TestSupport
import Testing

@testable import GhirbalText

@Suite struct CompositionTests {
  /// Every row of Unicode's own test, as Debian's `unicode-data` installs it, holds.
  @Test(.enabled(if: isInstalled, "needs NormalizationTest.txt (apt install unicode-data bzip2)"))
  func unicodeNormalizationTestHolds() throws {
    let file = try #require(normalizationTest())
    var rows = 0
    for line in file.split(separator: "\n") where line.first?.isHexDigit ?? false {
      let columns = line.split(separator: ";").prefix(5).map { column in
        column.split(separator: " ").reduce(into: "") { text, scalar in
          text.unicodeScalars.append(
            contentsOf: UInt32(scalar, radix: 16).flatMap(Unicode.Scalar.init).map { [$0] } ?? [])
        }
      }
      try #require(columns.count == 5)
      for (column, expected) in [(0, 1), (1, 1), (2, 1), (3, 3), (4, 3)] {
        let bytes = Array(columns[column].utf8)
        let out = bytes.applying(compositionFaults(in: bytes.span))
        #expect(out == Array(columns[expected].utf8), "\(line)")
      }
      rows += 1
    }
    #expect(rows > 18_000)
  }

  private static let file = "/usr/share/unicode/NormalizationTest.txt"

  private static let isInstalled =
    FileManager.default.fileExists(atPath: file)
    || FileManager.default.fileExists(atPath: file + ".bz2") && SystemTool.exists("bzip2")

  private func normalizationTest() -> String? {
    if let text = try? String(contentsOfFile: Self.file, encoding: .utf8) { return text }
    let bzip2 = Process()
    bzip2.executableURL = URL(filePath: SystemTool.path("bzip2") ?? "")
    bzip2.arguments = ["-dc", Self.file + ".bz2"]
    let output = Pipe()
    bzip2.standardOutput = output
    guard (try? bzip2.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    return data.isEmpty ? nil : String(decoding: data, as: UTF8.self)
  }

  /// The rows know every scalar that the standard library combines or that NFC rewrites.
  @Test func rowsCoverTheStandardLibrary() {
    var missing: [String] = []
    for value in UInt32(0x80)..<0x110000 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .unassigned
      else { continue }
      let traits = ScalarTraits.of(value)
      let text = String(Character(scalar))
      let isRewritten = !text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(text.utf8)
      if scalar.properties.canonicalCombiningClass != .notReordered || isRewritten,
        !traits.contains(.attentive)
      {
        missing.append(String(value, radix: 16))
      }
    }
    #expect(missing == [])
  }

  @Test func endlessMarksStayAsTheyAre() {
    let text = Array(("a" + String(repeating: "\u{301}\u{316}", count: 20_000)).utf8)
    #expect(compositionFaults(in: text.span).isEmpty)
  }
}

/// The changes that bring `text` to Normalization Form C and nothing else.
private func compositionFaults(in text: Span<UInt8>) -> [Replacement<UnicodeFinding>] {
  settledReplacements(in: text) { bytes in
    var scan = UnicodeScan(
      text: Scalars(bytes), traits: .attentive, language: nil, options: UnicodeOptions())
    return scan.look(TraitStops.of(.attentive))
  }
}
