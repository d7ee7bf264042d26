import GhirbalText
import TestSupport
import Testing

@Suite struct SpacingFaultsTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let language: Language?
    let text: String
    let expected: String
    let findings: [SpacingFinding]
    var testDescription: String { label }

    init(
      _ label: String, _ language: Language?, _ text: String, _ expected: String,
      _ findings: SpacingFinding...
    ) {
      self.label = label
      self.language = language
      self.text = text
      self.expected = expected
      self.findings = findings
    }

    static func stays(_ label: String, _ text: String, _ language: Language? = .english) -> Row {
      Row(label, language, text, text)
    }
  }

  static let faults: [Row] = [
    Row("ends of the block", .english, "  a b \n", "a b", .leadingSpace, .trailingSpace),
    Row("nothing but spaces", nil, " \n ", "", .leadingSpace),
    Row("doubled space", .persian, "روابط  جمهوری", "روابط جمهوری", .doubledSpace),
    Row("doubled space without a language", nil, "a   b", "a b", .doubledSpace),
    Row(
      "spaces before a line end", .english, "one  \ntwo \r\nthree", "one\ntwo\r\nthree",
      .spaceBeforeLineEnd, .spaceBeforeLineEnd),
    Row("line of spaces", .english, "one\n  \ntwo", "one\n\ntwo", .spaceBeforeLineEnd),
    Row(
      "space before the last full stop", .english, "between the two countries .",
      "between the two countries.", .spaceBeforePunctuation),
    Row(
      "one word and its full stop", .english, "countries .", "countries.", .spaceBeforePunctuation),
    Row(
      "space before a full stop inside", .english, "We went home after that . Then it rained.",
      "We went home after that. Then it rained.", .spaceBeforePunctuation),
    Row(
      "space before a comma", .english, "red , green and blue", "red, green and blue",
      .spaceBeforePunctuation),
    Row(
      "space before question and wonder", .english, "Is that so ?! Yes !", "Is that so?! Yes!",
      .spaceBeforePunctuation, .spaceBeforePunctuation),
    Row(
      "space before a colon", .english, "From the paper comes this story :",
      "From the paper comes this story:", .spaceBeforePunctuation),
    Row(
      "spaces before the Urdu full stop", .urdu, "وہ پل سے گزرتے ہیں ۔ وہ پریشان ہیں ۔",
      "وہ پل سے گزرتے ہیں۔ وہ پریشان ہیں۔", .spaceBeforePunctuation, .spaceBeforePunctuation),
    Row(
      "spaces before Urdu's other marks", .urdu, "وہ آئے ، کیا یہ درست ہے ؟\nجی ہاں  ۔",
      "وہ آئے، کیا یہ درست ہے؟\nجی ہاں۔", .spaceBeforePunctuation, .spaceBeforePunctuation,
      .spaceBeforePunctuation),
    Row(
      "spaces before the Urdu full stop without a language", nil, "وہ پل سے گزرتے ہیں ۔",
      "وہ پل سے گزرتے ہیں۔", .spaceBeforePunctuation),
    Row(
      "stranded full stop", .english, "embargo against Iran. .", "embargo against Iran.",
      .strandedFullStop),
    Row(
      "stranded full stop inside", .english, "against Iran. . Based on it",
      "against Iran. Based on it",
      .strandedFullStop),
    Row(
      "Persian marks", .persian, "سلام ، خوبی ؟", "سلام، خوبی؟", .spaceBeforePunctuation,
      .spaceBeforePunctuation),
    Row(
      "Arabic comma on the wrong side", .arabic, "البيت ،والمدرسة", "البيت، والمدرسة",
      .spaceBeforePunctuation, .missingSpaceAfterPunctuation),
    Row(
      "no space behind Arabic marks", .persian, "تهران،اصفهان؛شیراز؟بله",
      "تهران، اصفهان؛ شیراز؟ بله",
      .missingSpaceAfterPunctuation, .missingSpaceAfterPunctuation, .missingSpaceAfterPunctuation),
    Row(
      "no space before a guillemet", .persian, "گفت،«سلام»", "گفت، «سلام»",
      .missingSpaceAfterPunctuation),
    Row(
      "spaces inside guillemets", .persian, "گفت « سلام » و رفت", "گفت «سلام» و رفت",
      .spaceInsideBracket, .spaceInsideBracket),
    Row(
      "spaces inside brackets", .arabic, "المدينة ( القديمة  ) هنا", "المدينة (القديمة) هنا",
      .spaceInsideBracket, .spaceInsideBracket),
    Row(
      "guillemets with spaces on the wrong sides", .persian, "گفت« سلام »و رفت", "گفت «سلام» و رفت",
      .quoteOnWrongSide, .quoteOnWrongSide),
    Row(
      "closing quote behind its space", .english, "“It will grow in this regard, ”Bagheri said.",
      "“It will grow in this regard,” Bagheri said.", .quoteOnWrongSide),
    Row(
      "opening quote behind a full stop", .english, "It ended.“Now we go,” he said.",
      "It ended. “Now we go,” he said.", .missingSpaceAfterPunctuation),
  ]

  static let lookAlikes: [Row] = [
    .stays("letters of an Urdu title", "اس نے ایم۔اے۔ کیا ہے۔", .urdu),
    .stays("a spaced Urdu ellipsis", "اور پھر وہ ۔ ۔ ۔ چلا گیا۔", .urdu),
    .stays("an Urdu list of one word each", "لاہور ۔ کراچی", .urdu),
    .stays("an Urdu number with spaces", "کل قیمت ۱۲ ۔ ۵ لاکھ ہے", .urdu),
    .stays("smiley", "nice :) and ;) or :-( too"), .stays("smiley at the end", "I like it :D"),
    .stays("file type and product", "the .net runtime and .gitignore files"),
    .stays("number without zero", "a rate of .5 percent"),
    .stays("ellipsis", "well ... and so on…"),
    .stays("spaced ellipsis", "well . . . and so on"),
    .stays("ellipsis at the end", "and then . . ."),
    .stays("abbreviations", "The U.S. and e.g. Dr. No at 3 p.m."),
    .stays("initials with spaces", "U . S . A ."),
    .stays("number with spaces", "12 . 5 and 12 : 30 and 1 , 2"),
    .stays("C ++", "I like C ++ and C #"),
    .stays("path", "cd / . and ./a .."), .stays("command", "git add ."),
    .stays("command with options", "docker build -t a ."),
    .stays("list of links", "Home . About . Contact us"),
    .stays("code", "f(a , b) { x ? y : z ; }"), .stays("ternary", "x ? y : z"),
    .stays("markdown list", "- one\n  - two\n    code"),
    .stays("table row", "| a  | b  |\n| c , d |"),
    .stays("tab", "a\tb \tc"), .stays("empty first cell", "\ta"),
    .stays("time", "at 12:30"), .stays("hyphen of the seed", "القوة الجو- فضائية", .arabic),
    .stays("straight quote of the seed", "آشتياني، \" في مقر وزارة", .arabic),
    .stays("spaced hyphen", "الروسي - الإيراني", .arabic),
    .stays("French marks", "Vraiment ? Oui ! Donc : non ; « bien »", .french),
    .stays("marks of an unknown language", "Vraiment ? Oui !", nil),
    .stays("Chinese", "你好，世界。 你好 ！", .chinese),
    .stays("numbers with Arabic comma", "۱،۲ و ١٬٢٣٤", .persian),
    .stays("smiley in Persian", "خوب بود :( سلام", .persian),
    .stays("empty box", "کار ( ) و [ ] و [ x ]", .persian),
    .stays("bracket never closed", "کار ( سلام", .persian),
    .stays("reversed guillemets", "گفت » سلام « و", .persian),
    .stays("Swedish quotes", "han sa ”hej” och ”nej” sen", nil),
    .stays("German quotes", "Er sagte: „Das Ende.“Danach nichts", .german),
    .stays("closed quotes", "“a” and ”b” then"), .stays("question and wonder", "what?! no!!"),
    .stays("URL", "https://a.example/b?c=d,e;f:g"), .stays("dash", "a -- b – c"),
    .stays("empty", ""),
    .stays("percent and degree", "5 % and 20 °C"),
    .stays("two marks a lost word left", "such as , , and"),
    .stays("operator in prose", "that we use the ? operator in a function"),
    .stays("numbered list on one line", "1 . Passing a function 2 . Passing the next state"),
    .stays("ternary in a line", "return this.isOnline ? 'yes' : 'no'"),
    .stays("list of steps", "Setup one : Setup two : Setup three"),
    .stays("aligned columns", "name      10.1.9     0.26 MiB     13.80 MiB"),
    .stays("comment behind code", "log('x') = 1  # will print"),
    .stays("quotes the other way round", "dice ”y Pilar quiere“ y luego “nada ”pero", .spanish),
    .stays("a quotation inside one", "“some words, ”where it is, and more”."),
    .stays("repeated mark", "؟؟؟ !!!", .persian),
  ]

  @Test(arguments: faults + lookAlikes)
  func textBecomes(_ row: Row) {
    let bytes = Array(row.text.utf8)
    let faults = spacingFaults(in: bytes.span, language: row.language)
    let out = bytes.applying(faults)
    #expect(String(decoding: out, as: UTF8.self) == row.expected, "\(faults)")
    #expect(faults.map(\.reason) == row.findings)
    #expect(spacingFaults(in: out.span, language: row.language).isEmpty)
  }

  /// Nothing is left to find in what comes out, and it is valid UTF-8.
  @Test(arguments: [Language?.none, .persian, .arabic, .english, .french])
  func whatComesOutIsRight(_ language: Language?) {
    var random = SplitMix(seed: 3)
    for round in 0..<6_000 {
      let text =
        round % 8 == 0 ? random.scalars(most: 12) : random.text(of: NastyText.pieces, most: 14)
      let bytes = Array(text.utf8)
      let out = bytes.applying(spacingFaults(in: bytes.span, language: language))
      #expect(String(validating: out, as: UTF8.self) != nil, "\(text.debugDescription)")
      let again = spacingFaults(in: out.span, language: language)
      #expect(again.isEmpty, "\(text.debugDescription) \(again)")
    }
  }

  @Test(.enabled(if: SharedFolder.exists("seeds"), "needs ../shared/seeds"))
  func seedsChangeOnlyWhereTheyAreWrong() throws {
    let expected: [(String, Language, [String])] = [
      ("ar-defence-visit", .arabic, []),
      (
        "en-defence-talks", .english,
        [
          "space_before_punctuation", "stranded_full_stop", "quote_on_wrong_side",
          "quote_on_wrong_side",
        ]
      ),
      ("fa-defence-visit", .persian, ["doubled_space"]),
    ]
    for (name, language, findings) in expected {
      var bytes = try SharedFolder.bytes("seeds/\(name).txt")
      bytes = bytes.applying(unicodeFaults(in: bytes.span, language: language))
      let found = spacingFaults(in: bytes.span, language: language)
      #expect(
        found.map(\.reason.rawValue).filter { $0 != "trailing_space" } == findings, "\(found)")
    }
  }
}
