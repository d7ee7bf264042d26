import ArgumentParser
import Foundation
import GhirbalIO

/// What may be shown on a terminal, and how.
struct Terminal {
  enum Colour: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  let hasColour: Bool
  private let isTerminal = StandardStreams.outputIsTerminal

  /// `auto` colours a terminal unless NO_COLOR is set (no-color.org) or TERM is `dumb`.
  init(_ colour: Colour) {
    hasColour =
      switch colour {
      case .always: true
      case .never: false
      case .auto:
        Self.canWriteOver(STDOUT_FILENO)
          && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
      }
  }

  /// Whether a file is a terminal that knows escape sequences.
  static func canWriteOver(_ file: Int32) -> Bool {
    isatty(file) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
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

  private static let maxScalarsOfColumn = 8

  /// Scraped text for a line: every invisible character by its name, cut to `width` columns. Joiners
  /// belong to words and are named where a word's letters are asked for.
  ///
  /// On a terminal, text that runs from right to left is isolated, so that its direction does not spill
  /// over (Unicode Bidirectional Algorithm, FSI and PDI). A pipe gets the text alone: what reads it may
  /// look for words, and pagers show the isolates.
  func shown(_ text: String, width: Int = .max, namesJoiners: Bool = false) -> String {
    var shown = ""
    var columns = 0
    // Where the sign of a cut has room.
    var cut = 0
    var scalarCount = 0
    var isRightToLeft = false
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let isWordJoiner = !namesJoiners && scalar.isJoiner && !(last?.isJoiner ?? true)
      let next = isWordJoiner ? String(scalar) : scalar.visible
      if !isWordJoiner { columns += next.columns }
      scalarCount += 1
      // Marks without end on one letter take no column.
      if columns > width || scalarCount / Self.maxScalarsOfColumn > width {
        shown = String(decoding: shown.utf8.prefix(cut), as: UTF8.self) + "…"
        break
      }
      shown += next
      if columns < width { cut = shown.utf8.count }
      isRightToLeft = isRightToLeft || scalar.runsFromRightToLeft
      last = scalar
    }
    return isRightToLeft && isTerminal ? "\u{2068}\(shown)\u{2069}" : shown
  }
}

extension Unicode.Scalar {
  /// `‹U+1B›`.
  fileprivate var codePoint: String {
    "‹U+\(String(value, radix: 16, uppercase: true))›"
  }

  /// Whether a terminal takes it as an order, or it changes the order of what stands after it: C0
  /// and C1 control characters (ECMA-48), line and paragraph separators, and embeddings, overrides,
  /// isolates and shaping controls (Unicode Bidirectional Algorithm, section 2).
  fileprivate var actsOnTerminal: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x206F: true
    default: false
    }
  }

  /// Whether it is a direction mark: invisible, at home in text, out of place in a name.
  fileprivate var isDirectionMark: Bool {
    value == 0x061C || value == 0x200E || value == 0x200F
  }
}

extension String {
  /// This text on one line, with no invisible character that a terminal would act on or that hides
  /// in a name.
  var singleLine: String {
    showing { scalar, _ in scalar.actsOnTerminal || scalar.isDirectionMark }
  }

  /// This text with its line ends, tabs and direction marks, and nothing else that a terminal would
  /// act on.
  var harmless: String {
    showing { scalar, next in
      switch scalar {
      case "\n", "\t": false
      case "\r": next != "\n"
      default: scalar.actsOnTerminal
      }
    }
  }

  /// This text with the scalars that `isShown` tells of, given the one behind each, as code points.
  private func showing(_ isShown: (Unicode.Scalar, Unicode.Scalar?) -> Bool) -> String {
    var result = String.UnicodeScalarView()
    var index = unicodeScalars.startIndex
    while index < unicodeScalars.endIndex {
      let scalar = unicodeScalars[index]
      index = unicodeScalars.index(after: index)
      let next = index < unicodeScalars.endIndex ? unicodeScalars[index] : nil
      if isShown(scalar, next) {
        result.append(contentsOf: scalar.codePoint.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
