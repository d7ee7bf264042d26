import Ghirbal
import GhirbalDocument
import GhirbalIO
import Testing

/// Every reason that a stage may give is given on some page of the sample corpus.
@Suite struct ReasonLawTests {
  struct Reason: Hashable, CustomStringConvertible {
    let stage: String
    let reason: String
    var description: String { "\(stage): \(reason)" }
  }

  /// Reasons that no page of the corpus gives yet; each still has to get its page.
  static let withoutPage: Set<Reason> = Set(
    withoutPageByStage.flatMap { stage, reasons in
      reasons.map { Reason(stage: stage, reason: $0) }
    })

  private static let withoutPageByStage = [
    "repair_mojibake": [
      "utf8_as_windows_1250", "utf8_as_windows_1251", "utf8_as_windows_1257", "utf8_as_macintosh",
      "utf8_as_cp437", "windows_1252_as_latin_1",
    ],
    // What only options ask for.
    "select_main_content": [
      "selected_by_rule", "dropped_by_rule", "separate_comment", "table", "list", "caption",
      "embed",
      "standfirst",
    ],
    "lift_facts": [
      "source_line"
    ],
    "drop_site_chrome": [
      "tail_fragment", "configured_phrase",
    ],
    "normalise_unicode": [
      "unneeded_bidi_control",
      "unneeded_direction_mark", "persian_kaf", "vowel_sign", "tatweel", "arabic_digit",
      "curly_quote", "compatibility_character", "teh_marbuta",
    ],
    "repair_words": [
      "doubled_zwnj", "stranded_zwnj",
    ],
    "repair_spacing": [
      "space_before_line_end"
    ],
    "fold_blank_lines": [
      "leading_blank_lines"
    ],
  ]

  private static let known: [Reason] = StageCatalogue.entries.flatMap { entry in
    entry.reasons.map { Reason(stage: entry.name.rawValue, reason: $0) }
  }

  private static func given() throws -> Set<Reason> {
    var given: Set<Reason> = []
    for path in Corpus.paths {
      for entry in try Corpus.cleaned(path).clean.record.ledger.entries {
        given.insert(Reason(stage: entry.stage, reason: entry.reason))
      }
    }
    return given
  }

  @Test func eachReasonHasAPage() throws {
    let given = try Self.given()
    let missing = Self.known.filter { !given.contains($0) && !Self.withoutPage.contains($0) }
    let list = missing.map { "  \($0)" }.joined(separator: "\n")
    #expect(missing.isEmpty, "no page of corpus-raw gives these reasons:\n\(list)")
  }

  @Test func noReasonIsExcludedThatHasAPage() throws {
    let stale = Self.withoutPage.intersection(try Self.given())
    #expect(stale.isEmpty, "these have their page now and leave the list: \(stale)")
  }

  @Test func eachExcludedReasonExists() {
    let unknown = Self.withoutPage.subtracting(Self.known)
    #expect(unknown.isEmpty, "no stage of the catalogue has these reasons: \(unknown)")
  }
}
