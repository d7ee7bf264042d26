import Foundation
import Ghirbal
import GhirbalDocument
import GhirbalIO
import GhirbalText

/// What is fuzzed. Each target takes any bytes, and stops the process where a promise does not hold.
enum FuzzTarget: String, CaseIterable {
  /// Bytes to blocks: encoding, decoder, preparation, libxml2.
  case html
  /// A page through all stages; its ledger, replayed, gives its text.
  case page
  /// A flattened text through all stages; its raw bytes come back from text and record.
  case text
  case warc
  case arc
  case jsonl
  /// pipeline.yml, selectors and phrases in it too.
  case yaml

  func take(_ bytes: [UInt8]) {
    switch self {
    case .html: Self.read(bytes)
    case .page: Self.clean(bytes, .html)
    case .text: Self.clean(bytes, .text)
    case .warc, .arc, .jsonl: readContainer(bytes)
    case .yaml: Self.configure(bytes)
    }
  }

  private static func read(_ bytes: [UInt8]) {
    var options = ReadingOptions()
    options.format = .html
    guard let reading = try? PageReader(options).read(Page(path: "page", bytes: bytes)) else {
      return
    }
    precondition(
      String(validating: reading.document.utf8, as: UTF8.self) != nil, "the text is UTF-8")
    for block in reading.document.blocks {
      precondition(
        block.sourceBytes.upperBound <= bytes.count, "a block came from bytes of the page")
    }
  }

  private static let pipeline = Pipeline(.standard)

  private static func clean(_ bytes: [UInt8], _ format: PageFormat) {
    let page = Page(path: "page", bytes: bytes, format: format)
    guard let clean = try? pipeline.clean(page) else { return }
    precondition(String(validating: clean.text, as: UTF8.self) != nil, "the text is UTF-8")
    do {
      let record = try ProvenanceRecord(json: clean.record.json)
      precondition(record == clean.record, "a record survives JSON")
      let (text, _) = try Pipeline.replay(record, on: page)
      precondition(text == clean.text, "replaying the ledger gives the text")
      guard format == .text else { return }
      let raw = try PageRestorer.rawBytes(of: clean.text, record)
      precondition(raw == bytes, "the raw bytes come back")
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Where a container lies while it is read.
  private static let folder =
    FileManager.default.temporaryDirectory.path + "/ghirbal-fuzz-\(getpid())"

  private func readContainer(_ bytes: [UInt8]) {
    let file = Self.folder + "." + rawValue
    do {
      try AtomicFile.writeInPlace(bytes, to: file)
      var pages = try PageSource.list([PageLocation(file: file, path: "a." + rawValue)])
        .pages(SourceLimits(maxPageBytes: 1 << 16))
      var count = 0
      while let page = pages.next() {
        count += 1
        precondition(count <= bytes.count + 1, "a byte is no more than one page")
        if case .page(let page) = page.body {
          precondition(page.bytes.count <= 1 << 16, "no page is larger than the limit")
        }
      }
      guard self == .jsonl else { return }
      let input = open(file, O_RDONLY | O_CLOEXEC)
      defer { close(input) }
      var lines = JSONLStream(input, file, SourceLimits(maxPageBytes: 1 << 16))
      var lineCount = 0
      while try lines.next() != nil { lineCount += 1 }
      let feeds = bytes.count { $0 == 0x0A }
      precondition(
        bytes.first == 0x1F || bytes.first == 0x28
          || lineCount == feeds + (bytes.isEmpty || bytes.last == 0x0A ? 0 : 1),
        "a page or fault for each line")
    } catch {}
  }

  private static func configure(_ bytes: [UInt8]) {
    guard let yaml = String(validating: bytes, as: UTF8.self),
      let configuration = try? PipelineConfiguration(yaml: yaml)
    else { return }
    let again = try? PipelineConfiguration(yaml: configuration.yaml)
    precondition(
      again.map { $0.sha256 == configuration.sha256 } ?? (configuration.yaml.utf8.count > 1 << 17),
      "written out it reads back as the same")
    let page = "<div class=a><p id=b>A line .</p><a href=/x>x</a></div>"
    _ = try? Pipeline(configuration).clean(Page(path: "page", bytes: Array(page.utf8)))
  }
}

extension AtomicFile {
  /// Writes a file that nobody else reads.
  fileprivate static func writeInPlace(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw FileProblem(path, errno: errno) }
    defer { close(file) }
    try write(bytes, to: file, path)
  }
}
