import ArgumentParser
import Foundation
import Ghirbal
import GhirbalContent
import GhirbalDocument
import GhirbalIO
import GhirbalStages

struct FeaturesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "features",
    abstract: "Writes what the content models see of pages, to train them.",
    discussion: """
      Into the output folder: names.txt, a feature on each line; features.f32, a row of little-endian \
      32-bit floats for each block of an HTML page, or with --flattened for each line, paragraph or \
      sentence of a flattened text that is judged as one; pages.jsonl, for each page its path and the \
      texts that the rows are of, in their order.
      """)

  @Argument(help: "Files and folders of pages.", completion: .file()) var inputs: [String]
  @Option(name: .shortAndLong, help: "The folder to write into.") var output: String
  @Flag(help: "Flattened texts instead of HTML pages.") var flattened = false
  @Option(
    help: "The candidates for this fact instead of blocks: author, day or title.",
    transform: { word in
      guard let kind = FactTable.Kind(rawValue: word) else {
        throw ValidationError("no fact has candidates by the name \(word)")
      }
      return kind
    })
  var fact: FactTable.Kind?
  @Option(
    help: ArgumentHelp(
      "With this file of `ghirbal learn`, what the forest of sites sees.",
      discussion: "Of pages without a profile of their site nothing is written."),
    completion: .file())
  var profile: String?

  func run() async throws {
    try await reporting {
      let reader = PageReader(.init())
      var configuration = PipelineConfiguration.standard
      configuration.profile = try profile.map { try ProfileSource(reading: $0) }
      let pipeline = Pipeline(configuration)
      var table = FeatureFiles(
        names: fact?.names
          ?? (profile != nil
            ? SiteRows.names : flattened ? LineTable.names : FeatureTable.names))
      for input in inputs {
        var pages = try PageSource.list(PageLocation.all(in: input)).pages(
          configuration.sourceLimits)
        while let source = pages.next() {
          guard let page = try? source.page(maxPageBytes: .max) else { continue }
          let raw = pipeline.known(try reader.read(page).document, of: page)
          guard (raw.format == .text) == flattened else { continue }
          if let fact {
            try table.add(facts: pipeline.document(raw, before: FactTable.stage), fact, page.path)
            continue
          }
          // What a model judges in a run, it is trained on.
          let document = pipeline.judged(raw)
          if profile != nil {
            try table.add(site: document, page.path)
          } else if flattened {
            try table.add(lines: document, page.path)
          } else {
            try table.add(blocks: document, page.path)
          }
        }
      }
      try table.write(into: output)
    }
  }
}

/// The files of features, page after page.
private struct FeatureFiles {
  let names: [String]
  private var values: [UInt8] = []
  private var pages: [UInt8] = []

  init(names: [String]) { self.names = names }

  mutating func add(blocks document: Document, _ path: String) throws {
    let table = FeatureTable(document)
    try add(
      table.values,
      Self.page(document, table, path).merging([
        "tokens": table.tokenCounts,
        "parents": document.blocks.map { Self.container(of: $0, document) },
      ]) { $1 })
  }

  /// What is said of a page of HTML beside its rows.
  private static func page(
    _ document: Document, _ table: FeatureTable, _ path: String
  ) -> [String: Any] {
    let units = document.derived(Units.self)
    return [
      "page": path, "texts": document.blocks.map { document.string(of: $0) },
      "comments": table.isComment.map { $0 ? 1 : 0 }, "discussion": table.isDiscussion,
      "alike": table.alike, "sentences": table.endsSentence.map { $0 ? 1 : 0 },
      "units": document.blocks.map { units.place(of: $0.id) ?? -1 },
      "unit_kinds": units.all.map(\.kind.rawValue),
      "unit_parts": units.all.map(\.partStarts),
    ]
  }

  mutating func add(facts document: Document, _ kind: FactTable.Kind, _ path: String) throws {
    let table = FactTable(kind, of: document)
    try add(table.values, ["page": path, "texts": table.texts, "rules": table.rules])
  }

  mutating func add(lines document: Document, _ path: String) throws {
    let segments = FlattenedText(document).segments
    let table = LineTable(document, segments)
    try add(
      table.values,
      [
        "page": path, "texts": segments.map { $0.text(in: document) }, "tokens": table.tokenCounts,
      ])
  }

  mutating func add(site document: Document, _ path: String) throws {
    guard document.format == .text else {
      guard let rows = SiteRows(blocksOf: document) else { return }
      return try add(
        rows.values,
        Self.page(document, FeatureTable(document), path).merging([
          "tokens": rows.tokenCounts
        ]) { $1 })
    }
    let segments = FlattenedText(document).segments
    guard let rows = SiteRows(segments, of: document) else { return }
    try add(
      rows.values,
      [
        "page": path, "texts": segments.map { $0.text(in: document) }, "tokens": rows.tokenCounts,
      ])
  }

  private mutating func add(_ rows: [Float], _ page: [String: Any]) throws {
    rows.withUnsafeBytes { values.append(contentsOf: $0) }
    pages.append(
      contentsOf: try JSONSerialization.data(
        withJSONObject: page, options: [.sortedKeys, .withoutEscapingSlashes]))
    pages.append(0x0A)
  }

  func write(into folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try AtomicFile.write(
      Array((names.joined(separator: "\n") + "\n").utf8), to: folder + "/names.txt")
    try AtomicFile.write(values, to: folder + "/features.f32")
    try AtomicFile.write(pages, to: folder + "/pages.jsonl")
  }

  /// The element that a block shares with what is set beside it.
  private static func container(of block: Block, _ document: Document) -> Int {
    block.element.flatMap { document.elements.parent(of: $0) }?.index ?? -1
  }
}
