import Foundation

/// A file that could not be read or written.
public struct FileProblem: Error, Equatable, CustomStringConvertible {
  public let path: String
  /// The system's words: "No space left on device".
  public let problem: String
  /// The system's number for it (`errno`); nil where the system did not complain.
  public let code: Int32?

  public var description: String { "\(path): \(problem)" }

  public init(_ path: String, _ problem: String) {
    self.path = path
    self.problem = problem
    code = nil
  }

  public init(_ path: String, errno code: Int32) {
    self.path = path
    problem = String(cString: strerror(code))
    self.code = code
  }

  /// Whether the name alone is at fault, so that another file could be written.
  public var isAboutName: Bool {
    switch code {
    case ENAMETOOLONG, ENOTDIR, EISDIR, EEXIST, ELOOP, EILSEQ, ENOTEMPTY, EINVAL: true
    default: false
    }
  }
}
