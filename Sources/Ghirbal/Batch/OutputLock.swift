import Foundation
public import GhirbalIO

/// Holds an output folder against a second run in it, as long as the process lives at most.
///
/// The folder itself is locked (`flock`), so that no lock file stays behind.
public final class OutputLock {
  private let file: Int32

  /// Throws where another run holds it.
  public init(_ folder: String) throws(FileProblem) {
    file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw FileProblem(folder, errno: errno) }
    // A file system without locks is no reason not to run; one that is held is.
    guard flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
    close(file)
    throw FileProblem(folder, "another run writes into this folder")
  }

  deinit {
    // A process that another thread is just starting has the file until it runs its program: closing it
    // here would not give the folder free.
    flock(file, LOCK_UN)
    close(file)
  }
}
