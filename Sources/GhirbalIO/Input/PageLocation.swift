import Foundation

/// A page, or a container of pages, as it lies on the disk: the file to open, and the path that
/// names it in all results.
public struct PageLocation: Sendable, Equatable {
  public let file: String
  public let path: String
  /// The size of the file, for the progress; 0 where it is not known.
  public let byteCount: Int
  /// Why the file will not be opened; nil for nearly all.
  public let fault: PageFault?

  public init(file: String, path: String, byteCount: Int = 0, fault: PageFault? = nil) {
    self.file = file
    self.path = path
    self.byteCount = byteCount
    self.fault = fault
  }

  /// The pages of a folder, nested folders included, sorted.
  public static func all(in folder: String) throws(FileProblem) -> [PageLocation] {
    var walk = try FolderWalk(folder)
    var locations: [PageLocation] = []
    while let location = walk.next() { locations.append(location) }
    return locations
  }

  /// Where this stands among others: by the UTF-8 of the names, those of a container's pages
  /// included.
  var sortKey: [UInt8] { Array((PageContainer(path: path) == nil ? path : path + "/").utf8) }
}

extension PageLocation {
  /// The locations in the order of a source, each with a name of its own: of several that would
  /// write the same files the first one keeps its name, the others have a fault.
  public static func sorted(_ locations: [PageLocation]) -> [PageLocation] {
    let keyed = locations.map { (key: $0.sortKey, location: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var folders: [String: ResultNames] = ["": ResultNames(isRoot: true)]
    var claimed: [String: PageFault?] = [:]
    return keyed.map { _, location in
      guard location.fault == nil else { return location }
      let parts = location.path.split(separator: "/").map(String.init)
      var parent = ""
      var fault: PageFault?
      for (index, part) in parts.enumerated() where fault == nil {
        let isFolder = index + 1 < parts.count
        let path = parent + part + "/"
        if isFolder, let known = claimed[path] {
          fault = known
        } else {
          fault = folders[parent, default: ResultNames(isRoot: false)].claim(
            part, isFolder: isFolder || PageContainer(path: part) != nil)
          if isFolder { claimed[path] = .some(fault) }
        }
        parent = path
      }
      return fault.map { PageLocation(location, fault: $0) } ?? location
    }
  }

  private init(_ location: PageLocation, fault: PageFault) {
    self.init(
      file: location.file, path: location.path, byteCount: location.byteCount, fault: fault)
  }
}

extension PageLocation {
  /// A file that a list names: results lie under its path, without the root and `.`; each `..` is
  /// written `%2E%2E`, so that nothing leaves the output.
  public init(listed name: [UInt8]) {
    guard let file = String(validating: name, as: UTF8.self) else {
      let shown = String(decoding: name, as: UTF8.self)
      self.init(file: shown, path: shown, fault: PageFault(.nameNotUTF8))
      return
    }
    let parts = file.split(separator: "/").filter { $0 != "." }
      .map { $0 == ".." ? "%2E%2E" : String($0) }
    let isNameless = parts.isEmpty || parts.last == "%2E%2E"
    var status = stat()
    let byteCount = stat(file, &status) == 0 ? Int(status.st_size) : 0
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    self.init(
      file: file, path: isNameless ? file : parts.joined(separator: "/"), byteCount: byteCount,
      fault: isNameless
        ? PageFault(.nameUnsafe, "the name is that of a folder")
        : isFolder ? PageFault(.unreadable, "it is a folder") : nil)
  }
}
