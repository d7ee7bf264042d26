import Foundation
import GhirbalIO
import TestSupport
import Testing

@Suite struct AtomicFileTests {
  @Test func writesAndReadsTheSameBytes() throws {
    try TemporaryFolder.with { folder in
      let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      for written in [bytes, [], [0]] {
        try AtomicFile.write(written, to: folder + "/file")
        #expect(try AtomicFile.read(folder + "/file") == written)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
      }
    }
  }

  @Test func aWriteThatFailsLeavesNothing() throws {
    try TemporaryFolder.with { folder in
      // A folder with something in it cannot be replaced by a file.
      try AtomicFile.makeFolder(folder + "/name/inner")
      #expect(throws: FileProblem.self) { try AtomicFile.write([1], to: folder + "/name") }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["name"])
    }
  }

  @Test func aMissingFolderIsNamed() throws {
    try TemporaryFolder.with { folder in
      let path = folder + "/none/file"
      let problem = #expect(throws: FileProblem.self) { try AtomicFile.write([1], to: path) }
      #expect(problem?.path == path)
      #expect(problem?.description == "\(path): No such file or directory")
    }
  }

  @Test func aMissingFileIsNamed() throws {
    try TemporaryFolder.with { folder in
      let path = folder + "/none"
      let problem = #expect(throws: FileProblem.self) { try AtomicFile.read(path) }
      #expect(problem?.description == "\(path): No such file or directory")
    }
  }

  @Test func aFolderIsNoFile() throws {
    try TemporaryFolder.with { folder in
      let problem = #expect(throws: FileProblem.self) { try AtomicFile.read(folder) }
      #expect(problem?.problem == "Is a directory")
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
  func aFullDeviceIsAProblem() throws {
    let file = open("/dev/full", O_WRONLY)
    defer { close(file) }
    let problem = #expect(throws: FileProblem.self) {
      try AtomicFile.write([1, 2, 3], to: file, "the device")
    }
    #expect(problem?.description == "the device: No space left on device")
  }

  @Test func foldersAreMadeWithThoseAbove() throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.makeFolder(folder + "/a/b/c")
      try AtomicFile.makeFolder(folder + "/a/b/c")
      #expect(try PageFolder.paths(in: folder + "/a/b/c") == [])
      try AtomicFile.write([1], to: folder + "/a/file")
      #expect(throws: FileProblem.self) { try AtomicFile.makeFolder(folder + "/a/file/d") }
    }
  }

  @Test func aFileInAFoldersPlaceIsAProblem() throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.write([1], to: folder + "/file")
      #expect(throws: FileProblem.self) { try AtomicFile.makeFolder(folder + "/file") }
    }
  }
}
