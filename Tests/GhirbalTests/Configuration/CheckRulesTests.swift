import Foundation
import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// The table of rules, and docs/check.md, which describes each of them.
@Suite struct CheckRulesTests {
  @Test func idsAndNamesAreUniqueAndIdsAscend() {
    let ids = CheckRules.all.map(\.id)
    #expect(ids == ids.sorted() && Set(ids).count == ids.count)
    #expect(Set(CheckRules.all.map(\.name)).count == ids.count)
    for id in ids { #expect(id.wholeMatch(of: /GB[1-9]\d\d/) != nil, "\(id)") }
    for rule in CheckRules.all { #expect(!rule.title.hasSuffix("."), "\(rule.id)") }
  }

  struct SelectorRow: CustomTestStringConvertible, Sendable {
    let selector: String
    let ids: [String]
    var testDescription: String { selector }
  }

  static let selectorRows = [
    SelectorRow(selector: "GB301", ids: ["GB301"]),
    SelectorRow(selector: "glued_words", ids: ["GB301"]),
    SelectorRow(selector: "GB2", ids: ["GB201", "GB202", "GB203", "GB204"]),
    SelectorRow(selector: "GB3015", ids: []),
    SelectorRow(selector: "glued", ids: []),
    SelectorRow(selector: "", ids: []),
  ]

  @Test(arguments: selectorRows) func aSelectorNamesRules(_ row: SelectorRow) {
    #expect(CheckRules.rules(row.selector).map(\.id) == row.ids)
  }

  // MARK: docs/check.md

  private static let article: String =
    (try? String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/check.md"),
      encoding: .utf8)) ?? ""

  /// The section of a rule, up to the next one.
  private static func section(_ rule: CheckRule) -> String? {
    guard let start = article.firstRange(of: "\n## \(rule.id) \(rule.name)\n")?.upperBound else {
      return nil
    }
    let rest = article[start...]
    return String(rest[..<(rest.firstRange(of: "\n## ")?.lowerBound ?? rest.endIndex)])
  }

  @Test func theArticleHasExactlyTheRulesOfTheTable() {
    let rows = Self.article.split(separator: "\n").filter { $0.hasPrefix("| [GB") }.map(String.init)
    #expect(
      rows
        == CheckRules.all.map {
          "| [\($0.id)](#\($0.id.lowercased())-\($0.name)) | `\($0.name)` | \($0.severity.rawValue) "
            + "| \($0.title) |"
        })
    let headings = Self.article.split(separator: "\n").filter { $0.hasPrefix("## GB") }
    #expect(headings.map(String.init) == CheckRules.all.map { "## \($0.id) \($0.name)" })
    for rule in CheckRules.all {
      #expect(rule.help == "docs/check.md#\(rule.id.lowercased())-\(rule.name)")
    }
  }

  struct ExampleRow: CustomTestStringConvertible, Sendable {
    let rule: CheckRule
    let isFound: Bool
    let text: String
    var testDescription: String { "\(rule.id) \(isFound ? "found" : "not found")" }
  }

  static let exampleRows = CheckRules.all.flatMap { rule -> [ExampleRow] in
    let section = section(rule) ?? ""
    return [("\nFound:", true), ("\nNot found:", false)].compactMap { mark, isFound in
      guard let start = section.firstRange(of: "\(mark)\n\n```text\n")?.upperBound,
        let end = section[start...].firstRange(of: "\n```")?.lowerBound
      else { return nil }
      return ExampleRow(
        rule: rule, isFound: isFound, text: CheckSample.unescaped(String(section[start..<end])))
    }
  }

  @Test func mostRulesHaveExamples() {
    #expect(Self.exampleRows.count(where: \.isFound) >= 23)
    #expect(Self.exampleRows.count { !$0.isFound } >= 24)
  }

  @Test(arguments: exampleRows) func theExampleHolds(_ row: ExampleRow) async throws {
    let findings = try await CheckSample.report(row.text + "\n").findings
    if row.isFound {
      #expect(findings.contains { $0.rule == row.rule }, "\(findings.map(\.message))")
      let others = findings.filter { $0.rule != row.rule && $0.severity > .note }
      #expect(others.isEmpty, "\(others.map(\.message))")
    } else {
      let heavy = findings.filter { $0.rule == row.rule || $0.severity > .note }
      #expect(heavy.isEmpty, "\(heavy.map(\.message))")
    }
  }
}
