import Foundation
import GhirbalIO
import TestSupport
import Testing

@Suite struct PageFolderTests {
  @Test func pathsAreSortedByTheirBytes() throws {
    try TemporaryFolder.with { folder in
      let paths = [
        "Z.txt", "a-b.txt", "a.txt", "a/b.txt", "a0.txt", "b/c/d.html", "é.txt", "ی.txt",
      ]
      for path in paths.reversed() {
        let slash = path.lastIndex(of: "/")
        if let slash { try AtomicFile.makeFolder(folder + "/" + path[..<slash]) }
        try AtomicFile.write([], to: folder + "/" + path)
      }
      #expect(try PageFolder.paths(in: folder) == paths)
    }
  }

  @Test func hiddenFilesLinksAndDevicesArePassedOver() throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/.git")
      try AtomicFile.write([1], to: folder + "/.git/config")
      try AtomicFile.write([1], to: folder + "/.hidden")
      try AtomicFile.write([1], to: folder + "/page.txt")
      let files = FileManager.default
      try files.createSymbolicLink(
        atPath: folder + "/link.txt", withDestinationPath: folder + "/page.txt")
      try files.createSymbolicLink(atPath: folder + "/circle", withDestinationPath: folder)
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      #expect(try PageFolder.paths(in: folder) == ["page.txt"])
    }
  }

  @Test func aMissingFolderIsAProblem() throws {
    try TemporaryFolder.with { folder in
      let problem = #expect(throws: FileProblem.self) {
        try PageFolder.paths(in: folder + "/none")
      }
      #expect(problem?.problem == "No such file or directory")
    }
  }

  @Test func anEmptyFolderHasNoPages() throws {
    try TemporaryFolder.with { folder in
      let paths = try PageFolder.paths(in: folder)
      #expect(paths == [])
    }
  }
}
