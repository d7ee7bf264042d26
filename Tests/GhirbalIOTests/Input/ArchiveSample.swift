import Foundation
import GhirbalDocument
import GhirbalIO
import TestSupport
import Testing

/// Writes small archives and reads them back.
enum ArchiveSample {
  struct NoPage: Error {}

  static func record(
    _ type: String, _ block: String, contentType: String = "application/http; msgtype=response",
    length: Int? = nil, fields: [String] = [], version: String = "1.0"
  ) -> String {
    (["WARC/\(version)", "WARC-Type: \(type)", "WARC-Record-ID: <urn:uuid:1>"] + fields
      + ["Content-Type: \(contentType)", "Content-Length: \(length ?? block.utf8.count)", "", ""])
      .joined(separator: "\r\n") + block + "\r\n\r\n"
  }

  static func response(
    _ body: String, status: String = "200 OK", fields: [String] = ["Content-Type: text/html"]
  ) -> String {
    (["HTTP/1.1 \(status)"] + fields + ["", ""]).joined(separator: "\r\n") + body
  }

  /// What a container of some name with these bytes holds: a line a page, `path: bytes` or
  /// `path: reason`, without the container's own name.
  static func read(
    _ bytes: [UInt8], as name: String, maxPageBytes: Int = 1 << 20, maxLineBytes: Int = 1 << 20
  ) throws -> [String] {
    try pages(bytes, as: name, maxPageBytes: maxPageBytes, maxLineBytes: maxLineBytes).map {
      let number = $0.path.dropFirst(name.count + 1)
      return switch $0.body {
      case .page(let page): "\(number): \(String(decoding: page.bytes, as: UTF8.self))"
      case .fault(let fault): "\(number): \(fault.reason.rawValue)"
      case .file(let file): "\(number): file \(file)"
      }
    }
  }

  static func pages(
    _ bytes: [UInt8], as name: String, maxPageBytes: Int = 1 << 20, maxLineBytes: Int = 1 << 20
  ) throws -> [SourcePage] {
    try TemporaryFolder.with { folder in
      try AtomicFile.write(bytes, to: folder + "/" + name)
      var pages = try PageSource.folder(folder).pages(
        SourceLimits(maxPageBytes: maxPageBytes, maxLineBytes: maxLineBytes))
      var result: [SourcePage] = []
      while let page = pages.next() { result.append(page) }
      return result
    }
  }

  /// Compresses by a command of the system.
  static func compressed(_ bytes: [UInt8], by tool: String) throws -> [UInt8] {
    let path = try #require(SystemTool.path(tool), "there is no \(tool)")
    return try TemporaryFolder.with { folder in
      try AtomicFile.write(bytes, to: folder + "/in")
      let process = Process()
      process.executableURL = URL(filePath: path)
      process.arguments = ["-c", folder + "/in"]
      try AtomicFile.write([], to: folder + "/out")
      process.standardOutput = FileHandle(forWritingAtPath: folder + "/out")
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return try AtomicFile.read(folder + "/out")
    }
  }
}
