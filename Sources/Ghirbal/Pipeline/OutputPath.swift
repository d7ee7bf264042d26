public import GhirbalIO

/// Where a page's results lie, mirroring its own path.
///
/// The raw name is kept whole and the suffix added, so that `a.html` and `a.txt` of one folder do not
/// meet: `news/a.html` becomes `news/a.html.txt` and `news/a.html.provenance.json`.
public enum OutputPath {
  public static func text(for path: String, _ format: OutputFormat = .text) -> String {
    path + format.suffix
  }
  public static func record(for path: String) -> String { path + ProvenanceRecord.suffix }

  /// The page whose text has a path; nil where the name is none of a text.
  public static func page(ofText path: String) -> String? {
    OutputFormat.allCases.first { path.hasSuffix($0.suffix) }
      .map { String(path.dropLast($0.suffix.count)) }
  }
}
