import GhirbalDocument
import GhirbalStages
import TestSupport
import Testing

@Suite struct RepairMojibakeTests {
  static let rows = [
    StageRow("é", "un cafÃ© noir\n", "un café noir\n", "replace utf8_as_windows_1252"),
    StageRow(
      "Czech", "PĹ™Ă­liĹˇ ĹľluĹĄouÄŤkĂ˝\n", "Příliš žluťoučký\n", "replace utf8_as_windows_1250"),
    StageRow("Russian", "РџСЂРёРІРµС‚ РјРёСЂ\n", "Привет мир\n", "replace utf8_as_windows_1251"),
    StageRow("Arabic", "ط³ظ„ط§ظ…\n", "سلام\n", "replace utf8_as_windows_1256"),
    StageRow("read as Baltic", "cafĆ© crĆØme\n", "café crème\n", "replace utf8_as_windows_1257"),
    StageRow("the first Mac's", "caf√© cr√®me\n", "café crème\n", "replace utf8_as_macintosh"),
    StageRow("the first PC's", "caf├⌐\n", "café\n", "replace utf8_as_cp437"),
    StageRow(
      "Arabic of one byte a letter", "ÓáÇã\n", "سلام\n", "replace windows_1256_as_windows_1252"),
    StageRow("C1", "\u{93}so\u{94}\n", "“so”\n", "replace windows_1252_as_latin_1"),
    StageRow(
      "two lines, one of them garbled", "un café\nun cafÃ©\n", "un café\nun café\n",
      "replace utf8_as_windows_1252"),
    .stays("a word in capitals", "CORAÇÃO… NESTLÉ®\n"),
    .stays("Arabic with its signs", "ط، ظ؛ شرط؟\n"),
    .stays("drawn lines", "├─ a\n└─ b │ c\n"),
  ]

  @Test(arguments: rows) func givesLettersBack(_ row: StageRow) {
    let sample = StageSample(row.raw, through: RepairMojibake(.init()))
    #expect(sample.text == row.clean)
    #expect(Set(sample.reasons) == Set(row.reasons), "each letter is an edit of its own")
  }

  @Test func everyReasonHasARow() {
    #expect(StageRow.missing(RepairMojibake.Reason.self, in: Self.rows.map(\.reasons)) == [])
  }

  @Test func codeStays() {
    let page = Document(markup: "<pre>s = 'cafÃ©'</pre><p>The cafÃ© is open, says the note.</p>")
    let sample = StageSample(page, through: RepairMojibake(.init()))
    #expect(sample.lines == ["s = 'cafÃ©'", "The café is open, says the note."])
  }
}
