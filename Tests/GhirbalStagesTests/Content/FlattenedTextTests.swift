import GhirbalContent
import GhirbalDocument
import GhirbalStages
import TestSupport
import Testing

/// What the learned model drops of text that somebody flattened, and what it leaves alone.
@Suite struct FlattenedTextTests {
  /// A page as scrapers flatten it, in scripts with and without capitals and spaces.
  struct Page: CustomTestStringConvertible, Sendable {
    let label: String
    let menu: [String]
    let paragraphs: [String]
    let below: [String]
    var testDescription: String { label }
    /// Menus stand above, for small screens once more, and at the foot.
    var above: [String] { menu + menu.dropFirst() }
    var foot: [String] { below + menu }
    var lines: [String] { above + paragraphs + foot }
  }

  static let pages = [
    Page(
      label: "English",
      menu: [
        "Westhaven Gazette", "Home", "News", "Sport", "Harbour", "Council", "Weather", "Jobs",
        "Letters", "Archive", "Contact",
      ],
      paragraphs: [
        "Until 1961 every rope in Westhaven was made in one shed, four hundred paces long and six wide.",
        "The men walked backwards all day, paying out hemp from their belts, while a boy turned the wheel.",
        "When the last master died, the town bought the shed and opened it to visitors in summer.",
        "“We could hear the wheel from the school,” says Ada Finch, who is ninety, “and we knew the tune.”",
        "The council wants to mend the roof next year, if the county pays half of what it costs.",
      ],
      below: [
        "Ferry fares to rise", "Bakery wins prize", "Council meets on Tuesday",
        "Market moves again",
        "Harbour wall mended", "School play sold out", "Privacy", "Imprint", "Terms",
      ]),
    Page(
      label: "Persian",
      menu: [
        "روزنامه بندر", "خانه", "اخبار", "ورزش", "بندرگاه", "شورا", "هوا", "کار", "نامه‌ها",
        "بایگانی", "تماس",
      ],
      paragraphs: [
        "تا سال ۱۳۴۰ همهٔ ریسمان‌های بندر در یک کارگاه دراز بافته می‌شد، چهارصد گام درازا و شش گام پهنا.",
        "مردان سراسر روز پس‌پس می‌رفتند و الیاف را از کمربند خود می‌دادند، و پسری چرخ را می‌گرداند.",
        "پس از مرگ واپسین استاد، شهر کارگاه را خرید و تابستان‌ها آن را به روی بازدیدکنندگان گشود.",
        "زنی نودساله می‌گوید صدای چرخ را از دبستان می‌شنیدیم و آهنگ آن را می‌شناختیم، هر روز تا غروب.",
        "شورا می‌خواهد سال آینده بام کارگاه را درست کند، اگر استان نیمی از هزینه را بپردازد.",
      ],
      below: [
        "کرایهٔ کشتی بالا می‌رود", "نانوایی جایزه گرفت", "نشست شورا در سه‌شنبه", "بازار جابه‌جا شد",
        "دیوار بندر ساخته شد", "نمایش مدرسه", "حریم خصوصی", "شناسنامه", "شرایط",
      ]),
  ]

  private static func cleaned(_ lines: [String]) -> StageSample {
    StageSample(lines.joined(separator: "\n") + "\n", through: SelectMainContent(.init()))
  }

  @Test(arguments: pages)
  func menusGoAndTextStays(_ page: Page) {
    let lines = Self.cleaned(page.lines).lines
    #expect(page.paragraphs.allSatisfy(lines.contains))
    #expect(!page.menu.contains(where: lines.contains))
    #expect(lines.count(where: page.below.contains) < page.below.count)
  }

  /// Each verdict stands in the ledger with its probability.
  @Test(arguments: pages)
  func verdictsAreRecorded(_ page: Page) {
    let entries = Self.cleaned(page.lines).ledger.entries
    #expect(entries.count == page.lines.count)
    #expect(Set(entries.map(\.reason)) == ["main_content", "boilerplate"])
    #expect(entries.allSatisfy { (0...1).contains($0.confidence) })
  }

  /// The text alone, parts of it, and texts of short lines have no chrome around them.
  static let whole: [(label: String, lines: [String])] = [
    ("the text alone", pages[0].paragraphs),
    ("the Persian text alone", pages[1].paragraphs),
    ("a fragment", ["Home", "News", "Sport"]),
    ("a title", ["The last rope walk"]),
    (
      "a poem",
      [
        "The wheel goes round, the rope grows long,", "the boy is tired, the day is long,",
        "and all the men walk backwards.", "", "The sea is grey, the hemp is dry,",
        "the gulls go over in the sky,", "and all the men walk backwards.", "",
        "The master counts, the master sings,", "he knows the weight of many things,",
        "and all the men walk backwards.",
      ]
    ),
    (
      "an interview",
      [
        "How long was the shed?", "Four hundred paces.", "And who turned the wheel?",
        "A boy, always a boy. I turned it for two years, until I was tall enough to walk.",
        "Were there comments?", "No comments.", "What did you earn?",
        "Nine shillings a week, and on Saturdays the master gave us bread and a herring.",
        "Would you do it again?", "Tomorrow, if they asked me. It was honest work in good company.",
      ]
    ),
    (
      "a recipe",
      [
        "Herring with oats", "4 herrings", "100 g oats", "50 g butter", "salt", "1 lemon",
        "Clean the herrings and dry them well.", "Turn them in oats, and press the oats on.",
        "Fry them in butter, four minutes on each side.", "Serve with salt and lemon.",
      ]
    ),
  ]

  @Test(arguments: whole)
  func wholeTextsStay(_ row: (label: String, lines: [String])) {
    #expect(Self.cleaned(row.lines).ledger.entries.isEmpty, "\(row.label)")
  }

  /// A page in one line loses sentences, and the text keeps its own.
  @Test func sentencesOfOneLineGo() {
    let page = Self.pages[0]
    let line = (page.above.map { $0 + " |" } + page.paragraphs + page.foot.map { $0 + " |" })
      .joined(separator: " ")
    let sample = Self.cleaned([line])
    let text = sample.lines.joined()
    #expect(page.paragraphs.allSatisfy(text.contains))
    #expect(!text.contains("Weather"))
    #expect(sample.reasons.contains("replace boilerplate_sentence"))
  }

  /// Code between fences is no chrome, whatever its lines look like.
  @Test func fencedCodeStays() {
    let code = ["```", "Home", "News", "Sport", "```"]
    let page = Self.pages[0]
    let lines = Self.cleaned(
      page.above + page.paragraphs.prefix(3) + code + page.paragraphs.suffix(2) + page.foot
    ).lines
    #expect(lines.contains("```"))
    #expect(lines.contains("Sport"))
  }

  /// What phrases are sure of is left to the stage that drops by them, where one follows; what its
  /// `never_drop` saves stays.
  @Test func phrasesGoBeforeTheModel() {
    var options = PhraseOptions()
    options.alsoDrop = ["Harbour"]
    options.neverDrop = ["Imprint"]
    var own = OwnPhrases()
    own.options = options
    let page = Self.pages[0]
    let sample = StageSample(
      page.lines.joined(separator: "\n"), through: SelectMainContent(.init()).following(own))
    let dropped = Set(sample.ledger.entries.filter { $0.change == .drop }.map(\.before))
    #expect(!dropped.contains("Harbour\n"))
    #expect(!dropped.contains("Imprint\n"))
    #expect(dropped.contains("Weather\n"))
  }
}
