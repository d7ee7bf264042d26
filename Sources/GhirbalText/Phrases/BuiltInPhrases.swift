internal import CGhirbalData

/// The phrases of all languages that are built in, as `Sources/CGhirbalData/phrases` has them.
public enum BuiltInPhrases {
  /// The files one behind the other, as they were shipped.
  public static var utf8: [UInt8] {
    Array(UnsafeBufferPointer(start: ghirbal_phrases(), count: ghirbal_phrases_size))
  }

  /// What `read` makes of the rows of a group: by language in the order of the files, then by head.
  public static func read<Rows>(
    _ group: PhraseRow.Group, _ read: ([PhraseRow]) throws(PhraseProblem) -> Rows
  ) -> Rows {
    do {
      return try read(byGroup[group] ?? [])
    } catch {
      preconditionFailure("the built-in phrases have their form: \(error)")
    }
  }

  private static let byGroup: [PhraseRow.Group: [PhraseRow]] = {
    do {
      return Dictionary(grouping: try PhraseFile(utf8.span).rows, by: \.group)
    } catch {
      preconditionFailure("the built-in phrases have their form: \(error)")
    }
  }()

  /// The folded words of the rows with a head, in all languages.
  public static func words(_ group: PhraseRow.Group, _ word: String) -> Set<String> {
    Set(writtenWords(group, word).map(\.foldedForMatching))
  }

  /// The same as they are written.
  public static func writtenWords(_ group: PhraseRow.Group, _ word: String) -> Set<String> {
    read(group) { rows in Set(rows.lazy.filter { $0.words == [word] }.flatMap(\.phrases)) }
  }
}
