import Foundation
import GhirbalIO
import TestSupport
import Testing

/// `clean --to dolma`: documents and standoff attributes.
@Suite(.serialized) struct DolmaTests {
  private struct Document: Decodable {
    struct Metadata: Decodable {
      struct Facts: Decodable { let title: String? }
      let path: String
      let url: String?
      let document: Facts
    }
    let id: String
    let text: String
    let source: String
    let added: String?
    let created: String?
    let metadata: Metadata
  }

  private struct Attributes: Decodable {
    let id: String
    let attributes: [String: [[Double]]]
  }

  private static let lines = #"""
    {"id": "a\n\u06cc", "url": "https://me@News.Example:81/a", "fetched_at": "2024-03-01T10:00:00Z", "html": "<!doctype html><title>T</title><meta property='article:published_time' content='2024-02-28'><article><h1>News of the river</h1><h2>The 👩‍🌾 ferry runs again</h2><p>The ferry across the river runs again since Monday , and people came from both banks to see it leave. 👍🏽 سلام</p><p>It had been out of service for three years because nobody wanted to pay for its engine.</p></article>"}
    {"id": 7, "text": "او میگوید که نمیداند و نمیخواهد بداند."}
    {"id": "none", "text": "  "}
    """#

  @Test func documentsAndAttributesFitTogether() throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.write(Array(Self.lines.utf8), to: folder + "/in.jsonl")
      let arguments = ["clean", "--to", "dolma", "--attributes", "a.jsonl", "in.jsonl"]
      let process = try GhirbalProcess(arguments, in: folder)
      #expect(process.status == 0, "\(process.errors)")
      let attributeBytes = try AtomicFile.read(folder + "/a.jsonl")
      let documents = try process.output.split(separator: 0x0A).map {
        try JSONDecoder().decode(Document.self, from: Data($0))
      }
      let attributes = try attributeBytes.split(separator: 0x0A).map {
        try JSONDecoder().decode(Attributes.self, from: Data($0))
      }
      #expect(documents.map(\.id) == ["a\nی", "7"])
      #expect(attributes.map(\.id) == documents.map(\.id))
      let first = try #require(documents.first)
      #expect(first.source == "news.example" && first.added == "2024-03-01T10:00:00Z")
      #expect(first.created?.hasPrefix("2024-02-28") == true)
      #expect(first.metadata.url == "https://me@News.Example:81/a")
      #expect(documents.last?.source == "unknown" && documents.last?.created == nil)
      for (document, row) in zip(documents, attributes) {
        let scalars = Array(document.text.unicodeScalars)
        let spans = row.attributes.filter { $0.key.hasPrefix("ghirbal__kind__") }.values
          .flatMap(\.self).sorted { $0[0] < $1[0] }
        // The blocks cover the text but for the lines between them.
        var end = 0
        for span in spans {
          #expect(scalars[end..<Int(span[0])].allSatisfy { $0 == "\n" })
          // A text that had no line end has got it inside its last block.
          #expect(!scalars[Int(span[0])..<Int(span[1])].dropLast().contains("\n"))
          end = Int(span[1])
        }
        #expect(scalars[end...].allSatisfy { $0 == "\n" })
        #expect(row.attributes["ghirbal__document__edits"]?.first?[1] == Double(scalars.count))
      }
      let heading = try #require(attributes.first?.attributes["ghirbal__kind__heading"]?.first)
      let scalars = Array(first.text.unicodeScalars)[Int(heading[0])..<Int(heading[1])]
      #expect(String(String.UnicodeScalarView(scalars)) == "The 👩‍🌾 ferry runs again")
      #expect(attributes.last?.attributes["ghirbal__block__changes"]?.first?[2] == 4)
      // The same again gives the same bytes, on any number of threads.
      let again = try GhirbalProcess(arguments + ["-j3"], in: folder)
      #expect(again.output == process.output)
      #expect(try AtomicFile.read(folder + "/a.jsonl") == attributeBytes)
    }
  }

  @Test func attributesGoWithDocuments() throws {
    try TemporaryFolder.with { folder in
      let wrong = try GhirbalProcess(["clean", "--attributes", "a", "-"], in: folder)
      #expect(wrong.status == 64)
      let missing = try GhirbalProcess(
        ["clean", "--to", "dolma", "--attributes", "none/a", "-"], in: folder)
      #expect(missing.status == 2)
      #expect(missing.errors == "ghirbal: none/a: No such file or directory\n")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy {
          !$0.hasPrefix(".ghirbal-")
        })
    }
  }
}
