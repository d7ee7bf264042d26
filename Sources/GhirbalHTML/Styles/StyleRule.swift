import GhirbalDocument

/// A rule of a page's style sheet that says whether what it selects is shown: one selector, with what
/// is declared of `display` and `visibility`.
struct StyleRule {
  /// One element's part of a selector; what a name is stands here as its hash.
  struct Compound: Equatable {
    /// Nil for any.
    var tag: Tag?
    /// Of its id and classes.
    var names: [UInt64] = []
    /// Whether the element that the compound before this one matches is the parent, and not just
    /// somewhere around.
    var isChild = false
  }

  /// A property that hides, whose last word counts.
  enum Property: CaseIterable { case display, visibility }

  /// Whether each property hides; nil where it is not declared.
  struct Hiding {
    var display: Bool?
    var visibility: Bool?

    subscript(property: Property) -> Bool? {
      switch property {
      case .display: display
      case .visibility: visibility
      }
    }
  }

  var compounds: [Compound]
  var hides: Hiding
  /// What wins where rules of one property disagree (CSS Cascading Level 4, section 6): importance,
  /// then ids, classes and tags.
  var weight: UInt64

  /// The weight of `!important`.
  static let important: UInt64 = 1 << 32

  /// The hash that stands for a name: FNV-1a.
  static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
    var hash = Self.noName
    for byte in name { hash = Self.hash(byte, after: hash) }
    return hash
  }

  /// The hash that stands for an id, another one than that of the class with its name.
  static func id(_ name: some Sequence<UInt8>) -> UInt64 { ~hash(name) }

  /// The hash of a name without bytes.
  static let noName: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of a name with one more byte.
  static func hash(_ byte: UInt8, after hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
