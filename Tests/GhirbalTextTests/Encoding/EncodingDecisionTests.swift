import Foundation
import GhirbalText
import TestSupport
import Testing

/// A page in an encoding, and how it should be read.
struct DecisionRow: Sendable, CustomTestStringConvertible {
  var label: String
  var source: [UInt8]
  var transport: String?
  var isHTML = true
  var encoding: String
  var evidence: EncodingDecision.Evidence
  /// Text that the decoded page holds.
  var text: String

  var testDescription: String { label }
}

private let persian =
  "سلام دنیا؛ این یک متن فارسی است که برای آزمایش نوشته شده. گچپژ می‌شود "
private let arabic = "السلام عليكم ورحمة الله، هذا نص عربي للتجربة ولا شيء غير ذلك "

private func page(_ head: String, _ body: String, padding: Int = 0) -> String {
  let comment = padding == 0 ? "" : "<!--\(String(repeating: "x", count: padding))-->"
  return "<html><head>\(comment)\(head)<title>\(body.prefix(8))</title></head><body>"
    + "<p>\(body)</p><p>END \(body)</p></body></html>"
}

private func meta(_ label: String) -> String { "<meta charset=\"\(label)\">" }

private func bytes(_ text: String, _ label: String) -> [UInt8] {
  guard let encoded = TextEncoding(label: label)?.encoding(text) else {
    preconditionFailure("\(label) cannot write the text")
  }
  return encoded
}

private let noise: [UInt8] = {
  var random = SplitMix(seed: 7)
  return (0..<256).map { _ in UInt8.random(in: 128...255, using: &random) }
}()

