import GhirbalIO

/// The rows of several journals in the order of a manifest; of rows with the same place the one of
/// the first journal.
struct EarlierRows {
  private enum Rows {
    case file(ManifestRows)
    case list(ArraySlice<Manifest.Row>)

    mutating func next() -> Manifest.Row? {
      switch self {
      case .file(var rows):
        let row = rows.next()
        self = .file(rows)
        return row
      case .list(var rows):
        let row = rows.popFirst()
        self = .list(rows)
        return row
      }
    }
  }

  private var sources: [(rows: Rows, head: Manifest.Row?)]

  /// Nil where none of the files is there and `rows`, which come last, are none.
  init?(_ paths: [String], _ rows: [Manifest.Row] = []) {
    let files = paths.compactMap { ManifestRows($0).map(Rows.file) }
    sources = (files + (rows.isEmpty ? [] : [.list(rows[...])])).map { rows in
      var rows = rows
      let head = rows.next()
      return (rows, head)
    }
    if sources.isEmpty { return nil }
  }

  mutating func next() -> Manifest.Row? {
    guard let row = least else { return nil }
    let place = row.place
    for index in sources.indices {
      while sources[index].head?.place == place { advance(index) }
    }
    return row
  }

  /// The rows of a path; asked for paths in ascending order.
  mutating func rows(of path: String) -> [Manifest.Row] {
    let place = Manifest.Row.Place(path: path, origin: nil)
    var rows: [Manifest.Row] = []
    while let row = least {
      let isThere = row.place.sharesPath(with: place)
      guard isThere || row.place < place else { break }
      if let row = next(), isThere { rows.append(row) }
    }
    return rows
  }

  private var least: Manifest.Row? {
    var least: Manifest.Row?
    for source in sources {
      guard let head = source.head else { continue }
      if least.map({ head.place < $0.place }) ?? true { least = head }
    }
    return least
  }

  private mutating func advance(_ index: Int) {
    sources[index].head = sources[index].rows.next()
  }
}
