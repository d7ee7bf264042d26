/// A pattern for paths, as gitignore writes them: `*` and `?` stay within a name, `**` does not.
///
/// A pattern without a slash is matched with the last name of a path, one that ends in a slash with all
/// that lies in the folder. Matching takes time in proportion to pattern times path, whatever they are.
struct PathPattern: Sendable, Equatable {
  let text: String
  private let tokens: [Token]
  private let isName: Bool

  private enum Token: Sendable, Equatable {
    case scalar(Unicode.Scalar)
    /// One character of a name.
    case any
    /// Any number of characters of a name.
    case many
    /// Any number of characters, slashes too.
    case all
    /// `**/`: any number of folders, none too.
    case folders
  }

  init(_ text: String) {
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
      default: tokens.append(.scalar(scalars[index]))
      }
      index += 1
    }
    self.tokens = tokens
  }

  func matches(_ path: String) -> Bool {
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
