import Foundation
import Synchronization

/// The file that a command writes beside its standard output: what a signal ends before it is whole
/// leaves nothing behind.
enum UnfinishedFile {
  /// The address of the name that the file has until it is whole; 0 while there is none.
  private static let path = Atomic<UInt>(0)

  /// Removes the file when a signal ends the process. A signal that whoever started the process
  /// ignores stays ignored.
  static func removeWhenStopped(_ path: String) {
    self.path.store(UInt(bitPattern: strdup(path)), ordering: .relaxed)
    for number in [SIGHUP, SIGINT, SIGTERM, SIGPIPE] {
      let earlier = signal(number) { number in
        UnfinishedFile.remove()
        signal(number, SIG_DFL)
        raise(number)
      }
      if unsafeBitCast(earlier, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
  }

  /// Removes the file where there is one. Safe in a signal handler.
  static func remove() {
    let path = UnsafePointer<CChar>(bitPattern: path.load(ordering: .relaxed))
    if let path { unlink(path) }
  }
}