private let rows: [DecisionRow] = [
  DecisionRow(
    label: "windows-1256 in a meta", source: bytes(page(meta("windows-1256"), arabic), "cp1256"),
    encoding: "windows-1256", evidence: .metaCharset, text: arabic),
  DecisionRow(
    label: "windows-1256 in an http-equiv",
    source: bytes(
      page(
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1256\">", arabic),
      "cp1256"),
    encoding: "windows-1256", evidence: .metaCharset, text: arabic),
  DecisionRow(
    label: "the label cp1256", source: bytes(page(meta("cp1256"), arabic), "cp1256"),
    encoding: "windows-1256", evidence: .metaCharset, text: arabic),
  DecisionRow(
    label: "the label X-CP1256 in capitals",
    source: bytes(page(meta(" X-CP1256 "), arabic), "cp1256"),
    encoding: "windows-1256", evidence: .metaCharset, text: arabic),
  DecisionRow(
    label: "windows-1256 undeclared", source: bytes(page("", arabic), "cp1256"),
    encoding: "windows-1256", evidence: .detected, text: arabic),
  DecisionRow(
    label: "a meta after six kilobytes of comment",
    source: bytes(page(meta("windows-1256"), arabic, padding: 6000), "cp1256"),
    encoding: "windows-1256", evidence: .metaCharset, text: arabic),
  DecisionRow(
    label: "a title before the meta",
    source: bytes("<title>\(arabic)</title>\(meta("windows-1256"))<p>\(arabic)</p>", "cp1256"),
    encoding: "windows-1256", evidence: .metaCharset, text: arabic),
  DecisionRow(
    label: "iso-8859-6 in a meta",
    source: bytes(page(meta("iso-8859-6"), arabic), "iso-8859-6"),
    encoding: "ISO-8859-6", evidence: .metaCharset, text: arabic),
  DecisionRow(
    label: "windows-1256 declared UTF-8", source: bytes(page(meta("utf-8"), arabic), "cp1256"),
    encoding: "windows-1256", evidence: .invalidUTF8OverDeclared, text: arabic),
  DecisionRow(
    label: "windows-1256 declared ISO-8859-1",
    source: bytes(page(meta("iso-8859-1"), arabic), "cp1256"),
    encoding: "windows-1256", evidence: .detectedOverDeclared, text: arabic),
  DecisionRow(
    label: "French that is ISO-8859-1 as declared",
    source: bytes(page(meta("iso-8859-1"), "L’été dernier, à Noël déjà, où ça ?"), "latin1"),
    encoding: "windows-1252", evidence: .metaCharset, text: "Noël déjà"),
  DecisionRow(
    label: "an Icelandic name in a page declared ISO-8859-1",
    source: bytes(page(meta("iso-8859-1"), "Guðmundur Þórðarson ÁÐÞÖÆÉÍÓÚÝ"), "latin1"),
    encoding: "windows-1252", evidence: .metaCharset, text: "Þórðarson"),
  DecisionRow(
    label: "UTF-8 declared windows-1256", source: Array(page(meta("windows-1256"), persian).utf8),
    encoding: "UTF-8", evidence: .validUTF8OverDeclared, text: persian),
  DecisionRow(
    label: "UTF-8 declared ISO-8859-1", source: Array(page(meta("iso-8859-1"), persian).utf8),
    encoding: "UTF-8", evidence: .validUTF8OverDeclared, text: persian),
  DecisionRow(
    label: "UTF-8 declared GBK", source: Array(page(meta("gbk"), "汉语文本在这里").utf8),
    encoding: "UTF-8", evidence: .validUTF8OverDeclared, text: "汉语文本在这里"),
  DecisionRow(
    label: "GBK that is UTF-8 by chance for one word",
    source: bytes("<meta charset=gbk><p>模隆", "gbk"),
    encoding: "GBK", evidence: .metaCharset, text: "模隆"),
  DecisionRow(
    label: "UTF-8 with a few zero bytes", source: Array("a\0b c\0d e\0f and some more words".utf8),
    encoding: "UTF-8", evidence: .validUTF8, text: "some more words"),
  DecisionRow(
    label: "UTF-8 that the transport calls UTF-16", source: Array(page("", persian).utf8),
    transport: "utf-16", encoding: "UTF-8", evidence: .validUTF8OverDeclared, text: persian),
  DecisionRow(
    label: "UTF-8 undeclared", source: Array(page("", persian).utf8),
    encoding: "UTF-8", evidence: .validUTF8, text: persian),
  DecisionRow(
    label: "UTF-8 with a mark, declared windows-1256",
    source: [0xEF, 0xBB, 0xBF] + Array(page(meta("windows-1256"), persian).utf8),
    encoding: "UTF-8", evidence: .byteOrderMark, text: persian),
  DecisionRow(
    label: "UTF-8 in a meta", source: Array(page(meta("utf-8"), persian).utf8),
    encoding: "UTF-8", evidence: .metaCharset, text: persian),
  DecisionRow(
    label: "UTF-8 with an unknown label", source: Array(page(meta("foo-bar"), persian).utf8),
    encoding: "UTF-8", evidence: .validUTF8, text: persian),
  DecisionRow(
    label: "UTF-8 as declared, with two stray bytes",
    source: Array(page(meta("utf-8"), "plain words").utf8) + [0xA0, 0x20, 0xFF],
    encoding: "UTF-8", evidence: .metaCharset, text: "plain words"),
  DecisionRow(
    label: "UTF-8 cut off in a letter", source: Array(persian.utf8.dropLast(2)),
    encoding: "UTF-8", evidence: .detected, text: "می‌شو"),
  DecisionRow(
    label: "UTF-16LE with a mark",
    source: [0xFF, 0xFE] + bytes(page("", persian), "utf-16le"),
    encoding: "UTF-16LE", evidence: .byteOrderMark, text: persian),
  DecisionRow(
    label: "UTF-16BE with a mark",
    source: [0xFE, 0xFF] + bytes(page("", persian), "utf-16be"),
    encoding: "UTF-16BE", evidence: .byteOrderMark, text: persian),
  DecisionRow(
    label: "UTF-16LE with a mark, declared UTF-8",
    source: [0xFF, 0xFE] + bytes(page(meta("utf-8"), persian), "utf-16le"),
    encoding: "UTF-16LE", evidence: .byteOrderMark, text: persian),
  DecisionRow(
    label: "UTF-16LE without a mark", source: bytes(page("", persian), "utf-16le"),
    encoding: "UTF-16LE", evidence: .detected, text: persian),
  DecisionRow(
    label: "UTF-16BE text without a mark or markup", source: bytes(persian, "utf-16be"),
    isHTML: false, encoding: "UTF-16BE", evidence: .detected, text: persian),
  DecisionRow(
    label: "Chinese UTF-16LE markup without a mark",
    source: bytes("<p>这是一个中文的句子，我们用它来测试编码。</p><p>第二句</p>", "utf-16le"),
    encoding: "UTF-16LE", evidence: .detected, text: "测试编码"),
  DecisionRow(
    label: "UTF-16 declared in a meta that is ASCII",
    source: Array(page(meta("utf-16"), "plain words").utf8),
    encoding: "UTF-8", evidence: .metaCharset, text: "plain words"),
  DecisionRow(
    label: "ISO-8859-1 with the quotes of windows-1252",
    source: Array(page(meta("iso-8859-1"), "x").utf8) + [0x93, 0x71, 0x94, 0x20, 0x96],
    encoding: "windows-1252", evidence: .metaCharset, text: "“q” –"),
  DecisionRow(
    label: "the transport before the meta",
    source: bytes(page(meta("windows-1252"), arabic), "cp1256"), transport: "windows-1256",
    encoding: "windows-1256", evidence: .transportCharset, text: arabic),
  DecisionRow(
    label: "a whole Content-Type", source: bytes(page("", arabic), "cp1256"),
    transport: "text/html; Charset=\"Windows-1256\"",
    encoding: "windows-1256", evidence: .transportCharset, text: arabic),
  DecisionRow(
    label: "a transport label nobody knows",
    source: bytes(page(meta("windows-1256"), arabic), "cp1256"), transport: "none",
    encoding: "windows-1256", evidence: .metaCharset, text: arabic),
  DecisionRow(
    label: "an XML declaration",
    source: bytes("<?xml version='1.0' encoding='windows-1251'?><p>Привет, мир</p>", "cp1251"),
    isHTML: false, encoding: "windows-1251", evidence: .xmlDeclaration, text: "Привет, мир"),
  DecisionRow(
    label: "a meta in a text that is not HTML", source: Array("<meta charset=windows-1256>".utf8),
    isHTML: false, encoding: "UTF-8", evidence: .validUTF8, text: "<meta charset"),
  DecisionRow(
    label: "a meta in a comment", source: Array("<!-- <meta charset=windows-1256> -->".utf8),
    encoding: "UTF-8", evidence: .validUTF8, text: "<!--"),
  DecisionRow(
    label: "nothing", source: [], encoding: "UTF-8", evidence: .validUTF8, text: ""),
  DecisionRow(
    label: "ASCII with a declaration", source: Array(page(meta("windows-1256"), "plain").utf8),
    encoding: "windows-1256", evidence: .metaCharset, text: "plain"),
  DecisionRow(
    label: "ISO-2022-JP undeclared", source: bytes("こんにちは、世界。", "iso-2022-jp"),
    encoding: "ISO-2022-JP", evidence: .detected, text: "こんにちは、世界。"),
  DecisionRow(
    label: "bytes that are no text at all",
    source: noise,
    isHTML: false, encoding: "windows-1252", evidence: .fallback, text: ""),
]

