extension SiteSamples {
  static let mark = "ghirbal-site-pages"
  static let version = 2

  /// What a file of samples begins with.
  public static func opening(_ key: SiteKey) -> String { "\(mark)\t\(version)\t\(key.rawValue)\n" }
  /// What it ends with.
  public static let closing = TabbedLine.end + "\n"

  /// The samples as a file holds them: the same text for the same pages.
  public var text: String {
    Self.opening(key) + sites.map { $0.sample.text(of: $0.site) }.joined() + Self.closing
  }

  /// Whether bytes begin as what `text` wrote.
  public static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: mark.utf8) }
}

extension SiteSample {
  /// What a file of samples has of a site.
  public func text(of site: String) -> String {
    var result = "site\t\(site)\n"
    for page in pages {
      result += "page\t\(page.entries.count)\n"
      for entry in page.entries {
        result +=
          "\(entry.key.hex)\t\(entry.exact.hex)\t\(entry.slot.hex)\t\(entry.size)\t\(entry.text)\n"
      }
      for (slot, path) in page.paths.sorted(by: { $0.key < $1.key }) {
        result += "path\t\(slot.hex)\t\(path)\n"
      }
      for label in page.labels.texts { result += "label\t\(label)\n" }
      for (field, value) in page.facts.lines { result += "fact\t\(field.rawValue)\t\(value)\n" }
    }
    return result
  }
}
