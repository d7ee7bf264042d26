import Foundation

/// How long a test waits for what takes linear time, and would take hours if it did not.
public enum Patience {
  /// A minute; much more with a sanitizer, under which all tests run at once at a tenth of the speed.
  public static let minutes = getenv("GHIRBAL_SANITIZED") == nil ? 1 : 60
}
