/// The direction a line of text is laid out in.
public enum TextDirection: String, Sendable, Codable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"
}
