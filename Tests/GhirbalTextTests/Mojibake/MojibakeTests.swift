import Foundation
import GhirbalText
import TestSupport
import Testing

@Suite struct MojibakeTests {
  static let faults: [(label: String, text: String, expected: String)] = [
    ("é", "un cafÃ© noir", "un café noir"), ("at the start", "Ã‰cole", "École"),
    ("curly quotes", "â€œso itâ€™s doneâ€\u{9D}", "“so it’s done”"),
    ("dash and ellipsis", "a â€“ bâ€¦", "a – b…"), ("twice", "cafÃƒÂ©", "café"),
    ("Arabic as windows-1252", "Ø³Ù„Ø§Ù… Ø¹Ù„ÙŠÙƒÙ…", "سلام عليكم"),
    ("Arabic twice", "Ã˜Â³Ã™â€žÃ˜Â§Ã™â€¦", "سلام"),
    ("Arabic as windows-1256", "ط³ظ„ط§ظ…", "سلام"),
    ("Persian as windows-1256", "ط§غŒط±ط§ظ† ظˆ ع©طھط§ط¨", "ایران و کتاب"),
    ("Arabic twice as windows-1256", "ط·آ³ط¸â€‍ط·آ§ط¸â€¦", "سلام"),
    ("a word of one letter", "ط³ط§ظ„ 1301 ظ…", "سال 1301 م"),
    ("a word whose signs Arabic has too", "ظپظٹ ط§ظ„ط³ظˆظ‚", "في السوق"),
    ("Persian letters between", "ع¯ظپطھ: ع†ظ‡ ط®ط¨ط±طں", "گفت: چه خبر؟"),
    ("half a line", "ط³ظ„ط§ظ… ط¨ط± عکس آگاه، تیغ‌پرور", "سلام بر عکس آگاه، تیغ‌پرور"),
    ("guillemets", "ط±ظپطھ آ«ط®ط§ظ†ظ‡آ»", "رفت «خانه»"),
    ("Turkish in Arabic", "ظ…ط­ظ…ط¯ Erdoؤںan Yأ¼ce 10أ—10", "محمد Erdoğan Yüce 10×10"),
    ("Greek in Arabic", "ظ…ط­ظ…ط¯ خ•د…دپدژد€خ·", "محمد Ευρώπη"),
    ("words with nothing else", "Ø¨Ùˆ Ø¨Ú©Ø´!", "بو بکش!"),
    (
      "windows-1256 with a sequence by chance", "Èå \u{90}ÒÇÑÔ ÎÈÑ\u{90}ÒÇÑí ãåÑ¡ Èå äÞá ÇÒ",
      "به گزارش خبرگزاري مهر، به نقل از"
    ), ("windows-1256 as windows-1252", "ÓáÇã", "سلام"),
    (
      "a sentence of it", "æÕá ÇáæÒíÑ Åáì ÇáÚÇÕãÉ ÇáÑæÓíÉ¡ Çáíæã.",
      "وصل الوزير إلى العاصمة الروسية، اليوم."
    ),
    ("lone C1", "\u{93}so\u{94} he said\u{85}", "“so” he said…"),
    ("no-break space", "10Â\u{A0}km et cafÃ©", "10\u{A0}km et café"), ("degree", "20Â°C", "20°C"),
    ("pound", "only Â£5", "only £5"), ("emoji", "ok ðŸ˜€", "ok 😀"), ("bullet", "â€¢ one", "• one"),
    ("Chinese", "ä½ å¥½ä¸–ç•Œ", "你好世界"), ("Russian", "ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
    ("Russian as windows-1251", "РџСЂРёРІРµС‚ РјРёСЂ", "Привет мир"),
    ("as the first Mac's", "caf√© cr√®me", "café crème"), ("as the first PC's", "caf├⌐", "café"),
    ("byte order mark", "ï»¿Hello", "\u{FEFF}Hello"),
    ("lost byte", "â€œyesâ€\u{FFFD}", "“yes\u{FFFD}"),
  ]

  static let lookAlikes: [String] = [
    "", "plain", "café É… “É” É’s", "NESTLÉ® 5×£35 4288×…", "√π and ∆° and —∞",
    "VOCÊ… SÃO PAULO CORAÇÃO",
    "SÃO… IRMÃ’s", "Ça va ? Où êtes-vous, « là »", "Größe Straße Übung für Äpfel",
    "Smørrebrød Ærø Ålborg",
    "İstanbul’da ğüşöçı", "Zażółć gęślą jaźń", "Příliš žluťoučký kůň", "zvlášť, když",
    "Đặt vấn đề ở đây",
    "РІК ВІКІ СІЧ — «ТАСС»…", "Поздрављамо вас, Ђорђе", "سلام على من اتبع الهدى، شرط؟ ربط، خط…",
    "گچ و گژ و ظپ", "عکس‌ها آگاه شدند؛ ظرف آ… و ع… و غ‌ها", "ط، ظ، ع، غ؛ ع؟ غ«ط»", "عکس آ«»",
    "É’ É” É… Æ’ Ê“", "Š’ Ž” Œ…", "ط، ظ، ع، غ", "ط،ظ،ع،غ،ف", "می‌خواهم «کتاب‌ها» را… ببینم؛ چطور؟",
    "שלום עולם 5×3",
    "Ελλάδα «και» Ω…", "日本語と中文。", "├─ a\n└─ b │ c", "½ ¼ ¾ ² ³ ° ± µ", "ÀÁÂÃÄÅÆÇÈÉ",
    "àâçèéêëîïôùûü",
    "ÖÐÎÄ ÍøÒ³", "Ïðèâåò ìèð", "ÊáëçìÝñá", "ùìåí òåìí", "a radius of 10 Å—",
    "There are a lot of Ã’s",
    "control \u{1A} and \u{81}", "¿Qué? ¡Sí! “×” + ”÷”", "’é", "L’été à l’œil", "Ħ Ŋ ŧ", "C© D® E™",
  ]

  @Test(arguments: faults)
  func mojibakeIsRead(_ label: String, _ text: String, _ expected: String) {
    let bytes = Array(text.utf8)
    let out = bytes.applying(mojibake(in: bytes.span))
    #expect(String(decoding: out, as: UTF8.self) == expected)
    #expect(mojibake(in: out.span).isEmpty)
  }

  @Test(arguments: lookAlikes)
  func whatSomebodyMeantStays(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(mojibake(in: bytes.span).isEmpty)
  }

  struct Case: Decodable {
    let label: String
    let original: String
    let fixed: String
    let fixedEncoding: String?
    enum CodingKeys: String, CodingKey {
      case label, original, fixed
      case fixedEncoding = "fixed-encoding"
    }
  }

  /// The cases of python-ftfy, by what it does to their encoding alone.
  @Test(
    .enabled(if: SharedFolder.exists("data/text"), "needs ../shared/data/text"),
    arguments: ["in-the-wild", "synthetic", "language-names", "negative"])
  func casesOfOthersPass(_ name: String) throws {
    let bytes = try SharedFolder.bytes("data/text/ftfy.\(name).json")
    let cases = try JSONDecoder().decode([Case].self, from: Data(bytes))
    for row in cases {
      let bytes = Array(row.original.utf8)
      let out = String(decoding: bytes.applying(mojibake(in: bytes.span)), as: UTF8.self)
      #expect(
        out.unicodeScalars.elementsEqual((row.fixedEncoding ?? row.fixed).unicodeScalars),
        "\(row.label): \(row.original.debugDescription) became \(out.debugDescription)")
    }
  }

