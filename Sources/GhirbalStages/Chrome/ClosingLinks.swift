import GhirbalDocument

/// The ways to other texts with which a page ends: items or paragraphs, each of them one link.
///
/// Nothing announces them: below a heading, or a line that goes on, links belong to the text. Told by
/// their place: the first stands right below a paragraph, and nothing but such links and other chrome
/// follows. Links into the page itself, and to files, are no ways to other texts.
struct ClosingLinks {
  /// The entries, ascending.
  private(set) var entries: [Int] = []

  private static let minLinks = 2
  private static let maxLinks = 12
  private static let minWords = 3
  private static let minLinkDensity = 0.9
  private static let minProse = 3

  /// - Parameter isChrome: by entry, whether it goes anyway.
  init(_ reading: PageReading, lastProse: Int?, proseCount: Int, isChrome: [Bool]) {
    let document = reading.document
    guard document.format == .html, proseCount >= Self.minProse, let lastProse,
      reading.entries[lastProse].shape.endsSentence
    else { return }
    let last = reading.entries[lastProse].block
    // The blocks between are chrome, or the model took them for it.
    let below = document.blocks[(last.id.index + 1)...]
    var links: [BlockID] = []
    for block in below {
      if Self.isOtherText(block, document) {
        links.append(block.id)
        if links.count > Self.maxLinks { return }
      } else {
        break
      }
    }
    guard links.count >= Self.minLinks, let end = links.last else { return }
    var found: [Int] = []
    for entry in (lastProse + 1)..<reading.entries.count {
      let block = reading.entries[entry].block.id
      if block <= end {
        found.append(entry)
      } else if !isChrome[entry] {
        return
      }
    }
    entries = found
  }

  private static func isOtherText(_ block: Block, _ document: Document) -> Bool {
    guard block.kind == .paragraph || block.kind == .listItem, block.links.count == 1,
      block.linkDensity >= minLinkDensity, !block.context.contains(.table),
      document.shape(of: block).wordCount >= minWords,
      let address = block.links.first.flatMap({
        document.elements.attribute(.href, of: $0.element)
      })
    else { return false }
    return !address.hasPrefix("#") && !isFile(address)
  }

  private static func isFile(_ address: String) -> Bool {
    let path = address.utf8.prefix { $0 != 0x3F && $0 != 0x23 }
    guard let dot = path.lastIndex(of: 0x2E) else { return false }
    let ending = String(Substring(path[path.index(after: dot)...])).lowercased()
    return files.contains(ending)
  }

  private static let files: Set<String> = [
    "pdf", "zip", "doc", "docx", "xls", "xlsx", "csv", "ppt", "pptx", "mp3", "mp4", "epub", "gz",
    "tar", "exe", "dmg", "apk", "jpg", "png", "odt", "txt",
  ]
}
