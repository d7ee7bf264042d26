import GhirbalIO

extension WritingOptions: ConfigurationSection {
  init() { self.init(format: .text) }

  static let keys: [ConfigurationKey<WritingOptions>] = [
    ConfigurationKey(
      "links", \.links, .optional(.choice, none: "auto"),
      "whether addresses of links are written; `auto`: in Markdown only"),
    ConfigurationKey(
      "list_marks", \.listMarks, .choice,
      "whether plain text marks the items of a page's lists"),
    ConfigurationKey(
      "front_matter", \.frontMatter, .flag,
      "whether title, authors, date, url, tags and language stand before the text, as YAML"),
  ]
}
