/// A pattern for paths, as gitignore writes them: `*`, `?` and `[a-z]` stay within a name, `**` does not;
/// behind a backslash each of them is itself.
///
/// A pattern without a slash is matched with the last name of a path, one that ends in a slash with all
/// that lies in the folder. Matching takes time in proportion to pattern times path, whatever they are.
public struct PathPattern: Sendable, Equatable {
  public let text: String
  private let tokens: [Token]
  private let isName: Bool
  /// What a name ends in where the pattern is `*` and plain text, or the name itself: nearly all are.
  private let ending: (utf8: [UInt8], isWhole: Bool)?

  private enum Token: Sendable, Equatable {
    case scalar(Unicode.Scalar)
    /// One character of a name.
    case any
    /// One character of a name that is in the ranges, or in none of them.
    case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    /// Any number of characters of a name.
    case many
    /// Any number of characters, slashes too.
    case all
    /// `**/`: any number of folders, none too.
    case folders
  }

  public static func == (one: PathPattern, other: PathPattern) -> Bool { one.text == other.text }

  public init(_ text: String) {
    self.text = text
    let scalars = Array((text.hasSuffix("/") ? text + "**" : text).unicodeScalars)
    isName = !scalars.contains("/") && text != "**"
    var tokens: [Token] = []
    var index = scalars.first == "/" ? 1 : 0
    while index < scalars.count {
      switch scalars[index] {
      case "*" where index + 1 < scalars.count && scalars[index + 1] == "*":
        index += 2
        if index < scalars.count, scalars[index] == "/",
          index == 2 || scalars[index - 3] == "/"
        {
          tokens.append(.folders)
          index += 1
        } else {
          tokens.append(.all)
        }
        continue
      case "*": tokens.append(.many)
      case "?": tokens.append(.any)
      case "[":
        if let (token, end) = Self.oneOf(scalars, from: index) {
          tokens.append(token)
          index = end
        } else {
          tokens.append(.scalar("["))
        }
      case "\\" where index + 1 < scalars.count:
        index += 1
        tokens.append(.scalar(scalars[index]))
      default: tokens.append(.scalar(scalars[index]))
      }
      index += 1
    }
    self.tokens = tokens
    ending = isName ? Self.ending(tokens) : nil
  }

  /// The token of a bracket, and where it closes; nil where it does not.
  private static func oneOf(
    _ scalars: [Unicode.Scalar], from start: Int
  ) -> (token: Token, end: Int)? {
    var index = start + 1
    let isNegated = index < scalars.count && (scalars[index] == "!" || scalars[index] == "^")
    if isNegated { index += 1 }
    let first = index
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while index < scalars.count, scalars[index] != "]" || index == first {
      if scalars[index] == "\\", index + 1 < scalars.count { index += 1 }
      let lower = scalars[index]
      if index + 2 < scalars.count, scalars[index + 1] == "-", scalars[index + 2] != "]" {
        if lower <= scalars[index + 2] { ranges.append(lower...scalars[index + 2]) }
        index += 3
      } else {
        ranges.append(lower...lower)
        index += 1
      }
    }
    return index < scalars.count ? (.oneOf(ranges, isNegated: isNegated), index) : nil
  }

  private static func ending(_ tokens: [Token]) -> (utf8: [UInt8], isWhole: Bool)? {
    let isWhole = tokens.first != .many
    var utf8: [UInt8] = []
    for token in tokens.dropFirst(isWhole ? 0 : 1) {
      guard case .scalar(let scalar) = token else { return nil }
      utf8 += String(scalar).utf8
    }
    return (utf8, isWhole)
  }

  public func matches(_ path: String) -> Bool {
    if let ending {
      let name =
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8[$0...].dropFirst() }
        ?? path.utf8[...]
      return ending.isWhole
        ? name.elementsEqual(ending.utf8)
        : name.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
    let scalars = Array(path.unicodeScalars)
    let subject =
      isName ? Array(scalars[(scalars.lastIndex(of: "/").map { $0 + 1 } ?? 0)...]) : scalars
    // reached[i]: the tokens so far match the first i characters.
    var reached = [Bool](repeating: false, count: subject.count + 1)
    reached[0] = true
    for token in tokens {
      var next = [Bool](repeating: false, count: subject.count + 1)
      var isOpen = false
      for index in 0...subject.count {
        switch token {
        case .scalar(let scalar):
          if reached[index], index < subject.count, subject[index] == scalar {
            next[index + 1] = true
          }
        case .any:
          if reached[index], index < subject.count, subject[index] != "/" { next[index + 1] = true }
        case .oneOf(let ranges, let isNegated):
          if reached[index], index < subject.count, subject[index] != "/",
            ranges.contains(where: { $0.contains(subject[index]) }) != isNegated
          {
            next[index + 1] = true
          }
        case .many, .all:
          isOpen = isOpen || reached[index]
          if isOpen { next[index] = true }
          if token == .many, index < subject.count, subject[index] == "/" { isOpen = false }
        case .folders:
          if reached[index] { next[index] = true }
          isOpen = isOpen || reached[index]
          if isOpen, index > 0, subject[index - 1] == "/" { next[index] = true }
        }
      }
      reached = next
    }
    return reached[subject.count]
  }
}
