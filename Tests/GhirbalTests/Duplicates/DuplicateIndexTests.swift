import Ghirbal
import TestSupport
import Testing

@Suite struct DuplicateIndexTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let texts: [String: String]
    /// For each document that another one stands for, that one.
    let expected: [String: String]
    var exact: Set<String> = []
    var testDescription: String { label }
  }

  private static let ferry = """
    The ferry of Lenn leaves the northern pier every morning at six. It carries nobody, and it comes back \
    with nobody, because the law of 1911 says that it must sail while the bridge stands. The council spoke \
    about the law for two hours on Monday. Nobody remembered why it had been made. A baker asked whether \
    bread might travel on the empty boat, and the mayor promised to look the matter up before the summer.
    """
  private static let well = """
    The old well in the square gives water again after a winter of waiting. Two masons from the valley \
    cleaned the shaft down to the rock, and what they brought up fills a shelf in the school: spoons, a \
    shoe, four coins, the head of a doll. Children may look at it on Thursdays. The water is not for \
    drinking yet, since the laboratory wants to see it three times before it says so in writing.
    """
  private static let frame = """
    You read the Lenn Herald, the paper of the valley since 1874. All rights of the texts are with their \
    authors.
    """

  static let rows = [
    Row(
      label: "copies, one of them with other line ends",
      texts: ["b": ferry, "a": ferry.replacing(". ", with: ".\r\n\r\n") + "\n", "c": well],
      expected: ["b": "a"], exact: ["b"]),
    Row(
      label: "a copy with a changed line",
      texts: [
        "1": ferry + well,
        "2": (ferry + well).replacing("two hours on Monday", with: "an hour on Friday"),
      ], expected: ["2": "1"]),
    Row(
      label: "the same in capitals is near, not the same",
      texts: ["1": ferry, "2": ferry.uppercased()],
      expected: ["2": "1"]),
    Row(
      label: "two articles within one frame",
      texts: ["1": frame + ferry + frame, "2": frame + well + frame], expected: [:]),
    Row(
      label: "a text and its beginning", texts: ["1": ferry, "2": String(ferry.prefix(200))],
      expected: [:]),
    Row(
      label: "short texts that have most of their words in common",
      texts: ["1": "The ferry sails on Monday", "2": "The ferry sails on Tuesday"], expected: [:]),
    Row(
      label: "short texts that are the same", texts: ["1": "Closed.", "2": "closed"],
      expected: ["2": "1"]),
    Row(
      label: "texts without words are like no other",
      texts: ["1": "", "2": "", "3": "…", "4": "…"],
      expected: [:]),
    Row(
      label: "Persian, the second with Arabic letters and without joiners",
      texts: [
        "1":
          "شهرداری می‌گوید که کتاب‌های تازه کتابخانه از فردا در دسترس خوانندگان است و بلیت رایگان می‌ماند",
        "2":
          "شهرداري ميگويد كه كتابهاي تازه كتابخانه از فردا در دسترس خوانندگان است و بليت رايگان ميماند",
        "3":
          "شهرداری می‌گوید که پل چوبی رودخانه از فردا بسته است و بلیت قطار تا پایان ماه رایگان می‌ماند",
      ], expected: ["2": "1"]),
    Row(
      label: "Arabic, the second with vowel marks",
      texts: [
        "1": "قال رئيس البلدية إن العبارة تعود إلى النهر يوم الاثنين بعد شتاء طويل من الانتظار",
        "2": "قَالَ رَئِيسُ البَلَدِيَّةِ إنَّ العَبَّارَةَ تَعُودُ إلى النَّهْرِ يَوْمَ الاثنين بَعْدَ شِتَاءٍ طَوِيلٍ مِنَ الانتظار",
        "3":
          "قال رئيس البلدية إن البئر القديمة في الساحة تعطي الماء يوم الاثنين بعد شتاء طويل من العمل",
      ], expected: ["2": "1"]),
    Row(
      label: "Chinese, the second with a word changed, the third about something else",
      texts: [
        "1":
          "镇上的渡船每天早上六点离开北码头，没有乘客，回来的时候也没有人。一九一一年的法律规定，只要桥还在，船就必须开。镇议会星期一讨论了两个小时，没有人记得这条法律是为什么制定的。",
        "2":
          "镇上的渡船每天早上七点离开北码头，没有乘客，回来的时候也没有人。一九一一年的法律规定，只要桥还在，船就必须开。镇议会星期一讨论了两个小时，没有人记得这条法律是为什么制定的。",
        "3": "广场上的老井经过一个冬天的等待又有水了。两位石匠把井一直清理到岩石，捞上来的东西摆满了学校的一个架子。孩子们星期四可以去看。水还不能喝，因为化验室要检查三次才会写证明。",
      ], expected: ["2": "1"]),
  ]

  @Test(arguments: rows) func whatIsADuplicate(_ row: Row) {
    var index = DuplicateIndex()
    for (id, text) in row.texts { index.insert(DocumentID(id), TextTrace(Array(text.utf8))) }
    let verdicts = index.verdicts(minSimilarity: 0.8)
    #expect(verdicts.map(\.id.text) == row.texts.keys.sorted())
    let others = verdicts.filter { !$0.isRepresentative }
    #expect(
      Dictionary(uniqueKeysWithValues: others.map { ($0.id.text, $0.representative.text) })
        == row.expected)
    #expect(Set(others.filter(\.isExact).map(\.id.text)) == row.exact)
    for verdict in verdicts where verdict.isExact { #expect(verdict.similarity == 1) }
  }

  /// Each text leads to the next one, and the last is far from the first: one group, which says how far.
  @Test func chainsAreOneGroup() throws {
    var invented = InventedTexts(seed: 3)
    var text = invented.text(300)
    var index = DuplicateIndex()
    for link in 0..<12 {
      index.insert(DocumentID("\(10 + link)"), TextTrace(Array(text.joined(separator: " ").utf8)))
      for place in link * 20..<link * 20 + 12 { text[place] = invented.word() }
    }
    let verdicts = index.verdicts(minSimilarity: 0.8)
    #expect(Set(verdicts.map(\.representative.text)) == ["10"])
    let last = try #require(verdicts.last)
    #expect((0.2...0.35).contains(last.similarity), "\(last.similarity)")
  }

  /// Any order gives the same lines; ids that stand twice, too.
  @Test(arguments: [0.6, 0.8]) func theOrderSaysNothing(minSimilarity: Double) {
    var invented = InventedTexts(seed: 9)
    var documents: [(id: String, text: String)] = []
    for group in 0..<60 {
      let text = invented.text(1 + invented.below(200))
      for copy in 0..<1 + invented.below(6) {
        let edited = invented.edited(text, edits: copy % 3 * text.count / 60)
        documents.append(("\(group * 7 % 60)-\(invented.below(3))", edited.joined(separator: " ")))
      }
    }
    documents += [("1-1", ""), ("1-1", "…")]
    func lines() -> [String] {
      var index = DuplicateIndex()
      for (id, text) in invented.shuffled(documents) {
        index.insert(DocumentID(id), TextTrace(Array(text.utf8)))
      }
      return index.verdicts(minSimilarity: minSimilarity).map {
        String(decoding: $0.line, as: UTF8.self)
      }
    }
    let first = lines()
    #expect(first.count == documents.count)
    for _ in 0..<10 { #expect(lines() == first) }
  }

  /// A group of a thousand takes no square of comparisons.
  @Test(.timeLimit(.minutes(1))) func manyCopiesAreFast() {
    var invented = InventedTexts(seed: 4)
    let text = invented.text(100)
    var index = DuplicateIndex()
    for number in 0..<1000 {
      var copy = text
      copy[50] = "number\(number)"
      index.insert(DocumentID("\(number)"), TextTrace(Array(copy.joined(separator: " ").utf8)))
    }
    #expect(index.verdicts(minSimilarity: 0.8).count { $0.isRepresentative } == 1)
  }
}