/// A sentence that legacy pages might hold, and the encodings it is found in without a declaration.
private let sentences: [(label: String, text: String, encodings: [String])] = [
  ("Persian", "اين يك متن فارسي است كه براي آزمايش نوشته شده و گچ پژ هم دارد.", ["windows-1256"]),
  ("Arabic", arabic, ["windows-1256", "iso-8859-6"]),
  (
    "Urdu", "یہ ایک اردو متن ہے جو تجربے کے لیے لکھا گیا ہے".replacing("ی", with: "ي"),
    ["windows-1256"]
  ),
  (
    "Russian", "Съешь же ещё этих мягких французских булок, да выпей чаю.",
    ["windows-1251", "koi8-r", "ibm866"]
  ),
  (
    "Ukrainian", "Це речення написане українською мовою, її знають усі.",
    ["windows-1251", "koi8-u"]
  ),
  ("Hebrew", "זהו משפט בעברית שנכתב לצורך בדיקה של הקידוד", ["windows-1255"]),
  ("Greek", "Αυτή είναι μια πρόταση στα ελληνικά για δοκιμή", ["windows-1253"]),
  ("Turkish", "Bu cümle Türkçe yazılmıştır; ağaç, şişe, çığlık ve öğüt.", ["windows-1254"]),
  (
    "Polish", "Zażółć gęślą jaźń, proszę państwa, już się ściemniało.",
    ["windows-1250", "iso-8859-2"]
  ),
  ("Czech", "Příliš žluťoučký kůň úpěl ďábelské ódy.", ["windows-1250"]),
  ("French", "Voilà l’été où Noël était déjà passé, ça et là.", ["windows-1252"]),
  ("German", "Über den Wäldern übt der Jäger größere Sprünge.", ["windows-1252"]),
  ("Simplified Chinese", "这是一个中文的句子，我们用它来测试编码。", ["gb18030"]),
  ("Traditional Chinese", "這是一個中文的句子，我們用它來測試編碼。", ["big5"]),
  ("Japanese", "これは日本語の文章です。文字コードを調べます。", ["shift_jis", "euc-jp"]),
  ("Korean", "이것은 한국어 문장입니다. 인코딩을 시험합니다.", ["euc-kr"]),
  ("Thai", "นี่คือประโยคภาษาไทยที่ใช้ทดสอบ", ["windows-874"]),
]

