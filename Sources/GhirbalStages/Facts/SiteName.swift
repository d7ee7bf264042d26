import GhirbalDocument
import GhirbalText

/// The name of the site, as it stands in a page's `title` beside the text's title.
struct SiteName {
  private let names: Set<String>
  /// Letters and digits of the site's host.
  private let host: String

  /// - Parameter name: what the head says that the site is called.
  init(_ document: Document, _ name: String?, host: String) {
    var names: Set<String> = []
    if let name { names.insert(name.foldedForMatching) }
    // Headings, the page's header and links: where a site writes its own name.
    for block in document.blocks.prefix(Self.maxBlocks)
    where block.content.count <= Self.maxUTF8Count
      && (block.kind.isHeading || block.context.contains(.pageHeader) || block.linkDensity >= 0.9)
    {
      names.insert(document.string(of: block).foldedForMatching)
    }
    self.names = names
    self.host = host.filter { $0.isLetter || $0.isNumber }
  }

  private static let maxBlocks = 40
  private static let maxUTF8Count = 80

  private func isSite(_ part: String, beside rest: String, isBar: Bool) -> Bool {
    let folded = part.foldedForMatching
    if names.contains(folded) { return true }
    let words = folded.split(separator: " ")
    let letters = folded.filter { $0.isLetter || $0.isNumber }
    if letters.utf8.count >= 4, host.contains(letters) { return true }
    let others = rest.split(separator: " ").count
    // Behind a bar stands the site in most of the pages seen, behind a dash as often a subtitle,
    // which goes on in small letters.
    if isBar { return words.count <= 4 && words.count < others }
    return words.count <= 3 && others >= 4
      && part.split(separator: " ").allSatisfy {
        $0.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false
      }
  }

  /// A title without the site's name behind or before it.
  func title(without title: String) -> String {
    let parts = TitleParts(title).parts
    guard parts.count >= 2, let first = parts.first, let last = parts.last else { return title }
    for seam in TitleParts.seams.map(\.description) {
      let isBar = !Self.dashes.contains(seam)
      if title.hasSuffix(seam + last) {
        let rest = String(title.dropLast(seam.count + last.count))
        if isSite(last, beside: rest, isBar: isBar) { return rest }
      }
      if title.hasPrefix(first + seam), names.contains(first.foldedForMatching) {
        return String(title.dropFirst(seam.count + first.count))
      }
    }
    return title
  }

  private static let dashes: Set<String> = [" - ", " – ", " — ", " / "]
}
