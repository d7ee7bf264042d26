import ArgumentParser
import Foundation
import Ghirbal
import GhirbalContent
import GhirbalDocument
import GhirbalIO

struct FeaturesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "features",
    abstract: "Writes what the content model sees of each block, to train it.",
    discussion: """
      Into the output folder: names.txt, a feature on each line; features.f32, a row of little-endian \
      32-bit floats for each block; pages.jsonl, for each page its path and its blocks' texts, in the \
      order of the rows.
      """)

  @Argument(help: "Files and folders of HTML pages.", completion: .file()) var inputs: [String]
  @Option(name: .shortAndLong, help: "The folder to write into.") var output: String

  /// The element that a block shares with what is set beside it.
  private static func container(of block: Block, _ document: Document) -> Int {
    block.element.flatMap { document.elements.parent(of: $0) }?.index ?? -1
  }

  func run() async throws {
    try await reporting {
      let reader = PageReader(.init())
      let pipeline = Pipeline(.standard)
      try FileManager.default.createDirectory(
        atPath: output, withIntermediateDirectories: true)
      var pages: [UInt8] = []
      var values: [UInt8] = []
      for input in inputs {
        for page in try PageLocation.all(in: input) {
          let raw = try reader.read(Page(path: page.path, bytes: AtomicFile.read(page.file)))
            .document
          guard raw.format == .html else { continue }
          // What the model judges in a run, it is trained on.
          let document = pipeline.judged(raw)
          let table = FeatureTable(document)
          table.values.withUnsafeBytes { values.append(contentsOf: $0) }
          let units = document.derived(Units.self)
          let texts = document.blocks.map { document.string(of: $0) }
          let line = try JSONSerialization.data(
            withJSONObject: [
              "page": page.path, "texts": texts, "tokens": table.tokenCounts,
              "comments": table.isComment.map { $0 ? 1 : 0 }, "discussion": table.isDiscussion,
              "parents": document.blocks.map { Self.container(of: $0, document) },
              "units": document.blocks.map { units.place(of: $0.id) ?? -1 },
              "unit_kinds": units.all.map(\.kind.rawValue),
              "unit_parts": units.all.map(\.partStarts),
            ],
            options: [.sortedKeys, .withoutEscapingSlashes])
          pages.append(contentsOf: line)
          pages.append(0x0A)
        }
      }
      try AtomicFile.write(
        Array((FeatureTable.names.joined(separator: "\n") + "\n").utf8), to: output + "/names.txt")
      try AtomicFile.write(values, to: output + "/features.f32")
      try AtomicFile.write(pages, to: output + "/pages.jsonl")
    }
  }
}
