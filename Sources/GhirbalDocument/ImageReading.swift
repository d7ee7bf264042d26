/// What is read of a page's images.
public enum ImageReading: String, Sendable, CaseIterable, Codable {
  case none
  /// The alternative text, where the image stands.
  case alt
}
