import Foundation
import GhirbalDocument
import GhirbalIO

/// The pages that arguments name, one after the other; `-` is standard input, of which one page at a time
/// is in memory.
struct NamedInput {
  private var pages: SourcePages
  private var standardInput: StreamedPages?
  private let form: InputForm?
  private let url: String?
  private let limits: SourceLimits
  /// Makes one page of all bytes of standard input; nil where they say what they are.
  private let whole: (([UInt8]) -> Page)?

  static let standardInputName = "stdin"

  init(
    _ locations: [PageLocation], _ form: InputForm?, url: String? = nil, _ limits: SourceLimits,
    whole: (([UInt8]) -> Page)? = nil
  ) throws(FileProblem) {
    pages = try PageSource.list(
      locations.map { location in
        var location = location
        if location.file != "-" { location.container = form?.container ?? location.container }
        return location
      }
    ).pages(limits)
    self.form = form
    self.url = url
    self.limits = limits
    self.whole = whole
  }

  mutating func next() throws(FileProblem) -> SourcePage? {
    while true {
      if let page = standardInput?.next() { return page }
      standardInput = nil
      guard let page = pages.next() else { return nil }
      guard page.path == Self.standardInputName, case .file("-") = page.body else { return page }
      if let whole {
        let bytes = try AtomicFile.read(
          STDIN_FILENO, "standard input", maxBytes: limits.maxPageBytes)
        return SourcePage(path: page.path, body: .page(whole(bytes)))
      }
      let streamed = try StreamedPages(
        STDIN_FILENO, "standard input", path: page.path, url: url, as: form, limits)
      guard url == nil || streamed.container == nil else {
        throw FileProblem(
          "standard input", "it holds many pages, which have addresses of their own: no --url")
      }
      standardInput = streamed
    }
  }

  /// The pages that an argument names, by their paths in a folder or by their own names.
  ///
  /// - Parameters:
  ///   - sites: where folders tell sites.
  ///   - isMeant: whether a file that is named by itself is one of the input.
  static func locations(
    of path: String, _ rules: InputRules, _ sites: SitePaths? = nil,
    where isMeant: (String) -> Bool
  ) throws(FileProblem) -> [PageLocation] {
    if isFolder(path) { return try PageLocation.all(in: path, names: nil, rules: rules) }
    guard path == "-" || isMeant(path) else { return [] }
    let name = path == "-" ? standardInputName : String(path.split(separator: "/").last ?? "page")
    var location = PageLocation(file: path, path: name)
    location.sitePath = sites?.path(of: path)
    return [location]
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return path != "-" && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
