public import GhirbalDocument
public import GhirbalText

/// Reads a decoded HTML page into a document.
public enum HTMLReader {
  /// A limit that a page ran into, or what else is odd about it; the name stands in its record's
  /// flags.
  public enum Flag: String, Sendable, CaseIterable {
    /// A tag had more attributes than `maxAttributes`; those past it were not read.
    case tooManyAttributes = "too_many_attributes"
    /// Elements were nested deeper than `maxDepth`; those count as the one that they stand in.
    case nestedTooDeeply = "nested_too_deeply"
    /// The page is a set of frames; its text is in other pages, but for what stands in for them.
    case frameset
  }

  /// A tag's attributes past this many are not read: libxml2 compares each with all before it, so
  /// 100,000 would take 25 s. The most on 1,497 real pages was far below.
  public static let maxAttributes = 1000

  /// Elements nested deeper than this are not told apart, and their links and images are not read;
  /// their text is. Browsers stop at 512; pages whose authors never closed a tag stay far below.
  public static let maxDepth = 10_000

  /// The version of libxml2 in use.
  public static var parserVersion: String { LibXML2.version }

  /// The document of a page that was decoded to valid UTF-8; `source` leads back to the raw bytes.
  ///
  /// Never fails: every text is some HTML. The title and JSON-LD are in the arena; all other text
  /// is in the blocks, shown or hidden. Where `reading` asks for them the alternative text of each
  /// image stands where the image does, marked by its element.
  public static func document(
    _ utf8: [UInt8], source: DecodingMap, reading: MarkupReading = MarkupReading()
  ) -> (document: Document, flags: Set<Flag>) {
    let preparation = Preparation(utf8)
    return utf8.withUnsafeBufferPointer { text in
      preparation.utf8.withUnsafeBufferPointer { prepared in
        var reader = MarkupReader(
          text, prepared: prepared, source: source, reading,
          rules: StyleRules(
            StyleSheetReader.rules(in: text, preparation.styles), textCount: text.count),
          isFrameset: preparation.isFrameset)
        preparation.cuts.rest(of: prepared).withUnsafeBufferPointer {
          LibXML2.parse($0, without: preparation.cuts, telling: &reader)
        }
        let flags = reader.isTooDeep ? [Flag.nestedTooDeeply] : []
        return (reader.finish(), preparation.flags.union(flags))
      }
    }
  }
}
