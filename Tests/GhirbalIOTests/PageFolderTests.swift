import Foundation
import GhirbalIO
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

  @Test func namesThatResultsCouldNotBearAreProblems() throws {
    try TemporaryFolder.with { folder in
      let path: [UInt8] = Array((folder + "/a-").utf8) + [0xFF, 0xE9]
      let file = (path + [0]).withUnsafeBufferPointer { name in
        name.withMemoryRebound(to: CChar.self) { $0.baseAddress.map { creat($0, 0o600) } ?? -1 }
      }
      // macOS refuses such a name itself.
      guard file >= 0 else { return }
      close(file)
      let problem = #expect(throws: FileProblem.self) { try PageFolder.paths(in: folder) }
      #expect(problem?.problem == "the name is not UTF-8")
    }
    try TemporaryFolder.with { folder in
      try AtomicFile.write([1], to: folder + "/caf\u{E9}")
      try AtomicFile.write([2], to: folder + "/cafe\u{301}")
      // macOS takes both for one name.
      guard try FileManager.default.contentsOfDirectory(atPath: folder).count == 2 else { return }
      let problem = #expect(throws: FileProblem.self) { try PageFolder.paths(in: folder) }
      #expect(problem?.problem == "another page has the same name, composed in another way")
    }
  }
}
