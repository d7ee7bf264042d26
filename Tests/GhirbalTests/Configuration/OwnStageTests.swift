import Foundation
import TestSupport
import Testing

@testable import Ghirbal

/// Drops blocks that begin with a word, and what else it is told.
private struct DropOpenings: Stage {
  static let name: StageName = "drop_openings"
  static let summary = "Drops blocks that begin with a word."
  static let judges = StageSubject.lines
  enum Reason: String, CaseIterable, Sendable { case opening }
  struct Options: StageOptions {
    var openings = ["Photo:"]
    /// Edits besides, which fit no document.
    var unfit = Unfit.none
    static let descriptions = [
      OptionDescription("openings", .list("texts"), "how such a block begins"),
      OptionDescription("unfit", .cases(of: Unfit.self), "edits that fit no document"),
    ]
    func validate() throws(OptionProblem) {
      guard !openings.isEmpty else { throw OptionProblem("openings", "is empty") }
    }
  }
  enum Unfit: String, CaseIterable, Codable { case none, range, order, block, seam }
  let options: Options
  init(_ options: Options) { self.options = options }
  func edits(for document: Document) -> [Edit<Reason>] {
    let drops: [Edit<Reason>] = document.liveBlocks.compactMap { block in
      options.openings.contains(where: document.string(of: block).hasPrefix)
        ? .drop(block.id, .opening) : nil
    }
    switch options.unfit {
    case .range: return [.replace(BlockID(0), 0..<9999, with: "", .opening)]
    case .order: return drops + [.keep(BlockID(0), .opening)]
    case .block: return [.drop(BlockID(9999), .opening)]
    case .seam: return [.replace(BlockID(0), 20..<22, with: "", .opening)]
    case .none: return drops
    }
  }
}

@Suite struct OwnStageTests {
  private static let own = [StageEntry(DropOpenings.self)]
  private static let page = Page(text: "The ferry runs again.\n\nPhoto: A. Reader\n\nIt is new.\n")

  private static func configuration(_ yaml: String) throws -> PipelineConfiguration {
    try PipelineConfiguration(yaml: yaml, own: own)
  }

  @Test(arguments: [
    "stages: { drop_openings: }", "stages: { drop_openings: { openings: [\"Photo:\", x] } }",
    "stages: [drop_openings, repair_spacing]", "stages: [drop_openings]",
  ]) func standsInConfigurationAndLedgerAndKeepsTheLaws(_ yaml: String) throws {
    let configuration = try Self.configuration(yaml)
    #expect(configuration.yaml.contains("- drop_openings:\n      openings: ["))
    #expect(configuration.sha256 != PipelineConfiguration.standard.sha256)
    let clean = try Pipeline(configuration).clean(Self.page)
    #expect(clean.string == "The ferry runs again.\n\nIt is new.\n")
    let entry = try #require(clean.ledger.entries.first { $0.stage == "drop_openings" })
    #expect(entry.reason == "opening" && entry.before == "Photo: A. Reader\n\n")
    #expect(try Pipeline.replay(clean.record, on: Self.page).text == clean.text)
    let worker = try #require(
      PageWorker.configuration(of: PageWorker.greeting(configuration), Self.own))
    #expect(worker.sha256 == configuration.sha256)
  }

  @Test func runsNowhereUnlessItIsNamed() throws {
    #expect(try Self.configuration("").sha256 == PipelineConfiguration.standard.sha256)
    let only = try Self.configuration("").restricted(to: ["drop_openings"])
    #expect(only.stages.map(\.name.rawValue) == ["drop_openings"])
    #expect(try Pipeline(only).clean(Self.page).ledger.entries.count == 1)
  }

  struct UnfitRow: Sendable {
    let unfit: String
    let says: String
  }

  static let unfitRows = [
    UnfitRow(unfit: "range", says: "bytes 0 to 9999 of block 0 are not there: it has 21"),
    UnfitRow(unfit: "order", says: "edits are ordered by block"),
    UnfitRow(unfit: "block", says: "there is no block 9999"),
    UnfitRow(unfit: "seam", says: "lie across the end of its text"),
  ]

  @Test(arguments: unfitRows) func editsThatDoNotFitFailThePage(_ row: UnfitRow) throws {
    let pipeline = Pipeline(
      try Self.configuration("stages: { drop_openings: { unfit: \(row.unfit) } }"))
    do {
      _ = try pipeline.clean(Self.page)
      Issue.record("\(row.unfit) fits")
    } catch {
      #expect(error.reason == "unfit_edit")
      #expect(error.detail?.contains(row.says) == true, "\(error)")
      #expect(error.detail?.contains("of drop_openings: ") == true, "\(error)")
    }
  }

  struct WrongRow: Sendable {
    let yaml: String
    let says: String
  }

  @Test(arguments: [
    WrongRow(yaml: "stages: { drop_opening: }", says: "did you mean drop_openings?"),
    WrongRow(yaml: "stages: { drop_openings: { opening: [] } }", says: "did you mean openings?"),
    WrongRow(
      yaml: "stages: { drop_openings: { openings: [] } }",
      says: "openings of drop_openings is empty"),
    WrongRow(
      yaml: "stages: { drop_openings: { unfit: all } }", says: "unknown unfit of drop_openings"),
  ]) func whatIsWrongIsSaid(_ row: WrongRow) {
    do {
      _ = try Self.configuration(row.yaml)
      Issue.record("\(row.yaml) is read")
    } catch let problem as ConfigurationProblem {
      #expect(problem.line == 1 && problem.problem.contains(row.says), "\(problem)")
    } catch {
      Issue.record("\(error)")
    }
    #expect(throws: ConfigurationProblem.self) { try PipelineConfiguration(yaml: row.yaml) }
  }
}

/// What a library that imports `Ghirbal` alone is told.
@Suite struct FrontDoorTests {
  @Test func factsHaveNames() throws {
    let html = """
      <html lang=en><title>The ferry runs again</title><meta name=author content="A. Reader">
      <meta property="article:published_time" content="2024-05-03"><meta property="article:tag" content="boats">
      <link rel=canonical href="https://example.org/ferry">
      <article><h1>The ferry runs again</h1><p>The ferry across the river runs again since Monday, the harbour said.</p>
      <p>It had stood still for a year, while its engine was built anew in the yard below the bridge.</p></article>
      """
    let document = try Pipeline().clean(Page(html: html, url: "https://example.org/a")).document
    #expect(document.title == "The ferry runs again")
    #expect(document.authors == ["A. Reader"] && document.tags == ["boats"])
    #expect(document.published == "2024-05-03" && document.modified == nil)
    #expect(document.canonicalURL == "https://example.org/ferry")
    #expect(document.language == .english)
  }
}
