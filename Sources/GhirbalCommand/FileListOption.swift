import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO

/// Files named one a line, by another program.
struct FileListOption: ParsableArguments {
  @Option(
    name: .customLong("files-from"),
    help: "Clean the files that this file names, one a line; - is standard input.",
    completion: .file())
  var list: String?
  @Flag(
    name: [.customShort("0"), .customLong("null")],
    help: "The names of --files-from end in NUL, as `find -print0` writes them.")
  var endsInNUL = false

  func validate() throws {
    if endsInNUL, list == nil { throw ValidationError("-0 goes with --files-from.") }
  }

  /// The files that the list names; nil without a list.
  func locations(
    _ origins: InputOrigins, _ sites: SitePaths?
  ) throws(FileProblem) -> [PageLocation]? {
    guard let list else { return nil }
    let bytes =
      list == "-"
      ? try AtomicFile.read(STDIN_FILENO, "standard input") : try AtomicFile.read(list)
    // Of thousands of names all have one of two origins.
    let (here, root) = (origins.origin(ofListed: ""), origins.origin(ofListed: "/"))
    return bytes.split(separator: endsInNUL ? 0 : 0x0A).map {
      var location = PageLocation(
        listed: Array($0), origin: $0.first == UInt8(ascii: "/") ? root : here)
      location.sitePath = sites?.path(of: location.file)
      return location
    }
  }
}
