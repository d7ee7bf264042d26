import ArgumentParser
import Foundation
import GhirbalIO

/// What may be shown on a terminal, and how.
struct Terminal {
  enum Colour: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  private let hasColour: Bool

  /// `auto` colours a terminal unless NO_COLOR is set (no-color.org).
  init(_ colour: Colour) {
    hasColour =
      switch colour {
      case .always: true
      case .never: false
      case .auto:
        isatty(STDOUT_FILENO) == 1
          && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
      }
  }

  enum Style: String {
    case plain = ""
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  func styled(_ text: String, _ style: Style) -> String {
    hasColour && style != .plain ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Scraped text for a line of the terminal: isolated, so that its direction does not spill over
  /// (Unicode Bidirectional Algorithm, FSI and PDI), with every invisible character made visible,
  /// and cut to `width` columns.
  static func isolated(_ text: String, width: Int = .max) -> String {
    var shown = ""
    var columns = 0
    for scalar in text.unicodeScalars {
      let next = scalar.visible
      columns += next.unicodeScalars.reduce(0) { $0 + Self.columns(of: $1) }
      if columns > width {
        shown += "…"
        break
      }
      shown += next
    }
    return "\u{2068}\(shown)\u{2069}"
  }

  /// How wide a terminal sets a character: ideographs, kana, hangul and emoji take two columns
  /// (Unicode Standard Annex 11, classes W and F, by their blocks).
  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}

extension String {
  /// This text on one line, with no control character that a terminal would act on.
  var singleLine: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? "\u{FFFD}" : $0 }
      ))
  }
}
