public import GhirbalIO

/// Where a page's results lie, mirroring its own path.
///
/// The raw name is kept whole and the suffix added, so that `a.html` and `a.htm` of one folder do not
/// meet: `news/a.html` becomes `news/a.html.txt` and `news/a.html.provenance.json`. A name that ends in the
/// suffix already keeps it: `news/a.txt` stays `news/a.txt`.
public enum OutputPath {
  public static func text(for path: String, _ format: OutputFormat = .text) -> String {
    format.resultName(of: path)
  }

  /// The same, and the name that texts had before names kept their suffix.
  static func texts(for path: String, _ format: OutputFormat) -> Set<String> {
    [text(for: path, format), path + format.suffix]
  }

  public static func record(for path: String) -> String { path + ProvenanceRecord.suffix }

  /// The pages whose text a path may be; none where the name is none of a text.
  public static func pages(ofText path: String) -> [String] {
    OutputFormat.allCases.first { path.hasSuffix($0.suffix) }
      .map { [String(path.dropLast($0.suffix.count)), path] } ?? []
  }
}
