import GhirbalText
import Testing

@Suite struct HardWrapsTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let text: String
    let expected: String
    var testDescription: String { label }

    static func stays(_ label: String, _ text: String) -> Row {
      Row(label: label, text: text, expected: text)
    }
  }

  static let faults = [
    Row(
      label: "English prose of a mail",
      text: """
        The harbour master said that the old lock would open again before
        the end of spring, after the repairs to its gates had taken a year
        longer than anyone in the town had been ready to expect, and that
        the first boats would be let through on a Monday.
        """,
      expected: """
        The harbour master said that the old lock would open again before the end of spring, after \
        the repairs to its gates had taken a year longer than anyone in the town had been ready to \
        expect, and that the first boats would be let through on a Monday.
        """),
    Row(
      label: "two paragraphs without a blank line",
      text: """
        The harbour master said that the old lock would open again before
        the end of spring, after the repairs to its gates had taken a year
        longer than anyone in the town had been ready to expect.
        Nobody in the fishing village remembers when the long pier, which
        reaches out over the shallow sand of the bay, was last painted.
        """,
      expected: """
        The harbour master said that the old lock would open again before the end of spring, after \
        the repairs to its gates had taken a year longer than anyone in the town had been ready to \
        expect.
        Nobody in the fishing village remembers when the long pier, which reaches out over the \
        shallow sand of the bay, was last painted.
        """),
    Row(
      // The spaces at the cuts are kept; the stage writes one for each joint.
      label: "paragraphs cut one by one, with a menu around them",
      text: """
        صفحۂ اول
        پاکستان
        دنیا
        کھیل
        کاروبار
        نیلی ڈھوک کے لوگ جب دریا پار کرتے ہیں تو پہلے\u{20}
        دائیں ہاتھ سے رسی کو سلام کرتے ہیں۔ یہ پل پچیس
         برس پہلے گاؤں کی عورتوں نے بنوایا تھا۔
        پل کے لیے لکڑی پہاڑ سے اتاری گئی اور رسیاں گاؤ
        ں کی بڑی بوڑھیوں نے بٹیں۔ انجینیئر کوئی نہ تھا
        ، ایک درزی نے ناپ لیا۔
        اب پل پر روزانہ دو سو کے قریب لوگ گزرتے ہیں۔ م
        حصول کوئی نہیں، البتہ ہر گزرنے والے کو سال میں
         ایک خط لکھنا پڑتا ہے۔
        اسی بارے میں
        رابطہ
        ہمارے بارے میں
        """,
      expected: """
        صفحۂ اول
        پاکستان
        دنیا
        کھیل
        کاروبار
        نیلی ڈھوک کے لوگ جب دریا پار کرتے ہیں تو پہلے  دائیں ہاتھ سے رسی کو سلام کرتے ہیں۔ یہ پل پچیس  برس پہلے گاؤں کی عورتوں نے بنوایا تھا۔
        پل کے لیے لکڑی پہاڑ سے اتاری گئی اور رسیاں گاؤں کی بڑی بوڑھیوں نے بٹیں۔ انجینیئر کوئی نہ تھا، ایک درزی نے ناپ لیا۔
        اب پل پر روزانہ دو سو کے قریب لوگ گزرتے ہیں۔ محصول کوئی نہیں، البتہ ہر گزرنے والے کو سال میں  ایک خط لکھنا پڑتا ہے۔
        اسی بارے میں
        رابطہ
        ہمارے بارے میں
        """),
    Row(
      label: "Persian prose",
      text: """
        رئیس بندر گفت که دریچهٔ کهنه پیش از پایان بهار دوباره باز خواهد شد.
        تعمیر درها، که یک سال بیشتر از آنچه مردم شهر گمان می‌بردند طول کشید،
        هفتهٔ گذشته به پایان رسید و نخستین قایق‌ها از روز دوشنبه، به نوبت و
        با نظارت کارکنان بندر، از آبراه می‌گذرند و به سوی دریا می‌روند. این
        خبر، به گفتهٔ او، برای ماهیگیران خوب است.
        """,
      expected: """
        رئیس بندر گفت که دریچهٔ کهنه پیش از پایان بهار دوباره باز خواهد شد. \
        تعمیر درها، که یک سال بیشتر از آنچه مردم شهر گمان می‌بردند طول کشید، \
        هفتهٔ گذشته به پایان رسید و نخستین قایق‌ها از روز دوشنبه، به نوبت و \
        با نظارت کارکنان بندر، از آبراه می‌گذرند و به سوی دریا می‌روند. این \
        خبر، به گفتهٔ او، برای ماهیگیران خوب است.
        """),
    Row(
      label: "cut at fifty characters",
      text: """
        the old harbour lock will open again before the en
        d of spring, after repairs to its gates had taken 
        a year longer than anyone in the town had been rea
        dy to expect, and the first boats will be let thro
        ugh on a Monday, as the harbour master has said.
        """,
      expected: """
        the old harbour lock will open again before the end of spring, after repairs to its gates \
        had taken  a year longer than anyone in the town had been ready to expect, and the first \
        boats will be let through on a Monday, as the harbour master has said.
        """),
    Row(
      label: "short paragraphs, all cut at fifty characters",
      text: "the old harbour lock will open again before the en\nd of spring, after "
        + "repairs to its gates had taken \na year longer than anyone in the town "
        + "thought\n\nthe first boats will be let through on a Monday, a\ns the harb"
        + "our master has said, and the others must\n wait for the tide of the nex"
        + "t day\n\nno one knows when the long pier, which reaches out\n over the sa"
        + "nd, was last painted",
      expected: "the old harbour lock will open again before the end of spring, after r"
        + "epairs to its gates had taken  a year longer than anyone in the town t"
        + "hought\n\nthe first boats will be let through on a Monday, as the harbou"
        + "r master has said, and the others must  wait for the tide of the next "
        + "day\n\nno one knows when the long pier, which reaches out  over the sand"
        + ", was last painted"),
    Row(
      label: "a hyphen at the end",
      text: """
        the new ferry will not be as fast as the last one, but a well-
        known builder says that it will be safer and that nobody has to
        wait in the rain any more, since the waiting room is going to be
        ready by then, and warm.
        """,
      expected: """
        the new ferry will not be as fast as the last one, but a well-known builder says that it \
        will be safer and that nobody has to wait in the rain any more, since the waiting room is \
        going to be ready by then, and warm.
        """),
  ]

  static let lookAlikes: [Row] = [
    .stays(
      "a menu above lines of even length that no count cut",
      """
      Home
      News
      Sport
      The weather
      About the paper
      Contact
      One lamp burns on the harbour wall
      Two boats lie in the falling water
      Three nets hang under the old roof
      Four gulls walk along the grey mud
      Five lines of rope are on the pier
      Six men are silent beside the crane
      """),
    .stays(
      "verse",
      """
      The tide comes in, the tide goes out, the gulls are on the wing,
      The boats are waiting by the pier for what the night may bring,
      And all the while the old men sit and talk of days gone by,
      And mend their nets and light their pipes beneath an empty sky.
      """),
    .stays(
      "Persian verse of even length",
      """
      شبی در کنار ساحل خاموش نشستم و به آواز موج گوش سپردم
      که با نسیم سحرگاه از دور دست نام تو را به یاد آوردم
      چراغ خانهٔ کوچک کنار آب هنوز روشن و بیدار بود و من
      دل از هوای سفر به شهرهای دور و دراز دیگر شستم و بردم
      به روی سنگ نوشتم که باز خواهم گشت به این کنارهٔ آرام
      """),
    .stays(
      "list",
      """
      - paint the hull of the small boat before the end of the month
      - caulk the seams of the big one and dry it in the long shed
      - mend the nets that were torn on the rocks behind the point
      - and ask the harbour master when the lock will open again
      """),
    .stays(
      "address",
      "Harbour Office\n12 Quay Street\nSecond floor, room 14\nOld Town 4711\nTelephone 555 0100"),
    .stays(
      "code",
      """
      let boats = harbour.boats.filter { $0.length > limit && $0.isNew }
      let names = boats.map { $0.name.lowercased() + suffix(of: $0.age) }
      let whole = names.joined(separator: comma) + end(of: names.count)
      return whole.isEmpty ? nothing : whole + stop(after: whole.count)
      """),
    .stays(
      "table",
      """
      name                 length     year     harbour            crew
      north star           12.5       1968     old town           four
      evening wind         11.0       1972     new quay           five
      last of the gulls    14.2       1959     old town           nine
      """),
    .stays(
      "sentences one a line",
      """
      The harbour master said that the old lock would open in spring.
      Nobody in the fishing village remembers when it was last shut.
      The repairs to its gates have taken a year longer than planned.
      The first boats are going to be let through on a Monday, early.
      """),
    .stays(
      "headlines",
      """
      Harbour lock to open again after a year of repairs to its gates
      Ferry company buys two ships and sells the oldest of its boats
      Town council votes on the new pier and puts off the old market
      School closes for a week because of the storm and the high tide
      """),
    .stays(
      "three lines", "the old lock will open again before\nthe end of the spring and then\nnot."),
    .stays(
      "Chinese",
      String(repeating: "港口负责人说旧水闸将在春天结束之前重新开放因为闸门的修理比预期多花了一年时间所以大家都在等待那一天的到来，", count: 3)),
    .stays(
      "Chinese verse with a mark at each line's end",
      """
      港口的水闸在春天里慢慢地打开了它那沉重的双门，大海在远处等待
      渔船沿着长长的码头一只接着一只驶向浅海的沙滩，歌声渐渐远去。
      老人们坐在岸边修补渔网说起许多年前的那场风暴，孩子们在听着。
      没有人记得那座码头上一次是什么时候粉刷成白色，月亮升起来了。
      灯塔的光穿过薄雾照在每一扇还亮着的窗户上面呢，夜晚多么安静。
      """),
    .stays(
      "dump of bytes",
      """
      00000000: 7f45 4c46 0201 0100 0000 0000 0000 0000
      00000010: 0300 3e00 0100 0000 a06b 0000 0000 0000
      00000020: 4000 0000 0000 0000 f822 0200 0000 0000
      00000030: 0000 0000 4000 3800 0d00 4000 1f00 1e00
      00000040: 0600 0000 0400 0000 4000 0000 0000 0000
      00000050: 4000 0000 0000 0000 4000 0000 0000 0000
      """),
    .stays(
      "log of even lines",
      """
      2016-10-17 10:20:44 harbour gate one was opened by the new pilot
      2016-10-17 10:21:12 harbour gate two was closed by the old pilot
      2016-10-17 10:25:31 harbour pump one was opened by the new pilot
      2016-10-17 10:27:09 harbour pump two was closed by the old pilot
      2016-10-17 10:31:50 harbour door one was opened by the new pilot
      2016-10-17 10:33:02 harbour door two was closed by the old pilot
      """),
    .stays("empty", ""),
  ]

  /// How a program that cuts a text leaves the spaces at its cuts.
  enum Cut {
    case whole, withoutTrailing, withoutLeading, withoutSpaces, filledUpBefore, filledUpBehind

    func lines(of text: String, at width: Int) -> String {
      let characters = Array(text.unicodeScalars)
      let starts = Array(stride(from: 0, to: characters.count, by: width))
      return starts.map { start in
        var line = Array(characters[start..<min(start + width, characters.count)])
        let isLast = start == starts.last
        let filling = [Unicode.Scalar](repeating: " ", count: width - line.count)
        switch self {
        case .filledUpBefore where isLast: line = filling + line
        case .filledUpBehind where isLast: line += filling
        default: break
        }
        if self == .withoutLeading || self == .withoutSpaces {
          line = Array(line.drop { $0 == " " })
        }
        if self == .withoutTrailing || self == .withoutSpaces {
          while line.last == " " { line.removeLast() }
        }
        return String(String.UnicodeScalarView(line))
      }.joined(separator: "\n")
    }
  }

  static let english = """
    the old harbour lock will open again before the end of spring, after repairs to its gates had \
    taken a year longer than anyone in the town had been ready to expect, and the first boats will \
    be let through on a Monday, as the harbour master has said, while the others must wait for the \
    tide of the next day and for the harbour pilots to come back from the town
    """
  static let urdu = """
    بندرگاہ کے نگران نے کہا ہے کہ پرانا بند موسم بہار کے ختم ہونے سے پہلے دوبارہ کھل جائے گا کیونکہ \
    اس کے دروازوں کی مرمت پر ایک سال زیادہ لگ گیا ہے اور شہر کے لوگ اس کے لیے تیار نہیں تھے۔ پہلی \
    کشتیاں پیر کے دن گزریں گی اور باقی کشتیوں کو اگلے دن کا انتظار کرنا پڑے گا، نگران نے بتایا۔
    """
  static let chinese = """
    港口负责人说旧水闸将在春天结束之前重新开放，因为闸门的修理比镇上任何人预想的都多花了一年时间，第一批船\
    只将在星期一通过，其他船只必须等到第二天涨潮的时候才能进港，没有人记得那座伸向浅海沙滩的长码头上一次是\
    什么时候粉刷的，负责人这样告诉记者说。
    """

  @Test(
    arguments: [
      ("English", english, .whole, 60), ("English", english, .withoutTrailing, 50),
      ("English", english, .withoutLeading, 50), ("English", english, .withoutSpaces, 40),
      ("English", english, .filledUpBefore, 70), ("English", english, .filledUpBehind, 70),
      ("Urdu", urdu, .whole, 70), ("Urdu", urdu, .filledUpBefore, 50),
      ("Urdu", urdu, .withoutTrailing, 50), ("Chinese", chinese, .whole, 25),
    ] as [(String, String, Cut, Int)])
  func cutLinesBecome(_ language: String, _ text: String, _ cut: Cut, _ width: Int) {
    let bytes = Array(cut.lines(of: text, at: width).utf8)
    #expect(
      Self.joined(bytes, spaced: false).split(separator: " ") == text.split(separator: " "))
  }

  @Test(arguments: faults + lookAlikes)
  func linesBecome(_ row: Row) {
    let out = Self.joined(Array(row.text.utf8), spaced: true)
    #expect(out == row.expected)
    let bytes = Array(out.utf8)
    #expect(hardWraps(in: bytes.span, lines: Self.lines(bytes)).isEmpty)
  }

  /// - Parameter spaced: whether the spaces at the ends of lines stay.
  private static func joined(_ bytes: [UInt8], spaced: Bool) -> String {
    let lines = Self.lines(bytes)
    let wraps = hardWraps(in: bytes.span, lines: lines)
    var out: [UInt8] = []
    for (index, line) in lines.enumerated() {
      let text = String(decoding: bytes[line], as: UTF8.self)
      out += Array((spaced ? text : String(text.trimmed)).utf8)
      guard index + 1 < lines.count else { break }
      if let wrap = wraps.first(where: { $0.line == index }) {
        out += Array(wrap.joint.rawValue.utf8)
      } else {
        out += bytes[line.upperBound..<lines[index + 1].lowerBound]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Lines that are not blank.
  private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    bytes.split(separator: 0x0A).filter { $0.contains { $0 != 0x20 } }
      .map { $0.startIndex..<$0.endIndex }
  }
}

extension String {
  /// Without the spaces at its ends.
  fileprivate var trimmed: Substring {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
