import Foundation
import GhirbalIO
import TestSupport
import Testing

@Suite struct FolderWalkTests {
  struct NameRow: CustomTestStringConvertible, Sendable {
    let label: String
    /// Bytes of the paths that lie in the folder.
    let names: [[UInt8]]
    /// Paths in order, with the reason where there is a fault.
    let walked: [String]
    let rule: NameRule?
    var testDescription: String { label }

    init(
      _ label: String, _ names: [String], _ walked: [String], _ rule: NameRule? = .exact
    ) {
      self.init(label, bytes: names.map { Array($0.utf8) }, walked, rule)
    }

    init(_ label: String, bytes: [[UInt8]], _ walked: [String], _ rule: NameRule? = .exact) {
      self.label = label
      names = bytes
      self.walked = walked
      self.rule = rule
    }
  }

  private static let long = String(repeating: "x", count: 239)

  static let rows = [
    NameRow(
      "names in the order of their bytes", ["b", "a.txt", "a-b", "a/c"],
      [
        "a-b", "a.txt", "a/c", "b",
      ]),
    NameRow(
      "a container stands where its pages do", ["a.warc", "a.warc-x", "a.warc0"],
      [
        "a.warc-x", "a.warc", "a.warc0",
      ]),
    NameRow(
      "a name that is not UTF-8", bytes: [[0x61, 0xFF], [0x62]],
      ["a%FF: name_not_utf8", "b"]),
    NameRow(
      "a folder whose name is not UTF-8", bytes: [[0xFF, 0x2F, 0x61], [0x62]],
      ["%FF/a: name_not_utf8", "b"]),
    NameRow("names that differ in case", ["A.txt", "a.txt"], ["A.txt", "a.txt"]),
    NameRow(
      "names that differ in case, as one", ["A.txt", "a.txt"],
      ["A.txt", "a.txt: name_collision"], .portable),
    NameRow(
      "names that differ in composition", ["caf\u{E9}", "cafe\u{301}"],
      ["cafe\u{301}", "caf\u{E9}"]),
    NameRow(
      "names that differ in composition, as one", ["caf\u{E9}", "cafe\u{301}"],
      ["cafe\u{301}", "caf\u{E9}: name_collision"],
      NameRule(foldsCase: false, foldsComposition: true)),
    NameRow(
      "names that differ in case where composition is folded", ["A.txt", "a.txt"],
      ["A.txt", "a.txt"], NameRule(foldsCase: false, foldsComposition: true)),
    NameRow("folders that differ in case", ["N/1", "n/2"], ["N/1", "n/2"]),
    NameRow(
      "folders that differ in case, as one", ["N/1", "n/2"], ["N/1", "n/2: name_collision"],
      .portable),
    NameRow(
      "a folder with the name of a text in capitals, as one", ["a", "A.TXT/b"],
      ["A.TXT/b", "a: name_collision"], .portable),
    NameRow(
      "no results are written", ["a", "a.txt/b", String(repeating: "x", count: 250)],
      ["a", "a.txt/b", String(repeating: "x", count: 250)], nil),
    NameRow(
      "a folder with the name of a text", ["a", "a.txt/b"], ["a", "a.txt/b: name_collision"]),
    NameRow(
      "a folder with the name of a record", ["a", "a.provenance.json/b"],
      [
        "a", "a.provenance.json/b: name_collision",
      ]),
    NameRow(
      "a folder with the name of the manifest", ["manifest.jsonl/b", "n/manifest.jsonl/b"],
      [
        "manifest.jsonl/b: name_collision", "n/manifest.jsonl/b",
      ]),
    NameRow(
      "a page with the name of another's text", ["a", "a.txt"], ["a", "a.txt: name_collision"],
      .exact.writing(.text)),
    NameRow(
      "a page with the name of another's text in another form stays", ["a", "a.txt"],
      ["a", "a.txt"], .exact.writing(.markdown)),
    NameRow(
      "each name with the suffix keeps it", ["a.txt", "a.txt.txt"], ["a.txt", "a.txt.txt"],
      .exact.writing(.text)),
    NameRow(
      "a page with the name of another's text, as one", ["A.txt", "a"],
      ["A.txt", "a: name_collision"], .portable.writing(.text)),
    NameRow("a folder and a page of one name stay", ["A/b", "a"], ["A/b", "a"]),
    NameRow("the longest name a record can bear stays", [long], [long]),
    NameRow("a name that is too long with its suffix", [long + "x"], [long + "x: name_too_long"]),
  ]

