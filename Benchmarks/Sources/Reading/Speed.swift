import CBareLibXML2
import Ghirbal
import GhirbalDocument
import GhirbalHTML
import GhirbalText

/// Megabytes a second of each way to read the same pages, in turns within one run.
enum Speed {
  private static let rounds = 5

  /// Extraction with metadata: no text is written, and nothing else is changed.
  private static let extraction: Pipeline? =
    (try? PipelineConfiguration(
      yaml: "stages:\n  - lift_facts\n  - select_main_content\n")).map { Pipeline($0) }

  static func measure(_ pages: [[UInt8]]) {
    let reader = PageReader(.init())
    let decoded = pages.map { page in
      TextEncoding.decide(page.span, transportLabel: nil, isHTML: true).encoding.decode(page).utf8
    }
    let ways: [(name: String, read: (Int) -> Int)] = [
      ("libxml2 SAX, empty handlers", { bare(decoded[$0]) }),
      (
        "SAX to arena and blocks",
        { index in
          HTMLReader.document(
            decoded[index],
            source: DecodingMap(identity: decoded[index].count)
          ).document.blocks.count
        }
      ),
      (
        "bytes to document (encoding, decoding, format too)",
        { index in
          (try? reader.read(Page(path: "", bytes: pages[index])))?.document.blocks.count ?? 0
        }
      ),
      (
        "bytes to main content, metadata and their record",
        { index in
          (try? extraction?.clean(Page(path: "", bytes: pages[index])))?.text.count ?? 0
        }
      ),
    ]
    let megabytes = Double(pages.reduce(0) { $0 + $1.count }) / 1e6
    print("\(pages.count) pages, \(rounded(megabytes)) MB")
    var seconds = [[Double]](repeating: [], count: ways.count)
    for _ in 0..<rounds {
      for (index, way) in ways.enumerated() {
        let start = ContinuousClock.now
        var sink = 0
        for page in pages.indices { sink &+= way.read(page) }
        let time = ContinuousClock.now - start
        seconds[index].append(
          Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds))
        precondition(sink >= 0)
      }
    }
    // Each way beside the bare pass of its own round, so that a slow moment hits both.
    for (index, way) in ways.enumerated() {
      let ratios = zip(seconds[0], seconds[index]).map { $0 / $1 }.sorted()
      let time = seconds[index].sorted()[rounds / 2]
      print(
        "\(rounded(megabytes / time)) MB/s, \(rounded(ratios[rounds / 2])) of bare: \(way.name)")
    }
  }

  private static func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

  /// What the parser alone takes: every handler is there and does nothing.
  private static func bare(_ page: [UInt8]) -> Int {
    page.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let context = htmlCreateMemoryParserCtxt(
          base.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
      else { return 0 }
      context.pointee.sax.pointee = handler
      htmlCtxtUseOptions(
        context,
        Int32(
          HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      htmlParseDocument(context)
      htmlFreeParserCtxt(context)
      return 1
    }
  }

  nonisolated(unsafe) private static let handler: htmlSAXHandler = {
    var handler = htmlSAXHandler()
    handler.startElement = { _, _, _ in }
    handler.endElement = { _, _ in }
    handler.characters = { _, _, _ in }
    handler.ignorableWhitespace = { _, _, _ in }
    handler.cdataBlock = { _, _, _ in }
    handler.comment = { _, _ in }
    handler.processingInstruction = { _, _, _ in }
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.serror = { _, _ in }
    return handler
  }()
}
