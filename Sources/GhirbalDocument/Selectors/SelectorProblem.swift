/// A selector that cannot be read, or that asks for what a page's arena does not keep.
public struct SelectorProblem: Error, Equatable {
  public enum Cause: Equatable, Sendable {
    /// The text holds no selector, or a list has an empty place.
    case missingSelector
    /// A character that cannot stand where it does; nil for the text's end.
    case unexpected(Unicode.Scalar?)
    /// A name was wanted: after `.`, `#`, `[` or `:`.
    case missingName
    /// A name that starts with a digit, which CSS wants escaped.
    case digitFirst
    /// An element's name that the arena does not keep.
    case unknownElement(String)
    /// An attribute that the arena does not keep.
    case unknownAttribute(String)
    /// A pseudo-class that depends on more than the markup, or a pseudo-element.
    case unknownPseudoClass(String)
    /// What stands in the brackets of `:nth-child` is no `an+b`.
    case badPattern(String)
    /// More UTF-8 than `SelectorList.maxUTF8Count`.
    case tooLong
    /// More compounds than `SelectorList.maxCompounds`.
    case tooManyCompounds
  }

  /// Where in the selector's text.
  public let utf8Offset: Int
  public let cause: Cause

  public init(_ utf8Offset: Int, _ cause: Cause) {
    self.utf8Offset = utf8Offset
    self.cause = cause
  }

  /// What is wrong and what would be right, as a sentence without its full stop.
  public var problem: String {
    switch cause {
    case .missingSelector: "a selector is missing"
    case .unexpected(let scalar):
      scalar.map { "\"\($0)\" cannot stand there" } ?? "it ends too early"
    case .missingName: "a name is wanted"
    case .digitFirst: "a name does not start with a digit; write \\31 and a space for 1"
    case .unknownElement(let name):
      "<\(name)> is no element of HTML that is kept; select it by its class or id"
    case .unknownAttribute(let name):
      "the attribute \(name) is not kept; kept are "
        + AttributeName.allCases.filter { $0 != .none }.map(\.name).joined(separator: ", ")
    case .unknownPseudoClass(let name):
      ":\(name) is not known; known are "
        + PseudoClass.allCases.map { ":" + $0.rawValue }.joined(separator: ", ")
    case .badPattern(let pattern):
      "\"\(pattern)\" is no pattern such as 2, odd, even or 3n+1"
    case .tooLong: "it is longer than \(SelectorList.maxUTF8Count) bytes"
    case .tooManyCompounds: "it has more than \(SelectorList.maxCompounds) compounds"
    }
  }
}
