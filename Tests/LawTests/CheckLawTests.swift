import Foundation
import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// `ghirbal check` over this project, and over the rules as a whole.
@Suite struct CheckLawTests {
  /// Every reason of a stage that judges text is found by exactly one rule; those of the stages that
  /// judge pages by none.
  @Test func everyReasonOfATextStageHasItsRule() {
    for entry in StageCatalogue.entries {
      for reason in entry.reasons {
        let rules = CheckRules.rules(ofStage: entry.name, reason: reason)
        #expect(
          rules.count == (entry.judges == .page ? 0 : 1), "\(entry.name.rawValue): \(reason)")
      }
    }
  }

  /// Read as flattened text by itself, the clean corpus has only the faults that are reviewed here.
  @Test func theCleanCorpusHasOnlyKnownFaults() async throws {
    let check = try Check(.standard, at: ConfigurationPlace(file: nil, folder: Corpus.root.path))
    let names = try PageFolder.paths(in: Corpus.cleanFolder).filter { $0.hasSuffix(".txt") }
    let outcome = try await check.files(names, jobs: 2) { name throws(FileProblem) in
      try AtomicFile.read(Corpus.cleanFolder + "/" + name)
    }
    let report = outcome.report(check, baseline: nil, baselinePath: "")
    #expect(report.files.count > 40)
    let found = report.findings.filter { $0.severity > .note }
      .map { "\($0.path):\($0.place?.start.line ?? 0): \($0.rule.id)" }
    #expect(
      found == [
        // Chrome that the model left in the page, where its elements do not look like chrome.
        "encoding/shift-jis.html.txt:19: GB201",
        // What the software of forums sets around posts, which the model leaves with them.
        "forum/ar-date-cookies.html.txt:3: GB201",
        "forum/ar-date-cookies.html.txt:4: GB201",
        "forum/ar-date-cookies.html.txt:5: GB201",
        "forum/ar-date-cookies.html.txt:13: GB201",
        "forum/ar-date-cookies.html.txt:20: GB201",
        "forum/ar-date-cookies.html.txt:34: GB201",
        "forum/ar-date-cookies.html.txt:35: GB201",
        "forum/ar-date-cookies.html.txt:41: GB201",
        // A policy's own notice, which only its page's title tells from chrome.
        "lookalike/en-cookie-policy-itself.html.txt:1: GB201",
        // Headings of an essay about chrome, which only their markup tells from chrome.
        "lookalike/en-essay-on-cookie-banners.html.txt:15: GB201",
      ])
  }
}
