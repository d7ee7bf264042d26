public import GhirbalIO

/// A text file with all mended that is safe to mend: letters, words and spaces of which the rule knows to
/// the byte what would stand there.
///
/// Nothing is dropped, and what an ignore or the baseline covers stays. A file that is no UTF-8, and a
/// result of a run, whose record would no longer be its own, stay as they are.
public struct FileMending: Sendable {
  public enum Outcome: Sendable, Equatable {
    case mended([UInt8], counts: [CheckRule: Int])
    case nothingToMend
    /// A run wrote the file; the pages or pipeline.yml are what to change.
    case isResult
  }

  private let check: Check
  private let baseline: CheckBaseline?
  /// What a fix makes visible is mended in the next round.
  private static let maxRounds = 8

  public init(_ check: Check, baseline: CheckBaseline?) {
    self.check = check
    self.baseline = baseline
  }

  public func outcome(_ path: String, _ bytes: [UInt8]) -> Outcome {
    guard Check.firstInvalidByte(bytes) == nil else { return .nothingToMend }
    guard !check.isResult(path, bytes) else { return .isResult }
    var mended = bytes
    var counts: [CheckRule: Int] = [:]
    for _ in 0..<Self.maxRounds {
      let file = check.checkedFile(path, mended)
      let fixes = fixes(of: file, &counts)
      guard !fixes.isEmpty else { break }
      mended = Self.applying(fixes, to: mended)
    }
    return counts.isEmpty ? .nothingToMend : .mended(mended, counts: counts)
  }

  /// The fixes of all findings that nobody knows, in the order of the file; of two that meet the first.
  private func fixes(
    of file: CheckedFile, _ counts: inout [CheckRule: Int]
  ) -> [(utf8Range: Range<Int>, text: String)] {
    var known: [CheckBaseline.Row: Int] = [:]
    for (row, count) in baseline?.rows ?? [] where row.path == file.projectPath {
      known[row, default: 0] += count
    }
    var fixes: [(utf8Range: Range<Int>, text: String)] = []
    var end = 0
    for finding in file.findings {
      let row = CheckBaseline.Row(
        rule: finding.rule.id, path: file.projectPath, text: finding.text)
      if let count = known[row], count > 0 {
        known[row] = count - 1
        continue
      }
      guard CheckRules.row(finding.rule)?.mending != CheckRules.Mending.none else { continue }
      let own = finding.fixes.map { (utf8Range: $0.place.utf8Range, text: $0.text) }
        .sorted { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }
      // All of a finding or nothing of it.
      guard let first = own.first, first.utf8Range.lowerBound >= end,
        zip(own, own.dropFirst()).allSatisfy({ $0.utf8Range.upperBound <= $1.utf8Range.lowerBound })
      else { continue }
      fixes += own
      end = own[own.count - 1].utf8Range.upperBound
      counts[finding.rule, default: 0] += finding.count
    }
    return fixes
  }

  private static func applying(
    _ fixes: [(utf8Range: Range<Int>, text: String)], to bytes: [UInt8]
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    for (range, text) in fixes {
      result += bytes[position..<range.lowerBound]
      result += text.utf8
      position = range.upperBound
    }
    return result + bytes[position...]
  }
}
