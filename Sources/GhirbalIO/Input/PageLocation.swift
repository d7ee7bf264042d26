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
  /// What tells the input that the path is relative to apart from other inputs of one output; nil for
  /// the one that the configuration names.
  public let origin: String?
  /// Whether somebody named the file by itself, and not a folder or a list that it stands in.
  public var isNamed = false
  /// Where the page was fetched from, as somebody says; nil where nobody does.
  public var url: String?
  /// The path that tells the page's site by its folder, where `path` does not.
  public var sitePath: String?
  /// What the file holds, whatever its name is; nil where that says it.
  public var container: PageContainer?

  public init(
    file: String, path: String, byteCount: Int = 0, fault: PageFault? = nil, origin: String? = nil
  ) {
    self.file = file
    self.path = path
    self.byteCount = byteCount
    self.fault = fault
    self.origin = origin
  }

  /// The pages of a folder, nested folders included, sorted.
  public static func all(
    in folder: String, names: NameRule? = .exact, rules: InputRules = InputRules(),
    origin: String? = nil
  ) throws(FileProblem) -> [PageLocation] {
    var walk = try FolderWalk(folder, names: names, rules: rules, origin: origin)
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
  ///
  /// - Parameter names: Which names the results' place does not tell apart.
  public static func sorted(
    _ locations: [PageLocation], names: NameRule = .exact
  ) -> [PageLocation] {
    let keyed = locations.map { (key: $0.sortKey, location: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    // By their bytes: `String` takes names for one that differ in composition.
    var folders: [[UInt8]: ResultNames] = [[]: ResultNames(isRoot: true, names)]
    var claimed: [[UInt8]: PageFault?] = [:]
    return keyed.map { _, location in
      guard location.fault == nil else { return location }
      let parts = location.path.split(separator: "/").map(String.init)
      var parent: [UInt8] = []
      var fault: PageFault?
      for (index, part) in parts.enumerated() where fault == nil {
        let isFolder = index + 1 < parts.count
        let path = parent + part.utf8 + [UInt8(ascii: "/")]
        if isFolder, let known = claimed[path] {
          fault = known
        } else {
          fault = folders[parent, default: ResultNames(isRoot: false, names)].claim(
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
      file: location.file, path: location.path, byteCount: location.byteCount, fault: fault,
      origin: location.origin)
    isNamed = location.isNamed
    url = location.url
    sitePath = location.sitePath
    container = location.container
  }
}

extension PageLocation {
  /// A file that a list names: results lie under its path, without the root and `.`; each `..` is
  /// written `%2E%2E`, so that nothing leaves the output.
  public init(listed name: [UInt8], origin: String? = nil) {
    guard let file = String(validating: name, as: UTF8.self) else {
      let shown = String(decoding: name, as: UTF8.self)
      self.init(file: shown, path: shown, fault: PageFault(.nameNotUTF8), origin: origin)
      return
    }
    let parts = Self.listedParts(file)
    let isNameless = parts.isEmpty || parts.last == "%2E%2E"
    var status = stat()
    let byteCount = stat(file, &status) == 0 ? Int(status.st_size) : 0
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    self.init(
      file: file, path: isNameless ? file : parts.joined(separator: "/"), byteCount: byteCount,
      fault: isNameless
        ? PageFault(.nameUnsafe, "the name is that of a folder")
        : isFolder ? PageFault(.unreadable, "it is a folder") : nil, origin: origin)
  }

  /// The pages of a folder that is named as a list names files, with its own path before theirs.
  public static func all(
    listed folder: String, rules: InputRules = InputRules(), origin: String?
  ) throws(FileProblem) -> [PageLocation] {
    let prefix = listedParts(folder).map { $0 + "/" }.joined()
    return try all(in: folder, names: nil, rules: rules).map {
      var location = PageLocation(
        file: $0.file, path: prefix + $0.path, byteCount: $0.byteCount, fault: $0.fault,
        origin: origin)
      location.sitePath = $0.path
      return location
    }
  }

  private static func listedParts(_ file: String) -> [String] {
    file.split(separator: "/").filter { $0 != "." }.map { $0 == ".." ? "%2E%2E" : String($0) }
  }
}
