/// What a region asks of its readers, and the marks of markup that such regions carry.
struct NagKinds: OptionSet, Sendable {
  let rawValue: UInt16

  static let cookieNotice = NagKinds(rawValue: 1 << 0)
  static let paywall = NagKinds(rawValue: 1 << 1)
  static let newsletter = NagKinds(rawValue: 1 << 2)
  static let appBanner = NagKinds(rawValue: 1 << 3)
  static let republish = NagKinds(rawValue: 1 << 4)
  static let feedback = NagKinds(rawValue: 1 << 5)
  /// Ways to other texts, set into this one.
  static let links = NagKinds(rawValue: 1 << 6)
  /// Buttons that send or praise the text, with their numbers.
  static let share = NagKinds(rawValue: 1 << 7)
  /// Laid over the page: a dialog, a banner at an edge.
  static let window = NagKinds(rawValue: 1 << 8)
  /// Set apart from the text around it: a promotion, a widget.
  static let box = NagKinds(rawValue: 1 << 9)
  /// With one of these in the same name it names something else: `tag-cookies`, `cookie-policy`.
  static let other = NagKinds(rawValue: 1 << 10)

  /// Something set in, and what it is: both in one name are a way to another text, `inline-news`.
  static let inset = NagKinds(rawValue: 1 << 11)
  static let item = NagKinds(rawValue: 1 << 12)

  /// An app, and that it is to be had: both in one name are a banner for it, `download-app`.
  static let app = NagKinds(rawValue: 1 << 13)
  static let fetch = NagKinds(rawValue: 1 << 14)

  /// The kinds that phrases tell.
  static let told: NagKinds = [
    .cookieNotice, .paywall, .newsletter, .appBanner, .republish, .feedback,
  ]

  /// Reasons of rows, with their kinds.
  static let byReason: [(reason: ChromeReason, kind: NagKinds)] = [
    (.cookieNotice, .cookieNotice), (.paywall, .paywall), (.newsletter, .newsletter),
    (.appBanner, .appBanner), (.republish, .republish), (.feedback, .feedback),
  ]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The kind of a row; empty for a reason that is none's.
  init(_ reason: ChromeReason) {
    self = Self.byReason.first { $0.reason == reason }?.kind ?? []
  }
}