@Suite struct EncodingDecisionTests {
  @Test(arguments: rows) func pagesAreReadInTheirEncoding(_ row: DecisionRow) {
    let decision = TextEncoding.decide(
      row.source.span, transportLabel: row.transport, isHTML: row.isHTML)
    #expect(decision.encoding.name == row.encoding)
    #expect(decision.evidence == row.evidence)
    let text = decision.encoding.decode(row.source)
    #expect(row.text.isEmpty || String(decoding: text.utf8, as: UTF8.self).contains(row.text))
  }

  @Test(arguments: sentences.indices) func undeclaredSentencesAreDetected(_ index: Int) {
    let row = sentences[index]
    for label in row.encodings {
      let source = bytes(row.text, label)
      let decision = TextEncoding.decide(source.span, transportLabel: nil, isHTML: false)
      #expect(decision.encoding.name.lowercased() == label, "\(row.label) in \(label)")
    }
  }

  @Test func anyBytesAreDecided() {
    var random = SplitMix(seed: 3)
    let heads = [
      "", "<meta charset=", "<meta http-equiv=content-type content='charset", "<?xml ", "<!--",
    ]
    for round in 0..<300 {
      let source = Array(heads[round % heads.count].utf8) + random.bytes(round)
      let decision = TextEncoding.decide(
        source.span, transportLabel: round % 7 == 0 ? "utf-16" : nil, isHTML: true)
      let text = decision.encoding.decode(source)
      let isValid = UTF8Text.isValid(text.utf8.span)
      #expect(isValid, "\(source)")
    }
  }

  /// https://github.com/html5lib/html5lib-tests/tree/master/encoding
  @Test(
    .enabled(
      if: ConformanceData.url("html5lib/encoding") != nil,
      Comment(rawValue: ConformanceData.missing)),
    arguments: ["tests1.dat", "tests2.dat", "test-yahoo-jp.dat"])
  func html5libPagesDeclareTheirEncoding(_ name: String) throws {
    let url = try #require(ConformanceData.url("html5lib/encoding/" + name))
    var passed = 0
    let cases = html5libCases(try ConformanceData.bytes(url))
    for (source, label) in cases {
      let expected = try #require(TextEncoding(label: label))
      let decision = TextEncoding.decide(source.span, transportLabel: nil, isHTML: true)
      // What stands without a declaration is windows-1252 there, whatever it holds.
      let declared =
        decision.evidence == .byteOrderMark
        ? decision.encoding : decision.declared ?? .windows1252
      #expect(declared == expected, "\(String(decoding: source, as: UTF8.self))")
      if declared == expected { passed += 1 }
    }
    print("html5lib \(name): \(passed) of \(cases.count)")
    #expect(cases.count > 0)
  }

  private func html5libCases(_ file: [UInt8]) -> [(source: [UInt8], label: String)] {
    var cases: [(source: [UInt8], label: String)] = []
    var source: [UInt8] = []
    var isData = false
    var isLabel = false
    for line in file.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.elementsEqual("#data".utf8) {
        source = []
        (isData, isLabel) = (true, false)
      } else if line.elementsEqual("#encoding".utf8) {
        (isData, isLabel) = (false, true)
      } else if isLabel {
        cases.append((source, String(decoding: line, as: UTF8.self)))
        isLabel = false
      } else if isData {
        source += line + [0x0A]
      }
    }
    return cases
  }

  @Test(
    .enabled(
      if: ConformanceData.url("uchardet/test") != nil, Comment(rawValue: ConformanceData.missing)))
  func uchardetSamplesAreDetected() throws {
    let folder = try #require(ConformanceData.url("uchardet/test"))
    var total = 0
    var exact = 0
    var same = 0
    for url in ConformanceData.files(folder) where url.lastPathComponent != "CMakeLists.txt" {
      let label = url.lastPathComponent.split(separator: ".").prefix(
        url.lastPathComponent.hasPrefix("utf-") ? 2 : 1
      ).joined().replacing("txt", with: "").replacing("smi", with: "")
      // Encodings that the web does not have: VISCII, EUC-TW, UTF-32, IBM855, ISO-2022-KR.
      guard let expected = TextEncoding(label: label), expected.name != "replacement" else {
        continue
      }
      let source = try ConformanceData.bytes(url)
      let found = TextEncoding.decide(source.span, transportLabel: nil, isHTML: false).encoding
      total += 1
      if found == expected { exact += 1 }
      if found.decode(source).utf8 == expected.decode(source).utf8 {
        same += 1
      } else {
        print("uchardet \(url.pathComponents.suffix(2).joined(separator: "/")): \(found)")
      }
    }
    print("uchardet: \(exact) of \(total) exact, \(same) the same text")
    #expect(same >= total * 9 / 10)
  }
}
