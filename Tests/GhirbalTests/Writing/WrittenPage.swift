import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// What became of a page that no stage changed.
struct WrittenPage {
  let page: Page
  let clean: Pipeline.CleanPage

  /// - Parameter yaml: what pipeline.yml says beside `stages: []`.
  init(_ bytes: String, _ yaml: String = "", url: String? = nil) throws {
    page = Page(path: "a.html", bytes: Array(bytes.utf8), url: url)
    clean = try Pipeline(PipelineConfiguration(yaml: "stages: []\n" + yaml)).clean(page)
  }

  init(markup: String, _ yaml: String = "", url: String? = nil) throws {
    try self.init("<!doctype html>" + markup, yaml, url: url)
  }

  var text: String { String(decoding: clean.text, as: UTF8.self) }

  /// The record comes back from its JSON, and gives the same bytes on the same page.
  func checkRecord() throws {
    let record = try ProvenanceRecord(json: clean.record.json)
    #expect(record == clean.record)
    #expect(try Pipeline.replay(record, on: page).text == clean.text)
  }

  /// The page's bytes, from the clean text and the record.
  func restored() throws -> [UInt8] {
    try PageRestorer.rawBytes(of: clean.text, ProvenanceRecord(json: clean.record.json))
  }
}
