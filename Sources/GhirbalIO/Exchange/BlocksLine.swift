public import GhirbalDocument
import GhirbalText

/// The line of JSON in which a page's live blocks are handed to a program.
public struct BlocksLine: Sendable {
  /// The number that the answer has to repeat.
  public var id: Int
  public var path: String?
  public var url: String?

  public init(id: Int, path: String?, url: String?) {
    self.id = id
    self.path = path
    self.url = url
  }

  /// The line with its line end. Offsets of the answer are into `text` of the blocks.
  public func jsonl(_ document: Document) -> [UInt8] {
    var json = JSONText()
    json.object {
      $0.member("id", id)
      $0.member("page", path)
      $0.member("url", url)
      $0.member("format", document.format.rawValue)
      $0.member("language", document.language?.rawValue)
      $0.key("metadata")
      $0.object { json in
        for field in MetadataField.allCases where !document.metadata[field].isEmpty {
          json.member(field.rawValue, document.metadata[field])
        }
      }
      $0.key("blocks")
      $0.array { json in
        for block in document.liveBlocks { json.value(block, of: document) }
      }
    }
    json.endRecord()
    return json.utf8
  }
}

extension JSONText {
  fileprivate mutating func value(_ block: Block, of document: Document) {
    object {
      $0.member("block", block.id.index)
      $0.member("kind", block.kind.name)
      if case .heading(let level) = block.kind { $0.member("level", level) }
      $0.member("language", block.language?.rawValue)
      $0.member("within", block.context.names)
      $0.key("link_density")
      $0.value(block.linkDensity)
      $0.member("text", document.string(of: block))
    }
  }
}
