/// What is read of a page of markup where more than one reading is right.
public struct MarkupReading: Sendable, Equatable {
  public var images = ImageReading.none
  public var ruby = RubyReading.base
  public var protectedAddresses = ProtectedAddressReading.decode

  public init() {}
}

/// What is read of `ruby`: words with their pronunciation in small letters beside them.
public enum RubyReading: String, Sendable, CaseIterable, Codable {
  /// The words alone.
  case base
  /// The words, and behind them the pronunciation in brackets: 役所（やくしょ）.
  case annotated
}

/// What is read of mail addresses that Cloudflare wrote so that no collector of addresses sees them.
public enum ProtectedAddressReading: String, Sendable, CaseIterable, Codable {
  /// The address, which stands in the page as hexadecimal digits.
  case decode
  /// The words that stand in its place until a script has run.
  case leave
}