  @Test(arguments: rows) func namesThatResultsCannotBearAreFaults(_ row: NameRow) throws {
    try TemporaryFolder.with { folder in
      for name in row.names {
        guard try Self.makeFile(folder, name) else {
          try Test.cancel("the file system takes no such name")
        }
      }
      var walk = try FolderWalk(folder, names: row.rule)
      var walked: [String] = []
      while let location = walk.next() {
        walked.append(
          location.path + (location.fault.map { ": \($0.reason.rawValue)" } ?? ""))
      }
      #expect(walked.map { Array($0.utf8) } == row.walked.map { Array($0.utf8) }, "\(walked)")
    }
  }

  /// False where the file system takes no such name, as macOS does for some.
  private static func makeFile(_ folder: String, _ name: [UInt8]) throws -> Bool {
    func withPath<R>(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> R) -> R {
      (Array((folder + "/").utf8) + bytes + [0]).withUnsafeBufferPointer {
        $0.withMemoryRebound(to: CChar.self) { body($0.baseAddress!) }
      }
    }
    for slash in name.indices where name[slash] == UInt8(ascii: "/") {
      _ = withPath(Array(name[..<slash])) { mkdir($0, 0o755) }
    }
    let file = withPath(name) { open($0, O_CREAT | O_EXCL | O_WRONLY, 0o644) }
    guard file >= 0 else { return false }
    close(file)
    return true
  }

  @Test func theRuleOfAFileSystemIsTried() throws {
    try TemporaryFolder.with { folder in
      let tried = NameRule.tried(in: folder)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [], "nothing is left")
      try AtomicFile.write([], to: folder + "/x\u{E9}")
      let fileManager = FileManager.default
      #expect(tried.foldsCase == fileManager.fileExists(atPath: folder + "/X\u{E9}"))
      try AtomicFile.write([], to: folder + "/" + Manifest.fileName)
      #expect(NameRule.seen(in: folder).foldsCase == tried.foldsCase)
      #expect(NameRule.tried(in: folder + "/none") == .portable, "where nothing can be tried")
    }
  }

  struct ListRow: CustomTestStringConvertible, Sendable {
    let label: String
    let listed: [String]
    let sorted: [String]
    var testDescription: String { label }
  }

  static let listRows = [
    ListRow(label: "sorted", listed: ["b", "a/c", "a-b"], sorted: ["a-b", "a/c", "b"]),
    ListRow(label: "absolute paths lose the root", listed: ["/x/y"], sorted: ["x/y"]),
    ListRow(label: "a dot goes", listed: ["./x/./y"], sorted: ["x/y"]),
    ListRow(label: "nothing leaves the output", listed: ["../x"], sorted: ["%2E%2E/x"]),
    ListRow(
      label: "the same page twice", listed: ["x", "./x"], sorted: ["x", "x: name_collision"]),
    ListRow(label: "a path of dots only", listed: [".."], sorted: ["..: name_unsafe"]),
    ListRow(label: "a NUL in a line", listed: ["a\0b"], sorted: ["a\0b: name_unsafe"]),
    ListRow(
      label: "a part that is a text elsewhere", listed: ["q", "q.txt/r"],
      sorted: ["q", "q.txt/r: name_collision"]),
  ]

  @Test(arguments: listRows) func listedNamesStayInTheOutput(_ row: ListRow) {
    let sorted = PageLocation.sorted(row.listed.map { PageLocation(listed: Array($0.utf8)) })
    #expect(
      sorted.map { $0.path + ($0.fault.map { ": \($0.reason.rawValue)" } ?? "") } == row.sorted)
  }

  @Test(.enabled(if: getuid() != 0, "root reads every folder"))
  func aFolderThatCannotBeReadIsOneFault() throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/shut")
      chmod(folder + "/shut", 0)
      defer { chmod(folder + "/shut", 0o755) }
      #expect(try PageLocation.all(in: folder).map(\.fault?.reason) == [.unreadable])
    }
  }
}