  @Test(
    .enabled(if: SharedFolder.exists("data/text"), "needs ../shared/data/text"),
    arguments: [
      "ar.arcd.train.txt", "en.ewt.dev.txt", "en.xquad.txt", "fa.docs.train.txt",
      "fa.perdt.train.txt",
      "fa.perdt.dev.txt", "fa.seraji.dev.txt",
    ])
  func cleanTextStays(_ name: String) throws {
    let bytes = try SharedFolder.bytes("data/text/\(name)")
    for line in bytes.split(separator: 0x0A) {
      let found = mojibake(in: line.span)
      #expect(found.isEmpty, "\(String(decoding: line, as: UTF8.self))")
    }
  }

  /// Each word is a run of sequences of its own; that none costs as much as the whole text.
  @Test(.timeLimit(.minutes(Patience.minutes))) func aLongPageTakesLinearTime() {
    let bytes = Array(String(repeating: "Ø³Ù„Ø§Ù… ", count: 20_000).utf8)
    let out = bytes.applying(mojibake(in: bytes.span))
    #expect(out == Array(String(repeating: "سلام ", count: 20_000).utf8))
  }

  /// Nothing is left to find in what comes out, and it is valid UTF-8.
  @Test func whatComesOutIsRight() {
    var random = SplitMix(seed: 11)
    for round in 0..<10_000 {
      let text =
        round % 4 == 0 ? random.scalars(most: 12) : random.text(of: NastyText.pieces, most: 14)
      let bytes = Array(text.utf8)
      let out = bytes.applying(mojibake(in: bytes.span))
      #expect(String(validating: out, as: UTF8.self) != nil, "\(text.debugDescription)")
      let again = mojibake(in: out.span)
      #expect(again.isEmpty, "\(text.debugDescription) \(again)")
    }
  }
}
