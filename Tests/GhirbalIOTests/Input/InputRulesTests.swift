import Foundation
import GhirbalIO
import TestSupport
import Testing

/// Which files of a folder are walked.
@Suite struct InputRulesTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    /// Paths with what is in them; ignore files too.
    let files: [String: String]
    var include: [String] = []
    var exclude: [String] = []
    let walked: [String]
    var testDescription: String { label }
  }

  private static let two = ["a.html": "", "n/b.html": ""]

  static let rows = [
    Row(label: "all", files: two, walked: ["a.html", "n/b.html"]),
    Row(
      label: "packages and what version control keeps are not input",
      files: ["a": "", "node_modules/x/README": "", "n/node_modules/y": "", ".git/c": ""],
      walked: ["a"]),
    Row(
      label: "a file of that name is", files: ["n/node_modules": "", "node_modules.txt": ""],
      walked: ["n/node_modules", "node_modules.txt"]),
    Row(
      label: "packages are taken back", files: ["node_modules/x": ""],
      exclude: ["!node_modules/"], walked: ["node_modules/x"]),
    Row(label: "a kind of names", files: two, exclude: ["*.html"], walked: []),
    Row(label: "all but one", files: two, exclude: ["*.html", "!b.html"], walked: ["n/b.html"]),
    Row(label: "a folder anywhere", files: two, exclude: ["n/"], walked: ["a.html"]),
    Row(
      label: "a file that is no folder", files: ["n": "", "x/n": ""], exclude: ["n/"],
      walked: ["n", "x/n"]),
    Row(
      label: "from the root only", files: ["n/a": "", "x/n/b": ""], exclude: ["/n"],
      walked: ["x/n/b"]),
    Row(
      label: "what lies in an excluded folder stays out", files: two, exclude: ["n/", "!n/b.html"],
      walked: ["a.html"]),
    Row(
      label: "comments and blank lines exclude nothing", files: ["#a": "", "b": ""],
      exclude: ["#a", " "], walked: ["#a", "b"]),
    Row(
      label: "signs behind a backslash", files: ["#a": "", "!b": "", "c": ""],
      exclude: ["\\#a", "\\!b"], walked: ["c"]),
    Row(
      label: "to include a kind", files: ["a.html": "", "a.css": ""], include: ["*.html"],
      walked: ["a.html"]),
    Row(label: "to include a folder", files: two, include: ["n"], walked: ["n/b.html"]),
    Row(
      label: "to include a folder, with a slash", files: two, include: ["n/"], walked: ["n/b.html"]),
    Row(
      label: "to exclude some of what is included", files: ["n/a.html": "", "n/b.css": ""],
      include: ["n"], exclude: ["*.css"], walked: ["n/a.html"]),
    Row(
      label: "an ignore file",
      files: [
        ".ghirbalignore": "# ours\n\n*.tmp\r\n!keep.tmp\ndrafts/  \n", "a.tmp": "", "keep.tmp": "",
        "drafts/x": "",
      ],
      walked: ["keep.tmp"]),
    Row(
      label: "an ignore file is for its own folder",
      files: ["n/.ghirbalignore": "/a\nb/c\n", "a": "", "n/a": "", "n/b/c": "", "n/x/a": ""],
      walked: ["a", "n/x/a"]),
    Row(
      label: "the nearer ignore file decides",
      files: [
        ".ghirbalignore": "*.tmp\n", "n/.ghirbalignore": "!*.tmp\n", "a.tmp": "", "n/b.tmp": "",
        "o/c.tmp": "",
      ],
      walked: ["n/b.tmp"]),
    Row(
      label: "the configuration decides over ignore files",
      files: [".ghirbalignore": "*.tmp\n", "a.tmp": "", "b.tmp": ""], exclude: ["!a.tmp"],
      walked: ["a.tmp"]),
    Row(
      label: "git's own files decide nothing", files: [".gitignore": "*\n", "a": ""],
      walked: ["a"]),
    Row(
      label: "letters that join over a slash",
      files: ["n/.ghirbalignore": "\u{301}a\n", "n/\u{301}a": "", "n/a": ""], walked: ["n/a"]),
    Row(
      label: "an ignore file that is no text", files: ["n/.ghirbalignore": "\u{0}", "n/a": ""],
      walked: ["n/a"]),
  ]

  @Test(arguments: rows) func rulesDecideWhatIsWalked(_ row: Row) throws {
    try TemporaryFolder.with { folder in
      for (path, text) in row.files { try Self.write(text, folder + "/" + path) }
      let rules = InputRules(
        include: row.include.map { PathPattern($0) },
        exclude: row.exclude.compactMap(IgnoreRule.init))
      let walked = try PageLocation.all(in: folder, rules: rules).map(\.path)
      #expect(walked == row.walked)
    }
  }

  @Test func withoutRulesAllFilesAreThere() throws {
    try TemporaryFolder.with { folder in
      try Self.write("*\n", folder + "/.ghirbalignore")
      try Self.write("", folder + "/node_modules/a")
      #expect(try PageFolder.paths(in: folder) == ["node_modules/a"])
    }
  }

  @Test func aFolderWhoseIgnoreFileCannotBeReadIsOneFault() throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/n")
      try AtomicFile.write([0xFF], to: folder + "/n/.ghirbalignore")
      try Self.write("", folder + "/n/a")
      let locations = try PageLocation.all(in: folder)
      #expect(locations.map(\.path) == ["n/"])
      #expect(locations.first?.fault?.reason == .unreadable)
      #expect(throws: FileProblem.self) { try PageLocation.all(in: folder + "/n") }
    }
  }

  private static func write(_ text: String, _ path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try AtomicFile.write(Array(text.utf8), to: path)
  }
}
